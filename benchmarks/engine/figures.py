"""The engine's figures, one run: bare loops, pipeline with and without repair, transformers, memory, repeats, threads.

    python benchmarks/engine/figures.py [--lines 3000] [--reference-lines 300] [--peers PYTHON] [--megabytes 10,100]

Ratios are of words a second; those to the bare loop are medians over rounds in which all take their turn.
CLOCK=processor measures processor seconds, for a machine that has other work.
--peers names the Python of a virtual environment that has easynmt or argostranslate beside this package's requirements.
Memory is measured with the echo engine, through reading, segmentation, checks, journal and writing: 100 MB through the
model take hours.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from gold import ROOT, find_gold


def measure(name: str, text: Path, *, beam: int = 4, python: str = sys.executable, **more: str) -> tuple[float, float]:
    """Run a contender in a process; return (words a second, peak memory in MB)."""
    command = [python, str(Path(__file__).parent / "contenders.py"), name, str(text), "--beam", str(beam)]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": path} | more
    )
    if done.returncode:
        print(f"{name}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return 0.0, 0.0
    seconds, words, peak = json.loads(done.stdout.splitlines()[-1])
    return words / seconds, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=3000)
    parser.add_argument("--reference-lines", type=int, default=300)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--megabytes", default="10,100")
    parser.add_argument("--peers", metavar="PYTHON")
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    lines = (find_gold(options.gold) / "newstest2013.fr").read_text(encoding="utf-8").splitlines(keepends=True)
    with tempfile.TemporaryDirectory() as folder:
        whole, some, doubled, large = (
            Path(folder) / name for name in ("whole.fr", "some.fr", "doubled.fr", "large.fr")
        )
        whole.write_text("".join(lines[: options.lines]), encoding="utf-8")
        some.write_text("".join(lines[: options.reference_lines]), encoding="utf-8")
        own = lines[: options.lines * 7 // 10]
        doubled.write_text("".join(own + own[: options.lines - len(own)]), encoding="utf-8")
        print("| contender | beam | words a second | of the bare loop | peak memory, MB |\n|---|---:|---:|---:|---:|")
        for beam in (4, 1):
            names = ("bare", "bare_cut", "plain", "pipeline")
            measure("bare", some, beam=beam)  # converts the weights
            # In turn, so that what else the machine does meets all of them.
            rounds = [{name: measure(name, whole, beam=beam) for name in names} for _ in range(options.repeats)]
            for name in names:
                speed, ratio = median(f[name][0] for f in rounds), median(f[name][0] / f["bare"][0] for f in rounds)
                peak = max(f[name][1] for f in rounds)
                print(f"| {name} | {beam} | {speed:.0f} | {ratio:.2f} | {peak:.0f} |", flush=True)
        ours, _ = measure("pipeline", some)
        for name in ("transformers", "transformers_sorted", *(("easynmt", "argos") if options.peers else ())):
            python = options.peers if name in ("easynmt", "argos") else sys.executable
            speed, peak = measure(name, some, python=python)
            ratio = f"pipeline is {ours / speed:.1f} times as fast" if speed else "did not run"
            print(f"| {name}, {options.reference_lines} lines | 4 | {speed:.0f} | {ratio} | {peak:.0f} |", flush=True)
        plain, repeated = measure("pipeline", whole)[0], measure("pipeline", doubled)[0]
        print(f"\n30 % repeated segments: time a word falls by {100 * (1 - plain / repeated):.0f} %")
        for inter, intra in (("1", "1"), ("1", "2"), ("2", "1")):
            speed, peak = measure("threads", some, INTER=inter, INTRA=intra)
            print(f"threads {inter} x {intra}: {speed:.0f} words a second, {peak:.0f} MB")
        for size in (int(word) for word in options.megabytes.split(",") if word):
            written, number = 0, 0
            with large.open("w", encoding="utf-8") as file:
                while written < size * 1_000_000:
                    line = f"{number} {lines[number % len(lines)]}"
                    file.write(line)
                    written, number = written + len(line.encode()), number + 1
            _, peak = measure("echo", large)
            print(f"{size} MB through everything but the model: peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
