"""Time and peak memory of the aligner at 1k to 100k segments a side, without translation.

    python benchmarks/alignment/speed.py [--sizes 1000 3000 10000 30000 100000]

The documents are the sentences of `../shared/corpus/europarl-2.tsv.xz`, with lines joined, lost and put in. Each size
runs in a process of its own, so that its peak memory is its own. Timed is the way from texts to beads and scores.
"""

from __future__ import annotations

import argparse
import itertools
import json
import lzma
import resource
import subprocess
import sys
import time

from perturb import perturb
from sets import SHARED

from translate.alignment import Side, align, evaluate

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)


def measure(size: int) -> dict[str, float]:
    path = SHARED / "corpus" / "europarl-2.tsv.xz"
    if not path.is_file():
        raise SystemExit(f"{path} is not there; the speed is measured on its sentences.")
    with lzma.open(path, "rt", encoding="utf-8") as file:
        fields = [line.rstrip("\n").split("\t") for line in itertools.islice(file, int(size * 1.1))]
    made = perturb([(source, target) for source, target in fields], random_seed=size)
    source, target = made.source[:size], made.target[:size]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, cpu = time.perf_counter(), time.process_time()
    alignment = align(Side("fr", source, (0,) * len(source)), Side("en", target, (0,) * len(target)))
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    links = [(tuple(bead.source), tuple(bead.target)) for bead in alignment.beads]
    gold = [bead for bead in made.beads if max((*bead[0], -1)) < size and max((*bead[1], -1)) < size]
    return {
        "size": size,
        "seconds": seconds,
        "cpu": cpu_seconds,
        "before": before / 1024,
        "peak": peak / 1024,
        "strict": evaluate(gold, links).strict.f1,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measure(options.child)))
        return
    print("| segments a side | seconds | of processor | peak memory, MB | strict F1 |\n|---|---|---|---|---|")
    for size in options.sizes:
        command = [sys.executable, __file__, "--child", str(size)]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        found = json.loads(run.stdout)
        print(
            f"| {size:,} | {found['seconds']:.1f} | {found['cpu']:.1f} | {found['peak']:.0f} | {found['strict']:.3f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
