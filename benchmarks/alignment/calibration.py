"""How many of the units that score at least 80 are right, strictly, on each gold set; with and without the scorer.

python benchmarks/alignment/calibration.py [--no-scorer] [--sets Emma …]
"""

from __future__ import annotations

import argparse
import math

from sets import LEARNING, NOVELS, load_set

from translate.aligning.scorers import SCORERS
from translate.alignment import Side, align
from translate.config import Config

SETS = tuple(dict.fromkeys((*LEARNING, "newstest2013", *NOVELS)))
LIMITS = (80, 90, 95)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-scorer", action="store_true")
    parser.add_argument("--sets", nargs="+", default=SETS, metavar="NAME")
    options = parser.parse_args()
    scorer = None if options.no_scorer else SCORERS.load("model").load(Config())
    print("| set | units | " + " | ".join(f"at {limit} or above: share, right" for limit in LIMITS) + " |")
    print("|---" * (len(LIMITS) + 2) + "|")
    for name in options.sets:
        gold = load_set(name)
        sides = Side("fr", gold.source, (0,) * len(gold.source)), Side("en", gold.target, (0,) * len(gold.target))
        wanted = set(gold.beads)
        found = [
            (100 * math.exp(-bead.cost), (tuple(bead.source), tuple(bead.target)) in wanted)
            for bead in align(*sides, scorer=scorer).beads
            if bead.source and bead.target
        ]
        cells = []
        for limit in LIMITS:
            above = [is_right for score, is_right in found if score >= limit]
            cells.append(f"{len(above) / len(found):.0%}, {sum(above) / max(1, len(above)):.1%}")
        print(f"| {name} | {len(found)} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
