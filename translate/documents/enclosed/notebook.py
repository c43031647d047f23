"""Jupyter notebooks (nbformat 3 and 4): the Markdown of their cells; code, outputs and metadata stay byte for byte."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from translate.documents.enclosed.reader import Change, EnclosingReader, Enclosure
from translate.documents.enclosed.texts import Surroundings, markdown_text
from translate.documents.strings.json_values import iter_strings
from translate.records import dataclass
from translate.text.faults import FaultError

_TEXTS = ("markdown", "heading")
"""Types of cells that are texts."""
_MARK = "\ufeff"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(slots=True)
class _Cell:
    """A cell: its type, and where the strings of its source stand, without quotation marks."""

    type: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)


def find_texts(native: str, around: Surroundings) -> Iterator[Enclosure]:
    """Yield the Markdown of a notebook, cell by cell.

    :raises FaultError: where it is no JSON, or no notebook.
    """
    try:
        content = json.loads(native.removeprefix(_MARK))
    except json.JSONDecodeError as exc:
        raise FaultError(f"not valid JSON ({exc.msg}); save the notebook again.", exc.pos) from exc
    except RecursionError as exc:
        raise FaultError("JSON that is nested too deeply to be read.", 0) from exc
    if not isinstance(content, dict) or not {"cells", "worksheets"} & content.keys():
        raise FaultError("is JSON without cells; expected a Jupyter notebook.", 0)
    is_ascii = native.isascii() and "\\u" in native
    for number, cell in enumerate(_cells(native), 1):
        if cell.type in _TEXTS and cell.places:
            texts = [json.loads(f'"{native[start:end]}"', strict=False) for start, end in cell.places]
            source = _Source(native, cell.places, texts, is_ascii)
            yield Enclosure(f"cell {number}", markdown_text("".join(texts), around), source.encode)


def _cells(native: str) -> Iterator[_Cell]:
    """Yield the cells in order."""
    cells: dict[tuple[str, ...], _Cell] = {}
    for start, end, path in iter_strings(native):
        depth = {"cells": 2, "worksheets": 4}.get(path[0], 0) if path else 0
        if depth and len(path) > depth and path[depth - 2] == "cells":
            cell = cells.setdefault(tuple(path[:depth]), _Cell())
            if path[depth] == "cell_type" and len(path) == depth + 1:
                cell.type = native[start:end]
            elif path[depth] == "source" and len(path) <= depth + 2:
                cell.places.append((start, end))
    yield from cells.values()


@dataclass(frozen=True, slots=True)
class _Source:
    """The source of a cell: strings, mostly one a line."""

    native: str
    places: Sequence[tuple[int, int]]
    texts: Sequence[str]
    is_ascii: bool

    def encode(self, text: str) -> list[Change]:
        """Return the changes that put `text` in place of the source, line by line where it has as many."""
        lines = _LINE.findall(text) if len(self.places) > 1 else [text]
        if len(lines) == len(self.places):
            rows = zip(self.places, self.texts, lines, strict=True)
            return [(*place, self._string(new)) for place, old, new in rows if old != new]
        between = self.native[self.places[0][1] : self.places[1][0]]
        return [(self.places[0][0], self.places[-1][1], between.join(map(self._string, lines)))]

    def _string(self, line: str) -> str:
        return json.dumps(line, ensure_ascii=self.is_ascii)[1:-1]


READER = EnclosingReader("notebook", find_texts)
