"""Workers out of a nursery share what it has read, end as any process does, and outlive it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.executors.works import Doubling, Unable, nothing, tries
from translate.errors import BitexteError, DocumentError
from translate.executors.local import Local
from translate.executors.nursery import IS_POSSIBLE
from translate.executors.schedule import Rules

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not IS_POSSIBLE, reason="only Linux copies processes")
read: list[str] = []
"""What was read, in the process that asks."""


def read_tables(folder: Path) -> None:
    (folder / f"read-{os.getpid()}").touch()
    read.append("tables")


def refuse() -> None:
    raise BitexteError("no such table")


def end_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Telling:
    """Says what its process has read, and of which process it is a child; the item says what happens first."""

    def begin(self) -> str:
        return ""

    def end(self) -> None:
        """Nothing was taken."""

    def do(self, item: str) -> tuple[list[str], int, int]:
        if item == "end the nursery":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(0.2)
        if item == "fail":
            raise KeyError("page")
        return list(read), os.getppid(), os.getpid()


def results(prepare: partial[None], *items: str, workers: int = 1) -> list[tuple[list[str], int, int]]:
    found = Local(workers, prepare=prepare).map(Telling(), iter(items))
    return [done.result for done in found if done.result is not None]


def test_what_the_nursery_has_read_is_read_once_for_all_workers(tmp_path: Path) -> None:
    found = results(partial(read_tables, tmp_path), *"abcdef", workers=3)
    assert {tuple(known) for known, _, _ in found} == {("tables",)}
    assert len({parent for _, parent, _ in found} - {os.getpid()}) == 1
    assert len(list(tmp_path.glob("read-*"))) == 1
    assert read == []


def test_workers_outlive_their_nursery_and_others_come_from_a_new_one(tmp_path: Path) -> None:
    prepare = partial(read_tables, tmp_path)
    first, second = results(prepare, "end the nursery", "")
    assert first[2] == second[2], "the worker went on"
    found = list(Local(1, prepare=prepare).map(Doubling(tmp_path), iter([(0, "end once"), (1, "")])))
    assert [done.result for done in found] == [0, 2]


def test_a_nursery_that_was_ended_is_replaced(tmp_path: Path) -> None:
    crew = Local(2, prepare=partial(read_tables, tmp_path)).map(Telling(), iter(["end the nursery", "fail", "", ""]))
    found = list(crew)
    assert [done.failure.partition(":")[0] for done in found] == ["", "ended 3 workers", "", ""]
    assert len(list(tmp_path.glob("read-*"))) == 2


def test_the_end_of_a_worker_is_told_by_its_cause(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wanted = [(0, "end always"), (1, "out of memory"), (2, "")]
    killed, starved, done = Local(1, prepare=nothing).map(Doubling(tmp_path), iter(wanted))
    assert killed.failure == "ended 3 workers: killed by signal 9, perhaps because memory ran out"
    assert starved.failure == "ended 3 workers: memory ran out"
    assert done.result == 4
    assert "Traceback" not in capfd.readouterr().err


def test_a_fault_of_a_worker_shows_its_trace(capfd: pytest.CaptureFixture[str]) -> None:
    (done,) = Local(1, prepare=nothing).map(Telling(), iter(["fail"]))
    assert done.failure == "ended 3 workers: ended with code 1"
    assert "KeyError: 'page'" in capfd.readouterr().err


def test_an_error_of_a_worker_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"numbers\.txt:1: the number is wrong"):
        list(Local(1, prepare=nothing).map(Doubling(tmp_path), iter([(0, ""), (1, "fail")])))


def test_a_worker_that_hangs_is_ended(tmp_path: Path) -> None:
    # What was done before tells that nothing takes long here: a first item would have 36 times as long.
    wanted = [(1, ""), (2, ""), (0, "hang once")]
    found = list(Local(1, False, Rules(least_patience=1.0), nothing).map(Doubling(tmp_path), iter(wanted)))
    assert [done.result for done in found] == [2, 4, 0]
    assert tries(tmp_path, 0) == 2


def test_a_nursery_that_is_refused_something_leaves_it_to_its_workers(tmp_path: Path) -> None:
    assert [done.result for done in Local(1, prepare=refuse).map(Doubling(tmp_path), iter([(3, "")]))] == [6]


@pytest.mark.parametrize("prepare", [end_itself, nothing])
def test_workers_that_cannot_begin_are_an_error_and_not_a_loop(prepare: partial[None]) -> None:
    with pytest.raises(BitexteError, match="workers ended before they were ready"):
        list(Local(1, prepare=prepare).map(Unable(), iter([1, 2])))


ENDED = """
import os, sys
from pathlib import Path
from tests.executors.test_nursery import Telling
from tests.executors.works import nothing
from translate.executors.local import Local
if __name__ == "__main__":
    for done in Local(2, prepare=nothing).map(Telling(), iter([""] * 4)):
        print(*done.result[1:], flush=True)
        sys.stdin.readline()
"""


def test_nothing_is_left_running_where_the_command_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "ended.py"
    script.write_text(ENDED, encoding="utf-8")
    command, pipe = [sys.executable, str(script)], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}) as run:
        assert run.stdout is not None
        nursery, worker = map(int, run.stdout.readline().split())
        run.kill()
    until = time.monotonic() + 20
    while time.monotonic() < until and any(is_running(number) for number in (nursery, worker)):
        time.sleep(0.1)
    assert not is_running(nursery)
    assert not is_running(worker)


def is_running(number: int) -> bool:
    """Tell whether a process is there, and has not ended."""
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
