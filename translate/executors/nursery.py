"""A nursery: a process that has read what all workers need; each worker is a copy of it, and so begins at once.

It does nothing else, and holds neither an engine nor an open database, which no copy could use. Only Linux copies
processes safely enough; elsewhere workers begin with nothing loaded.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler, recv_handle, send_handle
from typing import Any

from translate.errors import BitexteError

IS_POSSIBLE = sys.platform == "linux" and hasattr(os, "pidfd_open")
Prepare = Callable[[], None]
"""Reads what all workers will need; it must leave no thread behind. It can be pickled."""
Serve = Callable[[Connection], None]
"""What a worker does with its connection; it can be pickled."""
_ENDING_SECONDS = 5.0
_STEP_SECONDS = 0.01


class Nursery:
    """The process, as the one that has workers sees it. It ends with that one, and on its own where it was killed."""

    def __init__(self, prepare: Prepare) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_nurse, args=(theirs, prepare), daemon=True)
        self._process.start()
        theirs.close()

    def bear(self, connection: Connection, serve: Serve) -> None:
        """Have a worker begin, which says its number, as the system counts processes, first of all.

        :raises OSError: where the nursery has ended.
        """
        self._connection.send(bytes(ForkingPickler.dumps(serve)))
        send_handle(self._connection, connection.fileno(), self._process.pid)

    def code_of(self, process: int) -> int | None:
        """Return how a worker ended: its exit code, or a signal as a negative one; None where nobody knows."""
        try:
            self._connection.send(process)
            code = self._connection.recv()
        except (EOFError, OSError):
            return None
        return None if code is None else int(code)

    def close(self) -> None:
        """End it; its workers go on."""
        self._connection.close()
        if not self._has_ended():
            self._process.kill()
            self._has_ended()

    def _has_ended(self) -> bool:
        """Wait for its end. To join it would be to wait for its workers too, which hold open what tells of it."""
        end = time.monotonic() + _ENDING_SECONDS
        while self._process.exitcode is None and time.monotonic() < end:
            time.sleep(_STEP_SECONDS)
        return self._process.exitcode is not None


def _nurse(connection: Connection, prepare: Prepare) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):  # whoever has the workers decides when there is an end
        signal.signal(number, signal.SIG_IGN)
    with suppress(BitexteError):  # a worker will say so itself
        prepare()
    gc.collect()
    gc.freeze()  # what copies share stays shared
    while True:
        try:
            asked = connection.recv()
            if isinstance(asked, int):
                connection.send(_reap(asked))
                continue
            handle = recv_handle(connection)
        except (EOFError, OSError):
            return
        if hasattr(os, "fork") and os.fork() == 0:  # where it is missing, there is no nursery (IS_POSSIBLE)
            connection.close()
            _live(Connection(handle), asked)
        os.close(handle)


def _reap(process: int) -> int | None:
    """Wait for the end of a worker that has closed its connection, or was killed."""
    end = time.monotonic() + _ENDING_SECONDS
    while time.monotonic() < end:
        try:
            found, status = os.waitpid(process, os.WNOHANG)
        except ChildProcessError:
            return None
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(_STEP_SECONDS)
    return None


def _live(connection: Connection, serve: bytes) -> None:
    """Be a worker, and end as any process would: with its code, or with a trace of what went wrong."""
    code: Any = 1
    try:
        connection.send(("born", os.getpid()))
        pickle.loads(serve)(connection)
        code = 0
    except SystemExit as exc:
        code = exc.code if isinstance(exc.code, int) else 1
    except BaseException:  # noqa: BLE001 - of which nobody else would tell
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):  # the last, where it was closed from the beginning
                stream.flush()
        os._exit(code)
