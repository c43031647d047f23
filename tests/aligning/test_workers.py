"""Several processes align what one does, to the byte; one that ends is an error, and none outlives the command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH
from translate.aligning import Pairs, pair_documents, run, workers
from translate.aligning.pairing import Pair
from translate.aligning.workers import Done
from translate.config import Config, EngineConfig
from translate.executors import base as executed
from translate.executors.base import Work
from translate.executors.local import Local

CONFIG = Config(engine=EngineConfig(name="none"))
PAIRS = 5


def make_folders(folder: Path, *, times: int = 1) -> None:
    for name, texts in (("fr", FRENCH), ("en", ENGLISH)):
        (folder / name).mkdir()
        for number in range(PAIRS):
            lines = [f"{text} {number}{time}" for time in range(times) for text in texts]
            (folder / name / f"{number}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def find(folder: Path) -> Pairs:
    return pair_documents(folder / "fr", folder / "en", CONFIG, pattern=None, kind=None)


def test_two_processes_write_what_one_writes_and_fail_where_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_folders(tmp_path)
    (tmp_path / "en" / "3.txt").write_bytes((tmp_path / "fr" / "3.txt").read_bytes())
    found = find(tmp_path).pairs
    monkeypatch.setattr(workers, "LEAST_BYTES", 0)
    reports = [run(found, [tmp_path / f"{n}.tmx"], CONFIG, processes=n) for n in (1, 2)]
    assert (tmp_path / "1.tmx").read_bytes() == (tmp_path / "2.tmx").read_bytes()
    for one, two in zip(*(report.pairs for report in reports), strict=True):
        assert (one.pair, one.counts, one.shapes, one.message) == (two.pair, two.counts, two.shapes, two.message)
    assert [report.pair.name for report in reports[1].failed] == [found[3].name]


def test_little_text_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_folders(tmp_path)
    monkeypatch.setattr(workers, "Local", None)
    assert len(run(find(tmp_path).pairs, [tmp_path / "a.tmx"], CONFIG, processes=2).pairs) == PAIRS


def test_a_pair_that_ends_every_process_fails_and_the_others_are_aligned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_folders(tmp_path)
    monkeypatch.setattr(workers, "LEAST_BYTES", 0)

    class Ending:
        """Processes that the pair `3` ends."""

        def __init__(self, count: int) -> None:
            self._local = Local()

        def map(self, work: Work[Pair, Done], items: Iterator[Pair]) -> Iterator[executed.Done[Pair, Done]]:
            for pair in items:
                if "3" in pair.name:
                    yield executed.Done(pair, None, "ended 3 workers: killed by signal 9")
                else:
                    yield from self._local.map(work, iter([pair]))

    monkeypatch.setattr(workers, "Local", Ending)
    report = run(find(tmp_path).pairs, [tmp_path / "a.tmx"], CONFIG, processes=2)
    assert [failed.pair.name for failed in report.failed] == [
        pair.name for pair in find(tmp_path).pairs if "3" in pair.name
    ]
    assert "ended 3 workers: killed by signal 9" in report.failed[0].message
    assert (tmp_path / "a.tmx").exists()


def children_of(process: int) -> set[int]:
    found = Path(f"/proc/{process}/task").glob("*/children")
    return {int(child) for path in found for child in path.read_text().split()}


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc")
def test_no_process_outlives_a_command_that_is_killed(tmp_path: Path) -> None:
    make_folders(tmp_path, times=2 * workers.LEAST_BYTES // (PAIRS * len("".join(FRENCH))))
    line = [sys.executable, "-m", "translate", "align", "fr", "en", "--engine", "none", "--jobs", "2"]
    command = subprocess.Popen([*line, "--out", "a.tmx"], cwd=tmp_path, env={**os.environ})
    children: set[int] = set()
    deadline = time.monotonic() + 60
    while len(children) < 3 and time.monotonic() < deadline and command.poll() is None:  # two, and what counts for them
        children |= children_of(command.pid)
        time.sleep(0.02)
    command.send_signal(signal.SIGKILL)
    command.wait()
    assert len(children) >= 3
    deadline = time.monotonic() + 60
    while any(Path(f"/proc/{child}/stat").exists() for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [child for child in children if Path(f"/proc/{child}/stat").exists()]
