"""The feed: an order of batches comes in, the batches themselves go out, made ahead where a GPU works on them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Queue
from threading import Thread

from translate.training.batches import Batch, Order
from translate.training.examples import Numbers

_Made = tuple[Numbers, Batch, tuple[int, int]]
"""Rows, their batch, and where the order stood after it."""


class Feed:
    """Gives batches in their order; on a GPU they are made in a thread of its own, two ahead of the one in work."""

    def __init__(
        self,
        order: Order,
        batch_of: Callable[[Numbers], Batch],
        longest_of: Callable[[int], int | None],
        *,
        first: int,
        ahead: int,
    ) -> None:
        """:param longest_of: gives the width that the batch of an update may have, None for any.
        :param first: the update that the first batch is for.
        :param ahead: so many are made before they are asked for; 0 makes each when it is.
        """
        self._order, self._batch_of, self._longest_of = order, batch_of, longest_of
        self._update = first
        self.place = order.passed, order.position
        """Where the order stood after the last batch that was given."""
        self._is_over = False
        self._made: Queue[_Made | BaseException] = Queue(max(1, ahead))
        self._thread = Thread(target=self._run, daemon=True) if ahead else None
        if self._thread:
            self._thread.start()

    def next(self) -> tuple[Numbers, Batch]:
        """Return the rows of the next batch, and the batch."""
        made = self._made.get() if self._thread else self._make()
        if isinstance(made, BaseException):
            raise made
        rows, batch, self.place = made
        return rows, batch

    def close(self) -> None:
        """Make no more."""
        self._is_over = True
        while self._thread and self._thread.is_alive():
            with suppress(Empty):
                self._made.get(timeout=0.05)

    def _make(self) -> _Made:
        rows = self._order.next(longest=self._longest_of(self._update))
        self._update += 1
        return rows, self._batch_of(rows), (self._order.passed, self._order.position)

    def _run(self) -> None:
        try:
            while not self._is_over:
                self._made.put(self._make())
        except BaseException as exc:  # noqa: BLE001  # whoever asks for the next batch gets it
            self._made.put(exc)
