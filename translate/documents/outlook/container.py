"""Compound files of Microsoft (*MS-CFB*): bytes come in, and out come their streams by their paths.

Such a file is a small file system: sectors are chained by a table, short streams lie in a stream of their own, and
names stand in a tree.
"""

from __future__ import annotations

from struct import Struct, error, unpack_from

from translate.records import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = Struct("<30xHH14xI4xIIIII")
"""Sizes of sectors, first sectors of names, the size of a long stream, first sectors of both tables, with counts."""
_ENTRY = Struct("<64sHBxIII36xIQ")
_HEADER_BYTES = 512
_LAST = 0xFFFFFFFA
"""Numbers above are no sectors but signs, such as the end of a chain."""
_NONE = 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_MOST_DEPTH = 100


class DamagedError(ValueError):
    """Raised where a file contradicts itself."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


def read_streams(data: bytes) -> dict[tuple[str, ...], bytes]:
    """Return the streams of a compound file by their paths, from the root on.

    :raises DamagedError: where it is none, or damaged.
    """
    try:
        return dict(_Container(data).streams())
    except error as exc:
        raise DamagedError("ends too early") from exc


class _Container:
    def __init__(self, data: bytes) -> None:
        if not data.startswith(SIGNATURE):
            raise DamagedError("is no compound file")
        shift, short_shift, directory, self._limit, short_table, _, more, _ = _HEADER.unpack_from(data)
        self._data = data
        if shift not in (9, 12) or short_shift != 6:
            raise DamagedError(f"has sectors of 2^{shift} bytes")
        self._size, self._short_size = 1 << shift, 1 << short_shift
        self._table = self._numbers(self._table_sectors(more))
        self._short_table = self._numbers(self._chain(short_table, self._table))
        self._entries = self._read_entries(b"".join(map(self._sector, self._chain(directory, self._table))))
        root = self._entries[0]
        if root.kind != _ROOT:
            raise DamagedError("has no root")
        self._short = b"".join(map(self._sector, self._chain(root.start, self._table)))

    def streams(self) -> list[tuple[tuple[str, ...], bytes]]:
        found: list[tuple[tuple[str, ...], bytes]] = []
        seen: set[int] = set()
        waiting: list[tuple[int, tuple[str, ...]]] = [(self._entries[0].child, ())]
        while waiting:
            number, path = waiting.pop()
            if number == _NONE:
                continue
            if number in seen or number >= len(self._entries) or len(path) > _MOST_DEPTH:
                raise DamagedError("has names that go round in a circle")
            seen.add(number)
            entry = self._entries[number]
            waiting += [(entry.left, path), (entry.right, path)]
            if entry.kind == _STORAGE:
                waiting.append((entry.child, (*path, entry.name)))
            elif entry.kind == _STREAM:
                found.append(((*path, entry.name), self._content(entry)))
        return found

    def _content(self, entry: _Entry) -> bytes:
        if entry.size >= self._limit:
            content = b"".join(map(self._sector, self._chain(entry.start, self._table)))
        else:
            size = self._short_size
            numbers = self._chain(entry.start, self._short_table) if entry.size else []
            content = b"".join(self._short[at * size : (at + 1) * size] for at in numbers)
        if len(content) < entry.size:
            raise DamagedError(f"has only a part of {entry.name}")
        return content[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise DamagedError("ends too early")
        return self._data[start : start + self._size]

    def _numbers(self, sectors: list[int]) -> list[int]:
        content = b"".join(map(self._sector, sectors))
        return list(unpack_from(f"<{len(content) // 4}I", content))

    def _table_sectors(self, more: int) -> list[int]:
        """Return the sectors of the table: 109 are named at the beginning, others in sectors of their own."""
        found = list(unpack_from("<109I", self._data, _HEADER_BYTES - 4 * 109))
        seen: set[int] = set()
        while more < _LAST:
            if more in seen:
                raise DamagedError("has sectors that go round in a circle")
            seen.add(more)
            *named, more = self._numbers([more])
            found += named
        return [number for number in found if number < _LAST]

    def _chain(self, start: int, table: list[int]) -> list[int]:
        found: list[int] = []
        while start < _LAST:
            if start >= len(table) or len(found) > len(table):
                raise DamagedError("has sectors that lead nowhere")
            found.append(start)
            start = table[start]
        return found

    def _read_entries(self, content: bytes) -> list[_Entry]:
        entries = []
        for place in range(0, len(content) - _ENTRY.size + 1, _ENTRY.size):
            name, length, kind, left, right, child, start, size = _ENTRY.unpack_from(content, place)
            shown = name[: max(length - 2, 0)].decode("utf-16-le", "replace")
            entries.append(
                _Entry(shown, kind, left, right, child, start, size & 0xFFFFFFFF if self._size == 512 else size)
            )
        if not entries:
            raise DamagedError("has no names")
        return entries
