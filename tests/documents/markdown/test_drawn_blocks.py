"""Tables that are drawn with signs, and verse: each cell is a text and stays in its column; other lines are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.config import DocumentConfig
from translate.data import Block
from translate.documents import READERS
from translate.documents.base import COLUMN, GRID, trail_of

GRID_TABLE = "+------+-------+\n| Nom  | Ville |\n+======+=======+\n| Léa  | Nice  |\n+------+-------+\n"
SIMPLE = "Nom    Ville\n-----  ------\nLéa    Nice\nPaul   Nantes\n"
FRAMED = f"{'-' * 14}\nNom    Ville\n-----  ------\nLéa    Nice\n\nPaul   Nantes\n{'-' * 14}\n"


def rewritten(folder: Path, source: str, say: dict[str, str] | None = None) -> tuple[list[str], str]:
    """The texts of a document, and what it is where it shows those of `say`."""
    path = folder / "a.md"
    path.write_text(source, encoding="utf-8", newline="")
    reader = READERS.load("markdown")
    document = reader.read(path, name="a.md", language="fr", config=DocumentConfig())
    with reader.rebuild(document, folder / "b.md", language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, (say or {}).get(block.text, block.text), block.codes)
    return [block.text for block in document.blocks if block.text], (folder / "b.md").read_bytes().decode()


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        (GRID_TABLE, ["Nom", "Ville", "Léa", "Nice"]),
        ("> " + GRID_TABLE.replace("\n", "\n> "), ["Nom", "Ville", "Léa", "Nice"]),
        (SIMPLE, ["Nom", "Ville", "Léa", "Nice", "Paul", "Nantes"]),
        (SIMPLE.partition("\n")[2], ["Léa", "Nice", "Paul", "Nantes"]),
        (FRAMED, ["Nom", "Ville", "Léa", "Nice", "Paul", "Nantes"]),
        ("| Le vent se lève,\n| il faut vivre.\n", ["Le vent se lève,", "il faut vivre."]),
        ("|     Un vers loin\n|\n| Un autre\n", ["Un vers loin", "Un autre"]),
    ],
    ids=["grid", "grid in a quotation", "simple", "no heads", "framed", "verse", "verse with a gap"],
)
def test_each_cell_and_each_verse_is_a_text(tmp_path: Path, source: str, texts: list[str]) -> None:
    assert rewritten(tmp_path, source) == (texts, source)


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("+-----+\nUn mot\n", ["+-----+ Un mot"]),
        ("+ un\n+ deux\n", ["un", "deux"]),
        ("Un titre\n--------\nUn texte\n", ["Un titre", "Un texte"]),
    ],
)
def test_other_lines_are_read_as_they_always_were(tmp_path: Path, source: str, texts: list[str]) -> None:
    assert rewritten(tmp_path, source) == (texts, source)


@pytest.mark.parametrize(
    ("source", "say", "line"),
    [
        (GRID_TABLE, {"Nom": "Name"}, "| Name | Ville |"),
        (GRID_TABLE, {"Ville": "Town"}, "| Nom  | Town  |"),
        (GRID_TABLE, {"Nom": "N"}, "| N    | Ville |"),
        (SIMPLE, {"Nom": "Name"}, "Name   Ville"),
        (SIMPLE, {"Nom": "A full name"}, "A full name  Ville"),
        (SIMPLE, {"Paul": "P"}, "P      Nantes"),
    ],
)
def test_a_cell_keeps_its_width_where_its_text_fits(
    tmp_path: Path, source: str, say: dict[str, str], line: str
) -> None:
    assert line in rewritten(tmp_path, source, say)[1].splitlines()


@given(st.text("ab ", min_size=1).map(str.strip), st.text("ab").map(str.strip), st.integers(0, 9))
def test_what_follows_a_column_stands_where_it_stood_or_behind_two_spaces(old: str, new: str, gap: int) -> None:
    cell = Block("", old, " " * gap, manner=COLUMN)
    trail = trail_of(cell, new)
    assert not trail.strip()
    assert len(new + trail) == max(len(old) + gap, len(new) + min(2, gap))
    assert trail_of(Block("", old, "\n"), new) == "\n"


@given(st.text("ab"), st.integers(0, 9))
def test_a_cell_of_a_grid_is_filled_up_to_its_bar(new: str, gap: int) -> None:
    cell = Block("", "abc", " " * gap, manner=GRID)
    assert len(new + trail_of(cell, new)) == max(3 + gap, len(new) + min(1, gap))


_LINES = ["+---+---+", "+===+===+", "| a | b |", "|", "| c", "---  ---", "a    b", "-" * 12, "", "> | d", "    | e"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.sampled_from(_LINES), min_size=1, max_size=9).map("\n".join))
def test_any_mixture_of_drawn_lines_comes_back_whole(tmp_path: Path, source: str) -> None:
    assert rewritten(tmp_path, source)[1] == source
