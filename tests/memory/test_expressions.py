"""A regular expression of a user finds its places, and none makes a search that never ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.memory.stored import made, unit
from translate.errors import UsageError
from translate.memory import expressions
from translate.memory.expressions import Expression
from translate.memory.search import Manner, Search, SearchSettings


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("[0-9]+", "Les 12 de 7", ((4, 6), (10, 11))),
        ("x*", "axxb", ((1, 3),)),
        ("(a+)+$", "a" * 60 + "!", ()),
        ("([a-z]+)*[0-9]", "a" * 60, ()),
    ],
)
def test_places_of_an_expression_are_those_with_any_character(
    words: str, text: str, places: tuple[tuple[int, int], ...]
) -> None:
    assert Expression(words).places(text) == places


def test_what_is_no_expression_is_said_with_its_fault() -> None:
    with pytest.raises(UsageError, match=r"'\(' is no regular expression: missing \)"):
        Expression("(")


def test_an_expression_that_tries_all_ways_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(expressions, "_SLOW_SECONDS", 0.06)
    with made(tmp_path / "m.tmdb", [unit("a" * 60, "x")]) as memory:
        search = Search(memory.connection, memory.languages, "(a|aa)+x", SearchSettings(manner=Manner.REGEX))
        with pytest.raises(UsageError, match=r"'(.+)' takes too long: more than 0 seconds for some texts; write it"):
            list(search.hits())


def test_time_of_texts_that_take_none_does_not_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(number * 0.04 for number in range(1000))
    monkeypatch.setattr(expressions, "process_time", lambda: next(clock))
    sought = Expression("b")
    assert all(sought.places("abc") == ((1, 2),) for _ in range(400))
