"""Concordance: words come in, and the units of a memory that hold them go out, with their places."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

from translate.data import State, TranslationUnit
from translate.errors import UsageError
from translate.languages import find_language
from translate.memory.grams import GRAM, Piece, grams_of, has_grams, iter_texts, iter_units
from translate.memory.people import DOCUMENT_SQL
from translate.memory.rows import UNIT_COLUMNS, Languages, plain, unit_of_row
from translate.memory.unlike import with_one_apostrophe
from translate.memory.where import glob_of
from translate.records import dataclass
from translate.text.words import iter_words

if TYPE_CHECKING:
    from translate.terms.inflections import Inflections

_BATCH = 400
_ENDING = 3
"""Letters in which forms of a word that no dictionary has may differ at its end."""
_FEW_FORMS = 6
_START = 4
"""Letters by which forms are looked for where they are many."""
_APOSTROPHES = "['\u2019\u02bc]"
_SPACES = r"\s+"
_WILD = "*"


class Side(StrEnum):
    """Where words are looked for."""

    SOURCE = "source"
    TARGET = "target"
    BOTH = "both"


class Manner(StrEnum):
    """What of a text answers to the words."""

    WORDS = "words"
    """The words in one piece, whatever their capitals; `*` at the end of a word stands for any letters."""
    EXACT = "exact"
    """The same, capitals too."""
    STEMS = "stems"
    """Any forms of the words, in one piece."""
    REGEX = "regex"
    """What the regular expression finds, capitals too."""


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """What is looked for, and in which units."""

    side: Side = Side.SOURCE
    manner: Manner = Manner.WORDS
    count: int = 20
    """Units at most; 0 for all."""
    document: str = ""
    """Pattern of the document's name, `manual*`; empty for any."""
    state: State | None = None
    """The lowest that a unit may have."""
    since: str = ""
    """Units changed on that day or later, `20240131` or less of it; empty for any."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that holds what was looked for, and the characters [start, end) of it on each side."""

    unit: TranslationUnit
    number: int
    changed: str
    source: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]


Places = Callable[[str], tuple[tuple[int, int], ...]]
"""Returns where a text has what is looked for."""


class Search:
    """One search through a memory.

    :raises UsageError: for words that are none, or a regular expression that is wrong.
    """

    def __init__(
        self, connection: sqlite3.Connection, languages: Languages, words: str, settings: SearchSettings
    ) -> None:
        if not words.strip():
            raise UsageError("nothing to search for: give a word or more.")
        self._connection, self._languages, self._settings = connection, languages, settings
        self._finders: dict[Side, tuple[Places, list[Piece]]] = {}
        for side, code in ((Side.SOURCE, languages.source), (Side.TARGET, languages.target)):
            if settings.side in (side, Side.BOTH):
                self._finders[side] = _finder(words, settings.manner, code)
        self.is_scan = not has_grams(connection) or any(not pieces for _, pieces in self._finders.values())
        """Whether all texts are read: there are no gram tables, or nothing of three characters to ask them for."""

    def hits(self) -> Iterator[Hit]:
        """Yield the units in the order in which they were imported; those found in the source first."""
        found = self._iter_hits()
        yield from islice(found, self._settings.count) if self._settings.count else found

    def _iter_hits(self) -> Iterator[Hit]:
        if Side.SOURCE in self._finders:
            yield from self._iter_by_source(*self._finders[Side.SOURCE])
        if Side.TARGET in self._finders:
            yield from self._iter_by_target(*self._finders[Side.TARGET])

    def _iter_by_source(self, places: Places, pieces: Sequence[Piece]) -> Iterator[Hit]:
        numbers = self._of_documents("text") if self.is_scan else iter_texts(self._connection, pieces)
        rows = self._texts("text", "source", numbers)
        for number, source in rows:
            if places(source):
                yield from self._units("u.text = ?", number)

    def _iter_by_target(self, places: Places, pieces: Sequence[Piece]) -> Iterator[Hit]:
        is_both = Side.SOURCE in self._finders
        numbers = self._of_documents("number") if self.is_scan else iter_units(self._connection, pieces)
        rows = self._texts("unit", "target", numbers)
        for number, target in rows:
            if places(target):
                yield from (hit for hit in self._units("u.number = ?", number) if not (is_both and hit.source))

    def _of_documents(self, column: str) -> Iterator[int] | None:
        """Return what a column says of the units of the documents that are asked for, in order; None where all are."""
        if not self._settings.document:
            return None
        query = (
            f"SELECT DISTINCT u.{column} FROM unit u LEFT JOIN document d ON d.number = u.document"
            f" WHERE {DOCUMENT_SQL} GLOB ? ORDER BY u.{column}"
        )
        return (number for (number,) in self._connection.execute(query, (glob_of(self._settings.document),)))

    def _texts(self, table: str, column: str, numbers: Iterator[int] | None) -> Iterator[tuple[int, str]]:
        """Yield the texts of some rows of a table, or of all, that have a unit such as is asked for."""
        wanted, values = self._filters()
        key = "number" if table == "unit" else "text"
        query = f"SELECT x.number, x.{column} FROM {table} x WHERE {{}} ORDER BY x.number"
        units = "unit u LEFT JOIN document d ON d.number = u.document" if self._settings.document else "unit u"
        if numbers is None:
            allowed = f"EXISTS (SELECT 1 FROM {units} WHERE u.{key} = x.number{wanted})" if wanted else "1"
            rows = self._connection.execute(query.format(allowed), values)
            # a cursor that a stopped search leaves behind would be closed, and its memory is closed already
            yield from ((number, text) for number, text in rows)
            return
        while some := list(islice(numbers, _BATCH)):
            marks = ",".join("?" * len(some))
            if wanted:  # the index of units says this of most without a look at them, nor at their texts
                marks = f"SELECT u.{key} FROM {units} WHERE u.{key} IN ({marks}){wanted}"
            yield from self._connection.execute(query.format(f"x.number IN ({marks})"), [*some, *values]).fetchall()

    def _units(self, condition: str, number: int) -> Iterator[Hit]:
        wanted, values = self._filters()
        query = (
            f"SELECT t.source, {UNIT_COLUMNS} FROM unit u JOIN text t ON t.number = u.text"
            f" LEFT JOIN document d ON d.number = u.document WHERE {condition}{wanted} ORDER BY u.number"
        )
        for source, *row in self._connection.execute(query, (number, *values)).fetchall():
            unit = unit_of_row(row, source, self._languages)
            sides = [
                self._finders[side][0](text) if side in self._finders else ()
                for side, text in ((Side.SOURCE, source), (Side.TARGET, unit.target.text))
            ]
            yield Hit(unit, row[0], row[6], sides[0], sides[1])

    def _filters(self) -> tuple[str, list[Any]]:
        wanted, values = "", list[Any]()
        if self._settings.document:
            wanted, values = f"{wanted} AND {DOCUMENT_SQL} GLOB ?", [*values, glob_of(self._settings.document)]
        if self._settings.state is not None:
            wanted, values = f"{wanted} AND u.standing >= ?", [*values, self._settings.state.rank]
        if self._settings.since:
            wanted, values = f"{wanted} AND u.changed >= ?", [*values, self._settings.since]
        return wanted, values


def _finder(words: str, manner: Manner, code: str) -> tuple[Places, list[Piece]]:
    """Return what finds words in a text, and the pieces in small letters of each of which any such text has one."""
    if manner is Manner.STEMS:
        from translate.terms.inflections import Inflections  # as below, what other searches need not wait for

        inflections = Inflections(find_language(code))
        asked = [_Word(match[0], inflections) for match in iter_words(words)]
        return lambda text: _forms_in(text, asked), _long(word.pieces for word in asked)
    if manner is Manner.REGEX:
        from translate.memory.expressions import Expression, required_literals

        return Expression(words).places, _long((piece,) for piece in required_literals(words))
    pattern = _pattern_of(words, has_case=manner is Manner.EXACT)
    pieces = plain(words).lower().replace(_WILD, " ").split()
    return lambda text: _spans(pattern.finditer(text)), _long((piece,) for piece in pieces)


def _long(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces that gram tables can be asked for; those of one or two letters are left out."""
    known = (tuple(one for one in piece if grams_of(one)) for piece in pieces)
    return [piece for piece in known if piece]


def _spans(matches: Iterable[re.Match[str]]) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in matches if match.end() > match.start())


def _pattern_of(words: str, *, has_case: bool) -> re.Pattern[str]:
    """Return a pattern of words in one piece, however their apostrophes and spaces are written."""
    text = plain(words)
    parts = []
    for character in text:
        if character == _WILD:
            parts.append(r"\w*")
        elif character.isspace():
            parts.append(_SPACES)
        else:
            parts.append(_APOSTROPHES if character == "'" else re.escape(character))
    before, after = (r"(?<!\w)" if text[0].isalnum() else ""), (r"(?!\w)" if text[-1].isalnum() else "")
    return re.compile(f"{before}{''.join(parts)}{after}", 0 if has_case else re.IGNORECASE)


class _Word:
    """A word of which any form is looked for."""

    def __init__(self, word: str, inflections: Inflections) -> None:
        self._word, self._inflections = with_one_apostrophe(word), inflections
        self._forms = inflections.forms_of(self._word)
        start = self._word.lower()[: max(GRAM, len(word) - _ENDING)]
        forms = sorted(self._forms if len(self._forms) <= _FEW_FORMS else {form[:_START] for form in self._forms})
        self._beginning = start
        self.pieces: Piece = tuple(forms) or (start,)
        """What each form has one of."""

    def is_form(self, other: str) -> bool:
        """Tell whether a word of a text is a form of this one."""
        small, word = other.lower(), self._word
        if small == word.lower():
            return True
        if small not in self._forms if self._forms else not small.startswith(self._beginning):
            return False
        return self._inflections.are_one(other, word) or self._inflections.are_one(word, other)


def _forms_in(text: str, asked: Sequence[_Word]) -> tuple[tuple[int, int], ...]:
    """Return where forms of words follow one another."""
    small = with_one_apostrophe(text).lower()
    if not all(any(piece in small for piece in word.pieces) for word in asked):
        return ()
    found = list(iter_words(text))
    spans = []
    for place in range(len(found) - len(asked) + 1):
        some = found[place : place + len(asked)]
        if all(word.is_form(with_one_apostrophe(match[0])) for match, word in zip(some, asked, strict=True)):
            spans.append((some[0].start(), some[-1].end()))
    return tuple(spans)
