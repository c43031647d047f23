"""Parquet: columns that other tools find, and tables that other tools made."""

from __future__ import annotations

from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as tables
import pytest

from tests.formats.samples import CODED, FULL, HEADER, PLAIN, bitext
from translate.errors import FormatError, UsageError
from translate.formats import Header, Remark, parquet, read_bitext, write_bitext


def test_columns_are_named_for_training(tmp_path: Path) -> None:
    write_bitext(bitext([FULL, CODED, PLAIN]), tmp_path / "x", "parquet")
    table = tables.read_table(tmp_path / "x.parquet")
    assert table.column_names[:9] == [
        "source", "target", "source_language", "target_language", "name", "origin", "score", "alignment", "document",
    ]  # fmt: skip
    assert table.column("target").to_pylist() == [unit.target.text for unit in (FULL, CODED, PLAIN)]
    assert table.column("source_codes").to_pylist()[1][0] == {
        "start": 3, "end": 6, "kind": "start", "pair": 2, "type": "bold",
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
