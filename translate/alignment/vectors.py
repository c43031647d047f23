"""One vector a segment, of both documents in one space: a random projection of weighted bags of target terms."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from translate.alignment.evidence import Evidence
from translate.alignment.lexicon import Table
from translate.alignment.terms import Terms

Floats = NDArray[np.float32]
DIMENSIONS = 256
_RANDOM_SEED = 19930815
_ROWS_AT_ONCE = 2048


def project(evidence: Evidence) -> tuple[Floats, Floats]:
    """Return the vectors of source and target segments, (segments, DIMENSIONS), neither centred nor of unit length.

    A source term is where its translations are, as the lexicon weighs them; a term that is frequent weighs little.
    """
    target = evidence.target
    random = np.random.default_rng(_RANDOM_SEED)
    weights = np.maximum(np.log(_RARE / np.maximum(evidence.target_background, _RAREST)), 0.0)
    signs = random.integers(0, 2, (len(target.vocabulary), DIMENSIONS)).astype(np.float32) * 2 - 1
    terms: Floats = signs * weights[:, None].astype(np.float32)
    source_vectors = _sum_terms(evidence.source, _translate(evidence.forward, terms))
    if evidence.hypotheses is not None:
        source_vectors += _sum_terms(evidence.hypotheses, _translate(evidence.echo, terms))
    return source_vectors, _sum_terms(target, terms)


_RARE = 3e-3
"""A term more frequent than this says nothing about where a segment belongs."""
_RAREST = 1e-6


def halve(vectors: Floats) -> Floats:
    """Return the sums of neighbours two by two, the last alone where their number is odd."""
    even = vectors[: len(vectors) // 2 * 2].reshape(-1, 2, vectors.shape[1]).sum(1)
    return even if len(vectors) % 2 == 0 else np.concatenate([even, vectors[-1:]])


def normalise(vectors: Floats) -> Floats:
    """Return vectors of unit length, or zero; what all have in common is taken away first."""
    centred = vectors - vectors.mean(0) if len(vectors) > 1 else vectors
    lengths = np.sqrt(np.einsum("ij,ij->i", centred, centred))
    scaled: Floats = centred / np.maximum(lengths, 1e-9)[:, None]
    return scaled


def _translate(table: Table, terms: Floats) -> Floats:
    """Return the vectors of the rows of `table`: the sums of the vectors of their columns, weighted."""
    count = len(table.starts) - 1
    vectors: Floats = np.zeros((count, terms.shape[1]), np.float32)
    for start in range(0, count, _ROWS_AT_ONCE):
        rows = np.arange(start, min(start + _ROWS_AT_ONCE, count))
        owner, column, value = table.entries_of(rows)
        if len(owner):
            first = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
            vectors[rows[owner[first]]] = np.add.reduceat(terms[column] * value[:, None], first, axis=0)
    return vectors


def _sum_terms(document: Terms, terms: Floats) -> Floats:
    """Return for each segment the sum of the vectors of its terms."""
    vectors: Floats = np.zeros((len(document), terms.shape[1]), np.float32)
    for start in range(0, len(document), _ROWS_AT_ONCE):
        end = min(start + _ROWS_AT_ONCE, len(document))
        bounds = document.starts[start : end + 1]
        filled = np.flatnonzero(np.diff(bounds))
        if len(filled):
            gathered = terms[document.numbers[bounds[0] : bounds[-1]]]
            vectors[start + filled] = np.add.reduceat(gathered, (bounds[:-1] - bounds[0])[filled], axis=0)
    return vectors
