"""Work in several processes comes back in its order, few pieces ahead; an error of one piece is raised as it is."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from translate.errors import BitexteError, UsageError
from translate.executors.processes import iter_results

_ADDED: list[int] = []


def ready(added: int) -> None:
    _ADDED.append(added)


def plus(number: int) -> tuple[int, int]:
    if number == 13:
        raise UsageError("13 is refused.")
    return number + _ADDED[0], os.getpid()


def end(number: int) -> None:
    os._exit(number)


@pytest.mark.parametrize("starts_fresh", [True, False])
def test_results_come_in_the_order_of_the_pieces_from_processes_made_ready_once(*, starts_fresh: bool) -> None:
    made = list(iter_results(plus, range(9), 2, begin=ready, arguments=(100,), starts_fresh=starts_fresh))
    assert [number for number, _ in made] == list(range(100, 109))
    assert os.getpid() not in {process for _, process in made}
    assert _ADDED == []


def test_pieces_are_taken_as_results_are() -> None:
    taken: list[int] = []

    def pieces() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = iter_results(plus, pieces(), 2, begin=ready, arguments=(0,), starts_fresh=False)
    next(results)
    assert len(taken) <= 5
    results.close()


def test_an_error_of_a_piece_is_raised() -> None:
    with pytest.raises(UsageError, match="13 is refused"):
        list(iter_results(plus, range(20), 2, begin=ready, arguments=(0,), starts_fresh=False))


def test_a_process_that_ends_is_said_with_what_to_do() -> None:
    with pytest.raises(BitexteError, match=r"A worker process was killed.*--threads 1"):
        list(iter_results(end, range(3), 2, begin=ready, arguments=(0,), starts_fresh=False))
