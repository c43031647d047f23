"""Expressions that are compiled when they are first used."""

from __future__ import annotations

import re
import sys

import pytest
import regex

from translate.text.late import late, late_module, late_plain


def test_an_expression_is_compiled_when_it_is_first_used() -> None:
    broken, plain = late("("), late_plain("(")
    with pytest.raises(regex.error):
        broken.search("a")
    with pytest.raises(re.error):
        plain.search("a")


def test_it_finds_what_the_expression_itself_finds() -> None:
    letters, word = late(r"\p{Lu}+", regex.I), late_plain(r"\w+", re.ASCII)
    for _ in range(2):
        assert letters.findall("1ab2É") == regex.findall(r"\p{Lu}+", "1ab2É", regex.I) == ["ab", "É"]
        assert [match.span() for match in word.finditer("à bc d")] == [(2, 4), (5, 6)]
    assert letters.pattern == r"\p{Lu}+"
    assert word.sub("x", "a b") == "x x"


def test_a_late_module_is_imported_when_something_of_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    module = late_module("colorsys")
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    assert "colorsys" not in sys.modules
    assert module.rgb_to_yiq(0.0, 0.0, 0.0) == (0.0, 0.0, 0.0)
    assert "colorsys" in sys.modules
    with pytest.raises(AttributeError):
        _ = module.nothing_such
