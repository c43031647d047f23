"""Documents that clients upload: each is a folder with what was asked, what is made of it, and how far that is.

A folder is found again by what is in it: the same file with the same wishes is one job. One process beside the server
works on them, one after the other, behind the texts that people wait for; killed, it goes on where it was.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from translate.config import Config
from translate.errors import BitexteError, DocumentError
from translate.files import keeping, make_folder, write_text
from translate.records import dataclass
from translate.run.record import settings_value
from translate.serve.api.errors import ApiError
from translate.serve.api.parameters import Upload

JOB, STATE, IN, OUT = "job.json", "state.json", "in", "out"
AWAITED = "awaited"
"""A file beside them, where only requests that wait for the end know of the job."""
KEPT_SECONDS = 3600
"""How long a finished job is kept."""
_ID_CHARACTERS = 32
_MOST_WAITING = 100
ENDED = ("done", "failed")
STATES = ("queued", "running", *ENDED)
DAMAGED = "what was kept of it is damaged; upload the document again"

_APART: dict[str, Any] = {"start_new_session": True} if os.name == "posix" else {}
"""How a Ctrl-C reaches the server and not its worker."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: the document's name, its file in the folder, settings, and other files that these name."""

    name: str
    file: str
    settings: Mapping[str, Any]
    files: list[str]

    @classmethod
    def of_text(cls, text: str) -> Wanted:
        """Undo :meth:`text`.

        :raises DocumentError: where it is damaged.
        """
        with suppress(ValueError, TypeError, RecursionError):
            one = cls(**json.loads(text))
            held = (one.file, *one.files)
            if isinstance(one.settings, dict) and isinstance(one.name, str) and all(Path(x).name == x for x in held):
                return one
        raise DocumentError(DAMAGED)

    @property
    def text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Job:
    """A document to translate, by its folder."""

    folder: Path

    @property
    def id(self) -> str:
        return self.folder.name

    @property
    def state(self) -> dict[str, Any]:
        """How far it is; failed where what is kept of it is damaged."""
        try:
            self.wanted()
        except FileNotFoundError:
            return {"state": "failed", "message": "it was removed"}
        except (OSError, BitexteError):
            return {"state": "failed", "message": DAMAGED}
        with suppress(OSError, ValueError, RecursionError):
            value = json.loads((self.folder / STATE).read_text(encoding="utf-8"))
            if isinstance(value, dict) and value.get("state") in STATES:
                is_there = value["state"] != "done" or isinstance(value.get("translated"), str)
                return value if is_there else {"state": "failed", "message": DAMAGED}
        return {"state": "queued", "segments": {"done": 0, "all": 0}, "issues": {}}

    def wanted(self) -> Wanted:
        """Return what was asked for.

        :raises DocumentError: where it is damaged.
        :raises OSError: where it cannot be read.
        """
        return Wanted.of_text((self.folder / JOB).read_bytes().decode("utf-8", "replace"))

    @property
    def name(self) -> str:
        """What the document is called; as in the folder where that is damaged."""
        with suppress(OSError, BitexteError):
            return self.wanted().name
        return "document"

    def put_state(self, state: str, **more: Any) -> None:
        """Write how far it is, whole or not at all; server and worker write it in turn, and no user ever."""
        with keeping(None):
            write_text(self.folder / STATE, json.dumps(self.state | {"state": state} | more, ensure_ascii=False))

    def files(self) -> list[str]:
        """Return the names of what was made."""
        if self.state["state"] != "done":
            return []
        with suppress(OSError):
            return sorted(path.name for path in (self.folder / OUT).iterdir() if path.is_file())
        return []


class Jobs:
    """The jobs of a server, and the process that works on them.

    :param folder: where they are kept.
    """

    def __init__(self, folder: Path, config: Config) -> None:
        self._folder, self._config = folder, config
        self._changed = threading.Condition()
        self._queue: deque[Job] = deque()
        self._running: Job | None = None
        """What the process works on, as long as it is wanted."""
        self._is_closed = False
        self._worker: subprocess.Popen[str] | None = None
        make_folder(folder)
        for job in sorted(self._iter_kept(), key=_turn_of):
            if not (job.folder / JOB).is_file():
                shutil.rmtree(job.folder, ignore_errors=True)
            elif job.state["state"] not in ENDED:
                with suppress(BitexteError):
                    job.put_state(STATES[0])  # whatever the process that worked on it said last
                self._queue.append(job)
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
        self._thread.start()

    def add(
        self, upload: Upload, config: Config, more: Mapping[str, bytes] | None = None, *, is_awaited: bool = False
    ) -> Job:
        """Return the job of a document, which is begun where it was not known yet.

        :param upload: its name is for the names of what is made.
        :param more: files that the settings name by their names: a glossary, a memory.
        :param is_awaited: whether the client waits for the end, and learns of no id before.
        :raises ApiError: where too many wait.
        """
        settings = settings_value(config)
        held = dict(more or {})
        parts = [upload.name.encode(), upload.data, json.dumps(settings, sort_keys=True).encode()]
        parts += [piece for key in sorted(held) for piece in (key.encode(), held[key])]
        digest = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts))
        job = Job(self._folder / digest.hexdigest()[:_ID_CHARACTERS])
        with self._changed:
            if (job.folder / JOB).is_file() and job.state["state"] != "failed":
                os.utime(job.folder)
                if not is_awaited:
                    (job.folder / AWAITED).unlink(missing_ok=True)
                return job
            if len(self._queue) >= _MOST_WAITING:
                raise ApiError(503, "Too many documents are waiting; ask again later.", {"Retry-After": "60"})
            shutil.rmtree(job.folder, ignore_errors=True)
            make_folder(job.folder / IN)
            file = f"document{upload.ending}"
            (job.folder / IN / file).write_bytes(upload.data)
            if is_awaited:
                (job.folder / AWAITED).touch()
            for key, content in held.items():
                (job.folder / key).write_bytes(content)
            write_text(job.folder / JOB, Wanted(upload.name, file, settings, sorted(held)).text)
            self._queue.append(job)
            self._changed.notify_all()
        return job

    def find(self, number: str) -> Job | None:
        """Return a job by its id; None where there is none."""
        job = Job(self._folder / number) if _is_id(number) else None
        return job if job and (job.folder / JOB).is_file() else None

    def _iter_kept(self) -> Iterator[Job]:
        """Yield the jobs that are kept; other folders there are somebody else's."""
        paths = list(self._folder.iterdir()) if self._folder.is_dir() else []
        return (Job(path) for path in paths if _is_id(path.name) and path.is_dir())

    def remove(self, job: Job) -> None:
        """Forget a job, and all that is kept of it; one that is being worked on is stopped."""
        with self._changed:
            if self._running == job:
                self._running = None
                self._stop_worker()
            if job in self._queue:
                self._queue.remove(job)
            shutil.rmtree(job.folder, ignore_errors=True)
            self._changed.notify_all()

    def wait(self, job: Job, seconds: float) -> str:
        """Wait until a job has ended, and return its state."""
        until = time.monotonic() + seconds
        with self._changed:
            while (state := str(job.state["state"])) not in ENDED and time.monotonic() < until:
                self._changed.wait(timeout=min(1.0, max(0.01, until - time.monotonic())))
        return state

    def close(self) -> None:
        """End; what is not done can be gone on with."""
        with self._changed:
            self._is_closed = True
            self._stop_worker()
            self._changed.notify_all()

    def remove_old(self, now: float | None = None) -> None:
        """Remove what has ended an hour ago."""
        limit = (time.time() if now is None else now) - KEPT_SECONDS
        for job in self._iter_kept():
            with suppress(OSError):
                if job.state["state"] in ENDED and _changed_at(job.folder) < limit:
                    shutil.rmtree(job.folder, ignore_errors=True)

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._queue and not self._is_closed:
                    self._changed.wait()
                if self._is_closed:
                    return
                self._running = job = self._queue.popleft()
            self._work(job)
            with self._changed:
                # One that was removed may be there again by now, and wait for its turn.
                if self._running is job and not self._is_closed and job.state["state"] not in ENDED:
                    with suppress(BitexteError):
                        job.put_state("failed", message="the process that translates documents ended; upload it again")
                self._running = None
                self._changed.notify_all()

    def _work(self, job: Job) -> None:
        """Have one job done; the process that did not survive one is made anew for the next."""
        worker = self._worker_process()
        if worker is None or worker.stdin is None or worker.stdout is None:
            return
        with suppress(OSError, ValueError):
            worker.stdin.write(f"{job.folder}\n")
            worker.stdin.flush()
            worker.stdout.readline()

    def _worker_process(self) -> subprocess.Popen[str] | None:
        """Return the process that works; None where no more is to be done, so that closing leaves none behind."""
        with self._changed:
            worker = self._worker
            if self._is_closed:
                return None
            if worker is None or worker.poll() is not None:
                self._stop_worker()
                pipe = subprocess.PIPE
                words: Sequence[str] = [sys.executable, "-m", "translate.serve.api.worker"]
                self._worker = worker = subprocess.Popen(
                    words, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", **_APART
                )
            return worker

    def _stop_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            with suppress(OSError), worker:  # which closes its pipes; what was not read of one is an OSError
                worker.kill()


def _is_id(name: str) -> bool:
    return len(name) == _ID_CHARACTERS and all(character in "0123456789abcdef" for character in name)


def _turn_of(job: Job) -> tuple[bool, float]:
    """Return what sorts jobs that an earlier server left: the oldest first, and last those that nobody can ask for."""
    with suppress(OSError):
        return (job.folder / AWAITED).exists(), (job.folder / JOB).stat().st_mtime
    return True, 0.0


def _changed_at(folder: Path) -> float:
    """Return when a job or its state changed last."""
    times = [folder.stat().st_mtime]
    with suppress(FileNotFoundError):
        times.append((folder / STATE).stat().st_mtime)
    return max(times)
