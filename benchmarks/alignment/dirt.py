"""Strict F1 of the aligner on documents as users have them, and how many of its surer units are right; by kind.

    python benchmarks/alignment/dirt.py [--kinds headings swapped …]

Nine documents of each kind of `soil.py`, of 120 lines each, without a scorer.
"""

from __future__ import annotations

import argparse
import math

from sets import GoldSet, iter_soiled
from soil import KINDS

from translate.alignment import Side, align

_SURE = 80.0


def measure(documents: list[GoldSet]) -> tuple[float, float, float, int]:
    """Return strict F1, the share of units that score 80 or more, how many of these are right, and the moved beads."""
    wanted = found = right = sure = sure_right = moved = 0
    for made in documents:
        gold = {bead for bead in made.beads if bead[0] and bead[1]}
        alignment = align(Side("fr", made.source, made.marks[0]), Side("en", made.target, made.marks[1]))
        wanted += len(gold)
        for bead in alignment.beads:
            if bead.source and bead.target:
                is_right = (tuple(bead.source), tuple(bead.target)) in gold
                is_sure = 100 * math.exp(-bead.cost) >= _SURE
                found, right, moved = found + 1, right + is_right, moved + bead.is_moved
                sure, sure_right = sure + is_sure, sure_right + (is_sure and is_right)
    return 2 * right / (wanted + found), sure / found, sure_right / max(1, sure), moved


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinds", nargs="+", default=KINDS, choices=KINDS)
    options = parser.parse_args()
    print("| kind | strict F1 | at 80: share, right | moved beads |\n|---|---|---|---|")
    for kind in options.kinds:
        f1, share, right, moved = measure(list(iter_soiled(to_learn=False, kinds=(kind,))))
        print(f"| {kind} | {f1:.3f} | {share:.0%}, {right:.1%} | {moved} |", flush=True)


if __name__ == "__main__":
    main()
