"""The whole pipeline against a bare CTranslate2 loop and against transformers' generate, on newstest2013.

    python benchmarks/throughput.py [--lines 3000] [--reference-lines 320] [--beam 4]

Each contender runs in a process of its own, so that its peak memory is its own. The bare loop gets the same pieces in
the same batches; transformers runs as its documentation shows it, batches of 16 in the order of the document, on the
first `--reference-lines`, with the pipeline timed on the same lines beside it.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEST_SET = ROOT.parent / "shared" / "gold" / "mt" / "newstest2013.fr"


def run_pipeline(text: Path, beam: int) -> float:
    from translate.config import Config, EngineConfig, OutputConfig
    from translate.documents import find_sources
    from translate.run import run

    config = Config(engine=EngineConfig(beam=beam), output=OutputConfig(formats=("tmx",)))
    with tempfile.TemporaryDirectory() as out:
        started = time.perf_counter()
        report = run(find_sources([str(text)], kind="segments").sources, Path(out), config)
        seconds = time.perf_counter() - started
    assert not report.failed, report.failed
    return seconds


def run_bare(text: Path, beam: int) -> float:
    import os

    import ctranslate2

    from translate.config import EngineConfig
    from translate.engines import ENGINES
    from translate.engines.batches import iter_batches
    from translate.engines.marian import MarianEngine, longest_target
    from translate.engines.pieces import END, Pieces
    from translate.models import convert_model, resolve_model

    model = convert_model(resolve_model("fr-en"), "int8")
    pieces = Pieces(model)
    unique = list(dict.fromkeys(line.strip() for line in text.read_text(encoding="utf-8").splitlines()))
    engine = ENGINES.load("ctranslate2").load(EngineConfig(beam=beam), model)
    assert isinstance(engine, MarianEngine)
    encoded = [one for parts in engine.prepare(unique) for one in parts]
    del engine
    batches = list(iter_batches([len(p) for p in encoded], EngineConfig().batch_pieces))
    started = time.perf_counter()
    cores = len(os.sched_getaffinity(0))
    translator = ctranslate2.Translator(
        str(model.converted), compute_type="int8", inter_threads=cores, intra_threads=1, max_queued_batches=-1
    )
    waiting = [
        translator.translate_batch(
            [[*encoded[index], END] for index in batch],
            beam_size=beam,
            return_scores=True,
            max_input_length=0,
            max_decoding_length=longest_target(len(encoded[batch[0]])),
            asynchronous=True,
        )
        for batch in batches
    ]
    for results in waiting:
        for result in results:
            pieces.decode(result.result().hypotheses[0])
    return time.perf_counter() - started


def run_transformers(text: Path, beam: int) -> float:
    import warnings

    warnings.simplefilter("ignore")
    import torch
    from transformers import MarianMTModel, MarianTokenizer

    from translate.models import resolve_model

    folder = str(resolve_model("fr-en").folder)
    lines = [line.strip() for line in text.read_text(encoding="utf-8").splitlines()]
    started = time.perf_counter()
    tokenizer = MarianTokenizer.from_pretrained(folder)
    model = MarianMTModel.from_pretrained(folder).float().eval()
    with torch.inference_mode():
        for start in range(0, len(lines), 16):
            batch = tokenizer(lines[start : start + 16], return_tensors="pt", padding=True)
            made = model.generate(**batch, num_beams=beam)
            tokenizer.batch_decode(made, skip_special_tokens=True)
    return time.perf_counter() - started


CONTENDERS = {"pipeline": run_pipeline, "bare": run_bare, "transformers": run_transformers}


def measure(name: str, text: Path, beam: int) -> tuple[float, float]:
    """Run one contender in a process; return (seconds, peak memory in MB)."""
    command = [sys.executable, __file__, "--contender", name, "--text", str(text), "--beam", str(beam)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    return seconds, megabytes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=3000)
    parser.add_argument("--reference-lines", type=int, default=320)
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--contender", choices=CONTENDERS)
    parser.add_argument("--text", type=Path)
    options = parser.parse_args()
    if options.contender:
        seconds = CONTENDERS[options.contender](options.text, options.beam)
        print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
        return
    if not TEST_SET.exists():
        sys.exit(f"{TEST_SET} is absent: this benchmark needs the gold data beside the repository.")
    lines = TEST_SET.read_text(encoding="utf-8").splitlines(keepends=True)
    with tempfile.TemporaryDirectory() as folder:
        whole, some = Path(folder) / "whole.fr", Path(folder) / "some.fr"
        whole.write_text("".join(lines[: options.lines]), encoding="utf-8")
        some.write_text("".join(lines[: options.reference_lines]), encoding="utf-8")
        rows = []
        for name, text in (("bare", whole), ("pipeline", whole), ("transformers", some), ("pipeline", some)):
            repeats = options.repeats if text == whole else 1
            runs = [measure(name, text, options.beam) for _ in range(repeats)]
            rows.append((name, len(text.read_text().splitlines()), min(s for s, _ in runs), max(m for _, m in runs)))
    print("| contender | sentences | seconds | peak memory, MB |\n|---|---|---|---|")
    for name, count, seconds, megabytes in rows:
        print(f"| {name} | {count} | {seconds:.1f} | {megabytes:.0f} |")
    print(f"\npipeline ÷ bare loop: {rows[1][2] / rows[0][2]:.3f} (at most 1.10 wanted)")
    print(f"transformers ÷ pipeline: {rows[2][2] / rows[3][2]:.1f} (at least 8 wanted)")


if __name__ == "__main__":
    main()
