"""The schedule over imagined workers and an imagined clock: nothing is lost, and hardly a worker waits."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from translate.errors import BitexteError
from translate.executors import schedule
from translate.executors.base import Event
from translate.executors.schedule import FIRST_PATIENCE, Rules, Schedule

ROOT = Path(__file__).parents[2]


def imagined(*arguments: str) -> list[list[str]]:
    """Return the rows of the simulation: workers, deaths, hours, useful, done twice, failed."""
    command = [sys.executable, str(ROOT / "benchmarks" / "schedule.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
    lines = [line for line in done.stdout.splitlines() if line.startswith("| ")][1:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_workers_that_die_cost_what_they_did_and_no_shard() -> None:
    arguments = ["--segments", "5000000", "--shard-segments", "10000", "--workers", "20", "--deaths", "0,0.2"]
    rows = imagined(*arguments, "--pieces", "0")
    (_, _, hours, useful, twice, failed), (_, _, later, _, repeated, none) = rows
    assert (twice, failed, none) == ("0.0%", "0", "0")
    assert float(useful.rstrip("%")) > 90, "20 workers have 500 shards"
    assert float(hours) <= float(later) < 1.3 * float(hours)
    assert 0 < float(repeated.rstrip("%")) < 5
    _, (_, _, _, _, less, failed) = imagined(*arguments)
    assert (failed, float(less.rstrip("%")) < float(repeated.rstrip("%")) / 2) == ("0", True)


class Slow:
    """One worker after the other, which takes so many seconds for an item, by a clock of its own."""

    def __init__(self, seconds: float, *, stuck: Callable[[int], bool] = lambda number: False) -> None:
        self.now, self._seconds, self._hired, self._is_stuck = 0.0, seconds, 0, stuck
        self._due: dict[int, tuple[float, str]] = {}

    def monotonic(self) -> float:
        return self.now

    def hire(self) -> int:
        self._hired += 1
        if not self._is_stuck(self._hired):
            self._due[self._hired] = self.now, "ready"
        return self._hired

    def give(self, worker: int, item: object) -> None:
        self._due[worker] = self.now + self._seconds, "done"

    def name(self, worker: int) -> str:
        return str(worker)

    def listen(self, seconds: float) -> Sequence[Event]:
        due = [worker for worker, (moment, _) in self._due.items() if moment <= self.now]
        self.now += seconds * 60
        return [Event(worker, "ready" if self._due.pop(worker)[1] == "ready" else "done", "") for worker in due]

    def dismiss(self, worker: int) -> None:
        self._due.pop(worker, None)

    def close(self) -> None:
        self._due.clear()


@pytest.mark.parametrize(("seconds", "failed"), [(1_500, [""] * 3), (600 * FIRST_PATIENCE + 600, ["ended 3 workers"])])
def test_the_first_items_may_take_far_longer_than_what_any_may_take(
    seconds: float, failed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    crew = Slow(seconds)
    monkeypatch.setattr(schedule, "time", crew)
    found = list(Schedule[int, str](crew, 1, Rules()).run(iter(range(len(failed)))))
    assert [done.failure.partition(":")[0] for done in found] == failed


def test_a_worker_that_is_never_ready_is_done_without(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    crew = Slow(30, stuck=lambda number: number != 2)
    monkeypatch.setattr(schedule, "time", crew)
    found = list(Schedule[int, str](crew, 3, Rules()).run(iter(range(20))))
    assert [done.failure for done in found] == [""] * 20
    assert "1 is not ready after 600 s: going on without it." in caplog.messages


def test_where_no_worker_is_ever_ready_there_is_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    crew = Slow(30, stuck=lambda number: True)
    monkeypatch.setattr(schedule, "time", crew)
    with pytest.raises(BitexteError, match="3 workers ended before they were ready: not ready after 21600 s"):
        list(Schedule[int, str](crew, 1, Rules()).run(iter(range(2))))
    assert crew.now < 4 * 600 * FIRST_PATIENCE


class Failing(Slow):
    """Each of its workers but some ends before it is ready, and those that do not end at their first item."""

    def __init__(self, is_sound: Callable[[int], bool]) -> None:
        super().__init__(30)
        self._is_sound = is_sound

    def hire(self) -> int:
        self._hired += 1
        self._due[self._hired] = self.now, "ready" if self._is_sound(self._hired) else "ended"
        return self._hired

    def listen(self, seconds: float) -> Sequence[Event]:
        due = [(worker, kind) for worker, (moment, kind) in self._due.items() if moment <= self.now]
        self.now += seconds * 60
        self._due = {worker: one for worker, one in self._due.items() if (worker, one[1]) not in due}
        return [
            Event(worker, "ended" if kind == "ended" else "ready" if kind == "ready" else "done")
            for worker, kind in due
        ]


@pytest.mark.parametrize(
    ("is_sound", "hired"), [(lambda number: False, 3), (lambda number: number == 1, 1 + schedule.MOST_LATER_STARTS)]
)
def test_workers_that_end_as_they_begin_are_tried_longer_where_one_was_ready(
    is_sound: Callable[[int], bool], hired: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    crew = Failing(is_sound)
    monkeypatch.setattr(schedule, "time", crew)
    monkeypatch.setattr(crew, "give", lambda worker, item: crew._due.update({worker: (crew.now, "ended")}))
    with pytest.raises(
        BitexteError, match=f"{hired if hired == 3 else hired - 1} workers ended before they were ready"
    ):
        list(Schedule[int, str](crew, 1, Rules()).run(iter(range(2))))
    assert crew._hired == hired


class Halving:
    """An item gets on by half of its workers' tries."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def renew(self, item: int, deaths: int) -> tuple[int, bool]:
        self.asked.append(deaths)
        return item + 1, len(self.asked) % 2 == 0


def test_deaths_count_anew_where_an_item_gets_on(monkeypatch: pytest.MonkeyPatch) -> None:
    crew, work = Failing(lambda number: True), Halving()
    given: list[object] = []

    def give(worker: int, item: object) -> None:
        given.append(item)
        crew._due[worker] = crew.now, "ended" if len(given) < 9 else "done"

    monkeypatch.setattr(schedule, "time", crew)
    monkeypatch.setattr(crew, "give", give)
    (done,) = Schedule[int, str](crew, 1, Rules(), work).run(iter([0]))
    assert (done.failure, done.item) == ("", 8)
    assert work.asked == [1, 2] * 4
    assert given == list(range(9))


def test_a_large_shard_among_small_ones_is_not_taken_for_one_that_hangs() -> None:
    arguments = (
        "--segments",
        "20000000",
        "--last-shards",
        "1000",
        "--workers",
        "150",
        "--spread",
        "0.4",
        "--rate",
        "9",
    )
    ((_, _, _, _, twice, failed),) = imagined(*arguments, "--deaths", "0")
    assert (twice, failed) == ("0.0%", "0")
