"""Time and peak memory of the aligner at 1k to 100k segments a side, without translation.

    python benchmarks/alignment/speed.py [--sizes 1000 3000 10000 30000 100000] [--swapped]

The documents are the sentences of `../shared/corpus/europarl-2.tsv.xz`, with lines joined, lost and put in; with
`--swapped` the second half of each translation comes first. Each size runs in a process of its own, so that its peak
memory is its own. Timed is the way from texts to beads and scores.
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

from translate.alignment import Side, align
from translate.alignment.evaluate import evaluate

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)


def measure(size: int, *, is_swapped: bool) -> dict[str, float]:
    path = SHARED / "corpus" / "europarl-2.tsv.xz"
    if not path.is_file():
        raise SystemExit(f"{path} is not there; the speed is measured on its sentences.")
    with lzma.open(path, "rt", encoding="utf-8") as file:
        fields = [line.rstrip("\n").split("\t") for line in itertools.islice(file, int(size * 1.1))]
    made = perturb([(source, target) for source, target in fields], random_seed=size)
    source, target = made.source[:size], made.target[:size]
    gold = [bead for bead in made.beads if max((*bead[0], -1)) < size and max((*bead[1], -1)) < size]
    if is_swapped:
        middle = len(target) // 2
        target = target[middle:] + target[:middle]
        gold = [(ones, tuple((other - middle) % len(target) for other in others)) for ones, others in gold]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, cpu = time.perf_counter(), time.process_time()
    alignment = align(Side("fr", source, (0,) * len(source)), Side("en", target, (0,) * len(target)))
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    strict = evaluate(gold, [(tuple(bead.source), tuple(bead.target)) for bead in alignment.beads]).strict
    return {
        "size": size,
        "seconds": seconds,
        "cpu": cpu_seconds,
        "before": before / 1024,
        "peak": peak / 1024,
        "precision": strict.precision,
        "recall": strict.recall,
        "strict": strict.f1,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--swapped", action="store_true", help="the second half of each translation comes first")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measure(options.child, is_swapped=options.swapped)))
        return
    columns = "segments a side", "seconds", "of processor", "peak memory, MB", "precision", "recall", "strict F1"
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for size in options.sizes:
        command = [sys.executable, __file__, "--child", str(size), *(["--swapped"] if options.swapped else [])]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        found = json.loads(run.stdout)
        cells = [f"{found[key]:.1f}" for key in ("seconds", "cpu")] + [f"{found['peak']:.0f}"]
        cells += [f"{found[key]:.3f}" for key in ("precision", "recall", "strict")]
        print(f"| {size:,} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
