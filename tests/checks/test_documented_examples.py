"""The page of examples: each wrong translation gets the issue, each right one does not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from translate.checks import CHECKS
from translate.config import CheckConfig
from translate.data import CodeKind, InlineCode, Note, Origin, TranslationUnit, Variant

PAGE = Path(__file__).parents[2] / "docs" / "check-examples.md"
CONFIG = CheckConfig(dictionary="en_GB", forbidden=(r"(?i)\bplease advise\b",))
NO_TEXTS = {"emptied", "inner_codes", "score"}
"""Checks of codes and figures, which a table of texts cannot show."""


def rows() -> Iterator[tuple[str, str, str, str]]:
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            name, source, wrong, right = (cell.strip() for cell in line.strip("|").split("|"))
            yield name.strip("`"), source, wrong, right


def unit_of(source: str, target: str) -> TranslationUnit:
    text, _, aside = (part.strip() for part in source.replace("↵", "\n").partition("⇥"))
    one, other = (Variant(language, side) for language, side in (("fr", text), ("en", target.replace("↵", "\n"))))
    unit = TranslationUnit("unit", one, other, Origin.MACHINE)
    return replace(unit, document=aside) if aside.endswith(".po") else replace(unit, notes=(Note(aside),))


@pytest.mark.parametrize(("name", "source", "wrong", "right"), list(rows()))
def test_the_page_of_examples_is_true(name: str, source: str, wrong: str, right: str) -> None:
    if name == "dictionary" and not shutil.which("hunspell"):
        pytest.skip("hunspell is not installed")
    check = CHECKS.load(name)
    assert list(check.check(unit_of(source, wrong), CONFIG))
    if right:
        assert not list(check.check(unit_of(source, right), CONFIG))


def test_each_check_has_an_example() -> None:
    assert {name for name, *_ in rows()} == set(CHECKS) - NO_TEXTS


def test_checks_of_codes_look_at_what_stands_between_them() -> None:
    codes = (InlineCode(3, 6, CodeKind.START, 1, "bold"), InlineCode(11, 15, CodeKind.END, 1, "bold"))
    source = Variant("fr", "Un <b>grand</b> pont", codes=codes)
    empty = (InlineCode(2, 5, CodeKind.START, 1, "bold"), InlineCode(5, 9, CodeKind.END, 1, "bold"))
    target = Variant("en", "A <b></b>big bridge", codes=empty)
    unit = TranslationUnit("unit", source, target, Origin.MACHINE)
    assert list(CHECKS.load("emptied").check(unit, CONFIG))
    assert not list(CHECKS.load("emptied").check(replace(unit, target=source), CONFIG))
