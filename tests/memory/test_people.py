"""Authors and documents are told from all else that a tool writes into a unit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.memory.stored import unit
from translate.data import Note
from translate.memory.people import authors_in, document_in, domain_of, without_people
from translate.memory.rows import Languages, details_of

LANGUAGES = Languages("fr", "en")


@pytest.mark.parametrize(
    ("name", "is_person"),
    [
        ("tu@creationid", True),
        ("target@changeid", True),
        ("created_by", True),
        ("mq:translatorcommitusername", True),
        ("last_modified_by", True),
        ("x-LastUsedBy", True),
        ("lastModifiedBy", True),
        ("x-author", True),
        ("mq:lastchanginguser", True),
        ("x-Translator:SinglePicklist", True),
        ("tu@changedate", False),
        ("tu@usagecount", False),
        ("x-client", False),
        ("x-user-defined", False),
    ],
)
def test_a_property_names_a_person_or_not(name: str, is_person: bool) -> None:
    known = replace(unit("Un", "One", document="a.txt"), properties=((name, "ANNE"),))
    assert (authors_in(str(details_of(known, LANGUAGES))) == ["ANNE"]) == is_person
    assert (without_people(known).properties == ()) == is_person
    assert without_people(known).document is None


@pytest.mark.parametrize(
    "name",
    ["file", "x-file", "x-document", "document", "filename", "x-filename", "file_name", "x-origfile", "tmx:file",
     "target/x-filename", "OriginalFileName", "sourceFile", "x-source-file",
     "x-filename:MultipleString", "Txt::FileName", "Att::File Name"],
)  # fmt: skip
def test_a_property_names_the_document(name: str) -> None:
    known = replace(unit("Un", "One"), properties=((name, "lettre_dupont.docx"),))
    assert document_in(details_of(known, LANGUAGES)) == "lettre_dupont.docx"
    assert without_people(known).properties == ()


@pytest.mark.parametrize("name", ["profile", "x-datafile-id", "x-docket", "filetype", "prev", "path", "domain"])
def test_a_property_names_no_document(name: str) -> None:
    known = replace(unit("Un", "One"), properties=((name, "a"),))
    assert document_in(details_of(known, LANGUAGES)) == ""
    assert without_people(known) == known


def test_the_domain_is_that_of_the_tool() -> None:
    assert domain_of((("x-client", "A"), ("domain", "Law"))) == "Law"
    assert domain_of((("x-client", "A"),)) == ""


def test_authors_of_notes_are_people_and_their_notes_stay() -> None:
    noted = replace(unit("Un", "One"), notes=(Note("Check.", "BEA"),))
    assert authors_in(str(details_of(noted, LANGUAGES))) == ["BEA"]
    assert without_people(noted).notes == (Note("Check."),)
