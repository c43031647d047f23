"""The terms of a whole document as numbers: which of them each segment holds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from translate.alignment.words import terms_of
from translate.languages import find_language
from translate.records import dataclass

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
_UNSEEN_TERMS = 3000.0


@dataclass(frozen=True, slots=True)
class Terms:
    """Segment s holds the terms `numbers[starts[s] : starts[s + 1]]`, places in `vocabulary`."""

    vocabulary: tuple[str, ...]
    numbers: NDArray[np.int32]
    starts: Integers
    characters: Floats
    """Characters of each segment."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def shares(self) -> Floats:
        """Return the share that each term has among all of the document.

        A short document is not the measure of what is frequent: some thousand unseen terms are added to its own.
        """
        counts = np.bincount(self.numbers, minlength=len(self.vocabulary)).astype(np.float32)
        return counts / (float(counts.sum()) + _UNSEEN_TERMS)

    def count(self, segments: range) -> tuple[Integers, Floats]:
        """Return the terms that occur in `segments`, and how often each does: (segments, those terms)."""
        first, last = self.starts[segments.start], self.starts[segments.stop]
        present, places = np.unique(self.numbers[first:last], return_inverse=True)
        owners = np.repeat(np.arange(len(segments)), np.diff(self.starts[segments.start : segments.stop + 1]))
        counts: Floats = np.zeros((len(segments), len(present)), np.float32)
        np.add.at(counts, (owners, places), 1.0)
        return present.astype(np.int64), counts


def collect_terms(texts: Sequence[str], language: str) -> Terms:
    """Number the terms of `texts` in order of their first occurrence."""
    numbers: dict[str, int] = {}
    flat: list[int] = []
    starts = [0]
    known = find_language(language)
    for text in texts:
        flat += [numbers.setdefault(term, len(numbers)) for term in terms_of(text, known)]
        starts.append(len(flat))
    characters = np.fromiter((len(text) for text in texts), np.float32, len(texts))
    return Terms(tuple(numbers), np.array(flat, np.int32), np.array(starts, np.int64), characters)
