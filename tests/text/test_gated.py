"""Expressions that most texts are spared say of all texts what they would say by themselves."""

from __future__ import annotations

from itertools import product

import pytest
import regex

from translate.text import gated as gated_module
from translate.text.gated import GatedAlternatives, GatedTable, gated, one_of

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


ALTERNATIVES = (r"art\.", r"art\. n", r"\d ét", "n°", "ét", "page")
BEFORE = r"(?<![\w.-])"
WORDS = ("art. n° 3 ét", "page", "Art", "3 ét.n°", "n°art.", "été", "\u0130")
AS_ONE = regex.compile(BEFORE + "(?:" + "|".join(f"({one})" for one in ALTERNATIVES) + ")", regex.I)


@pytest.mark.parametrize("text", ["".join(some) for some in product(WORDS, ("", " ", " art. "), WORDS)])
def test_the_first_of_gated_alternatives_that_matches_is_found_as_by_one_expression_of_them_all(text: str) -> None:
    found = [
        (number, match.span()) for number, match in GatedAlternatives(BEFORE, ALTERNATIVES, regex.I).finditer(text)
    ]
    assert found == [(match.lastindex - 1, match.span()) for match in AS_ONE.finditer(text) if match.lastindex]


def test_whatever_alternatives_texts_open_each_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[str]()

    def compile_kept(pattern: str, flags: int) -> regex.Pattern[str]:
        made.append(pattern)
        return regex.compile(pattern, flags)

    monkeypatch.setattr(gated_module, "compile_kept", compile_kept)
    rule = GatedAlternatives(BEFORE, ALTERNATIVES, regex.I)
    assert sum(len(list(rule.finditer(f"{one} {other}"))) for one, other in product(WORDS, WORDS))
    assert len(made) == len(set(made)) == len(ALTERNATIVES)


@pytest.mark.parametrize("text", TEXTS)
def test_of_a_table_those_expressions_are_opened_that_may_match(text: str) -> None:
    patterns = {"article": r"(?<!\w)art\.(?=\s?\d)", "page": "page", "end": r"\w+\Z"}
    table = GatedTable((gated(pattern, regex.I), name) for name, pattern in patterns.items())
    found = {name: [match.span() for match in rule.finditer(text)] for rule, name in table.opened(text)}
    for name, pattern in patterns.items():
        assert found.get(name, []) == [match.span() for match in regex.finditer(pattern, text, regex.I)]
    assert list(found) == [name for name in patterns if name in found]


def test_a_table_leaves_out_what_a_text_has_no_literal_of() -> None:
    table = GatedTable([(gated("page"), 1), (gated("art\\."), 2)])
    assert [name for _, name in table.opened("art. 3")] == [2]


def test_words_are_alternatives_with_either_apostrophe() -> None:
    assert one_of("au, à l'eau") == "au|à l['’]eau"
