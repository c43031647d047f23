"""White space at the edges of a unit, and the mark it begins with, are the same on both sides."""

from __future__ import annotations

import pytest

from tests.checks.test_contract import make_unit
from translate.checks import CHECKS
from translate.config import CheckConfig
from translate.data import Severity


def messages(source: str, target: str) -> list[str]:
    issues = CHECKS.load("edges").check(make_unit(source, target), CheckConfig())
    assert all(issue.severity is Severity.INFO for issue in issues)
    return [issue.message for issue in issues]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Bonjour.", "Hello."),
        (" Bonjour. ", " Hello. "),
        ("  Bonjour.", " Hello."),
        ("Bonjour\u00a0", "Hello "),
        ("• un point", "• a point"),
        ("1. Objet", "1. Purpose"),
        ("a) les lieux", "a) the premises"),
        ("À 3 h.", "At 3."),
        ("12 mois", "12 months"),
        ("M. Petit est là.", "Mr Petit is here."),
        ("", "Hello. "),
    ],
)
def test_equal_edges_say_nothing(source: str, target: str) -> None:
    assert messages(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("Nom : ", "Name:", "The sides end with different white space: ' ' and ''."),
        ("\tNom", "Name", "The sides begin with different white space: '\\t' and ''."),
        ("Un\n", "One", "The sides end with different white space: '\\n' and ''."),
        ("• un point", "a point", "The source begins with •, the target with a."),
        ("1. Objet", "2. Purpose", "The source begins with 1., the target with 2.."),
        ("a) les lieux", "the premises", "The source begins with a), the target with the."),
        ("→ suite", "next", "The source begins with →, the target with next."),
    ],
)
def test_edges_that_differ_are_named(source: str, target: str, said: str) -> None:
    assert messages(source, target) == [said]
