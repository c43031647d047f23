"""What the lexicon of two languages says of a single word: a word comes in, an answer goes out.

Each function returns the one that answers; the lexicon is read at the first question.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from translate.alignment.lexicon import Lexicon, has_lexicon, load_lexicon, load_source_terms
from translate.alignment.words import stemmer
from translate.languages import find_language

_KEPT = 0.1
"""Least p(target term | source term) of a word that may stay as it is."""
_ALIKE = 3
_FOREIGN = 0.01
"""Most uses of a word in the target language for one in the source language, where it is no word of the former."""
_RARE = 2e-6
"""Share of all words of those that are rare: that they stand in both languages says little."""
_HALF = 0.5
"""Letters with which a word begins that stays as it is, but for its ending."""


@cache
def knows_word(source_language: str, target_language: str) -> Callable[[str], bool] | None:
    """Return what tells whether a word of the source language has translations; None where no lexicon ships."""
    if not has_lexicon(source_language, target_language):
        return None
    stem = stemmer(find_language(source_language))
    terms: list[frozenset[str]] = []

    def knows(word: str) -> bool:
        if not terms:
            terms.append(load_source_terms(source_language, target_language))
        return stem(word) in terms[0]

    return knows


@cache
def keeps_word(source_language: str, target_language: str) -> Callable[[str], bool]:
    """Return what tells whether a word may be its own translation: one that the lexicon has so, or does not know."""
    stem, other_stem = stemmer(find_language(source_language)), stemmer(find_language(target_language))

    def keeps(word: str) -> bool:
        known, kept = _read(source_language, target_language)
        return stem(word) not in known or (stem(word), other_stem(word)) in kept

    return keeps


@cache
def leaves_word(source_language: str, target_language: str) -> Callable[[str, str], bool]:
    """Return what tells whether a word, mostly rendered by a given translation, is none of the target language.

    Texts of that language hardly have it, and nobody translates it by itself; or it is rare in both, and translated
    more often than not.
    """
    stem, other_stem = stemmer(find_language(source_language)), stemmer(find_language(target_language))

    def leaves(word: str, translation: str) -> bool:
        lexicon, rows, columns = _read_places(source_language, target_language)
        row = rows.get(stem(word))
        if row is None:
            return False
        own, other = columns.get(other_stem(word)), columns.get(other_stem(translation))
        entries = slice(lexicon.forward.starts[row], lexicon.forward.starts[row + 1])
        shares = dict(zip(lexicon.forward.columns[entries].tolist(), lexicon.forward.values[entries], strict=True))
        source_share = float(lexicon.source_shares[row])
        times = 0.0 if own is None else float(lexicon.target_shares[own]) / source_share
        kept, rendered = float(shares.get(own, 0.0)), float(shares.get(other, 0.0))
        return (kept < _FOREIGN and times < _FOREIGN) or (source_share < _RARE and times < _HALF and rendered > kept)

    return leaves


@cache
def _read_places(source_language: str, target_language: str) -> tuple[Lexicon, dict[str, int], dict[str, int]]:
    """Return the lexicon, and the places of its source and target terms."""
    lexicon = load_lexicon(source_language, target_language)
    rows = {term: place for place, term in enumerate(lexicon.source_terms)}
    return lexicon, rows, {term: place for place, term in enumerate(lexicon.target_terms)}


@cache
def _read(source_language: str, target_language: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Return the source terms, and the pairs of terms that translate each other and begin alike."""
    lexicon = load_lexicon(source_language, target_language)
    rows = np.repeat(np.arange(len(lexicon.source_terms)), np.diff(lexicon.forward.starts))
    sure = lexicon.forward.values >= _KEPT
    pairs = (
        (lexicon.source_terms[row], lexicon.target_terms[column])
        for row, column in zip(rows[sure].tolist(), lexicon.forward.columns[sure].tolist(), strict=True)
    )
    return frozenset(lexicon.source_terms), frozenset(pair for pair in pairs if pair[0][:_ALIKE] == pair[1][:_ALIKE])
