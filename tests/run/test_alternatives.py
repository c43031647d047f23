"""Other translations: none like the best or like another, the most probable first, no more than are wanted."""

from __future__ import annotations

import pytest

from tests.engines.test_ranked import Several
from translate.config import Config, EngineConfig
from translate.data import Passage
from translate.run.alternatives import OtherWays
from translate.run.loading import load_tools

TEXT = "abc"


@pytest.fixture(scope="module")
def ways() -> OtherWays:
    return OtherWays(load_tools(Config(engine=EngineConfig(name="echo"))), Several())


def found(ways: OtherWays, count: int, best: str | None = None) -> list[str]:
    return [hypothesis.text for hypothesis in ways.find(Passage(TEXT), count, best)]


def test_the_most_probable_come_first(ways: OtherWays) -> None:
    assert found(ways, 2) == ["abc 0", "abc 1"]


def test_what_stands_already_is_no_alternative(ways: OtherWays) -> None:
    assert found(ways, 2, best="abc 0") == ["abc 1", "abc 2"]
    assert found(ways, 2, best="abc 1") == ["abc 0", "abc 2"]


def test_where_the_engine_has_fewer_none_comes_twice(ways: OtherWays) -> None:
    assert found(ways, 5) == ["abc 0", "abc 1", "abc 2"]
    assert found(ways, 5, best="abc 0") == ["abc 1", "abc 2"]


def test_none_are_found_where_none_are_wanted(ways: OtherWays) -> None:
    assert found(ways, 0) == []
