"""String catalogues of Apple: the localization of the target is added, and nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.documents.strings.stringsfiles import document_of, offered, said
from translate.errors import DocumentError

UNIT = '{ "stringUnit" : { "state" : "%s", "value" : "%s" } }'
SAY = {"Un mot": "A word", "Deux mots": "Two words", "Un «mot»\t": 'A "word"'}


def catalogue(strings: str, source: str = "fr") -> str:
    return f'{{ "sourceLanguage" : "{source}", "strings" : {{ {strings} }}, "version" : "1.0" }}'


def localized(**units: str) -> str:
    return '"a" : { "localizations" : { ' + ", ".join(f'"{code}" : {unit}' for code, unit in units.items()) + " } }"


PLURAL = '{ "variations" : { "plural" : { "one" : %s, "other" : %s } } }'
FRENCH = PLURAL % (UNIT % ("translated", "Un mot"), UNIT % ("new", "Deux mots"))
FILLED = {
    "the target is not there": (
        localized(fr=UNIT % ("translated", "Un mot")),
        localized(en=UNIT % ("needs_review", "A word"), fr=UNIT % ("translated", "Un mot")),
    ),
    "the target is new": (
        localized(en=UNIT % ("new", ""), fr=UNIT % ("translated", "Un mot")),
        localized(en=UNIT % ("needs_review", "A word"), fr=UNIT % ("translated", "Un mot")),
    ),
    "a form of the target is new": (
        localized(en=PLURAL % (UNIT % ("translated", "x"), UNIT % ("new", "")), fr=FRENCH),
        localized(en=PLURAL % (UNIT % ("translated", "x"), UNIT % ("needs_review", "Two words")), fr=FRENCH),
    ),
    "the source lacks a form of the target": (
        localized(en=(PLURAL % (UNIT % ("new", ""), UNIT % ("new", ""))).replace("one", "few"), fr=FRENCH),
        localized(
            en=(PLURAL % (UNIT % ("needs_review", "Two words"), UNIT % ("needs_review", "Two words"))).replace(
                "one", "few"
            ),
            fr=FRENCH,
        ),
    ),
    "plural forms": (
        localized(fr=FRENCH),
        localized(
            en=PLURAL % (UNIT % ("needs_review", "A word"), UNIT % ("needs_review", "Two words")),
            fr=FRENCH,
        ),
    ),
}


@pytest.mark.parametrize(("before", "after"), FILLED.values(), ids=FILLED)
def test_a_string_that_waits_is_filled(before: str, after: str, tmp_path: Path) -> None:
    made = said("xcstrings", catalogue(before), tmp_path, SAY, target_language="en")
    assert made == catalogue(after)
    (tmp_path / "again").mkdir()
    assert offered("xcstrings", made, tmp_path / "again", target_language="en") == []


KEPT = [
    localized(en=UNIT % ("translated", "x"), fr=UNIT % ("translated", "Un mot")),
    localized(**{"en-GB": UNIT % ("needs_review", "x")}, fr=UNIT % ("translated", "Un mot")),
    localized(fr=UNIT % ("translated", "%@")),
    '"Un mot" : { "shouldTranslate" : false }',
    '"un_nom" : { }, "" : { }, "%lld" : { }',
]


@pytest.mark.parametrize("strings", KEPT)
def test_what_waits_for_nobody_stays(strings: str, tmp_path: Path) -> None:
    assert offered("xcstrings", catalogue(strings), tmp_path, target_language="en") == []


@pytest.mark.parametrize("entry", ["{ }", "{\n\n    }", '{ "comment" : "x" }', '{ "localizations" : { } }'])
def test_a_key_that_is_a_text_gets_its_first_localization(entry: str, tmp_path: Path) -> None:
    content = f'{{\n  "sourceLanguage" : "fr",\n  "strings" : {{\n    "Un mot" : {entry}\n  }}\n}}\n'
    made = json.loads(said("xcstrings", content, tmp_path, SAY, target_language="en", filled_as="translated"))
    found = made["strings"]["Un mot"]["localizations"]
    assert found == {"en": {"stringUnit": {"state": "translated", "value": "A word"}}}


def test_a_localization_is_indented_as_xcode_does(tmp_path: Path) -> None:
    content = '{\n  "sourceLanguage" : "fr",\n  "strings" : {\n    "Un mot" : {\n\n    }\n  }\n}'
    made = said("xcstrings", content, tmp_path, SAY, target_language="en")
    whole = json.dumps(json.loads(made), indent=2, separators=(",", " : "), ensure_ascii=False)
    assert made == whole


def test_escapes_are_read_and_written(tmp_path: Path) -> None:
    content = catalogue('"Un \\u00abmot\\u00bb\\t" : { }')
    assert offered("xcstrings", content, tmp_path, target_language="en") == ["Un «mot»"]
    made = said("xcstrings", content, tmp_path, {"Un «mot»": 'A "word" \\'}, target_language="en")
    unit = json.loads(made)["strings"]["Un «mot»\t"]["localizations"]["en"]["stringUnit"]
    assert unit["value"] == 'A "word" \\\t'


def test_other_files_and_other_sources_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="its sources are in de"):
        offered("xcstrings", catalogue("", "de"), tmp_path, target_language="en")
    with pytest.raises(DocumentError, match="no string catalogue"):
        offered("xcstrings", "{}", tmp_path, target_language="en")
    with pytest.raises(DocumentError, match=r":2:.*not valid JSON"):
        list(document_of("xcstrings", '{ "a" : 1,\n "b" }', tmp_path).blocks)
