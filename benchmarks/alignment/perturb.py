"""Parallel lines come in, and out come two documents with joined, lost and inserted segments, and their gold beads.

    python benchmarks/alignment/perturb.py LINES.fr LINES.en OUT --random-seed 7

writes OUT.fr, OUT.en and OUT.beads. Real documents have a little of everything; so have these.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Disorder:
    """How often each thing happens, for one line out of all."""

    joined_source: float = 0.06
    """Two or three lines are one segment of the source."""
    joined_target: float = 0.06
    crossed: float = 0.01
    """Two lines are cut elsewhere on one side, so that a 2–2 bead is the smallest."""
    lost_source: float = 0.02
    lost_target: float = 0.02
    insertions: int = 1
    """Stretches of many lines that one side alone has."""
    insertion_lines: tuple[int, int] = (20, 60)


@dataclass(frozen=True, slots=True)
class Perturbed:
    source: tuple[str, ...]
    target: tuple[str, ...]
    beads: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def perturb(pairs: Sequence[tuple[str, str]], random_seed: int, disorder: Disorder | None = None) -> Perturbed:
    """Return documents of `pairs` in order; equal seeds give equal documents."""
    disorder = disorder or Disorder()
    chance = random.Random(random_seed)
    source: list[str] = []
    target: list[str] = []
    beads: list[tuple[tuple[int, ...], tuple[int, ...]]] = []

    def add(ones: Sequence[str], others: Sequence[str]) -> None:
        first, second = len(source), len(target)
        source.extend(ones)
        target.extend(others)
        beads.append((tuple(range(first, len(source))), tuple(range(second, len(target)))))

    places = {chance.randrange(len(pairs)): chance.random() < 0.5 for _ in range(disorder.insertions)}
    at = 0
    while at < len(pairs):
        if at in places and at + 100 < len(pairs):
            is_source = places.pop(at)
            for one, other in pairs[at : at + chance.randint(*disorder.insertion_lines)]:
                add([one] if is_source else [], [] if is_source else [other])
                at += 1
        draw = chance.random()
        size = min(chance.choice((2, 2, 2, 2, 3)), len(pairs) - at)
        lines = pairs[at : at + size]
        ones, others = [one for one, _ in lines], [other for _, other in lines]
        if draw < (limit := disorder.joined_source):
            add([" ".join(ones)], others)
        elif draw < (limit := limit + disorder.joined_target):
            add(ones, [" ".join(others)])
        elif draw < (limit := limit + disorder.crossed) and size == 2:
            words = " ".join(others).split(" ")
            first, second = (len(other.split(" ")) for other in others)
            moved = round(chance.uniform(0.3, 0.6) * (second if chance.random() < 0.5 else -first)) or 1
            cut = max(1, min(len(words) - 1, first + moved))
            add(ones, [" ".join(words[:cut]), " ".join(words[cut:])] if len(words) > 1 else [" ".join(words)])
        else:
            size = 1
            if draw > 1 - disorder.lost_source:
                add([], others[:1])
            elif draw > 1 - disorder.lost_source - disorder.lost_target:
                add(ones[:1], [])
            else:
                add(ones[:1], others[:1])
        at += size
    return Perturbed(tuple(source), tuple(target), tuple(beads))


def read_pairs(source: Path, target: Path) -> list[tuple[str, str]]:
    """Return the lines of two files, side by side; pairs with a blank line are left out."""
    lines = (path.read_text(encoding="utf-8").splitlines() for path in (source, target))
    return [(one.strip(), other.strip()) for one, other in zip(*lines, strict=True) if one.strip() and other.strip()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--random-seed", type=int, default=1)
    options = parser.parse_args()
    made = perturb(read_pairs(options.source, options.target), options.random_seed)
    for ending, lines in (("fr", made.source), ("en", made.target)):
        path = options.out.with_name(f"{options.out.name}.{ending}")
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    beads = "".join(f"{list(one)}:{list(other)}\n" for one, other in made.beads)
    options.out.with_name(f"{options.out.name}.beads").write_text(beads, encoding="utf-8")


if __name__ == "__main__":
    main()
