"""Translation sources of Qt Linguist, `.ts`, which are read and never written (*Qt Linguist Manual, TS file format*).

A message is a unit, and so is each plural form of it. An unfinished translation is a draft; messages that vanished
from the program are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from translate.data import Bitext, Note, Origin, State, TranslationUnit, Variant
from translate.errors import FormatError
from translate.formats.base import Header, Report, UnnamedLanguagesError, strict
from translate.formats.codes import mend_code
from translate.formats.units import Names, Notes, Units
from translate.formats.xmlstream import Event, Opened, Whole, stream
from translate.formats.xmltext import Element
from translate.records import dataclass

_ROOT, _CONTEXT = "TS", "context"
_GONE = ("vanished", "obsolete")
_NOTES = {"comment": "", "extracomment": "developer", "translatorcomment": "translator"}
"""Elements of a message that are notes, and whose they are."""


@dataclass(frozen=True, slots=True)
class Linguist:
    """The format."""

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read a file; `header` gives the languages where the file does not."""
        root = next(_events(path))
        assert isinstance(root, Opened)
        source, target = (mend_code(root.element.attributes.get(name, "")) for name in ("sourcelanguage", "language"))
        source = source or (header.source_language if header else "")
        target = target or (header.target_language if header else "")
        if not source or not target:
            missing = "target" if source else "source"
            message = f"does not say in which language its {missing} is; give --{missing}-language."
            raise UnnamedLanguagesError(message, path=path)
        found = Header(source, target)
        return Bitext(source, target, Units(lambda units: _read(path, found, report, units)), "")


def _events(path: Path) -> Iterator[Event]:
    events = stream(path, frozenset({_ROOT, _CONTEXT}), {})
    first = next(events, None)
    if not isinstance(first, Opened) or first.element.tag != _ROOT:
        raise FormatError("is no file of Qt Linguist; expected <TS>.", path=path, line=1, column=1)
    yield first
    yield from events


def _read(path: Path, header: Header, report: Report, units: Units) -> Iterator[TranslationUnit]:
    notes = Notes(path, report)
    names, context, number = Names(notes), _CONTEXT, 0
    for event in _events(path):
        if isinstance(event, Opened):
            context, number = _CONTEXT, 0
        elif isinstance(event, Whole) and event.element.tag == "name":
            context = event.element.text().strip()
        elif isinstance(event, Whole) and event.element.tag == "message":
            units.line = notes.line = event.line
            number += 1
            place = f"{context}, message {event.element.attributes.get('id', number)}"
            for unit in _units_of(event.element, place, header, notes):
                notes.unit = unit.name
                yield replace(unit, name=names.unique(unit.name))


def _units_of(message: Element, place: str, header: Header, notes: Notes) -> Iterator[TranslationUnit]:
    """Yield a message, or each plural form of it."""
    parts = {child.tag: child for child in message.elements()}
    source, target = parts.get("source"), parts.get("translation")
    if source is None:
        notes.rejected("a <message> without <source>.")
        return
    standing = target.attributes.get("type", "") if target else ""
    if standing in _GONE:
        notes.lost_once("messages that vanished from the program are left out.")
        return
    forms = [_said(one) for one in target.elements() if one.tag == "numerusform"] if target else []
    said = tuple(Note(parts[tag].text().strip(), author=author) for tag, author in _NOTES.items() if tag in parts)
    for number, text in enumerate(forms or [_said(target) if target else ""]):
        yield TranslationUnit(
            f"{place}, plural form {number}" if len(forms) > 1 else place,
            Variant(header.source_language, source.text()),
            Variant(header.target_language, text),
            Origin.MEMORY,
            notes=tuple(note for note in said if note.text),
            state=State.DRAFT if standing == "unfinished" and text.strip() else None,
        )


def _said(element: Element) -> str:
    """Return a translation; of several lengths, the first, which is the longest."""
    lengths = [one.text() for one in element.elements() if one.tag == "lengthvariant"]
    return lengths[0] if lengths else element.text()


FORMAT = Linguist()
