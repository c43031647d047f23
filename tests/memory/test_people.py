"""Authors and documents are told from all else that a tool writes into a unit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.memory.stored import unit
from translate.data import Note
from translate.memory.people import authors_of, without_people


@pytest.mark.parametrize(
    ("name", "is_person"),
    [
        ("tu@creationid", True),
        ("target@changeid", True),
        ("created_by", True),
        ("mq:translatorcommitusername", True),
        ("last_modified_by", True),
        ("x-author", True),
        ("tu@changedate", False),
        ("tu@usagecount", False),
        ("x-client", False),
        ("x-user-defined", False),
        ("x-document", False),
    ],
)
def test_a_property_names_a_person_or_not(name: str, is_person: bool) -> None:
    known = replace(unit("Un", "One", document="a.txt"), properties=((name, "ANNE"),))
    assert (authors_of(known) == ["ANNE"]) == is_person
    assert (without_people(known).properties == ()) == is_person
    assert without_people(known).document is None


def test_authors_of_notes_are_people_and_their_notes_stay() -> None:
    noted = replace(unit("Un", "One"), notes=(Note("Check.", "BEA"),))
    assert authors_of(noted) == ["BEA"]
    assert without_people(noted).notes == (Note("Check."),)
