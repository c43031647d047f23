"""Show what was wrong in 100 segments of the built-in model, and what of it today's translations still have.

python benchmarks/engine/errors.py [--show] [--gold FOLDER]

`errors.tsv` lists the errors that a reader found in them on 30 November 2026 (model fr-en@1c8730b): set, line from 1,
severity, category, the words of the translation, and what would be right. The segments were drawn by rule, before
anything was read: of the sound lines each 75th of newstest2013, each 45th of tico19-test (40 of each) and each 200th of
tatoeba-4000 (20). Severity is that of MQM (Lommel et al. 2014, Multidimensional Quality Metrics): a critical error
misleads who reads the translation alone, a major one stops or misinforms him, a minor one only reads badly. An error
counts as gone where its words have left the translation; another may stand in their place.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from gold import SHIFTED, find_gold, make_translator, through

from translate.config import Config

SEVERITIES = ("minor", "major", "critical")
DRAWN = {"newstest2013": (75, 40), "tico19-test": (45, 40), "tatoeba-4000": (200, 20)}
"""The distance of the lines drawn from a set, and their number."""
ELLIPSIS = " … "


class Error(NamedTuple):
    """A row of `errors.tsv`."""

    set: str
    line: int
    severity: str
    category: str
    output: str
    right: str

    def stands_in(self, target: str) -> bool:
        return all(part in target for part in self.output.split(ELLIPSIS))


def read_errors() -> list[Error]:
    with Path(__file__).with_name("errors.tsv").open(encoding="utf-8") as rows:
        reader = csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(reader)
        return [Error(name, int(line), *rest) for name, line, *rest in reader]


def draw(gold: Path) -> dict[tuple[str, int], str]:
    """Return the source of each segment drawn, by set and line."""
    found = {}
    for name, (step, count) in DRAWN.items():
        lines = (gold / f"{name}.fr").read_text(encoding="utf-8").rstrip("\n").split("\n")
        sound = [number for number in range(len(lines)) if number not in SHIFTED.get(name, ())]
        found.update({(name, number + 1): lines[number] for number in sound[step - 1 :: step][:count]})
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print each error that is still there")
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    errors = read_errors()
    drawn = draw(find_gold(options.gold))
    if strange := {(error.set, error.line) for error in errors} - drawn.keys():
        parser.error(f"errors.tsv names segments that the rule does not draw: {sorted(strange)}")
    done = through(make_translator(Config()), list(drawn.values()))
    still = [error for error in errors if error.stands_in(done[drawn[error.set, error.line]].text)]
    for title, rows in (("as read", errors), ("still there", still)):
        worst = dict.fromkeys(drawn, "none")
        for error in sorted(rows, key=lambda error: SEVERITIES.index(error.severity)):
            worst[error.set, error.line] = error.severity
        print(f"\n{title}: {len(rows)} errors, {dict(Counter(error.severity for error in rows))}")
        print(f"{'categories':14s}", dict(Counter(error.category for error in rows).most_common()))
        for name in DRAWN:
            print(f"{name:14s}", dict(Counter(worst[segment] for segment in drawn if segment[0] == name)))
    for severity in ("none", *SEVERITIES):  # by the worst error still there: what the tool says of the segment
        of_kind = [segment for segment in drawn if worst[segment] == severity]
        told = sum(bool(done[drawn[segment]].issues) for segment in of_kind)
        print(f"{severity:10s} at worst: {len(of_kind)} segments, {told} with an issue")
    for error in still if options.show else ():
        print(*error, sep="\t")


if __name__ == "__main__":
    main()
