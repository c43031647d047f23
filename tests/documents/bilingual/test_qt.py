"""Translation sources of Qt: unfinished messages are filled, in all plural forms, and stay unfinished."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.bilingual.bilingualfiles import document_of, filled, offered
from translate.errors import DocumentError

SAY = {"Un mot": "A word", "%n mot(s)": "%n word(s)", "Un.": "One.", "Deux mots.": "Two words."}


def ts(message: str, languages: str = 'sourcelanguage="fr" language="en"') -> str:
    return f"<!DOCTYPE TS>\n<TS {languages}><context><name>A</name>{message}</context></TS>"


FILLED = {
    "an empty one": (
        '<message><source>Un mot</source><translation type="unfinished"></translation></message>',
        '<message><source>Un mot</source><translation type="unfinished">A word</translation></message>',
    ),
    "one that is a single tag": (
        '<message><source>Un mot</source><translation type="unfinished"/></message>',
        '<message><source>Un mot</source><translation type="unfinished">A word</translation></message>',
    ),
    "one that is not there": (
        "<message>\n  <source>Un mot</source>\n</message>",
        '<message>\n  <source>Un mot</source>\n  <translation type="unfinished">A word</translation>\n</message>',
    ),
    "plural forms": (
        '<message numerus="yes"><source>%n mot(s)</source><translation type="unfinished">\n <numerusform></numerusform>'
        "\n <numerusform/>\n</translation></message>",
        '<message numerus="yes"><source>%n mot(s)</source><translation type="unfinished">\n <numerusform>%n word(s)'
        "</numerusform>\n <numerusform>%n word(s)</numerusform>\n</translation></message>",
    ),
    "too few plural forms": (
        '<message numerus="yes"><source>%n mot(s)</source><translation type="unfinished"/></message>',
        '<message numerus="yes"><source>%n mot(s)</source><translation type="unfinished"><numerusform>%n word(s)'
        "</numerusform><numerusform>%n word(s)</numerusform></translation></message>",
    ),
    "several lines": (
        '<message><source>Un.\n\nDeux mots.</source><translation type="unfinished"></translation></message>',
        '<message><source>Un.\n\nDeux mots.</source><translation type="unfinished">One.\n\nTwo words.</translation>'
        "</message>",
    ),
}


@pytest.mark.parametrize(("before", "after"), FILLED.values(), ids=FILLED)
def test_a_message_that_waits_is_filled(before: str, after: str, tmp_path: Path) -> None:
    assert filled("qt", ts(before), tmp_path, SAY) == ts(after)
    assert filled("qt", ts(before), tmp_path, {}) == ts(before)


@pytest.mark.parametrize(
    "message",
    [
        "<message><source>Un mot</source><translation>A word</translation></message>",
        '<message><source>Un mot</source><translation type="unfinished">Word</translation></message>',
        '<message><source>Un mot</source><translation type="vanished"></translation></message>',
        '<message><source>Un mot</source><translation type="obsolete"/></message>',
        '<message><source>%1</source><translation type="unfinished"/></message>',
    ],
)
def test_what_waits_for_nobody_stays(message: str, tmp_path: Path) -> None:
    assert offered("qt", ts(message), tmp_path) == []


def test_placeholders_stand_for_words(tmp_path: Path) -> None:
    content = ts("<message><source>&amp;Un %1 de %L2, %n et 100%</source></message>")
    (block,) = document_of("qt", content, tmp_path).blocks
    assert block.text == "&Un %1 de %L2, %n et 100%"
    assert [block.text[code.start : code.end] for code in block.codes] == ["%1", "%L2", "%n"]


def test_who_approves_gets_finished_messages(tmp_path: Path) -> None:
    before = '<message><source>Un mot</source><translation type="unfinished"/></message>'
    made = filled("qt", ts(before), tmp_path, SAY, filled_as="translated")
    assert made == ts("<message><source>Un mot</source><translation>A word</translation></message>")


@pytest.mark.parametrize("languages", ["", 'sourcelanguage="fr_FR"', 'language="fr_FR"', 'language=""'])
def test_the_file_names_its_target(languages: str, tmp_path: Path) -> None:
    message = "<message><source>Un mot</source></message>"
    assert ' language="en_GB"' in filled("qt", ts(message, languages), tmp_path, SAY, "en-GB")


def test_other_languages_are_refused(tmp_path: Path) -> None:
    message = "<message><source>Un mot</source></message>"
    with pytest.raises(DocumentError, match="its sources are in de"):
        offered("qt", ts(message, 'sourcelanguage="de_DE"'), tmp_path)
    with pytest.raises(DocumentError, match="its targets are in de"):
        filled("qt", ts(message, 'language="de_DE"'), tmp_path, SAY)
    with pytest.raises(DocumentError, match="expected TS"):
        document_of("qt", "<a/>", tmp_path)
