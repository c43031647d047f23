"""Memory that no text needs any more goes back to the operating system, which the C library alone would keep."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

TEXTS = 500
"""After how many texts: what lies free by then is some 40 MB, and to give it back takes some milliseconds."""


def trim() -> None:
    """Give free memory back, where the C library can do so: glibc's, not those of macOS, Windows and Alpine."""
    if sys.platform == "linux":
        give_back: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if give_back is not None:
            give_back(0)


class Heap:
    """Counts texts, and trims when there were many."""

    def __init__(self, trim: Callable[[], None] = trim) -> None:
        self._trim, self._texts = trim, 0

    def use(self, texts: int) -> None:
        """Take note of texts that were worked on."""
        self._texts += texts
        if self._texts >= TEXTS:
            self._texts = 0
            self._trim()
