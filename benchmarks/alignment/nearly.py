"""Pairs of texts on one subject that are no translations: how many are refused or doubtful, how many units score 80.

    python benchmarks/alignment/nearly.py BOOKS CORPUS

Two chapters of one book, two books of one author (NAME.fr.txt.xz and NAME.en.txt.xz in BOOKS), and stretches of lines
that follow each other (NAME.tsv.xz in CORPUS). Stretches of translations are judged beside them, without a scorer.
"""

from __future__ import annotations

import argparse
import lzma
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from sets import NOVELS, load_set

from translate.aligning.judgement import MOST_OF_DOUBTFUL, Verdict, judge
from translate.alignment import Side, align
from translate.segmentation import load_segmenter

LINES = (12, 30)
CORPORA = ("debian-website", "cds-canada")
STRETCHES, GOLD_STRETCHES, GOLD_BEADS = 15, 10, 40
MIN_SIMILARITY = 5.0
Texts = Sequence[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("books", type=Path)
    parser.add_argument("corpus", type=Path)
    options = parser.parse_args()
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    units: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for kind, one, other in (*iter_near(options.books, options.corpus), *iter_true(options.corpus)):
        sides = _side(one, "fr"), _side(other, "en")
        found = align(*sides)
        judgement = judge(found.beads, (sides[0].texts, sides[1].texts), found.similarity)
        verdict = Verdict.REFUSED if found.similarity < MIN_SIMILARITY else judgement.verdict
        verdicts[kind][verdict] += 1
        if verdict is not Verdict.REFUSED:
            most = MOST_OF_DOUBTFUL if verdict is Verdict.DOUBTFUL else 1.0
            both = [min(most, math.exp(-bead.cost)) for bead in found.beads if bead.source and bead.target]
            units[kind][0] += len(both)
            units[kind][1] += sum(probability >= 0.8 for probability in both)
    print("| pairs | " + " | ".join(Verdict) + " | units | at 80 or above |\n|---|---|---|---|---|---|")
    for kind, counts in verdicts.items():
        cells = [str(counts[verdict]) for verdict in Verdict]
        print(f"| {kind} | {' | '.join(cells)} | {units[kind][0]} | {units[kind][1]} |")


def iter_near(books: Path, corpus: Path) -> Iterator[tuple[str, Texts, Texts]]:
    """Yield the kind, a French and an English text on one subject."""
    names = sorted(path.name.removesuffix(".fr.txt.xz") for path in books.glob("*.fr.txt.xz"))
    authors: dict[str, list[str]] = defaultdict(list)
    for name in names:
        authors[name.split("_")[0]].append(name)
    for size in LINES:
        for name in names:
            yield (
                "two chapters",
                _part(books / f"{name}.fr.txt.xz", 0.25, size),
                _part(books / f"{name}.en.txt.xz", 0.65, size),
            )
        for first, second in ((group[0], group[1]) for group in authors.values() if len(group) > 1):
            yield (
                "two books",
                _part(books / f"{first}.fr.txt.xz", 0.4, size),
                _part(books / f"{second}.en.txt.xz", 0.4, size),
            )
        for name in CORPORA:
            for lines in _stretches(corpus / f"{name}.tsv.xz", 2 * size):
                yield name, [one for one, _ in lines[:size]], [other for _, other in lines[size:]]


def iter_true(corpus: Path) -> Iterator[tuple[str, Texts, Texts]]:
    """Yield the kind, and texts that are translations of each other, with lines lost in either."""
    chance = random.Random(3)
    for size in LINES:
        for name in CORPORA:
            for lines in _stretches(corpus / f"{name}.tsv.xz", size):
                sides = ([line[side] for line in lines if chance.random() < 0.9] for side in (0, 1))
                yield f"{name}, translated", *sides
    for name in NOVELS:
        gold = load_set(name)
        for _ in range(GOLD_STRETCHES):
            first = chance.randrange(max(1, len(gold.beads) - GOLD_BEADS))
            beads = gold.beads[first : first + GOLD_BEADS]
            yield (
                f"{name}, translated",
                [gold.source[i] for ones, _ in beads for i in ones],
                [gold.target[j] for _, others in beads for j in others],
            )


def _part(path: Path, at: float, size: int) -> list[str]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip()]
    first = int(at * len(lines))
    return lines[first : first + size]


def _stretches(path: Path, size: int) -> Iterator[list[tuple[str, str]]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        lines = [(fields[0], fields[1]) for fields in (line.rstrip("\n").split("\t") for line in file)]
    chance = random.Random(size)
    for _ in range(STRETCHES):
        first = chance.randrange(len(lines) - size)
        yield lines[first : first + size]


def _side(paragraphs: Texts, language: str) -> Side:
    segmenter = load_segmenter(language)
    pieces = [
        (piece.text, int(not place)) for text in paragraphs for place, piece in enumerate(segmenter.segment(text))
    ]
    return Side(language, tuple(text for text, _ in pieces), tuple(mark for _, mark in pieces))


if __name__ == "__main__":
    main()
