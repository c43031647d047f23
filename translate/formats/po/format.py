"""PO: a message and its translation a unit, with the state that the flag `fuzzy` says (GNU gettext manual, 3.1 and 10).

A catalogue has no place for most of what a unit has. Its name stands as context, which keeps equal messages apart;
origin and state stand in a comment, `#. bitexte: machine reviewed`, and count as long as the flag agrees with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from translate.data import Bitext, Note, Origin, State, TranslationUnit, Variant
from translate.errors import FormatError
from translate.files import replace_file
from translate.formats.base import Format, Header, Remark, Report, UnnamedLanguagesError, Verdict, stem_of, strict
from translate.formats.codes import mend_code
from translate.formats.fields import make_name
from translate.formats.packing import plain_name
from translate.formats.po.entries import Entry, Text, read_entries
from translate.formats.po.strings import escape, quoted, read
from translate.formats.sources import open_text
from translate.formats.units import Dropped, Names, Notes, Units
from translate.records import dataclass
from translate.text.faults import FaultError

_SURROGATE = re.compile("[\ud800-\udfff]")
_FIELD = re.compile(r"^(?P<name>[\w-]+):[ \t]*(?P<value>.*)$", re.MULTILINE)
_NOTE = re.compile(r"#\. bitexte: (?P<origin>\w+)(?: (?P<state>\w+))?\Z")
_GENERATOR = "bitexte"
_ENDINGS = (".po", ".pot")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The format; a `.pot` file is read, and none is written."""

    name: str = "po"
    holds: frozenset[str] = frozenset({"languages", "name", "origin", "state"})

    def claims(self, path: Path) -> bool:
        return plain_name(path.name).endswith(_ENDINGS)

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return (stem.with_name(stem.name + ".po"),)

    def place(self, path: Path) -> tuple[Format, Path]:
        return self, stem_of(path, ".po")

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[CatalogueWriter]:
        path = self.paths(stem, header)[0]
        with replace_file(path) as file:
            yield CatalogueWriter(file, path, header, report)

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read a catalogue. It names its target; the source where `X-Source-Language` does, else it has to be given."""
        fields = _fields(path)
        source, target = (mend_code(fields.get(name, "")) for name in ("X-Source-Language", "Language"))
        if header is not None:
            source, target = header.source_language or source, header.target_language or target
        if not source or not target:
            missing = "source" if not source else "target"
            raise UnnamedLanguagesError(
                f"does not say in which language its {missing} is; give --{missing}-language.", path=path
            )
        header = Header(source, target)
        units = Units(lambda units: _read(path, header, report, units, is_own=fields.get("X-Generator") == _GENERATOR))
        return Bitext(source, target, units, "")


class CatalogueWriter:
    def __init__(self, file: BinaryIO, path: Path, header: Header, report: Report) -> None:
        self._file, self._path, self._report = file, path, report
        self._dropped = Dropped(path, FORMAT, report)
        self._number = 0
        self.size = 0
        """Bytes written."""
        fields = {
            "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit",
            "Language": header.target_language, "X-Source-Language": header.source_language, "X-Generator": _GENERATOR,
        }  # fmt: skip
        shown = "".join(f'"{name}: {escape(value)}\\n"\n' for name, value in fields.items())
        self.put(f'msgid ""\nmsgstr ""\n{shown}'.encode())

    def write(self, unit: TranslationUnit) -> None:
        self.put(self.format(unit))

    def format(self, unit: TranslationUnit) -> bytes:
        """Return the message of `unit`."""
        self._number += 1
        self._dropped.note(unit)
        said = f" {unit.state}" if unit.state else ""
        lines = ["", f"#. bitexte: {unit.origin}{said}"]
        if unit.standing is State.DRAFT:
            lines.append("#, fuzzy")
        for keyword, text in (("msgctxt", unit.name), ("msgid", unit.source.text), ("msgstr", unit.target.text)):
            lines.append(f"{keyword} {quoted(escape(text), len(keyword), chr(10), wraps=True)}")
        written = "\n".join([*lines, ""])
        clean = _SURROGATE.sub("", written)
        if clean != written:
            message = "lone surrogates were removed: they are not characters, and UTF-8 does not allow them."
            self._report(Remark(Verdict.FIXED, self._path, self._number, message, unit.name, ascii(written)))
        return clean.encode()

    def put(self, data: bytes) -> None:
        self._file.write(data)
        self.size += len(data)


def _text_of(path: Path) -> str:
    with open_text(path) as text:
        return "".join(line for _, line in text.lines(keep_ends=True))


def _entries(path: Path, text: str) -> Iterator[Entry]:
    try:
        yield from read_entries(text)
    except FaultError as exc:
        line, column = exc.line_and_column(text)
        raise FormatError(exc.message, path=path, line=line, column=column) from exc


def _fields(path: Path) -> dict[str, str]:
    """Return the fields of the header; none where a catalogue has none."""
    text = _text_of(path)
    first = next(_entries(path, text), None)
    if first is None or first.text is None or first.context or _said(text, first.text):
        return {}
    return {match["name"]: match["value"].strip() for match in _FIELD.finditer(_said(text, first.targets[0]))}


def _said(text: str, string: Text) -> str:
    return read("".join(text[start:end] for start, end in string.pieces))


def _read(path: Path, header: Header, report: Report, units: Units, *, is_own: bool) -> Iterator[TranslationUnit]:
    text = _text_of(path)
    notes = Notes(path, report)
    names = Names(notes)
    if "\n#~ " in text:
        notes.lost_once("obsolete messages are left out.")
    for number, entry in enumerate(_entries(path, text)):
        assert entry.text
        source = _said(text, entry.text)
        context = _said(text, entry.context) if entry.context else ""
        if not source and entry.context is None:
            continue
        units.line = notes.line = text.count("\n", 0, entry.start) + 1
        forms = [(source, entry.targets.get(0))]
        if entry.plural:
            forms.append((_said(text, entry.plural), entry.targets.get(1)))
        if len(entry.targets) > len(forms):
            notes.lost_once("plural forms beyond the second are left out.")
        for form, (said, target) in enumerate(forms):
            name = (
                context
                if is_own
                else make_name(number, said)
                if not context
                else f"{context}.{form}"
                if form
                else context
            )
            notes.unit = name
            shown = _said(text, target) if target else ""
            limit = entry.limit(text)
            properties = [("po:context", context)] if context and not is_own else []
            properties += [("po:max-length", limit)] if limit else []
            yield _unit(names.unique(name), header, said, shown, entry, properties)


def _unit(
    name: str, header: Header, source: str, target: str, entry: Entry, properties: Sequence[tuple[str, str]]
) -> TranslationUnit:
    noted = next((match for comment in entry.comments if (match := _NOTE.match(comment))), None)
    origin, state = _standing(noted, target, is_fuzzy=entry.is_fuzzy)
    references = [("po:reference", comment[2:].strip()) for comment in entry.comments if comment.startswith("#:")]
    return TranslationUnit(
        name,
        Variant(header.source_language, source),
        Variant(header.target_language, target),
        origin,
        properties=(*properties, *references),
        notes=tuple(_notes(entry)),
        state=state,
    )


def _standing(noted: re.Match[str] | None, target: str, *, is_fuzzy: bool) -> tuple[Origin, State | None]:
    """Return origin and state: as we noted them where the flag says the same, else as somebody decided since."""
    if noted and noted["origin"] in list(Origin) and noted["state"] in (None, *State):
        origin, state = Origin(noted["origin"]), State(noted["state"]) if noted["state"] else None
        probe = TranslationUnit("", Variant("", ""), Variant("", target), origin, state=state)
        if (probe.standing is State.DRAFT) == is_fuzzy:
            return origin, state
    if is_fuzzy and target.strip():
        return Origin.MEMORY, State.DRAFT
    return (Origin.HUMAN if noted else Origin.MEMORY), None


def _notes(entry: Entry) -> Iterator[Note]:
    for comment in entry.comments:
        if comment.startswith("#. ") and not _NOTE.match(comment):
            yield Note(comment[3:].strip(), author="developer")
        elif comment.startswith("# ") and comment[2:].strip():
            yield Note(comment[2:].strip())


FORMAT = Catalogue()
