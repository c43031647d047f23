"""Spelling by a dictionary of Hunspell: what is asked, and what is said where there is none."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translate.checks import dictionary
from translate.config import CheckConfig
from translate.data import Issue

Find = Callable[..., tuple[Issue, ...]]
# Answers as `hunspell -a` does, and knows the words of one line; it writes down what it was asked.
STAND_IN = """#!{python}
import sys
if "xx" in sys.argv[-1]:
    sys.exit("Can't open affix or dictionary files for dictionary")
print("@(#) International Ispell Version 3.2.06", flush=True)
asked = open({asked!r}, "a", encoding="utf-8")
for line in sys.stdin:
    word = line.strip().lstrip("^")
    print(word, file=asked, flush=True)
    is_known = word.lower() in "the both letters don't open".split()
    print("*" if is_known else f"& {{word}} 1 1: letters", end="\\n\\n", flush=True)
"""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    program, asked = tmp_path / "hunspell", tmp_path / "asked"
    program.write_text(STAND_IN.format(python=sys.executable, asked=str(asked)), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(dictionary.shutil, "which", lambda name: str(program))
    dictionary._opened.cache_clear()
    yield asked
    dictionary._opened.cache_clear()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
@pytest.mark.usefixtures("asked")
def test_words_that_the_dictionary_does_not_have_are_named_once_and_in_order(find: Find) -> None:
    (issue,) = find(
        "dictionary", "Les lettres", "The leters, don’t, both leterz", config=CheckConfig(dictionary="en_GB")
    )
    assert issue.message == "Not in the dictionary en_GB: leters, leterz."
    assert issue.value == 2


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
def test_names_capitals_codes_and_words_of_the_source_are_not_asked_for(find: Find, asked: Path) -> None:
    config = CheckConfig(dictionary="en_GB")
    assert not find("dictionary", "Un zorglub", "The zorglub of Dupont, ISBN, in src/leterz.py", config=config)
    assert not find("dictionary", "Ouvrir", "Open", config=config)
    assert not find("dictionary", "Ouvrir", "Open", config=config)
    assert asked.read_text(encoding="utf-8").split() == ["The", "zorglub", "Open"]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
def test_a_dictionary_that_is_not_there_is_said_once(find: Find, asked: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            assert not find("dictionary", "Les", "Leters", config=CheckConfig(dictionary="en_xx"))
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == ["The check 'dictionary' is off"]
    assert not asked.exists()


def test_without_hunspell_the_check_is_off_and_says_so(
    find: Find, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(dictionary.shutil, "which", lambda name: None)
    dictionary._opened.cache_clear()
    assert not find("dictionary", "Les", "leters", config=CheckConfig())
    assert not find("dictionary", "Les", "leters", config=CheckConfig(dictionary="de_DE"))
    assert not caplog.records
    assert not find("dictionary", "Les", "leters", config=CheckConfig(dictionary="en_GB"))
    assert "hunspell was not found" in caplog.text
    dictionary._opened.cache_clear()
