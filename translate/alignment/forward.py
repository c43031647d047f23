"""The lexicon from source to target, read without numpy: two languages come in, what may render their terms goes out.

Importing numpy takes a start of the command more time than all that it asks the lexicon for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp
from struct import unpack_from
from zipfile import ZipFile

from translate.alignment.arrays import BYTES, HALVES, read_arrays, rows_of, terms_of, values_of
from translate.alignment.shipped import lexicon_path
from translate.records import dataclass

STEPS = 50.0
"""Steps of a byte a nat: it reaches from 1 to 0.006, and is off by one per cent at most."""
_PROBABILITIES = tuple(exp(-step / STEPS) for step in range(256))
_HALF = 2
"""Bytes of a number of half precision."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Source term r may be rendered by the target terms `columns[starts[r] : starts[r + 1]]`."""

    rows: Mapping[str, int]
    """Source terms with their places."""
    target_terms: tuple[str, ...]
    starts: Sequence[int]
    columns: memoryview
    steps: bytes
    """Of each column the negative logarithm of p(target term | source term)."""
    source_shares: bytes
    """Logarithm of the share of each source term among all, in half precision."""
    target_shares: bytes

    def iter_translations(self, row: int) -> Iterator[tuple[int, float]]:
        """Yield the places of the target terms that may translate a source term, with their probabilities."""
        first, last = self.starts[row], self.starts[row + 1]
        for column, step in zip(self.columns[first:last], self.steps[first:last], strict=True):
            yield column, _PROBABILITIES[step]

    def source_share(self, row: int) -> float:
        """Return the share of a source term among all."""
        return _share_at(self.source_shares, row)

    def target_share(self, place: int) -> float:
        """Return the share of a target term among all."""
        return _share_at(self.target_shares, place)


def _share_at(shares: bytes, place: int) -> float:
    (logarithm,) = unpack_from("<e", shares, _HALF * place)
    return exp(logarithm)


EMPTY = Forward({}, (), (0,), memoryview(b"").cast("H"), b"", b"", b"")
"""For languages that nobody made a lexicon for."""


def load_forward(source_language: str, target_language: str) -> Forward:
    """Return the lexicon that ships for two languages without the way back, or one without terms.

    :raises BitexteError: where the file is damaged.
    """
    path = lexicon_path(source_language, target_language)
    return read_arrays(path, "lexicon", _forward_of) if path.is_file() else EMPTY


def _forward_of(file: ZipFile) -> Forward:
    source, target = (terms_of(file, f"{side}_terms") for side in ("source", "target"))
    return Forward(
        dict(zip(source, range(len(source)), strict=True)),
        tuple(target),
        *rows_of(file, "forward_counts", "forward_columns"),
        values_of(file, "forward_values", BYTES),
        values_of(file, "source_shares", HALVES),
        values_of(file, "target_shares", HALVES),
    )
