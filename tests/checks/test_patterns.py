"""The user's own patterns forbid words of a target, and ask for words that the source calls for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.test_contract import make_unit
from translate.checks import CHECKS, accept, check_unit
from translate.config import CheckConfig
from translate.data import Severity

FORBIDDEN = CheckConfig(forbidden=(r"(?i)\bplease advise\b", r"\bkindly\b"))
REQUIRED = CheckConfig(required=(r"\bTVA\b => \bVAT\b",))


def said(config: CheckConfig, source: str, target: str) -> list[tuple[str, float | None]]:
    issues = CHECKS.load("patterns").check(make_unit(source, target), config)
    assert all(issue.severity is Severity.WARNING for issue in issues)
    return [(issue.message, issue.value) for issue in issues]


def test_what_is_forbidden_in_a_target_is_named() -> None:
    assert said(FORBIDDEN, "Dites-nous.", "Please advise, and kindly so, kindly.") == [
        (r"Forbidden by '(?i)\bplease advise\b': Please advise.", 1.0),
        (r"Forbidden by '\bkindly\b': kindly.", 2.0),
    ]
    assert said(FORBIDDEN, "Please advise.", "Tell us.") == []


@pytest.mark.parametrize(
    ("source", "target", "value"),
    [
        ("La TVA est due.", "The VAT is due.", None),
        ("La TVA est due.", "The tax is due.", 1.0),
        ("TVA et TVA.", "VAT and tax.", 1.0),
        ("L’impôt est dû.", "The tax is due.", None),
    ],
)
def test_what_a_source_asks_for_must_stand_in_the_target_as_often(
    source: str, target: str, value: float | None
) -> None:
    assert [found for _, found in said(REQUIRED, source, target)] == ([] if value is None else [value])


def test_without_patterns_nothing_is_said() -> None:
    assert said(CheckConfig(), "La TVA.", "Please advise.") == []


def test_a_pattern_that_would_take_for_ever_is_given_up() -> None:
    careless = CheckConfig(forbidden=(r"(a|aa)+$",))
    assert said(careless, "x", "a" * 60 + "b") == []


def test_the_settings_raise_it_to_an_error() -> None:
    config = CheckConfig(forbidden=("kindly",), as_error=("patterns",))
    unit = make_unit("Merci.", "Thank you kindly.")
    (issue,) = check_unit(unit, [CHECKS.load("patterns")], config)
    verdict = accept(replace(unit, issues=(issue,)), config)
    assert not verdict.is_accepted
