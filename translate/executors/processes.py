"""Work in several processes: pieces of it come in, what becomes of each goes out, in their order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from translate.errors import BitexteError

Piece = TypeVar("Piece")
Result = TypeVar("Result")


def iter_results(
    work: Callable[[Piece], Result],
    pieces: Iterable[Piece],
    processes: int,
    *,
    begin: Callable[..., None],
    arguments: tuple[Any, ...] = (),
    starts_fresh: bool = True,
) -> Generator[Result, None, None]:
    """Yield what `work` makes of each piece, in their order; few pieces are held at a time.

    :param begin: makes a process ready, once, with `arguments`.
    :param starts_fresh: whether processes begin with nothing loaded. Without, they begin at once where the system can
        copy this one, which must not have threads or open databases that they would use.
    :raises BitexteError: where a process was killed.
    """
    pool = ProcessPoolExecutor(
        processes,
        multiprocessing.get_context("spawn" if starts_fresh or not _can_copy() else "fork"),
        initializer=_begin,
        initargs=(begin, arguments),
    )
    waiting: deque[Future[Result]] = deque()
    try:
        for piece in pieces:
            waiting.append(pool.submit(work, piece))
            if len(waiting) > processes + 1:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as exc:
        raise BitexteError(
            "A worker process was killed, perhaps because memory ran out. Use fewer with --threads 1."
        ) from exc
    finally:
        pool.shutdown(cancel_futures=True)


def _can_copy() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _begin(begin: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """Make a process ready, that leaves Ctrl-C to its parent and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin(*arguments)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
