"""JSON Lines: a line that names the languages, then one unit a line; `bitext.schema.json` describes both."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from translate.data import Bitext, TranslationUnit
from translate.errors import FormatError, shown
from translate.files import replace_file
from translate.formats.base import FIELDS, Format, Header, Remark, Report, Verdict, stem_of, strict
from translate.formats.jsonunit import FORMAT_VERSION, name_of, unit_of, value_of
from translate.formats.packing import plain_name
from translate.formats.sources import read_lines
from translate.formats.units import Units
from translate.records import dataclass

MAX_LINE_BYTES = 1 << 24
_SHOWN_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class JsonLines:
    name: str = "jsonl"
    holds: frozenset[str] = FIELDS

    def claims(self, path: Path) -> bool:
        return plain_name(path.name).endswith(".jsonl")

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return (stem.with_name(stem.name + ".jsonl"),)

    def place(self, path: Path) -> tuple[Format, Path]:
        return self, stem_of(path, ".jsonl")

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[JsonLinesWriter]:
        path = self.paths(stem, header)[0]
        with replace_file(path) as file:
            yield JsonLinesWriter(file, path, header, report)

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read a file; without a first line that names the languages, those of the first unit count."""
        found = _read_header(path, header)
        units = Units(lambda units: _read(path, report, units))
        return Bitext(found.source_language, found.target_language, units, found.signature)


class JsonLinesWriter:
    def __init__(self, file: BinaryIO, path: Path, header: Header, report: Report) -> None:
        self._file, self._path, self._report = file, path, report
        self.size = 0
        """Bytes written."""
        head = {
            "bitext": FORMAT_VERSION,
            "source_language": header.source_language,
            "target_language": header.target_language,
            "signature": header.signature,
        }
        self.put(_dump(head))

    def write(self, unit: TranslationUnit) -> None:
        self.put(self.format(unit))

    def format(self, unit: TranslationUnit) -> bytes:
        """Return the line of `unit`; nothing where it is rejected."""
        numbers = [unit.score, *(issue.value for issue in unit.issues)]
        if not all(number is None or math.isfinite(number) for number in numbers):
            message = "a score or the value of an issue is no number JSON can write."
            self._report(Remark(Verdict.REJECTED, self._path, None, message, unit.name))
            return b""
        return _dump(value_of(unit))

    def put(self, data: bytes) -> None:
        self._file.write(data)
        self.size += len(data)


def _dump(value: dict[str, object]) -> bytes:
    try:
        return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # A lone surrogate: as an escape it survives.
        return (json.dumps(value, separators=(",", ":")) + "\n").encode()


def _load(number: int, line: bytes, path: Path) -> Any:
    """Return the value of a line.

    :raises ValueError: where it is not JSON.
    :raises FormatError: where it is not UTF-8.
    """
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(line.decode().rstrip())
    except UnicodeDecodeError as exc:
        message = f"byte 0x{line[exc.start]:02x} is not UTF-8; save the file as UTF-8."
        column = len(line[: exc.start].decode()) + 1
        raise FormatError(message, path=path, line=number, column=column) from exc
    except RecursionError as exc:
        raise ValueError("not JSON: values are nested too deeply") from exc
    except json.JSONDecodeError as exc:
        raise ValueError(f"not JSON at column {exc.colno}: {exc.msg}") from exc


def _read_header(path: Path, default: Header | None) -> Header:
    for number, line in read_lines(path, MAX_LINE_BYTES):
        if line.isspace():
            continue
        try:
            value = _load(number, line, path)
        except ValueError as exc:
            raise FormatError(f"{exc}; expected an object on each line.", path=path, line=number, column=1) from exc
        return _header_of(value, default, path, number)
    raise FormatError("is empty; expected JSON Lines.", path=path, line=1, column=1)


def _header_of(value: Any, default: Header | None, path: Path, number: int) -> Header:
    if not isinstance(value, dict):
        message = f"begins with {shown(value)}; expected an object on each line, as bitext.schema.json describes."
        raise FormatError(message, path=path, line=number, column=1)
    if "source_language" in value and "source" not in value:
        languages = [value.get(key) for key in ("source_language", "target_language", "signature")]
        languages[2] = languages[2] or ""
    elif default is not None:
        return default
    else:
        sides = (value.get("source"), value.get("target"))
        languages = [side.get("language") if isinstance(side, dict) else None for side in sides] + [""]
    if not all(isinstance(language, str) for language in languages):
        raise FormatError("has no languages; see bitext.schema.json.", path=path, line=number, column=1)
    return Header(*map(str, languages))


def _read(path: Path, report: Report, units: Units) -> Iterator[TranslationUnit]:
    is_first = True
    for number, line in read_lines(path, MAX_LINE_BYTES):
        if line.isspace():
            continue
        value = None
        try:
            value = _load(number, line, path)
            if is_first and isinstance(value, dict) and "source_language" in value and "source" not in value:
                continue
            unit = unit_of(value)
        except ValueError as exc:
            content = line[: 4 * _SHOWN_CHARACTERS].decode("utf-8", "replace")[:_SHOWN_CHARACTERS]
            report(Remark(Verdict.REJECTED, path, number, f"{exc}.", name_of(value), content))
        else:
            units.line = number
            yield unit
        finally:
            is_first = False


FORMAT = JsonLines()
