"""An enumeration comes out with all its members, each once and in order; what the draft has for them stays."""

from __future__ import annotations

import pytest

from tests.care.glossary.test_leading import Continuing
from translate.care.lost.members import find_lost_members, list_members
from translate.engines.base import Draft
from translate.languages import find_language

FRENCH, ENGLISH = find_language("fr"), find_language("en")
TABLE = {"râteau": "rake", "seau": "bucket", "bêche": "spade", "tapis": "rug"}


def listed(source: str, target: str, *endings: str) -> str | None:
    made = list_members(Continuing(*endings), TABLE.get, source, Draft(target, -1.0), own=FRENCH, other=ENGLISH)
    return made.text if made else None


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (
            "À prévoir : gants, râteau, corde, seau et chapeau.",
            "To bring: gloves, rope, and hat.",
            "To bring: gloves, rake, rope, bucket, and hat.",
        ),
        ("Gants, râteau, corde et chapeau.", "Gloves, rat, rope and hat.", "Gloves, rake, rope and hat."),
    ],
)
def test_what_was_lost_is_put_in_at_its_place(source: str, target: str, expected: str | None) -> None:
    assert listed(source, target) == expected


def test_an_article_is_that_of_the_engine_in_the_form_that_the_word_wants() -> None:
    source = "Il prend des gants, un seau, une corde et un chapeau."
    assert listed(source, "He takes gloves, a rope, a ball and a hat.", "an object") == (
        "He takes gloves, a bucket, a rope and a hat."
    )

    source = "Il vend des gants, des cordes, un tapis et des chapeaux en ville."
    assert listed(source, "He sells gloves, ropes, and hats in town.", "A carpet") == (
        "He sells gloves, ropes, a rug, and hats in town."
    )


def test_what_no_table_knows_the_engine_is_asked_for_by_itself() -> None:
    source = "Outils : marteau, zzzbrole, corde et scie."
    assert listed(source, "Tools: hammer, rope and saw.", "Brole.") == "Tools: hammer, brole, rope and saw."


@pytest.mark.parametrize(
    ("source", "target", "is_lost"),
    [
        ("À prévoir : gants, râteau, corde et chapeau.", "To bring: gloves, rope and hat.", True),
        ("À prévoir : gants, râteau, corde et chapeau.", "To bring: gloves, rat, rope and hat.", True),
        ("À prévoir : gants, râteau, corde et chapeau.", "To bring: gloves, rake, rope and hat.", False),
        ("Il prend un râteau.", "He takes a rat.", False),
    ],
)
def test_members_are_missed_in_enumerations_alone(source: str, target: str, is_lost: bool) -> None:
    issue = find_lost_members(source, target, TABLE.get, FRENCH, ENGLISH)
    assert (issue is not None) is is_lost
    if issue:
        assert issue.message == "Missing from the enumeration: râteau."


def test_where_the_enumeration_of_the_target_is_not_found_nothing_is_made() -> None:
    assert listed("Gants, râteau, corde et chapeau.", "Gloves with a rope.") is None
    assert listed("Il prend un râteau.", "He takes a rat.") is None
