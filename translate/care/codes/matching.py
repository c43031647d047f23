"""Attention sharpened by what is known of words: links between two texts come in, links that are surer go out.

Attention often looks at a word beside the one that it renders, or at the last of several. Where a lexicon has a word of
the target among the answers to one of the source, or the two are written alike, that says more. The two are multiplied,
word by word, as the sources of an alignment that are independent (Och and Ney 2003, *A systematic comparison of various
statistical alignment models*).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from translate.alignment.answers import beginning_of, has_answers, load_answers
from translate.alignment.words import stemmer
from translate.care.codes.grid import diagonal_links
from translate.engines.base import Links
from translate.languages import Language
from translate.text.late import late, late_module

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
else:
    np = late_module("numpy")

Sharpen = Callable[[Links | None, str, str], Links]
"""Links between a source and a target, None where there is no attention, and the two."""
_WORD = late(r"\p{L}+(?:['’]s(?!\p{L}))?|\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[^\p{L}\d\s]")
_QUOTES = frozenset("«»“”„\"'‘’")
_UNKNOWN, _UNLIKE = 0.04, 0.02
"""Weight of two words of which nobody says that one renders the other, against 1; the same where the word of the source
is a function word and the other is none."""
_BESIDE = 0.2
"""Share of its attention that a word lends to each neighbour of what it looks at."""
_NEAR, _STEEP = 0.04, 6.0
"""Weight of a word at the same place of its text, and how fast it falls with the distance."""
_CLAIMED = 0.9
"""How much of a source word is gone for words that nobody knows to render it, where another is known to."""
_MOST_CELLS = 40_000
"""Words of the source times words of the target: texts beyond are no sentences."""


def as_attended(links: Links | None, source: str, target: str) -> Links:
    """Return attention as it is, each row made to sum to 1; without attention, words are linked by position alone."""
    if links is None:
        return diagonal_links(source, target)
    totals = [sum(row) for row in links.weights]
    rows = zip(links.weights, totals, strict=True)
    return replace(links, weights=tuple(tuple(one / total for one in row) if total else row for row, total in rows))


def sharpener(own: Language, other: Language) -> Sharpen:
    """Return what sharpens links from a text in language `own` to one in `other`; the lexicon is read when needed."""
    stem, stem_other = stemmer(own), stemmer(other)
    is_known = has_answers(own.code, other.code)

    def sharpen(links: Links | None, source: str, target: str) -> Links:
        ours, theirs = _words_of(source), _words_of(target)
        if not ours or not theirs or len(ours) * len(theirs) > _MOST_CELLS:
            return as_attended(links, source, target)
        answers = load_answers(own.code, other.code) if is_known else None
        terms, found = _terms(ours, source, stem), _terms(theirs, target, stem_other)
        matches = np.zeros((len(theirs), len(ours)))
        for column, term in enumerate(terms):
            known = answers.of(term) if answers else frozenset()
            begins = beginning_of(term)
            matches[:, column] = [
                one == term or one in known or (begins != "" and begins == beginning_of(one)) for one in found
            ]
        small = np.array([source[slice(*word)].lower() in own.function_words for word in ours])
        large = np.array([target[slice(*word)].lower() not in other.function_words for word in theirs])
        likely = np.where(large[:, None] & small[None, :], _UNLIKE, _UNKNOWN)
        whole = links or _links_of_words(source, ours, target, theirs)
        rows, columns = _overlaps(whole.target, theirs), _overlaps(whole.source, ours)
        attended = np.zeros(matches.shape)
        if links:
            weights = np.asarray(links.weights, dtype=np.float64).reshape(len(rows), len(columns))
            attended = _normalised(rows.T @ weights @ columns)
        shares = _normalised(rows) @ _multiply(attended, matches, likely) @ _normalised(columns.T)
        return replace(whole, weights=tuple(map(tuple, shares.tolist())))

    return sharpen


def _links_of_words(source: str, ours: list[tuple[int, int]], target: str, theirs: list[tuple[int, int]]) -> Links:
    """Return links with words for pieces, and without attention."""
    starts, starts_there = [start for start, _ in ours], [start for start, _ in theirs]
    return Links((*starts, len(source)), (*starts_there, len(target)), ((0.0,) * len(ours),) * len(theirs))


def _words_of(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text)]


def _terms(words: list[tuple[int, int]], text: str, stem: Callable[[str], str]) -> list[str]:
    return [_term(text[start:end], stem) for start, end in words]


def _term(word: str, stem: Callable[[str], str]) -> str:
    if word[0].isdecimal():
        return "".join(filter(str.isdecimal, word)).lstrip("0") or "0"
    return stem(word.removesuffix("'s").removesuffix("’s")) if word[0].isalpha() else '"' if word in _QUOTES else word


def _overlaps(offsets: tuple[int, ...], words: list[tuple[int, int]]) -> Floats:
    """Return 1 for each piece (row) and word (column) that share a character, else 0."""
    starts, ends = np.array(offsets[:-1])[:, None], np.array(offsets[1:])[:, None]
    places = np.array(words)
    return ((places[None, :, 0] < ends) & (starts < places[None, :, 1])).astype(np.float64)


def _normalised(weights: Floats) -> Floats:
    """Return rows that sum to 1, or to 0."""
    totals = weights.sum(1, keepdims=True)
    shares: Floats = np.divide(weights, totals, out=np.zeros_like(weights), where=totals > 0)
    return shares


def _multiply(attended: Floats, matches: Floats, likely: Floats) -> Floats:
    """Return the shares of words in words; a row sums to less than 1 where it is less sure."""
    blurred = attended.copy()
    blurred[:, 1:] += _BESIDE * attended[:, :-1]
    blurred[:, :-1] += _BESIDE * attended[:, 1:]
    height, width = attended.shape
    distance = np.abs((np.arange(height) + 0.5)[:, None] / height - (np.arange(width) + 0.5)[None, :] / width)
    blurred += _NEAR * np.exp(-_STEEP * distance)
    sharp = blurred * np.maximum(likely, matches)
    sharp /= sharp.sum(1, keepdims=True)
    sharp *= np.sqrt(sharp / sharp.sum(0, keepdims=True))
    sharp /= sharp.sum(1, keepdims=True)
    claimed = (sharp * matches).max(0, initial=0.0)
    sharp *= 1.0 - _CLAIMED * claimed * (1.0 - matches)
    return sharp
