"""Documents and corpora are written again: in a thread, with progress that can be asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from translate.errors import BitexteError, UsageError
from translate.records import dataclass
from translate.run.decisions import log_path, read_log
from translate.run.record import recorded
from translate.run.run import DocumentReport, run


@dataclass(frozen=True, slots=True)
class Written:
    """How the last writing ended."""

    ok: bool
    message: str
    documents: int
    time: str

    @property
    def value(self) -> dict[str, Any]:
        return {"ok": self.ok, "message": self.message, "documents": self.documents, "time": self.time}


def write_again(out: Path, advance: Callable[[int, int], None] = lambda done, every: None) -> list[DocumentReport]:
    """Write the documents of a folder again, with the decisions of its log; what did not change stays as it is.

    :param advance: told how many documents of how many are done.
    :raises UsageError: where it is not known how the folder was made.
    :raises BitexteError: where the run fails.
    """
    groups = recorded(out)
    count = sum(len(group.sources) for group in groups)
    reports: list[DocumentReport] = []
    advance(0, count)
    for group in groups:
        reports += run(group.sources, out, group.config).documents
        advance(len(reports), count)
    return reports


class Writing:
    """Writes a folder again, one time after the other.

    :param before: lets go of the folder.
    :param after: takes it again.
    """

    def __init__(self, out: Path, *, before: Callable[[], None], after: Callable[[], None]) -> None:
        self._out, self._before, self._after = out, before, after
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.progress: dict[str, int] | None = None
        self.last: Written | None = None
        self.decided = _latest_time(out) if _is_older(out) else ""
        """Time of the latest decision that the documents have; empty where that is not known."""

    @property
    def is_possible(self) -> bool:
        """Whether it is known how the folder was made."""
        with suppress(BitexteError):
            return bool(recorded(self._out))
        return False

    def start(self) -> dict[str, int]:
        """Begin to write.

        :raises UsageError: where one writes already, or it is not known how the folder was made.
        """
        recorded(self._out)
        with self._lock:
            if self.progress is not None:
                raise UsageError("the documents are being written already.")
            self.progress = {"done": 0, "all": 0}
        self._thread = threading.Thread(target=self._write, name="writing", daemon=True)
        self._thread.start()
        return self.progress

    def join(self) -> None:
        """Wait for the end."""
        if self._thread is not None:
            self._thread.join()

    def _write(self) -> None:
        latest = _latest_time(self._out)
        outcome = Written(False, "it ended before its time; see the terminal.", 0, _now())
        self._before()
        try:
            reports = write_again(self._out, self._advance)
            failed = [report.message or report.name for report in reports if report.status == "failed"]
            changed = sum(report.status == "translated" for report in reports)
            outcome = Written(not failed, " ".join(failed), changed, _now())
            self.decided = latest if not failed else self.decided
        except BitexteError as exc:
            outcome = Written(False, str(exc), 0, _now())
        finally:
            try:
                self._after()
            except BitexteError as exc:  # another run took the folder, or what was in it
                outcome = Written(False, f"{outcome.message} {exc}".strip(), outcome.documents, outcome.time)
            self.last = outcome
            self.progress = None

    def _advance(self, done: int, every: int) -> None:
        self.progress = {"done": done, "all": every}


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _latest_time(out: Path) -> str:
    decisions = read_log(log_path(out)).decisions
    return decisions[-1].time if decisions else ""


def _is_older(out: Path) -> bool:
    """Tell whether the log was last written before the outputs were."""
    log = log_path(out)
    if not log.exists():
        return True
    outputs = [path.stat().st_mtime_ns for path in out.iterdir() if path.is_file()]
    return bool(outputs) and log.stat().st_mtime_ns <= max(outputs)
