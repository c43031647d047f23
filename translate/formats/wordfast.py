"""Memories of Wordfast, tab-separated `.txt`, which are read and never written (*Wordfast manual, TM format*).

The first line says in which languages the file is, who its people are, and what its attributes mean. A unit is a line:
date, user, uses, language and text of both sides, attributes. `&tA;` stands for a code, and `&'92;` for the character
of Windows-1252 with that number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from translate.data import Bitext, Origin, TranslationUnit, Variant
from translate.data import CodeKind as Kind
from translate.errors import FormatError, shown
from translate.formats.base import Header, Report, UnnamedLanguagesError, strict
from translate.formats.codes import mend_code
from translate.formats.fields import make_name
from translate.formats.inline import Collector
from translate.formats.pairs import agrees
from translate.formats.sources import encoding_of_table, is_wordfast, open_text
from translate.formats.units import Notes, Units
from translate.records import dataclass
from translate.text.late import late_plain

_MARK = "%"
"""What the first line, its fields, and remarks begin with."""
_SOURCE, _TARGET = 3, 5
"""Fields of the first line that name a language."""
_FIRST_ATTRIBUTE = 7
_FIELDS = 7
"""That a unit has at least."""
_DATE = late_plain(r"(\d{8})~(\d{6})")
_CODE_OR_CHARACTER = late_plain(r"&t([A-Z]{1,2});|&'([0-9A-F]{1,2});")
_SOFT_BREAK = 0x0B
_MACHINE = "MT!"


@dataclass(frozen=True, slots=True)
class Wordfast:
    """The format."""

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read a memory; `header` gives the languages where its first line does not."""
        _, line = next(_lines(path), (0, ""))
        fields = line.split("\t")
        if not is_wordfast(path):
            message = f"begins with {shown(line)}; expected the first line of a Wordfast memory, '%20260131~120000'."
            raise FormatError(message, path=path, line=1, column=1)
        stated = [mend_code(field.strip(_MARK)) for field in (*fields[_SOURCE : _TARGET + 1 : 2], "", "")[:2]]
        source = stated[0] or (header.source_language if header else "")
        target = stated[1] or (header.target_language if header else "")
        if not source or not target:
            missing = "target" if source else "source"
            message = f"does not say in which language its {missing} is; give --{missing}-language."
            raise UnnamedLanguagesError(message, path=path, line=1)
        found = Header(source, target)
        names = [_name_of(field, number) for number, field in enumerate(fields[_FIRST_ATTRIBUTE:], 1)]
        return Bitext(source, target, Units(lambda units: _read(path, found, names, Notes(path, report), units)), "")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield number and text of each line: old memories are in Windows-1252, others in UTF-16 or UTF-8."""
    with open_text(path, encoding=encoding_of_table(path)) as text:
        for number, line in text.lines():
            yield number, line.lstrip("\ufeff") if number == 1 else line


def _name_of(field: str, number: int) -> str:
    """Return what an attribute is called: `Subject` for `Subject (5),EL,EL Electronics`."""
    name = field.partition(",")[0].partition("(")[0].strip(f"{_MARK} .")
    return f"x-{name or f'attribute-{number}'}"


def _read(path: Path, header: Header, names: Sequence[str], notes: Notes, units: Units) -> Iterator[TranslationUnit]:
    count = 0
    for number, line in _lines(path):
        if line.startswith(_MARK) or not line.strip():
            continue
        units.line = notes.line = number
        fields = line.split("\t")
        if len(fields) < _FIELDS:
            notes.rejected(f"has {len(fields)} fields; expected {_FIELDS} or more, with tabs between them.", line)
            continue
        count += 1
        codes = [mend_code(fields[place]) or "" for place in (_SOURCE, _TARGET)]
        if not (agrees(codes[0], header.source_language) and agrees(codes[1], header.target_language)):
            notes.elsewhere(f"a unit in {fields[_SOURCE]} and {fields[_TARGET]} is left out.")
            continue
        yield _unit(fields, header, names, count)


def _unit(fields: Sequence[str], header: Header, names: Sequence[str], number: int) -> TranslationUnit:
    source, target = (_variant(fields[place + 1]) for place in (_SOURCE, _TARGET))
    date, user, uses = (field.strip() for field in fields[:3])
    known = _DATE.fullmatch(date)
    properties = [("tu@changedate", f"{known[1]}T{known[2]}Z")] if known else []
    properties += [("tu@changeid", user)] if user else []
    properties += [("tu@usagecount", uses)] if uses.isdecimal() else []
    properties += [
        (names[place] if place < len(names) else f"x-attribute-{place + 1}", value.strip())
        for place, value in enumerate(fields[_FIELDS:])
        if value.strip()
    ]
    return TranslationUnit(
        make_name(number, source.text),
        Variant(header.source_language, source.text, None, source.codes),
        Variant(header.target_language, target.text, None, target.codes),
        Origin.MACHINE if user.startswith(_MACHINE) else Origin.MEMORY,
        properties=tuple(properties),
    )


def _variant(field: str) -> Variant:
    if "&" not in field:
        return Variant("", field)
    collector = Collector()
    end = 0
    for match in _CODE_OR_CHARACTER.finditer(field):
        collector.add_text(field[end : match.start()])
        if match[1]:
            collector.add_code(match[0], Kind.ISOLATED, identity=match[1])
        else:
            collector.add_text(_character(int(match[2], 16), match[0]))
        end = match.end()
    collector.add_text(field[end:])
    text, codes = collector.finish()
    return Variant("", text, None, codes)


def _character(number: int, written: str) -> str:
    """Return a character of Windows-1252; what is none stays as it is written."""
    if number == _SOFT_BREAK:
        return "\n"
    character = bytes([number]).decode("cp1252", "ignore")
    return character if character and (character.isprintable() or character in "\t\n\u00a0\u00ad") else written


FORMAT = Wordfast()
