"""Units on their way through a format: read as often as one likes, and what a format drops of them said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from translate.data import Note, TranslationUnit
from translate.errors import shown
from translate.formats.base import FIELDS, Format, Remark, Report, Verdict
from translate.formats.fields import format_edit


class Units:
    """The units of a file, which is opened anew each time they are iterated."""

    def __init__(self, start: Callable[[Units], Iterator[TranslationUnit]]) -> None:
        self.start = start
        self.place: Callable[[], int | None] | int | None = None
        """Where the unit begins that was yielded last, or what counts it."""

    @property
    def line(self) -> int | None:
        """1-based line on which the unit begins that was yielded last; None where the format has no lines."""
        return self.place() if callable(self.place) else self.place

    @line.setter
    def line(self, line: int | None) -> None:
        self.place = line

    def follow(self, others: Iterable[TranslationUnit]) -> None:
        """Be where others are, from which these are made one after the other."""
        self.place = (lambda: others.line) if isinstance(others, Units) else None

    def __iter__(self) -> Iterator[TranslationUnit]:
        return self.start(self)


class Notes:
    """Makes remarks about one file, at the line and unit it is at."""

    def __init__(self, path: Path, report: Report) -> None:
        self._path, self._report = path, report
        self._said: set[str] = set()
        self.line: int | None = None
        self.unit: str | None = None

    def fixed(self, message: str, content: str | None = None) -> None:
        self._say(Verdict.FIXED, message, content)

    def fixed_once(self, message: str) -> None:
        """Say what would be the same for unit after unit."""
        if message not in self._said:
            self._said.add(message)
            self._say(Verdict.FIXED, message, None)

    def lost_once(self, message: str) -> None:
        """Say what is lost of unit after unit in the same way."""
        if message not in self._said:
            self._said.add(message)
            self._say(Verdict.LOST, message, None)

    def lost(self, message: str, content: str | None = None) -> None:
        self._say(Verdict.LOST, message, content)

    def elsewhere(self, message: str) -> None:
        """Say what is lost because it is in other languages than are read."""
        self._say(Verdict.LOST, message, None, is_of_pair=True)

    def left_out(self, message: str) -> None:
        self._say(Verdict.LEFT_OUT, message, None)

    def rejected(self, message: str, content: str | None = None, *, is_of_pair: bool = False) -> None:
        self._say(Verdict.REJECTED, message, content, is_of_pair=is_of_pair)

    def _say(self, verdict: Verdict, message: str, content: str | None, *, is_of_pair: bool = False) -> None:
        self._report(Remark(verdict, self._path, self.line, message, self.unit, content, is_of_pair))


MAX_NAMES = 1_000_000
"""Names that are compared, in some 60 megabytes; those of later units may stand twice."""


class Names:
    """Keeps the names of a file's units apart: a memory that goes by names would keep one of two units alone."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._seen: set[int] = set()
        self._next: dict[int, int] = {}
        """By name, the number that comes next behind it."""
        self._in_file: set[int] | None = None

    def begin_file(self) -> None:
        """Begin a part of the file in which names count by themselves: an equal one of another part is no fault."""
        self._in_file = set()

    def is_first(self, name: str) -> bool:
        """Tell whether no unit before has this name, and remember it."""
        key = hash(name)
        if key in self._seen or len(self._seen) >= MAX_NAMES or self._in_file is not None:
            return False
        self._seen.add(key)
        return True

    def unique(self, name: str) -> str:
        """Return `name`, or another where a unit before has it."""
        if len(self._seen) >= MAX_NAMES:
            self._notes.fixed_once(f"names are compared only among the first {MAX_NAMES:,} units.")
            return name
        key = hash(name)
        is_fault = self._in_file is None or key in self._in_file
        if self._in_file is not None:
            self._in_file.add(key)
        if key not in self._seen:
            self._seen.add(key)
            return name
        number = self._next.get(key, 2)
        while (other := hash(f"{name}~{number}")) in self._seen:
            number += 1
        self._seen.add(other)
        self._next[key] = number + 1
        if is_fault:
            self._notes.fixed(f"another unit has this name; this one is read as {shown(f'{name}~{number}')}.")
        return f"{name}~{number}"


# A value that says nothing, and so is not missed.
_NOTHING = {"alignment": "1-1", "issues": (), "properties": (), "notes": (), "edits": (), "suggestions": ()}

_TERMS = {"suggestions": " (the matches that a memory proposes)", "edits": " (what was changed on the way)"}
"""What a field is in the words of the trade, where its name does not tell."""


class Dropped:
    """Says once for each field that a format does not hold, and that a unit has, that it is lost."""

    def __init__(self, path: Path, plugin: Format, report: Report) -> None:
        self._path, self._name, self._report = path, plugin.name, report
        # Names and origins are always there; a reader makes new ones.
        self._watched = sorted(FIELDS - plugin.holds - {"languages", "signature", "name", "origin"})

    def note(self, unit: TranslationUnit) -> None:
        for field in [field for field in self._watched if _has(unit, field)]:
            self._watched.remove(field)
            what = f"'{field}'{_TERMS.get(field, '')}"
            message = f"{what} is dropped from all units: {self._name} cannot keep it."
            self._report(Remark(Verdict.LOST, self._path, None, message))


def _has(unit: TranslationUnit, field: str) -> bool:
    if field == "spans":
        return unit.source.span is not None or unit.target.span is not None
    if field == "codes":
        return bool(unit.source.codes or unit.target.codes)
    value: object = getattr(unit, field)
    return value is not None and value != _NOTHING.get(field)


def wants_notes(plugin: Format) -> bool:
    """Tell whether a format has no place for edits, but for notes that can say them."""
    return "notes" in plugin.holds and "edits" not in plugin.holds


def with_notes(unit: TranslationUnit) -> TranslationUnit:
    """Return the unit with its edits as notes."""
    return replace(unit, notes=(*unit.notes, *(Note(format_edit(edit)) for edit in unit.edits)), edits=())
