"""Marks set twice, words glued together, and what is counted on both sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate.checks import load_checks
from translate.config import CheckConfig
from translate.data import Issue, Severity

Find = Callable[..., tuple[Issue, ...]]


@pytest.mark.parametrize(
    "target",
    ["Wait... now", "Wait … now", "see ../docs", "1..5", "a::b", "e.g., this", "Mr. J. R. Roux", "v1.2.3", "Well :-)"],
)
def test_marks_that_belong_together_pass(find: Find, target: str) -> None:
    assert not [issue for issue in find("marks", "Un texte", target) if issue.severity is Severity.WARNING]


@pytest.mark.parametrize("target", ["one,, two", "one.. Two", "one ,. two", "one;; two", "one, , two", "one:: two"])
def test_a_mark_twice_is_a_warning_unless_the_source_has_it(find: Find, target: str) -> None:
    (issue,) = find("marks", "un, deux", target)
    assert issue.severity is Severity.WARNING
    assert not find("marks", target, target)


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ("Il dort. Elle lit.", "He sleeps.She reads.", 1),
        ("un, deux ; trois", "once,twice;thrice", 2),
        ("un mot", "thisisaveryveryverylongwordofmany", 1),
        ("Voir demo.Main", "See demo.Main", 0),
        ("Le site exemple.fr", "The site example.com", 0),
        ("1,5 et 2,5", "1.5 and 2.5", 0),
        ("Les États-Unis", "The U.S.A. and e.g.this", 0),
    ],
)
def test_words_without_a_space_between_are_named(find: Find, source: str, target: str, count: int) -> None:
    assert sum(issue.value or 0 for issue in find("marks", source, target)) == count


@pytest.mark.parametrize(
    ("name", "source", "target", "value"),
    [
        ("symbols", "Tapez #", "Type it", 1),
        ("symbols", "Sel & poivre", "Salt and pepper", None),
        ("symbols", "Sel et poivre", "Salt & pepper", 1),
        ("symbols", "Un bug #12", "A bug #12", None),
        ("lines", "a\nb\tc", "a b c", 1),
        ("lines", "a\nb\n", "a\nb", None),
        ("sentences", "Il dort. Elle lit. Fin.", "He sleeps.", 2),
        ("sentences", "Il dort ! Oui.", "He sleeps. Yes.", None),
    ],
)
def test_what_both_sides_have_is_counted(find: Find, name: str, source: str, target: str, value: float | None) -> None:
    found = find(name, source, target)
    assert [issue.value for issue in found][:1] == ([] if value is None else [value])
    assert all(issue.severity is Severity.INFO for issue in found)


def test_sentences_are_counted_only_on_request() -> None:
    assert "sentences" not in [check.name for check in load_checks(CheckConfig())]
    assert "sentences" in [check.name for check in load_checks(CheckConfig(enabled=("sentences",)))]


@pytest.mark.parametrize(
    ("source", "target", "is_told"),
    [
        (r"Bonjour,\nVotre colis.", r"Hello,\n your parcel.", True),
        (r"Prix\tTotal", r"Price \tTotal", True),
        (r"Bonjour,\nVotre colis.", r"Hello,\nYour parcel.", False),
        (r"Bonjour,\n votre colis.", r"Hello,\n your parcel.", False),
        (r"Le dossier C:\n est plein.", r"The folder C:\n is full.", False),
    ],
)
def test_a_space_beside_the_escape_of_a_line_end_warns(find: Find, source: str, target: str, is_told: bool) -> None:
    assert [issue.severity for issue in find("lines", source, target)] == ([Severity.WARNING] if is_told else [])
