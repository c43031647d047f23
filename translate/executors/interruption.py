"""Interruptions: a signal that comes in the midst of a piece of work waits for its end."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def deferred_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` where the user or the system wants an end, in place of ending at once."""

    def handle(number: int, frame: object) -> None:
        stop()

    try:
        before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    except ValueError:  # not in the main thread, where no signal arrives
        before = {}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
