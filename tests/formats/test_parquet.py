"""Parquet: columns that other tools find, and tables that other tools made."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as tables
import pytest

from tests.formats.samples import CODED, FULL, HEADER, PLAIN, bitext
from translate.data import Origin
from translate.errors import FormatError, UsageError
from translate.formats import Header, Remark, parquet, read_bitext, write_bitext


def test_columns_are_named_for_training(tmp_path: Path) -> None:
    write_bitext(bitext([FULL, CODED, PLAIN]), tmp_path / "x", "parquet")
    table = tables.read_table(tmp_path / "x.parquet")
    assert table.column_names[:10] == [
        "source", "target", "source_language", "target_language", "name", "origin", "state", "score", "alignment",
        "document",
    ]  # fmt: skip
    assert table.column("target").to_pylist() == [unit.target.text for unit in (FULL, CODED, PLAIN)]
    assert table.column("source_codes").to_pylist()[1][0] == {
        "start": 3, "end": 6, "kind": "start", "pair": 2, "type": "bold", "id": None, "attributes": None,
    }  # fmt: skip
    assert table.schema.metadata[b"bitexte.signature"].decode() == HEADER.signature


def test_rows_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS_IN_GROUP", 2)
    write_bitext(bitext([PLAIN] * 5), tmp_path / "x", "parquet")
    assert tables.ParquetFile(tmp_path / "x.parquet").num_row_groups == 3
    assert len(list(read_bitext(tmp_path / "x.parquet").units)) == 5


@pytest.mark.parametrize("names", [("source", "target"), ("en", "fr")[::-1]])
def test_tables_of_others_are_read(names: tuple[str, str], tmp_path: Path) -> None:
    tables.write_table(arrow.table({names[1]: ["Yes.", None], names[0]: ["Oui.", "Non."]}), tmp_path / "x.parquet")
    remarks: list[Remark] = []
    (unit,) = read_bitext(tmp_path / "x.parquet", Header("fr", "en"), report=remarks.append).units
    assert (unit.source.text, unit.target.text) == ("Oui.", "Yes.")
    assert [remark.message for remark in remarks] == ["row 2: 'text' is missing; expected a string."]
    if names[0] == "source":
        with pytest.raises(FormatError, match=r"has the columns target, source; expected source and target"):
            read_bitext(tmp_path / "x.parquet")


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match="Parquet needs the package pyarrow: pip install"):
        write_bitext(bitext(), tmp_path / "x", "parquet")
    assert list(tmp_path.iterdir()) == []


COLUMNS = {
    "source": "Oui.", "target": "Yes.", "name": None, "origin": None, "score": None, "alignment": None,
    "document": None, "issues": None, "source_span": None, "target_codes": None, "properties": None,
    "notes": None, "extra": 3,
}  # fmt: skip


def table(folder: Path, **changes: object) -> Path:
    """Write a table of one row, as another tool makes it."""
    tables.write_table(arrow.Table.from_pylist([COLUMNS | changes]), folder / "x.parquet")
    return folder / "x.parquet"


def test_what_a_row_has_not_is_as_usual(tmp_path: Path) -> None:
    (unit,) = read_bitext(table(tmp_path), Header("fr", "en")).units
    assert unit.name.startswith("1-")
    assert (unit.origin, unit.score, unit.alignment, unit.document) == (Origin.MEMORY, None, "1-1", None)
    assert (unit.issues, unit.notes, unit.properties, unit.source.span) == ((), (), (), None)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"source": None}, "row 1: 'text' is missing; expected a string"),
        ({"source": 3}, "row 1: 'text' is 3; expected a string"),
        ({"origin": "robot"}, "row 1: 'robot' is not a valid Origin"),
        ({"score": float("nan")}, "row 1: 'score' is nan; expected a number"),
        ({"source_span": [1, 2]}, "row 1: 'span' is [1, 2]; expected [block, start, end]"),
        ({"target_codes": [{"start": 0, "end": 9, "kind": "start"}]}, "row 1: a code runs from 0 to 9; expected"),
        ({"properties": [["a"]]}, "row 1: a property is ['a']; expected [name, value]"),
        ({"issues": [{"check": "a", "severity": "x", "message": "m"}]}, "row 1: 'x' is not a valid Severity"),
    ],
)
def test_a_wrong_row_is_rejected_with_its_number(changes: dict[str, object], reason: str, tmp_path: Path) -> None:
    remarks: list[Remark] = []
    path = table(tmp_path, **changes)
    with pytest.raises(FormatError, match="none of its 1 units can be read"):
        list(read_bitext(path, Header("fr", "en"), report=remarks.append).units)
    assert [(remark.verdict, remark.line) for remark in remarks] == [("rejected", 1)]
    assert reason in remarks[0].message
    with pytest.raises(FormatError, match=r"x\.parquet:1: row 1: "):
        list(read_bitext(path, Header("fr", "en")).units)


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" + b"x" * 100, b"", b"fr\ten\n"])
def test_what_is_no_table_is_said(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.parquet").write_bytes(content)
    with pytest.raises(FormatError, match=r"x\.parquet: (is not a Parquet file, or damaged|cannot be read)"):
        read_bitext(tmp_path / "x.parquet", HEADER)


@pytest.mark.parametrize("changes", [{b"bitexte.target_language": None}, {b"bitexte.signature": b"\xff"}])
def test_a_table_whose_languages_are_damaged_is_said(changes: dict[bytes, bytes | None], tmp_path: Path) -> None:
    path = table(tmp_path)
    held = tables.read_table(path)
    kept = {b"bitexte.source_language": b"fr", b"bitexte.target_language": b"en", b"bitexte.signature": b"", **changes}
    tables.write_table(
        held.replace_schema_metadata({key: value for key, value in kept.items() if value is not None}), path
    )
    with pytest.raises(FormatError, match=r"x\.parquet: says nothing of its languages, or is damaged"):
        read_bitext(path, HEADER)


def test_a_packed_table_is_read(tmp_path: Path) -> None:
    path = table(tmp_path)
    packed = tmp_path / "y.parquet.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    (unit,) = read_bitext(packed, Header("fr", "en")).units
    assert (unit.source.text, unit.target.text) == ("Oui.", "Yes.")


def test_columns_of_languages_go_before_nothing_at_all(tmp_path: Path) -> None:
    tables.write_table(arrow.table({"fr": ["Oui."], "en": ["Yes."], "de": ["Ja."]}), tmp_path / "x.parquet")
    (unit,) = read_bitext(tmp_path / "x.parquet", Header("de", "fr")).units
    assert (unit.source.text, unit.target.text) == ("Ja.", "Oui.")
    with pytest.raises(FormatError, match="has the columns fr, en, de; expected source and target, or two named by"):
        read_bitext(tmp_path / "x.parquet", Header("es", "fr"))
