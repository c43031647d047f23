"""The executor `local`: processes of this machine, or this process itself."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import field
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

from translate.errors import BitexteError
from translate.executors.base import Done, Event, Item, Result, Work
from translate.executors.heap import keep
from translate.executors.nursery import IS_POSSIBLE, Nursery, Prepare
from translate.executors.schedule import Rules, Schedule
from translate.records import dataclass

_ENDING_SECONDS = 5.0
_NO_MEMORY = 71
"""The code that a worker ends with whose memory ran out: that of `sysexits.h` for what the system refuses."""
_END = "end"
"""What is sent in place of an item; no work has such an item."""


@dataclass(frozen=True, slots=True)
class Local:
    """Works in `processes` of this machine; with 0, in this process, one item after the other."""

    processes: int = 0
    copies: bool = False
    """Whether processes may begin as copies of this one, where the system can do that, so that they begin at once. It
    must not have open databases that they would use. Else they begin with nothing loaded.
    """
    rules: Rules = field(default_factory=Rules)
    prepare: Prepare | None = None
    """Reads what workers need that are no copies of this process, once for all of them, where the system can do that
    (:mod:`translate.executors.nursery`). None has each worker read it.
    """

    @property
    def workers(self) -> int:
        """How many items are done at once."""
        return self.processes or 1

    def map(self, work: Work[Item, Result], items: Iterator[Item]) -> Iterator[Done[Item, Result]]:
        """Yield what becomes of each item, in their order.

        :raises BitexteError: where a worker raised it, or none can be started.
        :raises KeyboardInterrupt: where the user stopped the run.
        """
        if not self.processes:
            return _map_here(work, items)
        crew = _Processes(work, copies=self.copies, prepare=self.prepare)
        return Schedule[Item, Result](crew, self.processes, self.rules, work).run(items)


def _map_here(work: Work[Item, Result], items: Iterator[Item]) -> Iterator[Done[Item, Result]]:
    work.begin()
    try:
        for item in items:
            yield Done(item, work.do(item))
    finally:
        work.end()


class _Process(Protocol):
    """A worker as the system knows it."""

    def code(self) -> int | None:
        """Wait until it has ended; return how, or None where nobody knows."""
        ...

    def end(self) -> None:
        """End it at once, where it has not ended by itself."""
        ...


class _Started:
    """A worker that this process has started; Windows knows one way to end it alone."""

    def __init__(self, process: BaseProcess) -> None:
        self._process = process

    def code(self) -> int | None:
        self._process.join(_ENDING_SECONDS)
        return self._process.exitcode

    def end(self) -> None:
        if self._process.is_alive():
            (self._process.kill if hasattr(signal, "SIGKILL") else self._process.terminate)()
            self._process.join(_ENDING_SECONDS)


class _Born:
    """A worker out of a nursery. Until it has said its number it cannot be ended: without a connection it ends."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self._number: int | None = None
        self._handle: int | None = None
        """Of the process, whatever else has its number later."""

    def take(self, number: int) -> None:
        """Take down its number."""
        self._number = number
        with suppress(OSError):
            self._handle = os.pidfd_open(number)

    def code(self) -> int | None:
        return None if self._number is None else self._nursery.code_of(self._number)

    def end(self) -> None:
        if self._handle is not None and hasattr(signal, "SIGKILL"):
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)
            os.close(self._handle)
            self._handle = None


class _Processes:
    """A crew of processes, each with a pipe."""

    def __init__(self, work: Work[Any, Any], *, copies: bool, prepare: Prepare | None) -> None:
        self._work = work
        copies = copies and sys.platform == "linux" and threading.active_count() == 1
        self._prepare = prepare if IS_POSSIBLE and not copies else None
        self._nursery: Nursery | None = None
        self._context: Any = multiprocessing.get_context("fork" if copies else "spawn")
        self._processes: dict[int, tuple[_Process, Connection]] = {}
        self._busy: set[int] = set()
        self._hired = 0

    def hire(self) -> int:
        ours, theirs = self._context.Pipe()
        process = self._bear(theirs, self._prepare) if self._prepare else self._start(theirs)
        theirs.close()
        self._hired += 1
        self._busy.add(self._hired)
        self._processes[self._hired] = process, ours
        return self._hired

    def _start(self, theirs: Connection) -> _Process:
        process = self._context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        # No copy may collect what this process has left behind: an engine would wait for threads that were not copied.
        gc.freeze()
        try:
            process.start()
        finally:
            gc.unfreeze()
        return _Started(process)

    def _bear(self, theirs: Connection, prepare: Prepare) -> _Process:
        """Have the nursery make a worker, and another nursery where that was killed."""
        serve = partial(_serve, work=self._work)
        if self._nursery is not None:
            try:
                self._nursery.bear(theirs, serve)
                return _Born(self._nursery)
            except OSError:
                self._nursery.close()
        self._nursery = Nursery(prepare)
        with suppress(OSError):  # its worker then ends at once, which is told as any end
            self._nursery.bear(theirs, serve)
        return _Born(self._nursery)

    def give(self, worker: int, item: object) -> None:
        self._busy.add(worker)
        with suppress(OSError):  # it ended in this moment, which the next look at it shows
            self._processes[worker][1].send(item)

    def name(self, worker: int) -> str:
        return f"worker {worker}"

    def listen(self, seconds: float) -> Sequence[Event]:
        numbers = {id(connection): number for number, (_, connection) in self._processes.items()}
        heard = wait([connection for _, connection in self._processes.values()], seconds)
        events = (self._hear(numbers[id(connection)]) for connection in heard)
        return [event for event in events if event is not None]

    def _hear(self, worker: int) -> Event | None:
        process, connection = self._processes[worker]
        try:
            kind, value = connection.recv()
        except (EOFError, OSError):
            del self._processes[worker]
            connection.close()
            how = _how(process.code())
            process.end()
            return Event(worker, "ended", how)
        if isinstance(process, _Born) and kind == "born":
            process.take(value)
            return None
        self._busy.discard(worker)
        return Event(worker, kind, value)

    def dismiss(self, worker: int) -> None:
        if worker in self._processes:
            process, connection = self._processes.pop(worker)
            process.end()
            connection.close()

    def close(self) -> None:
        for worker in self._busy & self._processes.keys():
            self.dismiss(worker)
        for _, connection in self._processes.values():
            with suppress(OSError):
                connection.send(_END)
        for process, connection in self._processes.values():
            process.code()
            process.end()
            connection.close()
        self._processes.clear()
        if self._nursery is not None:
            self._nursery.close()
            self._nursery = None


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        return f"killed by signal {-code}" + (", perhaps because memory ran out" if code == -9 else "")
    if code is None:
        return "ended, and nobody knows how"
    return "memory ran out" if code == _NO_MEMORY else f"ended with code {code}"


def _serve(connection: Connection, work: Work[Any, Any]) -> None:
    """Do what the parent sends, until it closes the connection."""
    for number in (signal.SIGINT, signal.SIGTERM):  # the parent decides when there is an end
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    keep()
    try:
        connection.send(("ready", work.begin()))
        while (item := connection.recv()) != _END:
            connection.send(("done", work.do(item)))
    except (EOFError, BrokenPipeError):
        return
    except BitexteError as exc:
        connection.send(("failed", _portable(exc)))
    except MemoryError:
        sys.exit(_NO_MEMORY)
    finally:
        work.end()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _portable(error: BitexteError) -> BitexteError:
    """Return an error as it can travel: itself, or one that says the same and has the same exit code."""
    for kind in type(error).__mro__:
        try:
            portable = error if kind is type(error) else kind(str(error))
            if isinstance(pickle.loads(pickle.dumps(portable)), BitexteError):
                return portable
        except (pickle.PickleError, TypeError):  # one that is made of other things than its message
            continue
    return BitexteError(str(error))
