"""Codes that left their word and access keys that were lost are told; what kept its place is not."""

from __future__ import annotations

import pytest

from translate.checks import CHECKS
from translate.config import CheckConfig
from translate.data import CodeKind, InlineCode, Origin, TranslationUnit, Variant


def coded(language: str, text: str) -> Variant:
    """Make codes of tags; `|` parts pairs."""
    codes: list[InlineCode] = []
    for mark, kind in (("<s>", CodeKind.START), ("</s>", CodeKind.END), ("<br>", CodeKind.ISOLATED)):
        if mark in text:
            meaning = "lb" if mark == "<br>" else "subscript"
            codes.append(InlineCode(text.index(mark), text.index(mark) + len(mark), kind, None, meaning))
    return Variant(language, text, codes=tuple(sorted(codes, key=lambda code: code.start)))


def found(name: str, source: str, target: str) -> list[str]:
    unit = TranslationUnit("a", coded("fr", source), coded("en", target), Origin.MACHINE)
    return [issue.check for issue in CHECKS.load(name).check(unit, CheckConfig())]


@pytest.mark.parametrize(
    ("source", "target", "is_told"),
    [
        ("Du CO<s>2</s> sort", "Out comes <s>CO2</s>", True),
        ("Du CO<s>2</s> sort", "Out comes CO<s>2</s>", False),
        ("Un <s>mot</s> ici", "A <s>word</s> here", False),
        ("L'<s>été</s> finit", "Summer <s>ends</s>", False),
        ("Un<br>mot", "A <br>word", False),
        ("Du CO<s>2</s> sort", "", False),
    ],
)
def test_a_code_that_left_its_word_is_told(source: str, target: str, is_told: bool) -> None:
    assert found("inner_codes", source, target) == (["inner_codes"] if is_told else [])


@pytest.mark.parametrize(
    ("source", "target", "is_told"),
    [
        ("&Fermer", "Close", True),
        ("&Fermer", "&Close", False),
        ("_Fermer", "Cl_ose", False),
        ("&Fermer", "& Close", True),
        ("Roux & Fils", "Roux and Sons", False),
        ("mon_nom", "my name", False),
        ("R&D", "Research", False),
        ("Fermer &amp; ouvrir", "Close and open", False),
        ("Lisez &tout.", "Read all.", False),
    ],
)
def test_an_access_key_that_was_lost_is_told(source: str, target: str, is_told: bool) -> None:
    assert found("access_keys", source, target) == (["access_keys"] if is_told else [])


@pytest.mark.parametrize(
    ("source", "target", "severities"),
    [
        ("Un <b>mot</b> ici", "A <b>word</b>here", ["warning"]),
        ("Un <b>mot</b> ici", "A<b>word</b> here", ["warning"]),
        ("Un <b>mot</b> ici", "A<b> word</b> here", ["info"]),
        ("Un <g id='1'>mot</g> ici", "A <g id='1'>word </g>here", ["info"]),
        ("<b><i>mot</i></b> ici", "<b><i>word</i></b>here", ["warning"]),
        ("Un <b>mot</b> ici", "A <b>word</b> here", []),
        ("L'<b>eau</b>, <i>ici</i> : là", "The <b>water</b>, <i>here</i>: there", []),
        ("CO<sub>2</sub> ici", "CO<sub>2</sub> here", []),
        ("Un <br/> mot", "A<br/>word", []),
        ("<p>Un</p> <p>mot</p>", "<p>A</p><p>word</p>", []),
        ("Un <b> mot</b>", "A <b> word</b>", []),
        ("Un <x/> mot", "A <x/> word", []),
    ],
)
def test_spaces_beside_tags_are_kept(source: str, target: str, severities: list[str]) -> None:
    unit = TranslationUnit("a", Variant("fr", source), Variant("en", target), Origin.MACHINE)
    issues = CHECKS.load("tag_spaces").check(unit, CheckConfig())
    assert [issue.severity.value for issue in issues] == severities


@pytest.mark.parametrize(
    ("source", "target", "is_told"),
    [
        ('Un <a href="x">mot</a>.', "A <a href='x'>word</a>.", False),
        ('Tapez `dire "x"` ici.', "Type `dire` here.", False),
        ('Un <a href="x">« mot »</a>.', 'A <a href="x">word</a>.', True),
    ],
)
def test_marks_within_tags_are_no_quotations(source: str, target: str, is_told: bool) -> None:
    unit = TranslationUnit("a", Variant("fr", source), Variant("en", target), Origin.MACHINE)
    assert bool(list(CHECKS.load("quotes").check(unit, CheckConfig()))) == is_told
