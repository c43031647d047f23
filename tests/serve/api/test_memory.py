"""A server holds no more texts, however many different ones it is asked for."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.serve.api.conftest import ROTATE
from translate.alignment.coverage import find_coverage
from translate.serve.api.line import Line, Wish

MARK, TURNED = "quizwort", "dhvmjbeg"
"""A word of every text, and what `rotate` makes of it."""


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line(ROTATE, most=1000)
    yield line
    line.close()


def answer(line: Line, numbers: range) -> None:
    """Have texts translated, eight at a time."""
    for first in numbers[::8]:
        texts = [f"Le {MARK} {number} est calme." for number in range(first, min(first + 8, numbers.stop))]
        requests = [line.ask([Wish(text)]) for text in texts]
        assert all(TURNED in request.future.result(120)[0].text for request in requests)


def held_texts() -> int:
    """Return how many texts with the mark anything in this process holds."""
    gc.collect()
    # Not isinstance(): it asks an object for its class, and some of torch's warn when they are asked for anything.
    held = (one for item in gc.get_objects() for one in gc.get_referents(item) if type(one) is str)
    return len({id(one) for one in held if MARK in one or TURNED in one})


def test_no_more_texts_are_held_when_others_come(line: Line) -> None:
    coverage = find_coverage(*ROTATE.languages)
    assert coverage is not None
    assert coverage._find.cache_info().maxsize == line.tools.checks.kept == 1024
    answer(line, range(1100))  # more than any cache keeps
    before = held_texts()
    answer(line, range(1100, 1300))
    assert held_texts() < before + 30


def test_lanes_are_opened_only_when_those_that_are_there_are_at_work(line: Line) -> None:
    for number in range(5):
        answer(line, range(10 * number, 10 * number + 1))
    assert len(line._lanes) == 1
