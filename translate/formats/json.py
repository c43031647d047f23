"""JSON: one document that holds all of a bitext, one unit a line; `bitext.schema.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any, BinaryIO

from translate.data import Bitext, TranslationUnit
from translate.errors import FormatError, shown
from translate.files import from_json, replace_file
from translate.formats.base import FIELDS, Format, Header, Remark, Report, Verdict, stem_of, strict
from translate.formats.jsonstream import Member, Stream
from translate.formats.jsonunit import FORMAT_VERSION, name_of, unit_of, value_of
from translate.formats.packing import plain_name
from translate.formats.sources import open_text
from translate.formats.units import Units
from translate.records import dataclass


def schema() -> dict[str, Any]:
    """Return the JSON Schema of what we write."""
    text = resources.files("translate.formats").joinpath("bitext.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = from_json(text)
    return loaded


@dataclass(frozen=True, slots=True)
class Json:
    name: str = "json"
    holds: frozenset[str] = FIELDS

    def claims(self, path: Path) -> bool:
        return plain_name(path.name).endswith(".json")

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return (stem.with_name(stem.name + ".json"),)

    def place(self, path: Path) -> tuple[Format, Path]:
        return self, stem_of(path, ".json")

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[JsonWriter]:
        path = self.paths(stem, header)[0]
        with replace_file(path) as file:
            writer = JsonWriter(file, path, header, report)
            yield writer
            writer.put(b"\n]\n}\n")

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        found = _read_header(path, header)

        units = Units(lambda units: _read(path, report, units))
        return Bitext(found.source_language, found.target_language, units, found.signature)


class JsonWriter:
    def __init__(self, file: BinaryIO, path: Path, header: Header, report: Report) -> None:
        self._file, self._path, self._report = file, path, report
        members = {
            "bitext": FORMAT_VERSION,
            "source_language": header.source_language,
            "target_language": header.target_language,
            "signature": header.signature,
        }
        self.size = 0
        """Bytes written."""
        lines = "".join(f"{_dump(key)}: {_dump(value)},\n" for key, value in members.items())
        self.put(f'{{\n{lines}"units": ['.encode())
        self._first = self.size

    def write(self, unit: TranslationUnit) -> None:
        self.put(self.format(unit))

    def format(self, unit: TranslationUnit) -> bytes:
        """Return the line of `unit`; nothing where it is rejected."""
        try:
            line = _dump(value_of(unit))
        except ValueError as exc:
            message = f"a score or the value of an issue is no number JSON can write ({exc})."
            self._report(Remark(Verdict.REJECTED, self._path, None, message, unit.name))
            return b""
        return f"{'' if self.size == self._first else ','}\n{line}".encode()

    def put(self, data: bytes) -> None:
        self._file.write(data)
        self.size += len(data)


def _dump(value: object) -> str:
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # A lone surrogate: as an escape it survives.
        return json.dumps(value, allow_nan=False)
    return line


def _read_header(path: Path, default: Header | None) -> Header:
    """Read what stands before the units, and what stands after them only where that is not enough."""
    found: dict[str, str] = {"signature": ""}
    languages = {"source_language", "target_language"}
    with open_text(path) as text:
        for event in Stream(text).events():
            if isinstance(event, Member) and event.key in languages | {"signature"}:
                if not isinstance(event.value, str):
                    message = f"'{event.key}' is {shown(event.value)}; expected a string."
                    raise FormatError(message, path=path, line=event.line)
                found[event.key] = event.value
            elif not isinstance(event, Member) and languages <= found.keys():
                break
    if default is not None:
        found = {"source_language": default.source_language, "target_language": default.target_language} | found
    missing = sorted(languages - found.keys())
    if missing:
        message = f"has no '{missing[0]}'; a bitext in JSON needs its languages. See bitext.schema.json."
        raise FormatError(message, path=path)
    return Header(**found)


def _read(path: Path, report: Report, units: Units) -> Iterator[TranslationUnit]:
    seen = False
    with open_text(path) as text:
        for event in Stream(text).events():
            if isinstance(event, Member):
                seen = seen or event.key == "units"
                continue
            units.line = event.line
            try:
                yield unit_of(event.value)
            except ValueError as exc:
                content = json.dumps(event.value, ensure_ascii=False, default=str)
                report(Remark(Verdict.REJECTED, path, event.line, f"{exc}.", name_of(event.value), content))
    if not seen:
        raise FormatError("has no 'units'; a bitext in JSON is an object with a list of units.", path=path)


FORMAT = Json()
