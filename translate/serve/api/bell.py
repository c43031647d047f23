"""What other threads do is waited for in a loop of asyncio, which is told of much at once: each time wakes it up.

A loop that is woken for one text finds the caches of the processor full of other things, and takes three times as long.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

WINDOW_SECONDS = 0.02
"""How long what is done waits for what is done next, at most."""


class Bells:
    """Those of one loop: of several, the last in which one was hung."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._rung: deque[Bell] = deque()
        self._is_timed = False

    def hang(self, future: Future[Any]) -> Bell:
        """Return a bell in the loop that runs, which is rung when a future of another thread is done."""
        loop = asyncio.get_running_loop()
        if loop is not self._loop:
            self._loop, self._is_timed = loop, False
            self._rung.clear()
        bell = Bell(future, loop)
        future.add_done_callback(lambda _: self._ring(bell))
        return bell

    def _ring(self, bell: Bell) -> None:
        """Wake who waits for a bell, with those for whom others are rung soon."""
        self._rung.append(bell)
        if not self._is_timed and self._loop is not None:
            self._is_timed = True
            self._call(self._loop.call_later, WINDOW_SECONDS, self._wake)

    def hurry(self) -> None:
        """Wake at once all whose bells were rung."""
        if self._rung:
            self._call(self._wake)

    def _call(self, do: Callable[..., object], *values: object) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(do, *values)

    def _wake(self) -> None:
        self._is_timed = False  # first, so that what is rung meanwhile is found below or by a time of its own
        while self._rung:
            self._rung.popleft().wake()


class Bell:
    """Wakes who waits for a future of another thread."""

    def __init__(self, future: Future[Any], loop: asyncio.AbstractEventLoop) -> None:
        self._future, self._loop = future, loop
        self._waiter: asyncio.Future[None] | None = None

    async def wait(self, seconds: float) -> bool:
        """Wait until the future is done, but so long at most; tell whether it is."""
        if not self._future.done():
            self._waiter = self._loop.create_future()
            timer = self._loop.call_later(seconds, self.wake)
            try:
                await self._waiter
            finally:
                timer.cancel()
        return self._future.done()

    def wake(self) -> None:
        """Let the wait end."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
