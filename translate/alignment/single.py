"""What the lexicon of two languages says of a single word: a word comes in, an answer goes out.

Each function returns the one that answers; the lexicon is read at the first question.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from translate.alignment.forward import Forward, load_forward
from translate.alignment.shipped import has_lexicon
from translate.alignment.source_terms import load_source_terms
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
        own, other = stem(word), other_stem(word)
        lexicon = _read(source_language, target_language)
        row = lexicon.rows.get(own)
        if row is None:
            return True
        entries = lexicon.iter_translations(row) if own[:_ALIKE] == other[:_ALIKE] else ()
        return any(value >= _KEPT and lexicon.target_terms[column] == other for column, value in entries)

    return keeps


@cache
def leaves_word(source_language: str, target_language: str) -> Callable[[str, str], bool]:
    """Return what tells whether a word, mostly rendered by a given translation, is none of the target language.

    Texts of that language hardly have it, and nobody translates it by itself; or it is rare in both, and translated
    more often than not.
    """
    stem, other_stem = stemmer(find_language(source_language)), stemmer(find_language(target_language))

    def leaves(word: str, translation: str) -> bool:
        lexicon = _read(source_language, target_language)
        row, columns = lexicon.rows.get(stem(word)), _read_columns(source_language, target_language)
        if row is None:
            return False
        own, other = columns.get(other_stem(word)), columns.get(other_stem(translation))
        shares: dict[int | None, float] = dict(lexicon.iter_translations(row))
        source_share = lexicon.source_share(row)
        times = 0.0 if own is None else lexicon.target_share(own) / source_share
        kept, rendered = shares.get(own, 0.0), shares.get(other, 0.0)
        return (kept < _FOREIGN and times < _FOREIGN) or (source_share < _RARE and times < _HALF and rendered > kept)

    return leaves


@cache
def _read(source_language: str, target_language: str) -> Forward:
    return load_forward(source_language, target_language)


@cache
def _read_columns(source_language: str, target_language: str) -> dict[str, int]:
    """Return the places of the lexicon's target terms."""
    return {term: place for place, term in enumerate(_read(source_language, target_language).target_terms)}
