"""Tables of workbooks: a header and its column say the same, and stay where a formula names the column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.documents.packages import read, rewrite
from tests.documents.workbooks import STRINGS, TABLE, cells, table, write_sheets

HEAD = ("Nom entier", "Ville")


def headed(folder: Path, *rows: Sequence[int | str], columns: Sequence[str] = (), attributes: str = "") -> Path:
    made = table(*(columns or [f'name="{name}"' for name in HEAD]), ref="A1:B3", more=attributes)
    strings = (*HEAD, "Zoé Petit", "Total")
    parts, related = {TABLE: made}, [("table", TABLE)]
    return write_sheets(folder / "a.xlsx", cells((0, 1), *rows), strings=strings, parts=parts, related=related)


def test_the_header_of_a_table_and_its_column_change_alike(tmp_path: Path) -> None:
    document = read(headed(tmp_path, (2,)), "xlsx")
    after = rewrite(document, tmp_path / "b.xlsx", {"Nom entier": 'A "name"', "Ville": "Town"})
    assert '<t>A "name"</t>' in after[STRINGS] and 'name="A &quot;name&quot;"' in after[TABLE]
    assert "<t>Town</t>" in after[STRINGS] and 'name="Town"' in after[TABLE] and 'displayName="Gens"' in after[TABLE]


@pytest.mark.parametrize("target", ["ville", "x" * 256, " "])
def test_a_header_whose_translation_is_no_name_or_another_one_stays(tmp_path: Path, target: str) -> None:
    document = read(headed(tmp_path, (2,)), "xlsx")
    after = rewrite(document, tmp_path / "b.xlsx", {"Nom entier": target, "Zoé Petit": "Zoe Petit"})
    assert "<t>Nom entier</t>" in after[STRINGS] and 'name="Nom entier"' in after[TABLE]
    assert "1 column name kept as it is" in document.notices


def test_two_headers_that_would_become_one_name_both_stay(tmp_path: Path) -> None:
    document = read(headed(tmp_path, (2,)), "xlsx")
    after = rewrite(document, tmp_path / "b.xlsx", {"Nom entier": "Same", "Ville": "same"})
    assert "<t>Nom entier</t>" in after[STRINGS] and "<t>Ville</t>" in after[STRINGS]
    assert 'name="Nom entier"' in after[TABLE] and 'name="Ville"' in after[TABLE]


@pytest.mark.parametrize(
    ("formula", "is_named"),
    [
        ("SUM(Gens[Ville])", True),
        ("SUM(Gens[[#This Row],[ville]])", True),
        ("[@Ville]&amp;1", True),
        ('INDIRECT("Gens[Ville]")', True),
        ("ROWS(Gens[#All])", False),
        ("SUM(Autre[Ville])", False),
        ("[1]Feuil1!A1", False),
        ("VLOOKUP(A1,Gens,2)", False),
    ],
)
def test_headers_stay_where_a_formula_names_a_column(tmp_path: Path, formula: str, is_named: bool) -> None:
    document = read(headed(tmp_path, (2, f"={formula}")), "xlsx")
    assert [block.text for block in document.blocks] == [*([] if is_named else HEAD), "Zoé Petit"]
    assert ("2 column names kept as they are" in document.notices) is is_named


def test_the_label_of_a_total_changes_with_its_cell(tmp_path: Path) -> None:
    columns = ('name="Nom entier" totalsRowLabel="Total"', 'name="Ville"')
    path = headed(tmp_path, (2,), (3,), columns=columns, attributes=' totalsRowCount="1"')
    after = rewrite(read(path, "xlsx"), tmp_path / "b.xlsx", {"Total": "Sum"})
    assert 'totalsRowLabel="Sum"' in after[TABLE]


def test_a_header_over_two_lines_is_one_name(tmp_path: Path) -> None:
    made = table('name="Nom_x000a_entier"', 'name="Ville"', ref="A1:B2")
    parts, related = {TABLE: made}, [("table", TABLE)]
    strings = ("Nom\nentier", "Ville")
    path = write_sheets(tmp_path / "a.xlsx", cells((0, 1)), strings=strings, parts=parts, related=related)
    after = rewrite(read(path, "xlsx"), tmp_path / "b.xlsx", {"Nom": "Full", "entier": "name"})
    assert "<t>Full\nname</t>" in after[STRINGS] and 'name="Full_x000a_name"' in after[TABLE]


def test_headers_stay_where_a_slicer_names_a_column(tmp_path: Path) -> None:
    parts = {
        TABLE: table('name="Nom"', 'name="Ville"', ref="A1:B2"),
        "xl/slicerCaches/s.xml": '<slicerCacheDefinition name="Segment_Ville" sourceName="Ville"/>',
    }
    related = [("table", TABLE)]
    path = write_sheets(tmp_path / "a.xlsx", cells((0, 1)), strings=("Nom", "Ville"), parts=parts, related=related)
    assert list(read(path, "xlsx").blocks) == []
