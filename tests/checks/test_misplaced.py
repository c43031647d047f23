"""Pairs of codes around other words than in the source are told; those that moved with their words are not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from translate.checks import CHECKS
from translate.config import CheckConfig
from translate.data import CodeKind, InlineCode, Issue, Origin, TranslationUnit, Variant

Find = Callable[..., tuple[Issue, ...]]
_MARKED = re.compile(r"(?P<mark>\*+)(?P<words>[^*]+)(?P=mark)")


def coded(language: str, text: str) -> Variant:
    """Make inline codes of asterisks."""
    codes: list[InlineCode] = []
    for number, match in enumerate(_MARKED.finditer(text), 1):
        codes.append(InlineCode(match.start(), match.start("words"), CodeKind.START, number))
        codes.append(InlineCode(match.end("words"), match.end(), CodeKind.END, number))
    return Variant(language, text, codes=tuple(codes))


@pytest.mark.parametrize(
    ("source", "target", "pairs"),
    [
        ("La clé **rouge** ouvre la porte *verte*.", "The red **key** opens the green *door*.", 2),
        ("La clé **rouge** ouvre la porte *verte*.", "The **red** key opens the *green* door.", 0),
        ("La clé **rouge** ouvre la porte **verte**.", "The **green** key opens the **red** door.", 0),
        ("Cliquez sur **Valider** puis sur *Suivant*.", "Click Validate **then** on the *Next*.", 1),
        ("Le prix est de **12 €** par mois", "The price is 12 **euros** a month", 1),
        ("Il **ne faut pas** ouvrir", "You **must** not open", 0),
        ("Le *petit* chat", "The little cat", 0),
        ("Le petit chat", "The *little* cat", 0),
    ],
)
def test_pairs_around_other_words_warn(source: str, target: str, pairs: int) -> None:
    unit = TranslationUnit("a", coded("fr", source), coded("en", target), Origin.MACHINE)
    found = [(issue.severity, issue.value) for issue in CHECKS.load("misplaced").check(unit, CheckConfig())]
    assert found == ([("warning", float(pairs))] if pairs else [])


@pytest.mark.parametrize(
    ("source", "target", "is_told"),
    [
        ("Le chat <b>noir</b> dort", "The black <b>cat</b> sleeps", True),
        ("Le chat <b>noir</b> dort", "The <b>black</b> cat sleeps", False),
        ("Le chat <b>noir</b><br/> dort", "The <b>black</b><br/> cat sleeps", False),
        ("Le chat <b>noir</i> dort", "The black <b>cat</i> sleeps", False),
        ("Le chat noir dort, si a < b", "The black cat sleeps if a < b", False),
    ],
)
def test_so_do_tags_that_are_part_of_the_text(find: Find, source: str, target: str, is_told: bool) -> None:
    assert [issue.check for issue in find("misplaced", source, target)] == (["misplaced"] if is_told else [])
