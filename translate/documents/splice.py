"""Copies bytes with some places replaced: the changes of a part come in, in any order, its new content goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.documents.rewriting import Written


class Splice:
    """The changes of one part. A change may lie within another one, in bytes that the other copies."""

    def __init__(self) -> None:
        self._changes: list[tuple[int, int, Sequence[Written]]] = []

    def __bool__(self) -> bool:
        return bool(self._changes)

    def replace(self, start: int, end: int, written: Sequence[Written]) -> None:
        """Have `written` stand in place of bytes [start, end)."""
        self._changes.append((start, end, written))

    def apply(self, data: bytes, start: int = 0, end: int | None = None) -> bytes:
        """Return bytes [start, end) of `data`, all where no end is given, with all changes, which are among them."""
        changes = sorted(self._changes, key=lambda change: (change[0], -change[1]))
        return b"".join(_iter_spliced(data, changes, start, len(data) if end is None else end))


def _iter_spliced(
    data: bytes, changes: Sequence[tuple[int, int, Sequence[Written]]], start: int, end: int
) -> Iterator[bytes]:
    """Yield bytes [start, end) of `data` with the changes in them, which are in order, each before those within it."""
    position, number = start, 0
    while number < len(changes):
        first, last, written = changes[number]
        number += 1
        within = number
        while number < len(changes) and changes[number][0] < last:
            number += 1
        yield data[position:first]
        for one in written:
            if isinstance(one, bytes):
                yield one
            else:
                low, high = one
                mine = [change for change in changes[within:number] if low <= change[0] and change[1] <= high]
                yield from _iter_spliced(data, mine, low, high)
        position = last
    yield data[position:end]
