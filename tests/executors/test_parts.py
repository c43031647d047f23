"""One function over many items gives the same, in the same order, however many workers there are."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from translate.errors import BitexteError, DocumentError, UnknownNameError, UsageError
from translate.executors.base import Executor
from translate.executors.local import Local
from translate.executors.parts import map_each

pytestmark = pytest.mark.usefixtures("copying")
TWO = Local(2, copies=True)


def halving() -> Callable[[int], float]:
    return lambda number: number / 2


def naming() -> Callable[[int], float]:
    raise UnknownNameError("colour", "blau", ["bleu"])


def ending() -> Callable[[int], float]:
    def end(number: int) -> float:
        if number == 5:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return end


def torn(until: int) -> Iterator[int]:
    yield from range(until)
    raise DocumentError("the file ends here", path="a.tmx", line=until)


@pytest.mark.parametrize("executor", [None, Local(), TWO])
@pytest.mark.parametrize("items", [0, 1, 7, 8])
def test_each_item_comes_with_its_result_in_order(executor: Executor | None, items: int) -> None:
    found = list(map_each(halving, range(items), executor, part=4))
    assert found == [(number, number / 2) for number in range(items)]


@pytest.mark.parametrize("executor", [None, TWO])
def test_what_ends_the_reading_comes_behind_all_that_was_read(executor: Executor | None) -> None:
    found = map_each(halving, torn(6), executor, part=4)
    assert [next(found)[0] for _ in range(6)] == list(range(6))
    with pytest.raises(DocumentError, match="the file ends here"):
        next(found)


@pytest.mark.parametrize("executor", [None, TWO])
def test_what_a_worker_refuses_as_it_begins_has_the_exit_code_of_this_process(executor: Executor | None) -> None:
    with pytest.raises(UsageError, match=r"Unknown colour 'blau'\. Known: bleu"):
        list(map_each(naming, range(3), executor))


def test_a_part_that_ends_workers_is_an_error_that_says_what_to_do() -> None:
    found = map_each(ending, range(9), TWO, part=3)
    assert [next(found)[0] for _ in range(3)] == [0, 1, 2]
    with pytest.raises(BitexteError, match=r"A part of 3 ended 3 workers: killed by signal 9.*--jobs"):
        next(found)


def test_items_are_read_as_results_are_asked_for() -> None:
    numbers = count()
    found = map_each(halving, numbers, TWO, part=2)
    assert next(found) == (0, 0)
    assert next(numbers) <= 2 * 9
