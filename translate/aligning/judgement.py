"""Whether two documents are translations of each other: their beads come in, a judgement with its reasons goes out.

Two texts on one subject share words, and beads that look right here and there. What they have not is many sure beads,
several of them in a row, and the same names and numbers.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from translate.alignment.words import plain_form
from translate.data import Bead
from translate.records import dataclass
from translate.text.late import late_plain

SURE = 0.8
"""A bead is sure from this probability on."""
LEAST_SURE, LEAST_IN_A_ROW, LEAST_AGREEING = 0.15, 3, 0.1
"""What translations have at least: the share of segments in sure beads, sure beads that follow each other, the share of
names and numbers that both sides have. Emma, freely translated, has .21, 3 and .26 in stretches of 40 beads; of 104
pairs of texts on one subject, two have as much."""
LOW, HIGH = 30.0, 60.0
"""A pair that fails is refused below the first similarity, and doubtful below the second; above, it passes."""
MOST_OF_DOUBTFUL = 0.5
"""Probability that a bead of a doubtful pair has at most."""
_LEAST_TELLING, _MANY_TELLING = 5, 20
"""Fewer names and numbers say nothing. Of many, translations have one in common at least, Descartes too (6 of 106);
texts made of the same formulas, as advisories are, may have none."""
_TELLING = late_plain(r"\d+|[^\W\d_]+")
_STEM = 6


class Verdict(StrEnum):
    """What two documents are to each other."""

    ALIGNED = "aligned"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`reasons` are what speaks against a pair that did not pass."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()


PASSED = Judgement(Verdict.ALIGNED)


def judge(beads: Sequence[Bead], texts: tuple[Sequence[str], Sequence[str]], similarity: float) -> Judgement:
    """Judge two documents.

    :param texts: the segments of both, which `beads` count.
    :param similarity: of both, from 0 to 100.
    """
    if similarity >= HIGH:
        return PASSED
    found = _few_sure(beads, texts), _none_in_a_row(beads)
    shared, total = _agreement(beads, texts)
    disagree = total >= _LEAST_TELLING and shared < LEAST_AGREEING * total
    disagreement = f"only {shared} of {total} names and numbers agree" if disagree else ""
    reasons = tuple(reason for reason in (*found, disagreement) if reason)
    if not any(found):  # a treatise may have few names, and each of them in another form
        return Judgement(Verdict.DOUBTFUL, reasons) if not shared and total >= _MANY_TELLING else PASSED
    if similarity < LOW:
        return Judgement(Verdict.REFUSED if len(reasons) > 1 else Verdict.DOUBTFUL, reasons)
    return Judgement(Verdict.DOUBTFUL, reasons) if len(reasons) > 1 else PASSED


def _is_sure(bead: Bead) -> bool:
    return bool(bead.source and bead.target) and math.exp(-bead.cost) >= SURE


def _few_sure(beads: Sequence[Bead], texts: tuple[Sequence[str], Sequence[str]]) -> str:
    sure = [bead for bead in beads if _is_sure(bead)]
    segments = sum(len(bead.source) + len(bead.target) for bead in sure)
    if segments >= LEAST_SURE * 2 * min(len(side) for side in texts):
        return ""
    pairs = sum(bool(bead.source and bead.target) for bead in beads)
    return f"only {len(sure)} of {pairs} beads are sure"


def _none_in_a_row(beads: Iterable[Bead]) -> str:
    longest = run = 0
    for bead in beads:
        if bead.source and bead.target:
            run = run + 1 if _is_sure(bead) else 0
            longest = max(longest, run)
    return "" if longest >= LEAST_IN_A_ROW else f"no {LEAST_IN_A_ROW} sure beads follow each other"


def _agreement(beads: Iterable[Bead], texts: tuple[Sequence[str], Sequence[str]]) -> tuple[int, int]:
    """Return how many names and numbers both sides of beads have, and how many either has."""
    shared = total = 0
    for bead in beads:
        if bead.source and bead.target:
            one = _telling(texts[0][bead.source.start : bead.source.stop])
            other = _telling(texts[1][bead.target.start : bead.target.stop])
            shared += (one & other).total()
            total += (one | other).total()
    return shared, total


def _telling(texts: Iterable[str]) -> Counter[str]:
    """Return the names within sentences, by how they begin, and the numbers of more than a digit."""
    found: Counter[str] = Counter()
    for text in texts:
        for place, match in enumerate(_TELLING.finditer(text)):
            word = match[0]
            if word.isdigit():
                found[word] += len(word) > 1
            elif place and len(word) > 3 and word[0].isupper():
                found[plain_form(word)[:_STEM]] += 1
    return +found
