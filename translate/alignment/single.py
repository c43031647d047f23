"""What the lexicon of two languages says of a single word: a word comes in, an answer goes out.

Each function returns the one that answers; the lexicon is read at the first question.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from translate.alignment.lexicon import Table, has_lexicon, load_lexicon, load_source_terms
from translate.alignment.words import stemmer

_KEPT = 0.1
"""Least p(target term | source term) of a word that may stay as it is."""
_ACRONYM, _ACRONYM_BACK = 0.4, 0.15
"""Least p(target term | source term), and the other way round, of acronyms."""
_ALIKE = 3
"""Letters with which a word begins that stays as it is, but for its ending."""


@cache
def knows_word(source_language: str, target_language: str) -> Callable[[str], bool] | None:
    """Return what tells whether a word of the source language has translations; None where no lexicon ships."""
    if not has_lexicon(source_language, target_language):
        return None
    stem = stemmer(source_language)
    terms: list[frozenset[str]] = []

    def knows(word: str) -> bool:
        if not terms:
            terms.append(load_source_terms(source_language, target_language))
        return stem(word) in terms[0]

    return knows


@cache
def keeps_word(source_language: str, target_language: str) -> Callable[[str], bool]:
    """Return what tells whether a word may be its own translation: one that the lexicon has so, or does not know."""
    stem, other_stem = stemmer(source_language), stemmer(target_language)

    def keeps(word: str) -> bool:
        known, kept, _ = _read(source_language, target_language)
        return stem(word) not in known or (stem(word), other_stem(word)) in kept

    return keeps


@cache
def translates_acronym(source_language: str, target_language: str) -> Callable[[str], str | None]:
    """Return what translates an acronym into one of as many letters, `OTAN` into `NATO`; None where there is none."""
    stem = stemmer(source_language)

    def translate(word: str) -> str | None:
        _, _, acronyms = _read(source_language, target_language)
        found = acronyms.get(stem(word))
        return found.upper() if found and len(found) == len(word) else None

    return translate


@cache
def _read(
    source_language: str, target_language: str
) -> tuple[frozenset[str], frozenset[tuple[str, str]], dict[str, str]]:
    """Return the source terms, the pairs of terms that may be one word, and what may be acronyms with translations."""
    lexicon = load_lexicon(source_language, target_language)
    back = {(two, one) for one, two in _pairs(lexicon.backward, _ACRONYM_BACK)}
    kept, acronyms = set(), {}
    for one, two in _pairs(lexicon.forward, _KEPT):
        source, target = lexicon.source_terms[one], lexicon.target_terms[two]
        if source[:_ALIKE] == target[:_ALIKE]:
            kept.add((source, target))
    for one, two in _pairs(lexicon.forward, _ACRONYM):
        source, target = lexicon.source_terms[one], lexicon.target_terms[two]
        if len(source) == len(target) and source != target and (one, two) in back:
            acronyms[source] = target
    return frozenset(lexicon.source_terms), frozenset(kept), acronyms


def _pairs(table: Table, least: float) -> list[tuple[int, int]]:
    """Return the row and the column of each entry of at least that probability."""
    rows = np.repeat(np.arange(len(table.starts) - 1), np.diff(table.starts))
    sure = table.values >= least
    return list(zip(rows[sure].tolist(), table.columns[sure].tolist(), strict=True))
