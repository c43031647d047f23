"""A server opens no more lanes than it needs; `benchmarks/serve/memory.py` measures the memory itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serve.api.conftest import ROTATE
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


def test_lanes_are_opened_only_when_those_that_are_there_are_at_work(line: Line) -> None:
    for number in range(5):
        answer(line, range(10 * number, 10 * number + 1))
    assert len(line._lanes) == 1
