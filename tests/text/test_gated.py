"""Expressions that most texts are spared say of all texts what they would say by themselves."""

from __future__ import annotations

import pytest
import regex

from translate.text.gated import gated

PATTERN = r"(?<!\w)art\.(?=\s?\d)|page"
TEXTS = ["ART. 3, page", "art 3", "art. 3", "page", "", "Le chat dort.", "\u017fpage", "PAGE page"]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_asked_of_a_gated_expression_is_answered_as_by_itself(text: str) -> None:
    rule, whole = gated(PATTERN, regex.I), regex.compile(PATTERN, regex.I)
    assert rule.findall(text) == whole.findall(text)
    assert [match.span() for match in rule.finditer(text)] == [match.span() for match in whole.finditer(text)]
    for one, other in ((rule.search(text), whole.search(text)), (rule.fullmatch(text), whole.fullmatch(text))):
        assert (one and one.span()) == (other and other.span())


def test_a_gated_expression_can_what_others_can() -> None:
    rule = gated(PATTERN, regex.I)
    assert rule.match("a page", 2) and not rule.match("a page")
    assert rule.search("a page", 0, 4) is None
    assert (rule.pattern, rule.sub("leaf", "a page")) == (PATTERN, "a leaf")


def test_a_pattern_that_may_match_anywhere_looks_at_every_text() -> None:
    assert gated(r"\w+\Z").findall("one two") == ["two"]
    assert gated("(?!)").search("one") is None
