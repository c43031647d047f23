"""Processes of this machine do each item once, in order, whatever becomes of the processes."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.executors.works import Doubling, Unable, nothing, tries
from translate.errors import BitexteError, DocumentError
from translate.executors.base import Done, results_of
from translate.executors.local import Local
from translate.executors.nursery import Prepare
from translate.executors.schedule import AHEAD, Rules

pytestmark = pytest.mark.usefixtures("copying")
ROOT = Path(__file__).parents[2]


def items(*what: str) -> list[tuple[int, str]]:
    return list(enumerate(what))


@pytest.mark.parametrize(
    ("processes", "copies", "prepare"),
    [(0, False, None), (1, False, None), (3, False, None), (3, True, None), (3, False, nothing)],
)
def test_results_come_in_the_order_of_the_items(
    tmp_path: Path, processes: int, prepare: Prepare | None, *, copies: bool
) -> None:
    wanted = items("slow", "", "", "slow", "", "", "")
    found = list(Local(processes, copies=copies, prepare=prepare).map(Doubling(tmp_path), iter(wanted)))
    assert found == [Done(item, 2 * item[0]) for item in wanted]
    assert all(tries(tmp_path, number) == 1 for number, _ in wanted)
    assert len(list(tmp_path.glob("ended.*"))) == len(list(tmp_path.glob("begun.*"))) == max(1, processes)


class Left:
    """Leaves word of the process that destroys it, which is when garbage is collected: it holds itself."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.itself = folder, self

    def __del__(self) -> None:
        (self.folder / f"destroyed-{os.getpid()}").touch()


def test_a_copy_destroys_nothing_that_this_process_left_behind(tmp_path: Path) -> None:
    gc.collect()
    gc.disable()
    try:
        Left(tmp_path)
        found = list(Local(2, copies=True).map(Doubling(tmp_path), iter(items("collect", "collect"))))
    finally:
        gc.enable()
    assert [done.result for done in found] == [0, 2]
    assert not list(tmp_path.glob("destroyed-*"))
    gc.collect()
    assert [path.name for path in tmp_path.glob("destroyed-*")] == [f"destroyed-{os.getpid()}"]


def test_there_are_no_more_workers_than_items(tmp_path: Path) -> None:
    assert len(list(Local(5, copies=True).map(Doubling(tmp_path), iter(items("", ""))))) == 2
    assert len(list(tmp_path.glob("begun.*"))) == 2


def test_nothing_to_do_starts_no_worker(tmp_path: Path) -> None:
    assert list(Local(2).map(Doubling(tmp_path), iter([]))) == []
    assert not list(tmp_path.iterdir())


def test_an_item_whose_worker_was_killed_is_done_by_another_one(tmp_path: Path) -> None:
    found = list(Local(2).map(Doubling(tmp_path), iter(items("", "end once", "", "end once"))))
    assert [done.result for done in found] == [0, 2, 4, 6]
    assert [tries(tmp_path, number) for number in range(4)] == [1, 2, 1, 2]


def test_an_item_that_ends_three_workers_is_set_aside_and_the_others_go_on(tmp_path: Path) -> None:
    found = list(Local(2, copies=True).map(Doubling(tmp_path), iter(items("", "end always", "", ""))))
    assert [done.result for done in found] == [0, None, 4, 6]
    assert found[1].failure == "ended 3 workers: killed by signal 9, perhaps because memory ran out"
    assert tries(tmp_path, 1) == 3


def test_a_worker_whose_memory_runs_out_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = list(Local(1, copies=True).map(Doubling(tmp_path), iter(items("", "out of memory", ""))))
    assert [done.result for done in found] == [0, None, 4]
    assert found[1].failure == "ended 3 workers: memory ran out"
    assert "Traceback" not in capfd.readouterr().err


def test_a_worker_that_hangs_is_ended_and_its_item_is_done_by_another_one(tmp_path: Path) -> None:
    found = list(Local(1, True, Rules(least_patience=0.3)).map(Doubling(tmp_path), iter(items("", "hang once", ""))))
    assert [done.result for done in found] == [0, 2, 4]
    assert tries(tmp_path, 1) == 2


def test_an_error_of_a_worker_stops_the_run_and_says_what_it_said(tmp_path: Path) -> None:
    found = Local(1, copies=True).map(Doubling(tmp_path), iter(items("", "fail", "", "")))
    assert next(found).result == 0
    with pytest.raises(BitexteError, match=r"numbers\.txt:1: the number is wrong"):
        list(found)
    with pytest.raises(DocumentError):
        list(Local(0).map(Doubling(tmp_path), iter(items("fail"))))


def test_workers_that_end_as_they_begin_are_an_error_and_not_a_loop() -> None:
    with pytest.raises(BitexteError, match="workers ended before they were ready: killed by signal 9"):
        list(Local(2, copies=True).map(Unable(), iter([1, 2])))


def test_workers_that_compute_differently_are_refused_by_name(tmp_path: Path) -> None:
    wanted = items(*["slow"] * 4)
    with pytest.raises(
        BitexteError, match=r"worker \d computes differently \(kernel (aa|bb)\) from worker \d \(kernel (?!\1)"
    ):
        list(Local(2, copies=True).map(Doubling(tmp_path, ("aa", "bb")), iter(wanted)))
    mixed = list(Local(2, True, Rules(mixed=True)).map(Doubling(tmp_path, ("aa", "bb")), iter(wanted)))
    assert [done.result for done in mixed] == [2 * number for number, _ in wanted]


def test_items_are_taken_as_results_are(tmp_path: Path) -> None:
    taken: list[int] = []

    def endless() -> Iterator[tuple[int, str]]:
        for number in count():
            taken.append(number)
            yield number, ""

    found = Local(2, copies=True).map(Doubling(tmp_path), endless())
    assert next(found).result == 0
    assert len(taken) <= AHEAD * 2 + 2
    assert isinstance(found, Generator)
    found.close()


def test_where_no_result_may_be_missing_an_item_that_ends_workers_is_an_error(tmp_path: Path) -> None:
    found = results_of(Local(1, copies=True).map(Doubling(tmp_path), iter(items("", "end always"))))
    assert next(found) == 0
    with pytest.raises(BitexteError, match=r"A part of the work ended 3 workers: killed by .* --jobs 1"):
        next(found)


STOPPED = """
import sys
from pathlib import Path
from tests.executors.works import Doubling
from translate.executors.local import Local
from translate.executors.nursery import Prepare
from translate.executors.schedule import AHEAD, Rules
if __name__ == "__main__":
    try:
        for done in Local(1).map(Doubling(Path(sys.argv[1])), iter([(n, "slow") for n in range(50)])):
            print(done.result, flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
"""


def test_the_first_interruption_waits_for_what_is_being_done(tmp_path: Path) -> None:
    script = tmp_path / "stopped.py"
    script.write_text(STOPPED, encoding="utf-8")
    (tmp_path / "words").mkdir()
    command = [sys.executable, str(script), str(tmp_path / "words")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "0\n"
        time.sleep(0.1)
        run.send_signal(signal.SIGINT)
        rest = run.stdout.read().split()
    assert run.returncode == 130
    started = len({path.name.split(".")[0] for path in (tmp_path / "words").glob("tried-*")})
    assert len(rest) + 1 == started < 50
