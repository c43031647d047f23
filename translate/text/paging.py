"""How a language counts pages, « page 3 sur 12 »: read in one, written in another."""

from __future__ import annotations

from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Paging:
    """The word before the number of a page, and the pattern of what stands before the number of all; both small."""

    page: str = ""
    read: str = "(?!)"
    of: str = ""
    """How it is written."""


NO_PAGING = Paging()
