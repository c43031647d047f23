"""The check of spelling: words of another region, and mixtures where the code names none."""

from __future__ import annotations

import pytest

from translate.checks.spelling import SPELLING
from translate.config import CheckConfig
from translate.data import Issue, Origin, Severity, TranslationUnit, Variant


def issues_of(code: str, target: str) -> list[Issue]:
    unit = TranslationUnit("u", Variant("fr", "Voici Mme Gray."), Variant(code, target), Origin.MACHINE)
    return list(SPELLING.check(unit, CheckConfig()))


@pytest.mark.parametrize(
    ("code", "target", "message"),
    [
        ("en-GB", "The color is gray.", "Not British English (en-GB): color, gray."),
        ("en-US", "They organise it.", "Not American English (en-US): organise."),
        (
            "en",
            "The grey color",
            "The target mixes spellings (not British English: color; not American English: grey).",
        ),
    ],
)
def test_words_of_another_spelling_are_named(code: str, target: str, message: str) -> None:
    (issue,) = issues_of(code, target)
    assert (issue.check, issue.severity, issue.message) == ("spelling", Severity.WARNING, message)


@pytest.mark.parametrize(
    ("code", "target"),
    [
        ("en", "The color of the center"),
        ("en", "The colour of the centre"),
        ("en", "an organization of neighbours"),
        ("en", "A gray area towards Pearl Harbor"),
        ("en-GB", "They organize a programme."),
        ("en-GB", "Mrs. Gray is here."),
        ("en-GB", "See color.css at Pearl Harbor."),
        ("en-US", "Towards the Labour Party"),
        ("en-CA", "The colour and the center"),
        ("de", "color, colour"),
    ],
)
def test_one_spelling_is_all_right(code: str, target: str) -> None:
    assert issues_of(code, target) == []
