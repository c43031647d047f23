"""Records have their text and their fields; what is none says why."""

from __future__ import annotations

import io
import lzma
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as tables
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import DocumentError, UsageError
from translate.shards.records import Fault, Fields, Kind, Record, dump, is_packed, kind_of, read_lines, read_rows


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.jsonl", "jsonl"),
        ("a.ndjson.gz", "jsonl"),
        ("A.TXT", "text"),
        ("a.tsv.zst", "tsv"),
        ("a.parquet", "parquet"),
        ("a.json", None),
        ("jsonl", None),
    ],
)
def test_the_ending_tells_the_kind(name: str, expected: Kind | None) -> None:
    assert kind_of(name) == expected


@pytest.mark.parametrize(
    ("kind", "field", "line", "expected"),
    [
        ("text", "text", "Un port.\r\n", Record(4, "Un port.", {"text": "Un port."})),
        ("tsv", "text", "Un\tport\n", Record(4, "Un", {"columns": ["Un", "port"]})),
        ("tsv", "2", "Un\tport\n", Record(4, "port", {"columns": ["Un", "port"]})),
        ("tsv", "3", "Un\tport\n", Fault(4, "2 columns, and the text is column 3", "Un\tport")),
        ("jsonl", "text", '{"text":"Un","n":1.5}\n', Record(4, "Un", {"text": "Un", "n": 1.5})),
        ("jsonl", "body", '{"body":"Un"}', Record(4, "Un", {"body": "Un"})),
        ("jsonl", "text", "[1]\n", Fault(4, "an object was expected, not list", "[1]")),
        ("jsonl", "text", '{"text":3}\n', Fault(4, "field 'text' is no text; its fields: text; name another with "
                                                "--text-field")),
    ],
)  # fmt: skip
def test_a_line_becomes_a_record_or_says_why_not(kind: Kind, field: str, line: str, expected: Record | Fault) -> None:
    assert Fields(kind, field).of_line(4, line.encode()) == expected


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": NaN}', "not JSON: NaN is no number of JSON"),
        (b'{"text"', "not JSON: "),
        (b"{" * 100_000, "not JSON: "),
        (b'{"text": "\xe9"}', "byte 0xe9 is not UTF-8"),
    ],
)
def test_a_bad_line_is_a_fault(line: bytes, reason: str) -> None:
    found = Fields("jsonl", "text").of_line(1, line)
    assert isinstance(found, Fault)
    assert found.reason.startswith(reason)
    assert len(found.content) <= 200


@pytest.mark.parametrize("field", ["0", "x", "-1"])
def test_a_column_of_tsv_is_a_number(field: str) -> None:
    with pytest.raises(UsageError, match=f"the number of a column, 1 or more, not '{field}'"):
        Fields("tsv", field)


def test_lines_are_read_from_an_offset_and_without_the_mark_of_utf_8() -> None:
    content = b"\xef\xbb\xbfun\ndeux\ntrois"
    assert list(read_lines(io.BytesIO(content), "a.txt")) == [b"un\n", b"deux\n", b"trois"]
    assert list(read_lines(io.BytesIO(content), "a.txt", offset=6)) == [b"deux\n", b"trois"]


def test_a_packed_file_that_is_cut_is_an_error_with_its_name() -> None:
    packed = lzma.compress(b"un\n" * 1000)
    assert is_packed("a.txt.xz") and not is_packed("a.txt")
    with pytest.raises(DocumentError, match=r"a\.txt\.xz"):
        list(read_lines(io.BytesIO(packed[:-20]), "a.txt.xz", offset=None))


@given(st.integers(1, 12), st.integers(0, 12), st.integers(1, 5))
def test_rows_of_a_parquet_file_are_found_across_its_groups(first: int, count: int, group: int) -> None:
    sink = io.BytesIO()
    tables.write_table(arrow.table({"text": [f"t{n}" for n in range(1, 11)]}), sink, row_group_size=group)
    found = [row["text"] for row in read_rows(io.BytesIO(sink.getvalue()), "a.parquet", first, count)]
    assert found == [f"t{n}" for n in range(1, 11)][first - 1 : first - 1 + count]


def test_a_file_that_is_no_parquet_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"a\.parquet: is no Parquet file"):
        list(read_rows(io.BytesIO(b"text"), "a.parquet", 1, 1))


def test_json_is_written_with_great_numbers_and_without_bytes() -> None:
    assert dump({"n": 10**30, "t": "é"}) == b'{"n":1000000000000000000000000000000,"t":"\\u00e9"}\n'
    with pytest.raises(ValueError, match="bytes"):
        dump({"b": b"x"})
