"""Passages that say that they are in another language stay where their words agree, and are text where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.packages import write_package
from translate.config import DocumentConfig
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import Reading
from translate.documents.html.language import LanguageMark, is_believed, primary, says_other
from translate.documents.left_out import LeftOut
from translate.documents.office.foreign_runs import is_in, keep_foreign
from translate.documents.spliced import Format, Item, Kind

GERMAN, ENGLISH = "das ist nicht gut und der Mann ist hier", "the man is not here and this is what he said"
FRENCH = "le chat est dans la maison et il ne sort pas"


def item(text: str, language: str = "", *, begins: bool = True, ends: bool = True) -> Item:
    own = Format(language.encode(), b"", b"", language=language)
    return Item(Kind.TEXT, 0, len(text), text, format=own, begins_run=begins, ends_run=ends)


def kept(folder: Path, *items: Item) -> tuple[list[tuple[Kind, str]], list[str]]:
    """What becomes of items, and what is told."""
    with Package(write_package(folder / "a.docx", {"a": ""}), DocumentConfig()) as package:
        reading = Reading(package, DocumentConfig(), "fr-FR", LeftOut(), frozenset({"fr"}))
        found = [(one.kind, one.text) for one in keep_foreign(items, reading)]
    return found, list(reading.left_out)


@pytest.mark.parametrize(
    ("text", "language", "source", "expected"),
    [
        (GERMAN, "de", "fr", True), (ENGLISH, "en", "fr-CA", True), (FRENCH, "de", "fr", False),
        (GERMAN, "en", "fr", False), ("Zwickau", "de", "fr", False), ("", "de", "fr", False),
    ],
)  # fmt: skip
def test_words_decide_whether_a_passage_is_in_a_language(
    text: str, language: str, source: str, *, expected: bool
) -> None:
    assert is_in(language, text, source) is expected


def test_runs_of_one_passage_become_one_mark(tmp_path: Path) -> None:
    found, told = kept(
        tmp_path, item("Il dit : "), item("das ist nicht ", "de"), item("gut und hier", "de"), item(" .")
    )
    assert found == [(Kind.TEXT, "Il dit : "), (Kind.MARK, "das ist nicht gut und hier"), (Kind.TEXT, " .")]
    assert told == ["1 passage in other languages kept as it is"]


@pytest.mark.parametrize(
    "items",
    [
        (item(FRENCH, "de"),),
        (item(GERMAN, ""),),
        (item(GERMAN, "fr"),),
        (item("das ist ", "de", ends=False), item("nicht gut", "de", begins=False)),
        (Item(Kind.MARK, 0, 1, "das ist nicht gut", format=Format(b"", b"", b"", language="de")),),
    ],
    ids=["in French", "says nothing", "says French", "not whole runs", "a mark"],
)
def test_what_is_not_surely_foreign_is_left_as_it_is(tmp_path: Path, items: tuple[Item, ...]) -> None:
    assert kept(tmp_path, *items) == ([(one.kind, one.text) for one in items], [])


def test_passages_in_two_languages_are_two_marks(tmp_path: Path) -> None:
    found, told = kept(tmp_path, item(GERMAN, "de"), item(ENGLISH, "en"))
    assert found == [(Kind.MARK, GERMAN), (Kind.MARK, ENGLISH)]
    assert told == ["2 passages in other languages kept as they are"]


@pytest.mark.parametrize(
    ("tag", "language"), [("fr-FR", "fr"), (" FR ", "fr"), ("zh_Hant_TW", "zh"), ("", ""), ("en", "en")]
)
def test_the_language_of_a_tag_is_its_first_part(tag: str, language: str) -> None:
    assert primary(tag) == language


@pytest.mark.parametrize(
    ("tag", "expected"), [("de", True), ("en-GB", True), ("fr-CA", False), ("FR", False), ("", False), ("und", False)]
)
def test_a_tag_says_another_language_whatever_its_country(tag: str, *, expected: bool) -> None:
    assert says_other(tag, "fr-FR") is expected


@pytest.mark.parametrize(
    ("tag", "native", "expected"),
    [
        ("de", f"<p>{GERMAN}</p>", True),
        ("de", f"<p>{FRENCH}, {FRENCH}</p>", False),
        ("de", "<p>Zwickau, Gera</p>", True),
        ("de", f"<p>{GERMAN}</p><script>{FRENCH}, {FRENCH}</script>", True),
        ("la", f"<p>{FRENCH}, {FRENCH}</p>", False),
        ("de", "", True),
    ],
)
def test_many_words_of_the_document_are_believed_before_a_tag(tag: str, native: str, *, expected: bool) -> None:
    assert is_believed(tag, native, "fr") is expected


@pytest.mark.parametrize(("joiner", "written"), [("-", "en-GB"), ("_", "en_GB")])
def test_a_mark_writes_a_language_as_it_was_written(joiner: str, written: str) -> None:
    assert LanguageMark(0, 5, joiner).written("en-GB") == written
    assert LanguageMark(0, 2, joiner).written("en") == "en"
