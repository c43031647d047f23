"""Messages of Outlook for tests: streams by their paths come in, a compound file of them goes out (*MS-CFB*)."""

from __future__ import annotations

from collections.abc import Mapping
from struct import pack

Paths = Mapping[tuple[str, ...], bytes]
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SHORT, _LIMIT = 512, 64, 4096
RECIPIENT, ATTACHMENT = "__recip_version1.0_#00000000", "__attach_version1.0_#00000000"


def text(name: str, said: str) -> dict[tuple[str, ...], bytes]:
    """A property of text, as Unicode."""
    return {(f"__substg1.0_{name}001F",): said.encode("utf-16-le")}


def narrow(name: str, said: bytes) -> dict[tuple[str, ...], bytes]:
    """A property of text in a code page."""
    return {(f"__substg1.0_{name}001E",): said}


def binary(name: str, data: bytes) -> dict[tuple[str, ...], bytes]:
    return {(f"__substg1.0_{name}0102",): data}


def numbers(head: int, **values: int) -> dict[tuple[str, ...], bytes]:
    """Properties of fixed size, by their names in hexadecimal digits: a date is one of eight bytes."""
    rows = [
        pack("<HHIq", 0x0040 if value > 1 << 32 else 0x0003, int(name[1:], 16), 6, value)
        for name, value in values.items()
    ]
    return {("__properties_version1.0",): bytes(head) + b"".join(rows)}


def within(folder: str, *parts: Paths) -> dict[tuple[str, ...], bytes]:
    return {(folder, *path): data for part in parts for path, data in part.items()}


def packed(rtf: bytes) -> bytes:
    """RTF as Outlook keeps it, though nothing of it is shortened (*MS-OXRTFCP*)."""
    signs = b"".join(b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    return pack("<II4sI", len(signs) + 12, len(rtf), b"LZFu", 0) + signs


def message(*parts: Paths) -> bytes:
    return compound({path: data for part in parts for path, data in part.items()})


def compound(streams: Paths) -> bytes:
    """Return a compound file. The names of a folder are a chain, which is a tree too."""
    folders = sorted({path[:depth] for path in streams for depth in range(1, len(path))})
    names: list[tuple[str, ...]] = [(), *folders, *streams]
    sectors: list[bytes] = []
    table: list[int] = []
    short, short_table = b"", list[int]()

    def chain(data: bytes) -> int:
        first = len(sectors)
        for place in range(0, len(data), _SECTOR):
            sectors.append(data[place : place + _SECTOR].ljust(_SECTOR, b"\0"))
            table.append(len(sectors))
        if len(sectors) == first:
            return _END
        table[-1] = _END
        return first

    starts: dict[tuple[str, ...], int] = {}
    for path, data in streams.items():
        if len(data) >= _LIMIT:
            starts[path] = chain(data)
            continue
        starts[path] = len(short_table) if data else _END
        count = -(-len(data) // _SHORT)
        short_table += [*range(len(short_table) + 1, len(short_table) + count), _END][:count]
        short += data.ljust(count * _SHORT, b"\0")
    root = chain(short)
    first_short = chain(pack(f"<{len(short_table)}I", *short_table))
    entries = b"".join(_entry(path, names, streams, starts, root, len(short)) for path in names)
    directory = chain(entries)
    own = len(sectors)
    table.append(_TABLE)
    head = pack("<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
                0, 1, directory, 0, _LIMIT, first_short, 1 if short_table else 0, _END, 0, own)  # fmt: skip
    filled = pack("<128I", *table, *[_FREE] * (128 - len(table)))
    return head + pack("<108I", *[_FREE] * 108) + b"".join(sectors) + filled


def _entry(
    path: tuple[str, ...],
    names: list[tuple[str, ...]],
    streams: Paths,
    starts: Mapping[tuple[str, ...], int],
    root: int,
    size: int,
) -> bytes:
    beside = [one for one in names if one and one[:-1] == path[:-1]] if path else []
    place = beside.index(path) if path else 0
    right = names.index(beside[place + 1]) if place + 1 < len(beside) else _FREE
    within = [number for number, one in enumerate(names) if one and one[:-1] == path]
    name = (path[-1] if path else "Root Entry").encode("utf-16-le") + b"\0\0"
    kind = 5 if not path else 2 if path in streams else 1
    start = root if not path else starts.get(path, 0)
    length = size if not path else len(streams.get(path, b""))
    child = within[0] if within and path not in streams else _FREE
    return pack("<64sHBBIII36xIQ", name, len(name), kind, 1, _FREE, right, child, start, length)
