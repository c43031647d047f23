"""Parquet, for those who train models: a table of units in groups of rows; it needs the package pyarrow."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from translate.data import Bitext, TranslationUnit
from translate.errors import FormatError, UsageError, reason_of, shortened
from translate.files import replace_file
from translate.formats.base import FIELDS, Format, Header, Remark, Report, Verdict, stem_of, strict
from translate.formats.fields import make_name
from translate.formats.jsonunit import unit_of, value_of
from translate.formats.packing import FAULTS, packed_ending, plain_name, trouble
from translate.formats.sources import open_bytes
from translate.formats.units import Dropped, Units
from translate.records import dataclass

ROWS_IN_GROUP = 10_000
_KEYS = (b"bitexte.source_language", b"bitexte.target_language", b"bitexte.signature")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAGIC = b"PAR1"
_PAIRS = ("source", "target")


@dataclass(frozen=True, slots=True)
class Parquet:
    name: str = "parquet"
    holds: frozenset[str] = FIELDS - {"edits", "suggestions"}

    def claims(self, path: Path) -> bool:
        return plain_name(path.name).endswith(".parquet")

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return (stem.with_name(stem.name + ".parquet"),)

    def place(self, path: Path) -> tuple[Format, Path]:
        return self, stem_of(path, ".parquet")

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[ParquetWriter]:
        path = self.paths(stem, header)[0]
        arrow, tables = _library()
        schema = _schema(arrow).with_metadata(
            dict(zip(_KEYS, (header.source_language, header.target_language, header.signature), strict=True))
        )
        with replace_file(path) as file, tables.ParquetWriter(file, schema, compression="zstd") as sink:
            writer = ParquetWriter(sink, arrow, schema, path, report)
            yield writer
            writer.flush()

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read a table of ours, or one with columns `source` and `target`, or columns named by their languages."""
        with _open(path) as file:
            schema = file.schema_arrow
        held = schema.metadata or {}
        found = _header(held, path) if _KEYS[0] in held else _languages(schema.names, header, path)
        units = Units(lambda units: _read(path, found, report))
        return Bitext(found.source_language, found.target_language, units, found.signature)


class ParquetWriter:
    def __init__(self, sink: Any, arrow: Any, schema: Any, path: Path, report: Report) -> None:
        self._sink, self._arrow, self._schema = sink, arrow, schema
        self._path, self._report, self._dropped = path, report, Dropped(path, FORMAT, report)
        self._rows: list[dict[str, object]] = []
        self._row = 0

    def write(self, unit: TranslationUnit) -> None:
        self._row += 1
        self._dropped.note(unit)
        row = _row_of(unit)
        clean = _cleaned(row)
        if clean != row:
            message = "lone surrogates were removed: they are not characters, and UTF-8 does not allow them."
            self._report(Remark(Verdict.FIXED, self._path, self._row, message, unit.name))
        self._rows.append(clean)
        if len(self._rows) >= ROWS_IN_GROUP:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait."""
        if self._rows:
            self._sink.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()


def _library() -> tuple[Any, Any]:
    if find_spec("pyarrow") is None:
        raise UsageError("Parquet needs the package pyarrow: pip install 'bitexte[parquet]'.")
    return import_module("pyarrow"), import_module("pyarrow.parquet")


def _schema(arrow: Any) -> Any:
    text, number = arrow.string(), arrow.int64()
    pairs = arrow.list_(arrow.list_(text))
    code = [("start", number), ("end", number), ("kind", text), ("pair", number), ("type", text), ("id", text)]
    code = arrow.struct([*code, ("attributes", pairs)])
    note = [("text", text), ("author", text), ("priority", number), ("about", text), ("language", text)]
    note = arrow.struct([*note, ("category", text)])
    issue = arrow.struct([("check", text), ("severity", text), ("message", text), ("value", arrow.float64())])
    columns = [("source", text), ("target", text), ("source_language", text), ("target_language", text)]
    columns += [("name", text), ("origin", text), ("state", text), ("score", arrow.float64())]
    columns += [
        ("alignment", text),
        ("document", text),
        ("context_before", text),
        ("context_after", text),
        ("issues", arrow.list_(issue)),
    ]
    columns += [(f"{side}_span", arrow.list_(number)) for side in _PAIRS]
    columns += [(f"{side}_codes", arrow.list_(code)) for side in _PAIRS]
    columns += [("properties", pairs), ("notes", arrow.list_(note))]
    return arrow.schema(columns)


def _row_of(unit: TranslationUnit) -> dict[str, object]:
    row = value_of(replace(unit, edits=()))
    for side in _PAIRS:
        variant: Any = row[side]
        row |= {side: variant["text"], f"{side}_language": variant["language"]}
        row |= {f"{side}_{key}": variant[key] for key in ("span", "codes") if key in variant}
    if "notes" in row:
        notes: Any = row["notes"]
        row["notes"] = [{"text": note} if isinstance(note, str) else note for note in notes]
    return row


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return _SURROGATE.sub("", value) if not value.isascii() else str(value)
        case dict():
            return {key: _cleaned(item) for key, item in value.items()}
        case list() | tuple():
            return type(value)(_cleaned(item) for item in value)
    return value


@contextmanager
def _open(path: Path) -> Iterator[Any]:
    """Open a table; one that is packed is unpacked aside, since it is read from its end."""
    arrow, tables = _library()
    with open_bytes(path) as file, tempfile.TemporaryFile() as aside:
        try:
            if file.peek(4)[:4] == _MAGIC and packed_ending(path.name):
                shutil.copyfileobj(file, aside)
            yield tables.ParquetFile(aside if aside.tell() else path)
        except FAULTS as exc:
            raise FormatError(" ".join(trouble(exc).split()), path=path) from exc
        except (arrow.ArrowException, ValueError) as exc:
            raise FormatError(f"is not a Parquet file, or damaged ({reason_of(exc)}).", path=path) from exc


def _header(held: Mapping[bytes, bytes], path: Path) -> Header:
    try:
        return Header(*(held[key].decode() for key in _KEYS))
    except (KeyError, UnicodeDecodeError) as exc:
        raise FormatError("says nothing of its languages, or is damaged; save it again.", path=path) from exc


def _languages(names: list[str], header: Header | None, path: Path) -> Header:
    if header is not None and {"source", "target"} <= set(names):
        return header
    if header is not None and {header.source_language, header.target_language} <= set(names):
        return header
    raise FormatError(
        f"has the columns {', '.join(map(shortened, names))}; expected source and target, or two named by their "
        "languages, and the languages given.",
        path=path,
    )


def _read(path: Path, header: Header, report: Report) -> Iterator[TranslationUnit]:
    number = 0
    with _open(path) as file:
        for batch in file.iter_batches(batch_size=ROWS_IN_GROUP):
            try:
                rows = batch.to_pylist()
            except UnicodeDecodeError as exc:
                raise FormatError(f"a text after row {number} is not UTF-8.", path=path) from exc
            for row in rows:
                number += 1
                try:
                    unit = unit_of(_value_of_row(row, header, number))
                except ValueError as exc:
                    report(Remark(Verdict.REJECTED, path, number, f"row {number}: {exc}.", content=str(row)))
                    continue
                yield unit


def _value_of_row(row: dict[str, Any], header: Header, number: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for side, language in zip(_PAIRS, (header.source_language, header.target_language), strict=True):
        text = row.get(side) if side in row else row.get(language)
        variant: dict[str, Any] = {"text": text, "language": row.get(f"{side}_language") or language}
        if row.get(f"{side}_span") is not None:
            variant["span"] = row[f"{side}_span"]
        if row.get(f"{side}_codes"):
            variant["codes"] = list(map(_without_nothing, row[f"{side}_codes"]))
        value[side] = variant
    for key in ("name", "origin", "state", "score", "alignment", "document", "context_before", "context_after"):
        if row.get(key) is not None:
            value[key] = row[key]
    for key in ("issues", "properties", "notes"):
        if row.get(key):
            value[key] = row[key]
    if "notes" in value:
        value["notes"] = [note if isinstance(note, str) else _without_nothing(note) for note in value["notes"]]
    if not value.get("name"):
        value["name"] = make_name(number, str(value["source"]["text"]))
    return value


def _without_nothing(struct: dict[str, Any]) -> dict[str, Any]:
    return {key: item for key, item in struct.items() if item is not None}


FORMAT = Parquet()
