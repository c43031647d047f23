"""Arrays that numpy saved, read without it: a start of the command has no time to import numpy."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import TypeVar
from zipfile import BadZipFile, ZipFile

from translate.errors import BitexteError

T = TypeVar("T")

_MAGIC = b"\x93NUMPY\x01\x00"
_HEADER = 10
"""Bytes before the header, whose length the last two say (NEP 1)."""
_TEXT = r"<U\d+"
BYTES, SHORTS, HALVES = "|u1", "<u2", "<f2"
"""Kinds of numbers: whole ones of one byte and of two, and such as have half precision."""


def read_arrays(path: Path, name: str, take: Callable[[ZipFile], T]) -> T:
    """Return what `take` makes of a file of arrays.

    :param name: what the file is called, `lexicon`.
    :raises BitexteError: where the file is damaged.
    """
    try:
        with ZipFile(path) as file:
            return take(file)
    except (OSError, EOFError, ValueError, TypeError, KeyError, BadZipFile, zlib.error) as exc:
        raise BitexteError(f"{path}: the {name} is damaged ({exc}); install bitexte again.") from exc


def values_of(file: ZipFile, name: str, kind: str) -> bytes:
    """Return the values of an array as they lie in the file.

    :param kind: as numpy writes it, `<u4`.
    :raises ValueError: where they are of another kind.
    :raises KeyError: where there is no such array.
    """
    return _values_of(file, name, kind, re.escape(kind))


def text_of(file: ZipFile, name: str) -> str:
    """Return a text that was saved as an array without dimensions.

    :raises ValueError: where it is no text, or not a whole one.
    :raises KeyError: where there is no such array.
    """
    return _values_of(file, name, "text", _TEXT).decode("utf-32-le").rstrip("\0")


def terms_of(file: ZipFile, name: str) -> list[str]:
    """Return the terms that :func:`text_of` reads, with spaces between."""
    return text_of(file, name).split(" ")


def rows_of(file: ZipFile, counts: str, columns: str) -> tuple[list[int], memoryview]:
    """Return where each row of a sparse matrix begins, with where the last one ends, and the columns of all rows.

    :param counts: the array of how many columns each row has.
    """
    starts = list(accumulate(values_of(file, counts, BYTES), initial=0))
    return starts, memoryview(values_of(file, columns, SHORTS)).cast("H")


def _values_of(file: ZipFile, name: str, kind: str, pattern: str) -> bytes:
    content = file.read(f"{name}.npy")
    begins = _HEADER + int.from_bytes(content[_HEADER - 2 : _HEADER], "little")
    header = content[_HEADER:begins].decode("latin-1")
    if not content.startswith(_MAGIC) or not re.search(f"'descr': '{pattern}'", header):
        raise ValueError(f"'{name}' is no array of {kind}")
    return content[begins:]
