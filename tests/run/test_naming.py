"""A pattern names translations: beside their documents, or in folders by language."""

from __future__ import annotations

import pytest

from translate.errors import UsageError
from translate.run.naming import USUAL, NamePattern


@pytest.mark.parametrize(
    ("pattern", "stem", "made"),
    [
        (USUAL, "lettre", "lettre.en.txt"),
        (USUAL, "2024/mai/lettre", "2024/mai/lettre.en.txt"),
        ("{lang}/{stem}{suffix}", "lettre", "en/lettre.txt"),
        ("{lang}/{stem}{suffix}", "2024/mai/lettre", "en/2024/mai/lettre.txt"),
        ("{folder}/{lang}/{stem}{suffix}", "2024/lettre", "2024/en/lettre.txt"),
        ("{folder}/{lang}/{stem}{suffix}", "lettre", "en/lettre.txt"),
        ("{stem}_{lang}{suffix}", "2024/lettre", "2024/lettre_en.txt"),
        ("{stem}{suffix}", "lettre", "lettre.txt"),
    ],
)
def test_a_document_is_named_as_the_pattern_says(pattern: str, stem: str, made: str) -> None:
    assert NamePattern(pattern).of(stem, ".txt", "en").as_posix() == made


@pytest.mark.parametrize(
    ("pattern", "made"),
    [
        (USUAL, "img/logo.png"),
        ("{lang}/{stem}{suffix}", "en/img/logo.png"),
        ("{folder}/{lang}/{stem}{suffix}", "img/en/logo.png"),
    ],
)
def test_a_file_that_is_copied_keeps_its_name(pattern: str, made: str) -> None:
    assert NamePattern(pattern).folder_of("img/logo.png", "en").as_posix() == made


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{stem}", "needs {stem} and {suffix}"),
        ("{suffix}", "needs {stem} and {suffix}"),
        ("{name}{suffix}", "unknown field {name}. Known: {folder}, {stem}, {lang}, {suffix}"),
        ("{stem!r}{suffix}", "unknown field"),
        ("{stem:>9}{suffix}", "unknown field"),
        ("{", "expected a pattern such as"),
        ("../{stem}{suffix}", "leads out"),
        ("/{stem}{suffix}", "leads out"),
        ("a//{stem}{suffix}", "leads out"),
        ("C:/{stem}{suffix}", "leads out"),
        ("x\\..\\{stem}{suffix}", "leads out"),
    ],
)
def test_a_pattern_that_will_not_do_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        NamePattern(pattern)
    assert message in str(caught.value)
