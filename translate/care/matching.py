"""Attention sharpened by what is known of words: links between two texts come in, links that are surer go out.

Attention often looks at a word beside the one that it renders, or at the last of several. Where a lexicon has a word of
the target among the answers to one of the source, or the two are written alike, that says more. The two are multiplied,
word by word, as the sources of an alignment that are independent (Och and Ney 2003, *A systematic comparison of various
statistical alignment models*).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from translate.alignment.answers import beginning_of, has_answers, load_answers
from translate.alignment.words import stemmer
from translate.engines.base import Links
from translate.languages import Language
from translate.text.late import late

Floats = npt.NDArray[np.float64]
Sharpen = Callable[[Links, str, str], Links]
"""Links between a source and a target, and the two."""
_WORD = late(r"\p{L}+|\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[^\p{L}\d\s]")
_QUOTES = frozenset("«»“”„\"'‘’")
_UNKNOWN = 0.04
"""Weight of two words of which nobody says that one renders the other, against 1."""
_BESIDE = 0.2
"""Share of its attention that a word lends to each neighbour of what it looks at."""
_NEAR, _STEEP = 0.03, 6.0
"""Weight of a word at the same place of its text, and how fast it falls with the distance."""
_CLAIMED = 0.9
"""How much of a source word is gone for words that nobody knows to render it, where another is known to."""
_MOST_CELLS = 40_000
"""Words of the source times words of the target: texts beyond are no sentences."""


def as_attended(links: Links, source: str, target: str) -> Links:
    """Change nothing."""
    return links


def sharpener(own: Language, other: Language) -> Sharpen:
    """Return what sharpens links from a text in language `own` to one in `other`; the lexicon is read when needed."""
    stem, stem_other = stemmer(own), stemmer(other)
    is_known = has_answers(own.code, other.code)

    def sharpen(links: Links, source: str, target: str) -> Links:
        ours, theirs = _words_of(source), _words_of(target)
        if not ours or not theirs or len(ours) * len(theirs) > _MOST_CELLS:
            return links
        answers = load_answers(own.code, other.code) if is_known else None
        terms, found = _terms(ours, source, stem), _terms(theirs, target, stem_other)
        matches = np.zeros((len(theirs), len(ours)))
        for column, term in enumerate(terms):
            known = answers.of(term) if answers else frozenset()
            begins = beginning_of(term)
            matches[:, column] = [
                one == term or one in known or (begins != "" and begins == beginning_of(one)) for one in found
            ]
        weights = np.asarray(links.weights, dtype=np.float64).reshape(len(links.target) - 1, len(links.source) - 1)
        rows, columns = _owners(links.target, theirs), _owners(links.source, ours)
        attended = _gather(weights, rows, columns, (len(theirs), len(ours)))
        sharp = _multiply(attended, matches)
        return replace(links, weights=tuple(map(tuple, (sharp[rows][:, columns] / _sizes(columns)).tolist())))

    return sharpen


def _words_of(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text)]


def _terms(words: list[tuple[int, int]], text: str, stem: Callable[[str], str]) -> list[str]:
    return [_term(text[start:end], stem) for start, end in words]


def _term(word: str, stem: Callable[[str], str]) -> str:
    if word[0].isdecimal():
        return "".join(filter(str.isdecimal, word)).lstrip("0") or "0"
    return stem(word) if word[0].isalpha() else '"' if word in _QUOTES else word


def _owners(offsets: tuple[int, ...], words: list[tuple[int, int]]) -> npt.NDArray[np.int64]:
    """Return for each piece the number of the word that it begins in, or that comes next."""
    ends = np.array([end for _, end in words])
    return np.minimum(np.searchsorted(ends, np.array(offsets[:-1]), side="right"), len(words) - 1)


def _sizes(columns: npt.NDArray[np.int64]) -> Floats:
    return np.bincount(columns)[columns].astype(np.float64)


def _gather(
    weights: Floats, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64], shape: tuple[int, int]
) -> Floats:
    """Return the attention of words to words: that of their pieces, taken together; each row sums to 1, or 0."""
    gathered = np.zeros(shape)
    np.add.at(gathered, (rows[:, None], columns[None, :]), weights)
    total = gathered.sum(1, keepdims=True)
    shared: Floats = np.divide(gathered, total, out=np.zeros(shape), where=total > 0)
    return shared


def _multiply(attended: Floats, matches: Floats) -> Floats:
    blurred = attended.copy()
    blurred[:, 1:] += _BESIDE * attended[:, :-1]
    blurred[:, :-1] += _BESIDE * attended[:, 1:]
    height, width = attended.shape
    distance = np.abs((np.arange(height) + 0.5)[:, None] / height - (np.arange(width) + 0.5)[None, :] / width)
    blurred += _NEAR * np.exp(-_STEEP * distance)
    sharp = blurred * (_UNKNOWN + (1.0 - _UNKNOWN) * matches)
    sharp /= sharp.sum(1, keepdims=True)
    sharp *= np.sqrt(sharp / sharp.sum(0, keepdims=True))
    sharp /= sharp.sum(1, keepdims=True)
    claimed = (sharp * matches).max(0, initial=0.0)
    sharp *= 1.0 - _CLAIMED * claimed * (1.0 - matches)
    shared: Floats = sharp / sharp.sum(1, keepdims=True)
    return shared
