"""Writes a ZIP archive again with other contents for some of its members; all other bytes are those of the original.

Order, names, methods, dates, attributes and comments stay (APPNOTE 6.3.10, sections 4.3 and 4.4).
"""

from __future__ import annotations

import shutil
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from translate.errors import DocumentError
from translate.records import dataclass

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_HAS_DESCRIPTOR = 1 << 3
_ZIP64 = 1
_EMPTY_32 = 0xFFFFFFFF


_NONE: Mapping[str, str] = {}


def write_package(
    source: Path,
    file: BinaryIO,
    changed: Mapping[str, bytes],
    renamed: Mapping[str, str] = _NONE,
    kept: Collection[str] | None = None,
) -> None:
    """Write the archive at `source` to `file`, with `changed` contents by member name.

    :param renamed: new names of some of those: the old one with another ending.
    :param kept: names of the members that are written; None writes all.
    :raises DocumentError: where the archive at `source` is no longer what it was.
    """
    with source.open("rb") as original:
        if not changed and kept is None:
            shutil.copyfileobj(original, file)
            return
        try:
            _write(original, file, changed, renamed, kept)
        except (struct.error, zipfile.BadZipFile) as exc:
            raise DocumentError(f"changed while it was being translated ({exc}); run again.", path=source) from exc


@dataclass(slots=True)
class _Entry:
    """A member: what the directory says of it, and where it stands from `start` on, up to `end`."""

    info: zipfile.ZipInfo
    fields: list[int | bytes]
    rest: bytes
    """Name, extra field and comment as the directory has them."""
    start: int = 0
    end: int = 0


def _write(
    original: BinaryIO,
    file: BinaryIO,
    changed: Mapping[str, bytes],
    renamed: Mapping[str, str],
    kept: Collection[str] | None,
) -> None:
    with zipfile.ZipFile(original) as archive:
        entries = list(_iter_entries(original, archive))
        comment, start_of_directory = archive.comment, archive.start_dir
    in_order = sorted(entries, key=lambda entry: entry.info.header_offset)
    for entry, following in zip(in_order, [*in_order[1:], None], strict=True):
        entry.start = entry.info.header_offset
        entry.end = following.info.header_offset if following else start_of_directory
    _copy(original, file, 0, in_order[0].start)
    if kept is not None:
        entries = [entry for entry in entries if entry.info.filename in kept]
        in_order = [entry for entry in in_order if entry.info.filename in kept]
    for entry in in_order:
        offset = file.tell()
        if entry.info.filename in changed:
            name = entry.info.filename
            _write_member(original, file, entry, changed[name], renamed.get(name, name))
        else:
            _copy(original, file, entry.start, entry.end)
        entry.fields[16] = offset
    start = file.tell()
    for entry in entries:
        file.write(_CENTRAL.pack(*entry.fields) + entry.rest)
    count = len(entries)
    size = file.tell() - start
    file.write(_END.pack(b"PK\x05\x06", 0, 0, count, count, size, start, len(comment)) + comment)


def _iter_entries(original: BinaryIO, archive: zipfile.ZipFile) -> Iterator[_Entry]:
    """Yield the entries of the directory in order; sizes that were kept beside, as of huge archives, are in place."""
    original.seek(archive.start_dir)
    for info in archive.infolist():
        fields: list[int | bytes] = list(_CENTRAL.unpack(original.read(_CENTRAL.size)))
        name, extra, comment = (original.read(int(length)) for length in fields[10:13])
        if fields[0] != b"PK\x01\x02":
            raise zipfile.BadZipFile("its directory has moved")
        if _EMPTY_32 in (fields[8], fields[9], fields[16]):
            extra = _without_zip64(extra)
            fields[8:10] = info.compress_size, info.file_size
            fields[11] = len(extra)
        yield _Entry(info, fields, name + extra + comment)


def _write_member(original: BinaryIO, file: BinaryIO, entry: _Entry, data: bytes, shown: str) -> None:
    original.seek(entry.start)
    local = list(_LOCAL.unpack(original.read(_LOCAL.size)))
    name, extra = original.read(local[9]), _without_zip64(original.read(local[10]))
    if shown != entry.info.filename:
        length = int(entry.fields[10])
        name = _renamed(name, entry.info.filename, shown)
        entry.rest = name + entry.rest[length:]
        entry.fields[10] = local[9] = len(name)
    packed = data
    if entry.info.compress_type == zipfile.ZIP_DEFLATED:
        packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packer.compress(data) + packer.flush()
    crc, sizes = zlib.crc32(data), (len(packed), len(data))
    local[2] &= ~_HAS_DESCRIPTOR
    local[6:9] = crc, *sizes
    local[10] = len(extra)
    file.write(_LOCAL.pack(*local) + name + extra)
    file.write(packed)
    entry.fields[3] = int(entry.fields[3]) & ~_HAS_DESCRIPTOR
    entry.fields[7:10] = crc, *sizes


def _renamed(name: bytes, old: str, new: str) -> bytes:
    """Return the name of a member with what stands at the end of another name, in the encoding that it has."""
    common = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    taken = len(old) - common
    return (name[:-taken] if taken else name) + new[common:].encode("ascii")


def _without_zip64(extra: bytes) -> bytes:
    """Return an extra field without the sizes of huge members, of which there are none."""
    kept, position = b"", 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, position)
        if kind != _ZIP64:
            kept += extra[position : position + 4 + length]
        position += 4 + length
    return kept + extra[position:]


def _copy(original: BinaryIO, file: BinaryIO, start: int, end: int) -> None:
    original.seek(start)
    left = end - start
    while left > 0 and (chunk := original.read(min(left, 1 << 20))):
        file.write(chunk)
        left -= len(chunk)
