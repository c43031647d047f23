"""Organisations are found as a table has them, whatever capitals they may have besides, and nothing like them."""

from __future__ import annotations

import re

import pytest

from translate.alignment.organisations import Organisations, find_organisations
from translate.alignment.shipped import FOLDER

LINES = [
    "# a comment",
    "Armée du Salut\tthe Salvation Army",
    "École polytechnique\tthe École Polytechnique",
    "École polytechnique de Montréal\tPolytechnique Montréal",
    "Restos du cœur\tthe Restos du Cœur",
    "musée d'Orsay\tthe Musée d'Orsay",
    "Croix-Rouge\tthe Red Cross",
]
NAMED = Organisations(LINES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("un don à l'Armée du Salut", [("Armée du Salut", "the Salvation Army")]),
        ("l'École Polytechnique", [("École Polytechnique", "the École Polytechnique")]),
        ("l'Ecole polytechnique", [("Ecole polytechnique", "the École Polytechnique")]),
        ("à l’École polytechnique de Montréal", [("École polytechnique de Montréal", "Polytechnique Montréal")]),
        ("aux Restos du Cœur", [("Restos du Cœur", "the Restos du Cœur")]),
        ("le Musée d’Orsay", [("Musée d’Orsay", "the Musée d'Orsay")]),
        (
            "le musée d'Orsay, la Croix-Rouge",
            [("musée d'Orsay", "the Musée d'Orsay"), ("Croix-Rouge", "the Red Cross")],
        ),
        ("une armée du salut", []),
        ("une école polytechnique", []),
        ("l'Armée du Salutiste", []),
        ("l'Armée du Salut-Public", []),
        ("la Sainte-Croix-Rouge", []),
        ("", []),
    ],
)
def test_names_are_found_with_their_capitals(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.said) for one in NAMED.find(text)] == found


def test_a_capital_within_tells_a_name_from_the_start_of_a_sentence() -> None:
    told = {text: next(NAMED.find(text)).is_told for text in ("Croix-Rouge", "École polytechnique", "musée d'Orsay")}
    assert told == {"Croix-Rouge": True, "École polytechnique": False, "musée d'Orsay": True}


def test_every_row_that_ships_is_found_and_none_is_there_twice() -> None:
    lines = (FOLDER / "fr-en.organisations.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len({name for name, _ in rows}) == len(rows)
    for name, said in rows:
        assert [one.said for one in find_organisations("fr-en").find(f"dans {name}.")] == [said], name
        assert re.fullmatch(r"(?:the )?\S.*\S", said), said
