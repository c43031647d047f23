"""Writes a text block by block: what a block shows comes in, and whatever is as it was is copied from the document.

Blocks are read in normal form (NFC); the document may write the same characters in another way, and keeps it.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from translate.data import Block
from translate.documents.base import trail_of
from translate.errors import DocumentError
from translate.text.late import late

_CLUSTER = late(r"\X")


class TextSink(Protocol):
    """Takes text."""

    def write(self, text: str, /) -> object: ...

    def leave_encoding(self) -> None:
        """Have all be written in UTF-8, whatever the encoding of the document is."""
        ...


class Originals:
    """The characters of a document as its file has them, in step with its text in normal form.

    :param lines: the lines of the document, as they are.
    :param path: names it in errors.
    """

    def __init__(self, lines: Iterable[str], path: Path) -> None:
        self._lines, self._path = iter(lines), path
        self._pieces: deque[tuple[str, str]] = deque()
        """What is still to be taken of a line: in normal form, and as it is."""

    def take(self, text: str) -> str:
        """Return how the file writes `text`, which is what comes next in the document.

        :raises DocumentError: where something else does, because the file changed.
        """
        taken: list[str] = []
        place = 0
        while place < len(text):
            if not self._pieces:
                self._pieces.extend(_pieces_of(next(self._lines, "")))
            normal, native = self._pieces.popleft()
            rest = len(text) - place
            if len(normal) > rest:
                is_same = normal == native
                self._pieces.appendleft((normal[rest:], native[rest:] if is_same else ""))
                normal, native = normal[:rest], native[:rest] if is_same else native
            if not normal or not text.startswith(normal, place):
                raise DocumentError("changed while it was being translated; run again.", path=self._path)
            taken.append(native)
            place += len(normal)
        return "".join(taken)


def _pieces_of(line: str) -> list[tuple[str, str]]:
    """Part a line where it is not in normal form, at characters that a person would count."""
    normal = unicodedata.normalize("NFC", line)
    if normal == line:
        return [(line, line)]
    pieces: list[tuple[str, str]] = []
    for native in _CLUSTER.findall(line):
        cluster = unicodedata.normalize("NFC", native)
        if pieces and cluster == native and pieces[-1][0] == pieces[-1][1]:
            pieces[-1] = (pieces[-1][0] + cluster, pieces[-1][1] + native)
        else:
            pieces.append((cluster, native))
    return pieces if "".join(cluster for cluster, _ in pieces) == normal else [(normal, line)]


class BlockWriter:
    """Writes blocks in order."""

    def __init__(self, sink: TextSink, originals: Originals) -> None:
        self._sink, self._originals = sink, originals
        self.has_changed = False

    def write(self, block: Block, shown: str) -> None:
        """Write a block that shows `shown`, spelled as the document spells.

        :raises DocumentError: where the document changed since its blocks were read.
        """
        source = block.text if block.native is None else block.native
        lead, native, trail = map(self._originals.take, (block.lead, source, block.trail))
        behind = trail_of(block, shown)
        self.has_changed = self.has_changed or shown != source
        self._sink.write(
            lead + (native if shown == source else shown) + (trail if behind == block.trail else behind),
        )
