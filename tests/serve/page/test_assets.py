"""Files of the page: small, without words of a language, and every text of the interface there in each language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.serve import stand_in
from translate.languages.interface import interface_languages, interface_strings
from translate.serve.guard import POLICY

ASSETS = stand_in.ASSETS
SCRIPTS = sorted(ASSETS.glob("*.js"))
MAX_LINES = 300
KEY = re.compile(r"""\bt\(\s*(?:"([^"]+)"|`([^`$]+)\$\{)""")
SECTION = re.compile(r"""\bsection\("([^"]+)\"""")


def used(text: str) -> set[str]:
    """Return keys that a script asks for; one that ends with a dot is the beginning of several."""
    return {whole or start for whole, start in KEY.findall(text)} | set(SECTION.findall(text))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_a_script_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_LINES
    assert text.startswith("/** ")


@pytest.mark.parametrize("path", sorted(ASSETS.iterdir()), ids=lambda p: p.name)
def test_nothing_is_fetched_from_elsewhere_and_nothing_stands_inline(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert "http://" not in text and "https://" not in text and "//cdn" not in text
    assert "innerHTML" not in text and "insertAdjacentHTML" not in text and "eval(" not in text
    if path.suffix == ".html":
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", text)


@pytest.mark.parametrize("language", interface_languages())
def test_every_text_that_a_script_asks_for_is_there(language: str) -> None:
    path = Path(stand_in.translate.__file__).parent / "languages" / language / "interface.json"
    strings = json.loads(path.read_text(encoding="utf-8"))
    asked = {key for script in SCRIPTS for key in used(script.read_text(encoding="utf-8"))}
    assert len(asked) > 80
    for key in asked:
        found = [name for name in strings if name == key or name.startswith(key if key.endswith(".") else f"{key}.")]
        assert found, key
    assert all(text.strip() for text in strings.values())


def test_languages_have_the_same_texts_with_the_same_places() -> None:
    english = interface_strings("en")
    assert set(interface_languages()) >= {"en", "fr"}
    for language in interface_languages():
        strings = interface_strings(language)
        assert set(strings) == set(english)
        for key, text in strings.items():
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", english[key])), key


def test_a_language_without_texts_gets_those_of_our_messages() -> None:
    assert interface_strings("de-AT") == interface_strings("en")
    assert interface_strings("fr-CA")["close"] == "Fermer"


def test_every_check_has_a_name() -> None:
    from translate.checks import CHECKS, CORPUS_CHECKS
    from translate.checks.remembered import ENGINE_CHECKS

    named = {key.removeprefix("check.") for key in interface_strings("en") if key.startswith("check.")}
    assert {*CHECKS, *CORPUS_CHECKS, *ENGINE_CHECKS} <= named


def test_the_stand_in_serves_under_the_policy_of_the_server() -> None:
    assert stand_in.POLICY == POLICY
