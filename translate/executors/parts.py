"""One function over many items: parts of them go to workers, and results come back in the order of the items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic

from translate.errors import BitexteError
from translate.executors.base import Executor, Item, Result

PART_ITEMS = 256
"""Items that go to a worker together: sending them takes far less than what is done with them."""

Make = Callable[[], Callable[[Item], Result]]
"""Makes the function, in each worker anew; it can be pickled, and the function need not."""


def map_each(
    make: Make[Item, Result], items: Iterable[Item], executor: Executor | None, *, part: int = PART_ITEMS
) -> Iterator[tuple[Item, Result]]:
    """Yield each item with what the function returns for it; few parts are held at a time.

    :param executor: None does all in this process, one item after the other as they are asked for.
    :raises BitexteError: where the function raised it, or a part ended several workers.
    :raises KeyboardInterrupt: where the user stopped the run.
    """
    if executor is None:
        function = make()
        for item in items:
            yield item, function(item)
        return
    parts = _Reading(items, part)
    for done in executor.map(_Parts(make), iter(parts)):
        if done.result is None:
            raise BitexteError(f"A part of {len(done.item)} {done.failure}. Run it again with fewer workers (--jobs).")
        yield from zip(done.item, done.result, strict=True)
    if parts.error is not None:
        raise parts.error


class _Reading(Generic[Item]):
    """Cuts items into parts. What ends their reading waits until all before it is done, as in one process."""

    def __init__(self, items: Iterable[Item], size: int) -> None:
        self._items, self._size = iter(items), size
        self.error: BitexteError | None = None

    def __iter__(self) -> Iterator[tuple[Item, ...]]:
        while self.error is None and (part := tuple(self._iter_part())):
            yield part

    def _iter_part(self) -> Iterator[Item]:
        try:
            yield from islice(self._items, self._size)
        except BitexteError as exc:
            self.error = exc


class _Parts(Generic[Item, Result]):
    """The work: the function, for all items of a part."""

    def __init__(self, make: Make[Item, Result]) -> None:
        self._make = make
        self._function: Callable[[Item], Result] | None = None

    def begin(self) -> str:
        self._function = self._make()
        return ""

    def end(self) -> None:
        self._function = None

    def do(self, item: tuple[Item, ...]) -> list[Result]:
        function = self._function or self._make()
        return [function(one) for one in item]
