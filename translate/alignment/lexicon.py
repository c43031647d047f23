"""Which words translate which: probabilities in both directions, from a file or learnt from pairs of segments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.lib.npyio import NpzFile
from numpy.typing import NDArray

from translate.alignment.forward import STEPS
from translate.alignment.shipped import lexicon_path
from translate.errors import BitexteError
from translate.records import dataclass

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Table:
    """A sparse table `p(column | row)`: row r has `columns[starts[r] : starts[r + 1]]`, and as many values."""

    starts: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: Floats

    def entries_of(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
        """Return (position in `rows`, column, value) of all entries of `rows`, row by row."""
        counts = self.starts[rows + 1] - self.starts[rows]
        owner = np.repeat(np.arange(len(rows)), counts)
        within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        places = self.starts[rows][owner] + within
        return owner, self.columns[places], self.values[places]


def make_table(rows: NDArray[np.int64], columns: NDArray[np.int64], values: NDArray[np.floating], count: int) -> Table:
    """Make a table of `count` rows of its entries, in any order, each at most once."""
    order = np.lexsort((columns, rows))
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=count))]).astype(np.int64)
    return Table(starts, columns[order].astype(np.int64), values[order].astype(np.float32))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms of two languages, and how probably each translates each (IBM model 1, Brown et al. 1993)."""

    source_terms: tuple[str, ...]
    target_terms: tuple[str, ...]
    forward: Table
    """p(target term | source term)."""
    backward: Table
    """p(source term | target term)."""
    source_shares: Floats
    """Share of each source term among all."""
    target_shares: Floats


EMPTY_TABLE = Table(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))
EMPTY = Lexicon((), (), EMPTY_TABLE, EMPTY_TABLE, np.zeros(0, np.float32), np.zeros(0, np.float32))
"""For languages that nobody made a lexicon for."""


def load_lexicon(source_language: str, target_language: str) -> Lexicon:
    """Return the lexicon that ships for two languages, or one without terms.

    :raises BitexteError: where the file is damaged.
    """
    path = lexicon_path(source_language, target_language)
    if not path.is_file():
        return EMPTY
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            return _lexicon_of(file)
    except (OSError, EOFError, ValueError, KeyError, BadZipFile) as exc:
        raise BitexteError(f"{path}: the lexicon is damaged ({exc}); install bitexte again.") from exc


def _lexicon_of(file: NpzFile) -> Lexicon:
    return Lexicon(
        _terms_of(file, "source"),
        _terms_of(file, "target"),
        _table_of(file, "forward"),
        _table_of(file, "backward"),
        np.exp(file["source_shares"].astype(np.float32)),
        np.exp(file["target_shares"].astype(np.float32)),
    )


def _table_of(file: NpzFile, way: str) -> Table:
    return _unpack(file[f"{way}_counts"], file[f"{way}_columns"], file[f"{way}_values"])


def _terms_of(file: NpzFile, side: str) -> tuple[str, ...]:
    return tuple(str(file[f"{side}_terms"]).split(" "))


def save_lexicon(lexicon: Lexicon, path: Path) -> None:
    """Write a lexicon; probabilities are kept as steps of a logarithm, a byte each."""
    parts: dict[str, NDArray[np.generic]] = {
        "source_terms": np.array(" ".join(lexicon.source_terms)),
        "target_terms": np.array(" ".join(lexicon.target_terms)),
        "source_shares": np.log(lexicon.source_shares).astype(np.float16),
        "target_shares": np.log(lexicon.target_shares).astype(np.float16),
    }
    for name, table in (("forward", lexicon.forward), ("backward", lexicon.backward)):
        parts[f"{name}_counts"] = np.diff(table.starts).astype(np.uint8)
        parts[f"{name}_columns"] = table.columns.astype(np.uint16)
        parts[f"{name}_values"] = np.clip(np.rint(-np.log(table.values) * STEPS), 0, 255).astype(np.uint8)
    np.savez_compressed(path, allow_pickle=False, **parts)


def _unpack(counts: NDArray[np.uint8], columns: NDArray[np.uint16], values: NDArray[np.uint8]) -> Table:
    starts = np.concatenate([[0], np.cumsum(counts.astype(np.int64))])
    return Table(starts, columns.astype(np.int64), np.exp(-values.astype(np.float32) / STEPS))


def restrict(lexicon: Lexicon, source: Sequence[str], target: Sequence[str]) -> tuple[Table, Table]:
    """Return the two directions of `lexicon` between the terms of two documents, numbered by their places there."""
    source_places = _places(lexicon.source_terms, source)
    target_places = _places(lexicon.target_terms, target)
    return (
        _restricted(lexicon.forward, source_places, target_places, len(source)),
        _restricted(lexicon.backward, target_places, source_places, len(target)),
    )


def _places(known: Sequence[str], terms: Sequence[str]) -> NDArray[np.int64]:
    """Return for each known term its place in `terms`, or -1."""
    at = {term: place for place, term in enumerate(terms)}
    return np.fromiter((at.get(term, -1) for term in known), np.int64, len(known))


def _restricted(table: Table, rows: NDArray[np.int64], columns: NDArray[np.int64], count: int) -> Table:
    owner = np.repeat(np.arange(len(table.starts) - 1), np.diff(table.starts))
    if not len(owner):
        return make_table(owner, table.columns, table.values, count)
    row, column = rows[owner], columns[table.columns]
    kept = (row >= 0) & (column >= 0)
    return make_table(row[kept], column[kept], table.values[kept], count)
