"""What stands in a run of text of a page: stretches of characters, in order."""

from __future__ import annotations

from enum import Enum, auto

from translate.records import dataclass


class Kind(Enum):
    """What an item is."""

    TEXT = auto()
    RAW = auto()
    """Text without references: a section of CDATA."""
    OPEN = auto()
    CLOSE = auto()
    MARK = auto()


@dataclass(slots=True)
class Item:
    """Characters [start, end) of the page; `type` is that of a code, `name` the element of a tag."""

    kind: Kind
    start: int
    end: int
    type: str = ""
    name: str = ""
    partner: Item | None = None
    """Of a start its end, and of an end its start."""
