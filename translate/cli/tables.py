"""Plain tables for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """Return the number and the noun, in the plural unless it is one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def format_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return lines of columns, numbers to the right, but for one among names in the first column.

    Wide characters count twice, combining ones not at all.
    """
    are_names = not all(_is_number(row[0]) for row in rows)
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            _pad(cell, width, row > 0 and not (are_names and column == 0))
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for row, line in enumerate(lines)
    )


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _pad(text: str, width: int, may_be_number: bool) -> str:
    fill = " " * (width - _width(text))
    return fill + text if may_be_number and _is_number(text) else text + fill


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
