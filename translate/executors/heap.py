"""Memory that no text needs any more goes back to the operating system, which the C library alone would keep."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

_MMAP_THRESHOLD, _TRIM_THRESHOLD = -3, -1
_BLOCK_BYTES, _FREE_BYTES = 32 << 20, 64 << 20
TEXTS = 500
"""After how many texts: what lies free by then is some 40 MB, and to give it back takes some milliseconds."""


def keep() -> None:
    """Have the C library keep what is free between two texts, as it does by itself once a large block was freed: glibc.

    A worker that is a copy frees none, and would have 400 pages a text taken away and given anew: 4 % of its time.
    """
    try:
        set_option = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):  # another C library; TypeError is Windows
        return
    set_option(_MMAP_THRESHOLD, _BLOCK_BYTES)
    set_option(_TRIM_THRESHOLD, _FREE_BYTES)


def trim() -> None:
    """Give free memory back, where the C library can do so: glibc's, not those of macOS, Windows and Alpine.

    It takes a tenth of a second a gigabyte to be had again.
    """
    try:
        give_back = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library; TypeError is Windows
        return
    give_back(0)


class Heap:
    """Counts texts, segments and documents alike, and trims when there were many.

    Without that a process that works for weeks keeps what its largest document once took.
    """

    def __init__(self, trim: Callable[[], None] = trim) -> None:
        self._trim, self._texts = trim, 0

    def use(self, texts: int) -> None:
        """Take note of texts that were worked on."""
        self._texts += texts
        if self._texts >= TEXTS:
            self._texts = 0
            self._trim()


HEAP = Heap()
"""That of this process."""
