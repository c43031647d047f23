"""Documents as jobs: one process works on them, and removing one harms no other."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.api.conftest import ROTATE, Serve
from translate.errors import LockedError
from translate.files import Written, keeping
from translate.serve.api import worker
from translate.serve.api.documents import DAMAGED, IN, JOB, KEPT_SECONDS, OUT, STATE, Job, Jobs, Wanted
from translate.serve.api.parameters import Upload
from translate.serve.api.worker import named, work_when_free

SHORT = Upload("a.txt", b"Le port est calme.")
LONG = Upload("b.txt", b"\n\n".join(b"Le port %d est calme." % number for number in range(400)))
SECONDS = 300.0


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
    (old / JOB).write_text(Wanted("a.txt", "document.txt", {}, []).text, encoding="utf-8")
    (old / STATE).write_text('{"state": "failed"}', encoding="utf-8")
    jobs = Jobs(tmp_path, ROTATE)
    assert (broken.exists(), old.exists()) == (False, True)
    os.utime(kept, (0, 0))
    jobs.remove_old(time.time() + 2 * KEPT_SECONDS)
    jobs.close()
    assert not old.exists()
    assert (kept / "a.txt").read_text(encoding="utf-8") == "Le port."


DAMAGES = {
    "empty": b"",
    "zeros": bytes(100),
    "half": b'{"name": "a.txt", "fi',
    "no object": b"[1]",
    "nested": b"[" * 100_000,
    "nothing in it": b"{}",
    "no name": b'{"name": 5, "file": "document.txt", "settings": {}, "files": []}',
    "no settings": b'{"name": "a.txt", "file": "document.txt", "settings": [], "files": []}',
    "one more": b'{"name": "a.txt", "file": "document.txt", "settings": {}, "files": [], "more": 1}',
    "elsewhere": b'{"name": "a.txt", "file": "../document.txt", "settings": {}, "files": []}',
    "other bytes": b'{"name": "a.txt\xff", "file": "document.txt", "settings": {}, "files": "x"}\xff',
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_document_whose_job_is_damaged_says_so_and_can_be_uploaded_again(
    serve: Serve, tmp_path: Path, damage: bytes
) -> None:
    client = serve(data=tmp_path / "kept")
    files = {"file": ("a.txt", SHORT.data)}
    path = client.post("/v1/documents", files=files).headers["location"]
    (folder,) = (tmp_path / "kept").iterdir()
    (folder / JOB).write_bytes(damage)
    found = client.get(path)
    assert found.status_code == 200
    assert (found.json()["state"], found.json()["message"]) == ("failed", DAMAGED)
    assert client.get(f"{path}/files/a.en.txt").status_code == 404
    again = client.post("/v1/documents", files=files)
    assert (again.status_code, again.headers["location"]) == (202, path)
    assert client.get(path).json()["name"] == "a.txt"
    assert client.delete(path).status_code == 204


@pytest.mark.parametrize(
    "state", [b"", b"[]", b'{"state": 5}', b'{"state": "asleep"}', b'{"state": "done"}', b"{" * 9, bytes(50)]
)
def test_a_state_that_is_damaged_is_never_done(tmp_path: Path, state: bytes) -> None:
    (tmp_path / JOB).write_text(Wanted("a.txt", "document.txt", {}, []).text, encoding="utf-8")
    (tmp_path / STATE).write_bytes(state)
    assert Job(tmp_path).state["state"] in ("queued", "failed")
    assert Job(tmp_path).files() == []


def test_settings_of_another_version_fail_with_what_is_wrong_and_the_next_document_is_done(tmp_path: Path) -> None:
    first = Jobs(tmp_path, ROTATE)
    job = first.add(LONG, ROTATE)
    first.close()
    wanted = json.loads((job.folder / JOB).read_text(encoding="utf-8"))
    wanted["settings"] |= {"engine": {"wings": 2}}
    (job.folder / JOB).write_text(json.dumps(wanted), encoding="utf-8")
    again = Jobs(tmp_path, ROTATE)
    assert again.wait(job, SECONDS) == "failed"
    assert "wings" in job.state["message"]
    assert again.wait(again.add(SHORT, ROTATE), SECONDS) == "done"
    again.close()


def test_damaged_jobs_are_not_begun_at_the_start_and_are_gone_after_an_hour(tmp_path: Path) -> None:
    folder = tmp_path / ("c" * 32)
    folder.mkdir()
    (folder / JOB).write_bytes(b"")
    jobs = Jobs(tmp_path, ROTATE)
    assert jobs.wait(jobs.add(SHORT, ROTATE), SECONDS) == "done"
    assert Job(folder).state == {"state": "failed", "message": DAMAGED}
    assert not (folder / STATE).exists()
    jobs.remove_old(time.time() + 2 * KEPT_SECONDS)
    jobs.close()
    assert not folder.exists()


def test_after_a_restart_the_oldest_is_next_and_all_wait_but_what_nobody_can_ask_for_is_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, str, int]] = []

    def work(jobs: Jobs, job: Job) -> None:
        done.append((job.name, job.state["state"], job.state["segments"]["done"]))

    monkeypatch.setattr(Jobs, "_run", lambda jobs: None)
    jobs = Jobs(tmp_path, ROTATE)
    asked = [jobs.add(Upload(name, b"Oui."), ROTATE, is_awaited=name == "gone.txt") for name in ("gone.txt", "a", "b")]
    both = Upload("both.txt", b"Oui.")
    asked.append(jobs.add(both, ROTATE, is_awaited=True))
    assert jobs.add(both, ROTATE) == asked[-1]
    for age, job in enumerate(asked):
        os.utime(job.folder / JOB, (1000 + age, 1000 + age))
    asked[1].put_state("running", segments={"done": 87, "all": 1500})  # which makes its folder the newest
    jobs.close()
    monkeypatch.undo()
    monkeypatch.setattr(Jobs, "_work", work)
    again = Jobs(tmp_path, ROTATE)
    assert {again.wait(job, SECONDS) for job in asked} == {"failed"}  # as nobody worked on them
    again.close()
    assert done == [("a", "queued", 87), ("b", "queued", 0), ("both.txt", "queued", 0), ("gone.txt", "queued", 0)]


def test_what_is_wrong_names_the_upload_as_its_client_does(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path, ROTATE)
    job = jobs.add(Upload("empty.txt", b""), ROTATE)
    jobs.close()
    inside = job.folder / IN / "document.txt"
    assert named(f"{inside}: empty; see word/document.txt.", job) == "empty.txt: empty; see word/document.txt."
    assert named("document.txt:3: no text", job) == "empty.txt:3: no text"


def test_a_run_goes_on_with_the_state_that_an_earlier_server_left(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path, ROTATE)
    job = jobs.add(SHORT, ROTATE)
    jobs.close()
    job.put_state("queued")
    with keeping(Written("translate", job.folder / OUT)):
        job.put_state("running")
    assert job.state["state"] == "running"


def test_a_document_waits_for_the_process_that_a_killed_server_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = iter([LockedError("another run"), LockedError("another run"), None])

    def work(job: Job) -> None:
        if (refusal := next(tries)) is not None:
            raise refusal

    monkeypatch.setattr(worker, "work", work)
    monkeypatch.setattr(worker, "_SECONDS", 0.001)
    work_when_free(Job(tmp_path))
    assert next(tries, "none left") == "none left"
    tries = iter([LockedError("another run")] * 2)
    with pytest.raises(LockedError):
        work_when_free(Job(tmp_path), seconds=-1)


def test_what_is_closed_begins_no_process(tmp_path: Path) -> None:
    for number in range(3):
        jobs = Jobs(tmp_path / str(number), ROTATE)
        jobs.add(SHORT, ROTATE)
        jobs.close()  # while the process is begun, or before
        assert jobs._worker_process() is None
        assert jobs._worker is None
