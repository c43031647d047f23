"""A corpus of aligned texts comes in, the pairs of terms in it go out, the surest first."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from translate.alignment.word_links import WordLink
from translate.languages import Language
from translate.records import dataclass
from translate.terms.candidates import Candidates, Gathering, Integers, find_candidates
from translate.terms.equivalents import Equivalents
from translate.terms.linked import LinkedTerms

Floats = NDArray[np.float64]

_CHUNK = 4_000
"""Texts of which the pairs are counted at once."""
_LEAST = 3
"""Texts that must have a term, and both of a pair."""
_LEAST_DICE = 0.12
_KNOWN = 1.3
"""How much surer a pair is whose sides are equivalents in the dictionary, or alike."""
_LINKED = 1.25
"""How much surer a pair is whose words are linked to each other in the texts that have both."""
_NEARLY_BEST = 0.85
"""Share of the best score of its source that a second target must reach."""
_SECOND = 0.5
"""What a pair loses that is the best of one of its sides only."""
_WITHIN = 0.8
"""Share of the texts with a term in which it is part of one longer term, for it to be no term by itself."""
_PART = 0.3
_UNDETERMINED_SHARE = 0.2
"""Share of its places before which a word has a determiner, below which it is hardly a noun."""
_UNDETERMINED = 0.5
_IDENTIFIER = 0.5
"""What a pair loses that is one word no lexicon has, the same on both sides."""


@dataclass(frozen=True, slots=True)
class TermPair:
    """A source and a target that stand in the same units."""

    source: str
    target: str
    count: int
    """Units that have both."""
    score: float
    """Higher is surer: count times Dice coefficient, weighed by what else is known."""
    unit: int
    """Number of the first unit that has both, from nought."""


@dataclass(slots=True)
class _Pairs:
    """Pairs of candidates, by the numbers of both."""

    ours: Integers
    theirs: Integers
    counts: Integers
    firsts: Integers

    def only(self, which: NDArray[np.bool_]) -> _Pairs:
        return _Pairs(self.ours[which], self.theirs[which], self.counts[which], self.firsts[which])


def extract_terms(
    pairs: Iterable[tuple[str, str]], source: Language, target: Language, most: int, links: Iterable[WordLink] = ()
) -> list[TermPair]:
    """Return at most `most` pairs of terms, the surest first.

    Candidates are noun-like phrases; of those that stand in the same units, each source keeps its best target by the
    Dice coefficient. The list is in the order of count times Dice (Smadja, McKeown and Hatzivassiloglou 1996,
    *Translating collocations for bilingual lexicons*), weighed down where one side has a better partner, or is nearly
    always part of one longer term, or is hardly a noun, and up where the words of both are linked to each other.

    :param links: between the words of the pairs, or of those among them that are sure.
    """
    sources, targets = Gathering(source), Gathering(target)
    for one, other in pairs:
        sources.add(one)
        targets.add(other)
    known = Equivalents(source, target)
    ours = find_candidates(sources, sources.inflections.kinds_of, _LEAST)
    theirs = find_candidates(targets, known.parts_of_target, _LEAST)
    found = _count_together(ours, theirs)
    if not len(found.counts):
        return []
    found = found.only(_dice(found, ours, theirs) >= _LEAST_DICE)
    texts = [(ours.surfaces[number], theirs.surfaces[other]) for number, other in _places(found)]
    quality = _dice(found, ours, theirs)
    quality[[known.are_equivalent(one, two) for one, two in texts]] *= _KNOWN
    best = _highest(found.ours, quality, len(ours.counts))
    score = found.counts * quality
    score[quality < best[found.ours]] *= _SECOND
    score[quality < _highest(found.theirs, quality, len(theirs.counts))[found.theirs]] *= _SECOND
    score[_are_parts(ours)[found.ours]] *= _PART
    score[_are_parts(theirs)[found.theirs]] *= _PART
    is_word = np.array([len(words) == 1 for words in ours.words])
    score[((ours.determined < _UNDETERMINED_SHARE) & is_word)[found.ours]] *= _UNDETERMINED
    score[[known.is_identifier(one, two) for one, two in texts]] *= _IDENTIFIER
    linked = LinkedTerms(links, source, target)
    counts = found.counts.tolist()
    score[[linked.are_linked(one, two, count) for (one, two), count in zip(texts, counts, strict=True)]] *= _LINKED
    kept = np.flatnonzero(quality >= best[found.ours] * _NEARLY_BEST)
    order = kept[np.lexsort((found.theirs[kept], found.ours[kept], -np.round(score[kept], 9)))][:most]
    firsts = found.firsts.tolist()
    return [
        TermPair(texts[at][0], texts[at][1], counts[at], round(float(score[at]), 2), firsts[at])
        for at in order.tolist()
    ]


def _places(found: _Pairs) -> Iterable[tuple[int, int]]:
    return zip(found.ours.tolist(), found.theirs.tolist(), strict=True)


def _dice(found: _Pairs, ours: Candidates, theirs: Candidates) -> Floats:
    both: Floats = 2.0 * found.counts / (ours.counts[found.ours] + theirs.counts[found.theirs])
    return both


def _highest(numbers: Integers, values: Floats, size: int) -> Floats:
    """Return the highest value of each number below `size`."""
    highest: Floats = np.zeros(size)
    np.maximum.at(highest, numbers, values)
    return highest


def _are_parts(candidates: Candidates) -> NDArray[np.bool_]:
    """Tell of each candidate whether nearly all texts that have it have one longer candidate around it."""
    numbers = {words: number for number, words in enumerate(candidates.words)}
    share = np.zeros(len(candidates.counts))
    for number, words in enumerate(candidates.words):
        count = len(words)
        for first in range(count):
            for last in range(first + 1, count + 1):
                part = numbers.get(words[first:last]) if last - first < count else None
                if part is not None:
                    share[part] = max(share[part], candidates.counts[number] / candidates.counts[part])
    return share >= _WITHIN


def _count_together(ours: Candidates, theirs: Candidates) -> _Pairs:
    """Return the pairs that stand in the same texts, and in enough of them."""
    width = max(len(theirs.counts), 1)
    keys, counts, firsts = (np.zeros(0, np.int64) for _ in range(3))
    for start in range(0, len(ours.starts) - 1, _CHUNK):
        made, texts = [], []
        for text in range(start, min(start + _CHUNK, len(ours.starts) - 1)):
            one = ours.numbers[ours.starts[text] : ours.starts[text + 1]]
            two = theirs.numbers[theirs.starts[text] : theirs.starts[text + 1]]
            if len(one) and len(two):
                made.append((one[:, None] * width + two[None, :]).ravel())
                texts.append(np.full(len(made[-1]), text))
        if made:
            some, places, numbers = np.unique(np.concatenate(made), return_index=True, return_counts=True)
            added = (some, numbers.astype(np.int64), np.concatenate(texts)[places])
            keys, counts, firsts = _merged((keys, counts, firsts), added)
    return _Pairs(keys // width, keys % width, counts, firsts).only(counts >= _LEAST)


def _merged(
    known: tuple[Integers, Integers, Integers], added: tuple[Integers, Integers, Integers]
) -> tuple[Integers, Integers, Integers]:
    """Return keys of both, each once, with their counts together and their first texts; `known` come earlier."""
    keys, counts, firsts = (np.concatenate(both) for both in zip(known, added, strict=True))
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    heads = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys[heads], np.add.reduceat(counts[order], heads), firsts[order][heads]
