"""Where the time of a run goes: reading, segmentation, pieces, engine, care, checks, journal, writing.

    python benchmarks/engine/shares.py [--lines 400]

One worker thread and a profiler on Python's side: the share of a step is its own time and that of what it calls.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import tempfile
from pathlib import Path

from gold import find_gold

from translate.config import Config, EngineConfig, OutputConfig
from translate.documents import find_sources
from translate.run import run

STEPS = {
    "waiting for the engine": ("engines/ctranslate2.py", "_collect"),
    "repair and placing": ("engines/translator.py", "_retry"),
    "pieces": ("engines/pieces.py", "encode"),
    "text of pieces": ("engines/pieces.py", "decode"),
    "protection": ("engines/protection.py", "shield"),
    "judging": ("engines/translator.py", "_candidate"),
    "segmentation": ("translate/pipeline.py", "segment"),
    "checks": ("checks/accept.py", "check_unit"),
    "journal": ("translate/journal.py", "add"),
    "journal, look-up": ("translate/journal.py", "find"),
    "writing": ("translate/outputs.py", "write"),
    "survey": ("translate/survey.py", "survey"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=400)
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    lines = (find_gold(options.gold) / "newstest2013.fr").read_text(encoding="utf-8").splitlines(keepends=True)
    config = Config(engine=EngineConfig(threads=1), output=OutputConfig(formats=("tmx",)))
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text.fr.txt"
        text.write_text("".join(lines[: options.lines]), encoding="utf-8")
        profile = cProfile.Profile()
        profile.enable()
        report = run(find_sources([str(text)]).sources, Path(folder) / "out", config)
        profile.disable()
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    print(f"{report.translated_segments} segments in {report.seconds:.1f} s\n\n| step | seconds | % |\n|---|---:|---:|")
    for step, (file, function) in STEPS.items():
        seconds = sum(v[3] for (path, _, name), v in stats.items() if path.endswith(file) and name == function)
        print(f"| {step} | {seconds:.2f} | {100 * seconds / report.seconds:.1f} |")


if __name__ == "__main__":
    main()
