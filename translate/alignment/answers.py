"""What may answer a word in the other language: a term comes in, out come the terms that render it, and how surely.

A lexicon says how probably each term stands for another; this says of a term how often *any* of its translations stands
in a human translation, so that one without any tells something: of a word that is rendered in nineteen texts of twenty
more than of one that is rendered in two of three.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import cache, lru_cache
from operator import eq
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from translate.alignment.arrays import BYTES, read_arrays, rows_of, terms_of, values_of
from translate.alignment.shipped import FOLDER
from translate.languages.codes import base_code
from translate.records import dataclass
from translate.text.late import late_module, late_plain

if TYPE_CHECKING:
    import numpy as np
else:
    np = late_module("numpy")

_TERMS_KEPT = 1 << 11
"""Terms that are remembered: the usual ones of a language. A server meets all others in time."""
_ALIKE = 4
"""Letters with which two words begin that are one word in two languages, doubled letters taken once."""
_DOUBLED = late_plain(r"(.)\1")
_PER_CENT = 100.0
_NONE: frozenset[str] = frozenset()
"""Python makes an empty set anew each time, 216 bytes that are kept beside each word."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Source term r may be answered by the target terms `columns[starts[r] : starts[r + 1]]`."""

    source: dict[str, int]
    target: dict[str, int]
    target_terms: tuple[str, ...]
    starts: Sequence[int]
    columns: memoryview
    source_rates: Sequence[int]
    """In how many of a hundred pairs with the source term something answers it."""
    target_rates: Sequence[int]
    """In how many of a hundred pairs with the target term it answers something."""
    _known: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, term: str) -> frozenset[str]:
        """Return the target terms that may answer a source term."""
        found = self._known.get(term)
        if found is None:
            row = self.source.get(term)
            if row is None:  # of which a server meets any number
                return _NONE
            if len(self._known) >= _TERMS_KEPT:
                self._known.clear()
            places = self.columns[self.starts[row] : self.starts[row + 1]].tolist()
            found = self._known[term] = frozenset(self.target_terms[place] for place in places)
        return found

    def source_rate(self, term: str) -> float | None:
        """Return the share of translations that answer a source term; None where it was not met."""
        row = self.source.get(term)
        return None if row is None else self.source_rates[row] / _PER_CENT

    def target_rate(self, term: str) -> float | None:
        """Return the share of translations in which a target term answers something; None where it was not met."""
        row = self.target.get(term)
        return None if row is None else self.target_rates[row] / _PER_CENT


@lru_cache(maxsize=_TERMS_KEPT)
def beginning_of(term: str) -> str:
    """Return what two words that are one in two languages begin with alike; nothing where a term is too short."""
    if len(term) < _ALIKE:
        return ""
    beginning = term[:_ALIKE]
    return _DOUBLED.sub(r"\1", term)[:_ALIKE] if any(map(eq, beginning, term[1:])) else beginning


@cache
def load_answers(source_language: str, target_language: str) -> Answers | None:
    """Return the answers that ship for two languages; None where there are none.

    :raises BitexteError: where the file is damaged.
    """
    path = _path(source_language, target_language)
    return read_arrays(path, "file of answers", _answers_of) if path.is_file() else None


def _answers_of(file: ZipFile) -> Answers:
    source, target = terms_of(file, "source_terms"), terms_of(file, "target_terms")
    return Answers(
        dict(zip(source, range(len(source)), strict=True)),
        dict(zip(target, range(len(target)), strict=True)),
        tuple(target),
        *rows_of(file, "counts", "columns"),
        values_of(file, "source_rates", BYTES),
        values_of(file, "target_rates", BYTES),
    )


def has_answers(source_language: str, target_language: str) -> bool:
    """Tell whether answers ship for two languages."""
    return _path(source_language, target_language).is_file()


def save_answers(answers: Answers, path: Path) -> None:
    """Write what :func:`load_answers` reads."""
    np.savez_compressed(
        path,
        allow_pickle=False,
        source_terms=np.array(" ".join(answers.source)),
        target_terms=np.array(" ".join(answers.target_terms)),
        counts=np.diff(answers.starts).astype(np.uint8),
        columns=np.asarray(answers.columns, np.uint16),
        source_rates=np.asarray(list(answers.source_rates), np.uint8),
        target_rates=np.asarray(list(answers.target_rates), np.uint8),
    )


def _path(source_language: str, target_language: str) -> Path:
    return FOLDER / f"{base_code(source_language)}-{base_code(target_language)}.answers.npz"
