"""Records: what a file of a corpus holds, each with a text and whatever stands beside it, in the order of the file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from typing import Any, BinaryIO, Literal, cast

import orjson

from translate.config import TEXT_FIELD
from translate.errors import DocumentError, UsageError, reason_of
from translate.formats.packing import FAULTS, packed_ending, plain_name, trouble, unpack
from translate.records import dataclass

Kind = Literal["jsonl", "text", "tsv", "parquet"]
KINDS: Mapping[str, Kind] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".txt": "text",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
"""Kinds of files by the ending of their names, packed or not."""
MAX_LINE_BYTES = 1 << 24
COLUMNS = "columns"
_MARK = b"\xef\xbb\xbf"
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Record:
    """A text, and the fields of its record as they are to be written again. `line` is its line, or row, from 1."""

    line: int
    text: str
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """A record that cannot be used: why, and the beginning of what stands there."""

    line: int
    reason: str
    content: str = ""


def kind_of(name: str) -> Kind | None:
    """Return the kind of a file; None for one that holds no records."""
    plain = plain_name(name)
    return next((kind for ending, kind in KINDS.items() if plain.endswith(ending)), None)


def read_lines(file: BinaryIO, name: str, *, offset: int | None = 0) -> Iterator[bytes]:
    """Yield the lines of a file, unpacked, each with its end; the mark of UTF-8 is left out.

    :param offset: bytes to pass over; None where the file is packed, and is read from its beginning.
    :raises DocumentError: where the file is damaged, or a line is longer than :data:`MAX_LINE_BYTES`.
    """
    try:
        with unpack(_buffered(file)) as reader:
            if offset:
                reader.seek(offset)
            number = 0
            while line := reader.readline(MAX_LINE_BYTES + 1):
                number += 1
                if len(line) > MAX_LINE_BYTES:
                    raise DocumentError(f"the line is longer than {MAX_LINE_BYTES:,} bytes.", path=name, line=number)
                yield line.removeprefix(_MARK) if number == 1 and not offset else line
    except FAULTS as exc:
        raise DocumentError(trouble(exc), path=name) from exc


def mark_bytes(file: BinaryIO) -> int:
    """Return how many bytes a file, unpacked, has before its first line: those of the mark of UTF-8, or none."""
    try:
        with unpack(_buffered(file)) as reader:
            return len(_MARK) if reader.read(len(_MARK)) == _MARK else 0
    except FAULTS:  # which whoever reads the lines is told
        return 0


def _buffered(file: BinaryIO) -> io.BufferedReader:
    return file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, file))


def is_packed(name: str) -> bool:
    """Tell whether a file is packed, so that it is read from its beginning only."""
    return bool(packed_ending(name.lower()))


class Fields:
    """Makes records of lines and rows.

    :param text: the field with the text: a key of JSON, a column of a table by its name (Parquet) or number (TSV).
    """

    def __init__(self, kind: Kind, text: str) -> None:
        """:raises UsageError: where the column of a TSV file is no number."""
        self._kind, self._text = kind, text
        self._column = 0
        if kind == "tsv":
            number = "1" if text == TEXT_FIELD else text
            if not number.isdecimal() or number == "0":
                raise UsageError(f"--text-field of a TSV file is the number of a column, 1 or more, not '{text}'.")
            self._column = int(number)

    def of_line(self, number: int, line: bytes) -> Record | Fault:
        """Return the record of a line; what is no record is a fault."""
        try:
            text = line.decode().removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError as exc:
            reason = f"byte 0x{line[exc.start]:02x} is not UTF-8"
            return Fault(number, reason, line[:_SHOWN].decode("utf-8", "replace"))
        if self._kind == "text":
            return Record(number, text, {TEXT_FIELD: text})
        if self._kind == "tsv":
            columns = text.split("\t")
            if len(columns) < self._column:
                return Fault(number, f"{len(columns)} columns, and the text is column {self._column}", text[:_SHOWN])
            return Record(number, columns[self._column - 1], {COLUMNS: columns})
        return self._of_json(number, text)

    def _of_json(self, number: int, text: str) -> Record | Fault:
        try:
            value = json.loads(text, parse_constant=_refuse)
        except (ValueError, RecursionError) as exc:
            return Fault(number, f"not JSON: {reason_of(exc)}", text[:_SHOWN])
        if not isinstance(value, dict):
            return Fault(number, f"an object was expected, not {type(value).__name__}", text[:_SHOWN])
        return self.of_row(number, value)

    def of_row(self, number: int, row: Mapping[str, object]) -> Record | Fault:
        """Return the record of a row with named fields."""
        text = row.get(self._text)
        if isinstance(text, str):
            return Record(number, text, row)
        found = f"has no field '{self._text}'" if self._text not in row else f"field '{self._text}' is no text"
        shown = ", ".join(map(str, row))
        return Fault(number, f"{found}; its fields: {shown[:_SHOWN]}; name another with --text-field")


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no number of JSON")


def read_rows(file: BinaryIO, name: str, first: int, count: int) -> Iterator[Mapping[str, object]]:
    """Yield rows of a Parquet file, from `first` on, group by group.

    :raises UsageError: where pyarrow is not installed.
    :raises DocumentError: where the file is damaged.
    """
    with parquet_faults(name):
        table = parquet_library().ParquetFile(file)
        before, last = 0, first - 1 + count
        for group in range(table.metadata.num_row_groups):
            rows = table.metadata.row_group(group).num_rows
            start, end = max(0, first - 1 - before), min(rows, last - before)
            before += rows
            if start >= end:
                continue
            batches = table.iter_batches(batch_size=1024, row_groups=[group])
            yield from islice((row for batch in batches for row in batch.to_pylist()), start, end)


@contextmanager
def parquet_faults(name: str) -> Iterator[None]:
    """:raises DocumentError: for what pyarrow raises where a file is damaged; it says so in several lines."""
    try:
        yield
    except (OSError, ValueError) as exc:
        raise DocumentError(f"is no Parquet file, or is damaged: {reason_of(exc)}.", path=name) from exc


def parquet_library() -> Any:
    """Return pyarrow's part for Parquet.

    :raises UsageError: where it is not installed.
    """
    if find_spec("pyarrow") is None:
        raise UsageError("Parquet files need the package pyarrow: pip install 'bitexte[parquet]'.")
    return import_module("pyarrow.parquet")


def dump(value: Mapping[str, object]) -> bytes:
    """Return a value as a line of JSON.

    :raises ValueError: where it holds what JSON cannot say, such as bytes.
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS)
    except TypeError:  # a number beyond 64 bits, or half a pair of surrogates
        try:
            return (json.dumps(value, separators=(",", ":")) + "\n").encode()
        except TypeError as exc:
            raise ValueError(str(exc)) from exc
