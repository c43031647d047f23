"""The line: requests that come together are translated together, whichever thread takes them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from tests.serve.api.conftest import ROTATE
from translate.serve.api import company
from translate.serve.api.company import LONGEST_WINDOW, SURELY_ALONE, WINDOW_SECONDS, Company
from translate.serve.api.line import Line, Wish


class Held(Line):
    """A line whose groups are complete when a test says so; it takes down how many requests each had."""

    def __init__(self) -> None:
        self.is_complete, self.groups, self.windows = threading.Event(), list[int](), 0
        super().__init__(ROTATE, most=1000)
        self._company.let_join = self._let_join  # type: ignore[method-assign]

    def _let_join(self, count: Callable[[], int]) -> None:
        self.windows += 1
        self.is_complete.wait(60)

    def _answer(self, group: Sequence[Any]) -> None:
        self.groups.append(len(group))
        super()._answer(group)


@pytest.fixture
def held() -> Iterator[Held]:
    line = Held()
    yield line
    line.is_complete.set()
    line.close()


def test_requests_that_come_while_a_group_is_made_up_are_all_in_it(held: Held) -> None:
    for group in range(1, 4):
        held.is_complete.clear()
        requests = [held.ask([Wish(f"Le texte {number}.")]) for number in range(8)]
        held.is_complete.set()
        answers = [request.future.result(60)[0].text for request in requests]
        assert len(set(answers)) == 8
        assert held.groups == [8] * group


def test_one_client_does_not_wait_for_others_until_there_are_some(held: Held) -> None:
    def ask(*texts: str) -> None:
        requests = [held.ask([Wish(text)]) for text in texts]
        held.is_complete.set()
        assert all(request.future.result(60) for request in requests)

    for number in range(10):
        ask(f"Le texte {number}.")
    assert held.windows == SURELY_ALONE
    with held._shared.turn:  # so that both wait for the group before them
        first = held.ask([Wish("Un texte.")])
        while held.waiting:
            time.sleep(0.001)
        others = [held.ask([Wish("Un autre.")]), held.ask([Wish("Un troisième.")])]
    assert all(request.future.result(60) for request in (first, *others))
    ask("Le dernier.")
    assert held.windows > SURELY_ALONE


def test_what_nobody_waits_for_any_more_is_not_worked_on(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    made, work = [], held._texts._translate

    def translate(name: str, source: str, *more: Any) -> Any:
        made.append(source)
        held._leave(gone)
        return work(name, source, *more)

    monkeypatch.setattr(held._texts, "_translate", translate)
    other = held.ask([Wish("Le texte.")])
    gone = held.ask([Wish(f"Le texte {number}.") for number in range(50)])
    held.is_complete.set()
    assert [answer.text for answer in other.future.result(60)] == ["Yr grkgr."]
    alone = held.ask([Wish("Un autre.")])
    assert alone.future.result(60)
    assert made == ["Le texte.", "Un autre."]
    assert held.groups == [2, 1]


class Clock:
    """Time that passes only while a thread sleeps; at each sleep a request comes, as long as there are any."""

    def __init__(self, come: Callable[[], object], times: int) -> None:
        self.now, self.sleeps, self._come, self._left = 0.0, 0, come, times

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now, self.sleeps = self.now + seconds, self.sleeps + 1
        if self._left:
            self._left -= 1
            self._come()


def sleeps_of(known: Company, monkeypatch: pytest.MonkeyPatch, *, times: int) -> int:
    """Return how often a group sleeps that so many requests join, one after the other."""
    known.come()
    clock = Clock(known.come, times)
    monkeypatch.setattr(company, "time", clock)
    known.let_join(lambda: known.present)
    monkeypatch.undo()
    known.begin(known.present)
    while known.present:
        known.go()
    return clock.sleeps


MOST_SLEEPS = round(LONGEST_WINDOW / WINDOW_SECONDS)


@pytest.mark.parametrize(("times", "least", "most"), [(0, 1, 1), (3, 4, 4), (1000, MOST_SLEEPS, MOST_SLEEPS + 1)])
def test_a_group_begins_when_nobody_joins_it_any_more_and_soon_enough_where_all_the_time_somebody_does(
    monkeypatch: pytest.MonkeyPatch, times: int, least: int, most: int
) -> None:
    assert least <= sleeps_of(Company(), monkeypatch, times=times) <= most


def test_a_group_waits_for_clients_that_were_there_when_the_last_one_began_but_a_tenth_of_its_time_and_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = Company()
    for _ in range(100):
        known.measure(8, 0.3)
    assert sleeps_of(known, monkeypatch, times=7) == 8
    tenth = round(0.1 * 0.3 / WINDOW_SECONDS)
    assert tenth <= sleeps_of(known, monkeypatch, times=0) <= tenth + 1
    assert sleeps_of(known, monkeypatch, times=0) == 1


def test_a_slow_group_keeps_nobody_waiting_longer_than_the_longest_window(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Company()
    for _ in range(100):
        known.measure(100, 60.0)
    sleeps_of(known, monkeypatch, times=3)
    assert MOST_SLEEPS <= sleeps_of(known, monkeypatch, times=0) <= MOST_SLEEPS + 1
    assert known.patience == 1.0


def test_who_comes_while_the_last_group_is_decoded_is_waited_for_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Company()
    for _ in range(100):
        known.measure(8, 0.3)
    known.come()
    known.begin(1)
    known.come()  # beside the first
    known.go()
    known.go()
    assert sleeps_of(known, monkeypatch, times=0) > 1
