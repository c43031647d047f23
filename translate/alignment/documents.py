"""Many documents of two languages come in, and out come those that are translations of each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translate.alignment.evidence import gather
from translate.alignment.lexicon import load_lexicon
from translate.alignment.product import multiply
from translate.alignment.terms import collect_terms
from translate.alignment.vectors import project

MIN_SIMILARITY = 0.25
"""Least cosine of two documents that are taken for translations of each other."""
MAX_LENGTH_RATIO = 3.0


def compare_documents(
    sources: Sequence[str], targets: Sequence[str], source_language: str, target_language: str
) -> list[tuple[int, int]]:
    """Return pairs (source, target) of documents each of which is the most similar one to the other.

    Documents that are not like any other, or of very different lengths, are in no pair.
    """
    if not sources or not targets:
        return []
    terms = collect_terms(sources, source_language), collect_terms(targets, target_language)
    vectors = project(gather(*terms, None, load_lexicon(source_language, target_language)))
    one, other = (v / np.maximum(np.linalg.norm(v, axis=1, keepdims=True), 1e-9) for v in vectors)
    similarity = multiply(one, other.T)
    lengths = [np.maximum(t.characters, 1.0) for t in terms]
    ratio = np.abs(np.log(lengths[0][:, None] / lengths[1][None, :]))
    similarity[ratio > np.log(MAX_LENGTH_RATIO)] = 0.0
    best_target, best_source = similarity.argmax(1), similarity.argmax(0)
    return [
        (i, int(j)) for i, j in enumerate(best_target) if best_source[j] == i and similarity[i, j] >= MIN_SIMILARITY
    ]
