"""A condition picks the units that it says, and one that is none is refused with what would do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.memory.stored import made, unit
from translate.data import Note, Origin, State
from translate.errors import UsageError
from translate.memory.where import parse_condition

UNITS = [
    unit("Un", "One", document="manual-1.docx", state=State.REVIEWED, changed="20240301T000000Z"),
    unit("Deux", "Two", document="manual-2.docx", changed="20231231T235959Z"),
    unit("Trois and plus", "Three", document="letter.txt", origin=Origin.MACHINE),
    replace(unit("Quatre", "Four"), properties=(("tu@changeid", "ANNE"),), notes=(Note("Check.", "BEA"),)),
]


@pytest.mark.parametrize(
    ("condition", "targets"),
    [
        ("state=reviewed", ["One"]),
        ("state<translated", ["Three"]),
        ("state >= translated and changed>=2024", ["One"]),
        ("changed<2024", ["Two"]),
        ("changed=2023-12-31", ["Two"]),
        ("document=manual*", ["One", "Two"]),
        ("document!='manual*'", ["Three", "Four"]),
        ("origin=machine", ["Three"]),
        ('source="Trois and plus"', ["Three"]),
        ("target=*o* and document=*", ["Two", "Four"]),
        ("author=ANNE", ["Four"]),
        ("author=A* and target=F*", ["Four"]),
        ("author=B*", ["Four"]),
        ("author=anne", []),
        ("author!=*", ["One", "Two", "Three"]),
        ("source=Trois and plus", ["Three"]),
        ("source=L'an [1] ? Oui", []),
    ],
)
def test_a_condition_picks_units(condition: str, targets: list[str], tmp_path: Path) -> None:
    asked = parse_condition(condition)
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        assert [held.unit.target.text for held in memory.stored(asked.sql, asked.values)] == targets


def test_a_note_without_an_author_hinders_no_condition(tmp_path: Path) -> None:
    noted = replace(
        unit("Un", "One"), properties=(("tu@changeid", "anne"),), notes=(Note("Check."), Note("Yes.", "BEA"))
    )
    with made(tmp_path / "m.tmdb", [noted, replace(unit("Deux", "Two"), notes=(Note("Check."),))]) as memory:
        for condition in ("author=anne", "author=BEA", "author!=C* and document!=x and source=U*"):
            asked = parse_condition(condition)
            assert next(memory.stored(asked.sql, asked.values)).unit.target.text == "One"


def test_a_document_may_be_named_by_another_tool(tmp_path: Path) -> None:
    named = replace(unit("Un", "One"), properties=(("file", "contrat_dupont.docx"),))
    with made(tmp_path / "m.tmdb", [named, unit("Deux", "Two", document="b.docx"), unit("Trois", "Three")]) as memory:
        for condition, targets in (("document=contrat*", ["One"]), ("document!=*.docx", ["Three"])):
            asked = parse_condition(condition)
            assert [held.unit.target.text for held in memory.stored(asked.sql, asked.values)] == targets


@pytest.mark.parametrize("source", ["L'été [1] vient ?", "Il dit [oui].", "a?c", "l'un et l'autre", "=", "and"])
def test_a_sentence_is_named_as_it_stands(source: str, tmp_path: Path) -> None:
    asked = parse_condition(f"source={source} and target=One")
    units = [unit(source, "One"), unit("L'été 1 vient !", "Two"), unit("Il dit o.", "Two"), unit("abc", "Two")]
    with made(tmp_path / "m.tmdb", units) as memory:
        assert [held.unit.source.text for held in memory.stored(asked.sql, asked.values)] == [source]


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("reviewed", "'reviewed' is no condition"),
        ("colour=red", "'colour' is no field; known: document"),
        ("state=good", "'good' is no state; known: untranslated"),
        ("origin=him", "'him' is no origin; known: machine"),
        ("changed>=May", "'May' is no date"),
        ("changed>=2024-13", "'2024-13' is no date"),
        ("changed<24", "'24' is no date"),
        ("author>ANNE", "authors are compared with = and !="),
        ("", "'' is no condition"),
        (f"source={'a' * 10_000}", "too long"),
        (" and ".join(["state=draft"] * 101), "101 comparisons"),
        ("source=\ud800", "no UTF-8"),
        ("document!=a or document!=b", "is no condition; expected such as state=reviewed, or several"),
        ('source="Un', "is no condition"),
        ("state=reviewed or 1=1", "is no state|is no condition"),
    ],
)
def test_what_is_no_condition_is_refused(condition: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        parse_condition(condition)
