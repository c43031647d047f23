"""Aligned documents to learn from and to measure on: source and target segments, and gold beads."""

from __future__ import annotations

import itertools
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from perturb import perturb, read_pairs
from soil import KINDS, Pair, in_order, soil

from translate.alignment.evaluate import Link, read_beads

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold" / "align"
NOVELS = {
    "Candide": "Candide",
    "Alice": "AlicesAdventuresInWonderland",
    "Travailleurs": "LesTravailleursDeLaMer",
    "Mohicans": "TheLastOfTheMohicans",
    "Emma": "Emma",
}
LEARNING = ("news2012-perturbed", "Candide", "Alice", "europarl", "laws", "tatoeba")
"""What weights are learnt from. The other novels, and newstest2013, are measured on only."""
LINES = ("europarl", "laws", "tatoeba")
"""Sets of parallel lines, of which documents are made."""
_CORPORA = {"europarl": ("europarl-2", 480_000), "laws": ("canada-laws", 100_000)}
"""Name and first line of what the lexicon has never seen of a corpus."""
_PAIRS = 1_500
SOILED_LINES = 120
MEASURED, LEARNT = 3, 2
"""Documents of each kind that are made of each set of lines: first those to measure on, then those to learn from."""
_MOST_WORDS = 5
"""Words of a line that can be a heading."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    name: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    beads: tuple[Link, ...]
    marks: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    """Where paragraphs begin, as `Side` has it; empty where nobody knows."""


def load_set(name: str) -> GoldSet:
    """Return a set by its name: a novel, `news2012-perturbed`, or parallel lines that are perturbed here.

    :raises SystemExit: where the gold data is not there.
    """
    if not GOLD.is_dir():
        raise SystemExit(f"{GOLD} is not there; the sets to learn from and to measure on are in that folder.")
    if name in NOVELS:
        stem = GOLD / "transread" / NOVELS[name]
        return _files(name, stem, stem.with_suffix(".fren"))
    if name == "news2012-perturbed":
        return _files(name, GOLD / name, GOLD / f"{name}.beads")
    made = perturb(load_pairs(name), random_seed=sum(map(ord, name)))
    return GoldSet(name, made.source, made.target, made.beads)


def _files(name: str, stem: Path, beads: Path) -> GoldSet:
    sides = [stem.with_name(f"{stem.name}.{code}").read_text(encoding="utf-8").splitlines() for code in ("fr", "en")]
    return GoldSet(name, tuple(sides[0]), tuple(sides[1]), tuple(read_beads(beads)))


def load_pairs(name: str) -> list[tuple[str, str]]:
    """Return the parallel lines of a set."""
    if name in _CORPORA:
        corpus, start = _CORPORA[name]
        with lzma.open(SHARED / "corpus" / f"{corpus}.tsv.xz", "rt", encoding="utf-8") as file:
            lines = list(itertools.islice(file, start, start + _PAIRS))
        fields = [line.rstrip("\n").split("\t") for line in lines]
        return [(source, target) for source, target in fields]
    stem = "tatoeba-4000" if name == "tatoeba" else name
    folder = SHARED / "gold" / "mt"
    pairs = read_pairs(folder / f"{stem}.fr", folder / f"{stem}.en")
    return pairs[:_PAIRS] if name == "tatoeba" else pairs


def iter_soiled(*, to_learn: bool, kinds: tuple[str, ...] = KINDS) -> Iterator[GoldSet]:
    """Yield documents of each kind of `soil.py`; none to learn from has lines of those to measure on.

    Those to learn from have beads in one order: what stands elsewhere is left out on both sides.
    """
    first, count = (MEASURED, LEARNT) if to_learn else (0, MEASURED)
    ends = first * SOILED_LINES, None if to_learn else MEASURED * SOILED_LINES
    lines = [load_pairs(name) for name in LINES]
    short = [pair for pairs in lines for pair in pairs[slice(*ends)] if _is_short(pair)]
    for kind in kinds:
        for pairs in lines:
            for number in range(first, first + count):
                part = pairs[number * SOILED_LINES : (number + 1) * SOILED_LINES]
                made = soil(part, short, kind, number)
                beads = in_order(made.beads) if to_learn else made.beads
                yield GoldSet(kind, made.source, made.target, beads, made.marks)


def _is_short(pair: Pair) -> bool:
    return all(len(text.split()) <= _MOST_WORDS for text in pair)
