"""Where the processor time of a run goes: model, pieces, protection, judging, checks, journal, writing.

    python benchmarks/engine/shares.py [--lines 3000] [--beam 4]

The model works in threads of its own. The steps around it are timed on the main thread's clock, each without the steps
inside it, so what waits for the model counts for nothing.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gold import find_gold

from translate.care import revising, translator
from translate.config import Config, DocumentConfig, EngineConfig, OutputConfig
from translate.documents import find_sources
from translate.engines import ctranslate2, marian, pieces
from translate.run import asking
from translate.run import opened as opening
from translate.run import run as running
from translate.run.journal import Journal

STEPS: dict[str, list[tuple[Any, str]]] = {
    "start: rules, checks, model": [(running, "load_tools"), (opening, "load_translator")],
    "survey and plan": [(running, "survey"), (running, "plan_outputs")],
    "reading, segmentation, windows": [(asking.Stock, "find_missing"), (asking.Stock, "add")],
    "steps of care, there and back": [(revising.Reviser, "prepare"), (revising.Reviser, "_revise")],
    "pieces of text, text of pieces": [(pieces.Pieces, "encode"), (pieces.Pieces, "decode")],
    "batches to the model and back": [
        (ctranslate2.CTranslate2Decoder, "submit"),
        (ctranslate2, "_collect"),
        (marian.MarianEngine, "_join"),
        (marian.MarianDrafting, "take"),
    ],
    "judging and repair": [
        (revising.Reviser, "candidate"),
        (translator.Translator, "_take_first"),
        (translator.Translator, "_take"),
        (translator.Translator, "_retry"),
    ],
    "journal": [(Journal, "add"), (Journal, "find")],
    "units, checks, writing": [(running._Work, "_finish")],
}


class Clock:
    """Adds up what wrapped functions take on this thread, each without the wrapped ones that it calls."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inner: list[float] = []

    def wrap(self, step: str, owner: Any, name: str) -> None:
        call: Callable[..., Any] = getattr(owner, name)

        def timed(*arguments: Any, **options: Any) -> Any:
            started = time.thread_time()
            self._inner.append(0.0)
            try:
                return call(*arguments, **options)
            finally:
                whole = time.thread_time() - started
                self.seconds[step] = self.seconds.get(step, 0.0) + whole - self._inner.pop()
                if self._inner:
                    self._inner[-1] += whole

        setattr(owner, name, timed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=3000)
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    lines = (find_gold(options.gold) / "newstest2013.fr").read_text(encoding="utf-8").splitlines(keepends=True)
    config = Config(
        engine=EngineConfig(beam=options.beam),
        output=OutputConfig(formats=("tmx",)),
        documents=DocumentConfig(verify_language=False),
    )
    clock = Clock()
    for step, places in STEPS.items():
        for owner, name in places:
            clock.wrap(step, owner, name)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text.fr.txt"
        text.write_text("".join(lines[: options.lines]), encoding="utf-8")
        own, every, wall = time.thread_time(), time.process_time(), time.perf_counter()
        running.run(find_sources([str(text)], kind="segments").sources, Path(folder) / "out", config)
        own, every, wall = time.thread_time() - own, time.process_time() - every, time.perf_counter() - wall
    print(f"{options.lines} lines, beam {options.beam}: {wall:.1f} s, {every:.1f} s of processors\n")
    print("| step | processor seconds | % |\n|---|---:|---:|")
    rows = {"the model, repair's tries included": every - own, **clock.seconds}
    rows["the rest"] = own - sum(clock.seconds.values())
    for step, seconds in rows.items():
        print(f"| {step} | {seconds:.2f} | {100 * seconds / every:.1f} |")


if __name__ == "__main__":
    main()
