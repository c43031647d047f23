"""Sorted lines in a packed file, found by what they begin with: a key comes in, its lines go out.

A file is read at the first question, and of it only the blocks that are asked for are unpacked, each once: a dictionary
costs a millisecond to open, and the memory of its packed form.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from translate.alignment.arrays import values_of
from translate.errors import BitexteError
from translate.text.late import late_module

if TYPE_CHECKING:
    import numpy as np
else:
    np = late_module("numpy")

_BLOCK = 2_048
"""Bytes of a block before it is packed."""


class Blocks:
    """The lines of a file; a line is a key, or a key, a tab and more.

    :raises BitexteError: where the file is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with ZipFile(path) as file:
                self._keys = zlib.decompress(values_of(file, "keys", "|u1")).decode().split("\n")
                self._starts = memoryview(values_of(file, "starts", "<u4")).cast("I").tolist()
                self._body = values_of(file, "body", "|u1")
        except (OSError, EOFError, ValueError, KeyError, BadZipFile, zlib.error) as exc:
            raise _damaged(path, exc) from exc
        self._unpack = cache(lambda number: f"\n{self._text_of(number)}\n")

    def find(self, key: str) -> list[str]:
        """Return what follows a key in each of its lines; an empty text where nothing does."""
        end = bisect_right(self._keys, key)
        first = max(end - 1, 0)
        while first and self._keys[first] == key:  # its lines may begin in the block before
            first -= 1
        found = []
        begins = f"\n{key}"
        for number in range(first, end):
            text = self._unpack(number)
            place = text.find(begins)  # of the keys that begin so, this one comes first
            while place >= 0 and text[behind := place + len(begins)] in "\t\n":
                place = text.index("\n", behind)
                found.append(text[behind + 1 : place])
                place = place if text.startswith(begins, place) else -1
        return found

    def has_beginning(self, beginning: str) -> bool:
        """Tell whether any key begins so."""
        number = bisect_left(self._keys, beginning)
        is_first = number < len(self._keys) and self._keys[number].startswith(beginning)
        return is_first or (number > 0 and f"\n{beginning}" in self._unpack(number - 1))

    def has_within(self, part: str) -> bool:
        """Tell whether a part of a line, or a line's end with its line feed, stands anywhere."""
        return any(part in self._unpack(number) for number in range(len(self._keys)))

    def lines(self) -> list[str]:
        """Return all lines."""
        return self.text().split("\n")

    def before(self, key: str) -> list[str]:
        """Return the lines that come before those of a key."""
        held = map(self._text_of, range(bisect_left(self._keys, key)))
        return [line for line in "\n".join(held).split("\n") if line and line.partition("\t")[0] < key]

    def text(self) -> str:
        """Return all lines as one text."""
        return "\n".join(map(self._text_of, range(len(self._keys))))

    def _text_of(self, number: int) -> str:
        try:
            return zlib.decompress(self._body[self._starts[number] : self._starts[number + 1]]).decode()
        except (zlib.error, UnicodeDecodeError) as exc:
            raise _damaged(self._path, exc) from exc


def _damaged(path: Path, exc: Exception) -> BitexteError:
    return BitexteError(f"{path}: the dictionary is damaged ({exc}); install bitexte again.")


def write_blocks(path: Path, lines: Sequence[str]) -> None:
    """Write lines, sorted by their keys."""
    blocks: list[list[str]] = [[]]
    size = 0
    for line in lines:
        if size > _BLOCK:
            blocks.append([])
            size = 0
        blocks[-1].append(line)
        size += len(line.encode()) + 1
    packed = [zlib.compress("\n".join(block).encode(), 9) for block in blocks]
    keys = "\n".join(block[0].partition("\t")[0] for block in blocks)
    np.savez(
        path,
        allow_pickle=False,
        keys=np.frombuffer(zlib.compress(keys.encode(), 9), np.uint8),
        starts=np.cumsum([0, *map(len, packed)]).astype(np.uint32),
        body=np.frombuffer(b"".join(packed), np.uint8),
    )
