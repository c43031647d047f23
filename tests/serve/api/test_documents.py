"""Documents as jobs: one process works on them, and removing one harms no other."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.api.conftest import ROTATE
from translate.serve.api.documents import JOB, KEPT_SECONDS, OUT, STATE, Job, Jobs
from translate.serve.api.parameters import Upload

SHORT = Upload("a.txt", b"Le port est calme.")
LONG = Upload("b.txt", b"\n\n".join(b"Le port %d est calme." % number for number in range(5_000)))
SECONDS = 60.0


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[Jobs]:
    jobs = Jobs(tmp_path / "jobs", ROTATE)
    yield jobs
    jobs.close()


def wait_until_running(job: Job) -> None:
    until = time.monotonic() + SECONDS
    while job.state["state"] != "running" and time.monotonic() < until:
        time.sleep(0.01)
    assert job.state["state"] == "running"


def test_a_running_document_that_is_removed_and_comes_again_is_translated_and_so_is_the_next(jobs: Jobs) -> None:
    for _ in range(3):
        job = jobs.add(LONG, ROTATE)
        wait_until_running(job)
        jobs.remove(job)
        assert not job.folder.exists()
        assert jobs.find(job.id) is None
    again, other = jobs.add(LONG, ROTATE), jobs.add(SHORT, ROTATE)
    assert [jobs.wait(job, SECONDS) for job in (again, other)] == ["done", "done"]
    assert (other.folder / OUT / "document.en.txt").read_text(encoding="utf-8") == "Yr cbeg rfg pnyzr."


def test_a_waiting_document_that_is_removed_is_not_begun(jobs: Jobs) -> None:
    first, second = jobs.add(LONG, ROTATE), jobs.add(SHORT, ROTATE)
    jobs.remove(second)
    assert jobs.wait(first, SECONDS) == "done"
    assert not second.folder.exists()


def test_documents_whose_folders_are_taken_away_hold_nobody_up(jobs: Jobs, tmp_path: Path) -> None:
    job = jobs.add(LONG, ROTATE)
    wait_until_running(job)
    shutil.rmtree(tmp_path / "jobs", ignore_errors=True)
    jobs.remove_old()
    assert jobs.wait(jobs.add(SHORT, ROTATE), SECONDS) == "done"
    assert job.state["state"] == "failed"


def test_only_folders_of_jobs_are_ever_removed(tmp_path: Path) -> None:
    kept = tmp_path / "letters"
    kept.mkdir()
    (kept / "a.txt").write_text("Le port.", encoding="utf-8")
    (kept / STATE).write_text('{"state": "done"}', encoding="utf-8")
    broken, old = (tmp_path / (digit * 32) for digit in "ab")
    for folder in (broken, old):
        folder.mkdir()
    (old / JOB).write_text("{}", encoding="utf-8")
    (old / STATE).write_text('{"state": "done"}', encoding="utf-8")
    jobs = Jobs(tmp_path, ROTATE)
    assert (broken.exists(), old.exists()) == (False, True)
    os.utime(kept, (0, 0))
    jobs.remove_old(time.time() + 2 * KEPT_SECONDS)
    jobs.close()
    assert not old.exists()
    assert (kept / "a.txt").read_text(encoding="utf-8") == "Le port."
