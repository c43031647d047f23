"""The memory of the processor: kept from batch to batch, and what is not used given back now and then.

An update takes and frees gigabytes in blocks of many megabytes. By default the C library asks the system for each of
them and gives it back at once, and the system clears its pages every time. Kept, they cost nothing; but between blocks
of many sizes ever more stays unused, so it must be given back from time to time.
"""

from __future__ import annotations

import ctypes

_TRIM_THRESHOLD, _TOP_PAD, _MMAP_MAX, _ARENA_MAX = -1, -2, -4, -8  # malloc.h of the GNU C library
_LARGEST_INT = 2**31 - 1
_PAD_BYTES = 1 << 28


def keep_memory() -> bool:
    """Tell the C library to keep what is freed; return whether it can, which is the GNU one alone."""
    library = _library()
    if library is None:
        return False
    settings = ((_TRIM_THRESHOLD, _LARGEST_INT), (_TOP_PAD, _PAD_BYTES), (_MMAP_MAX, 0), (_ARENA_MAX, 1))
    taken = [library.mallopt(name, value) == 1 for name, value in settings]
    return all(taken)


def _library() -> ctypes.CDLL | None:
    try:
        library = ctypes.CDLL(None)
        return library if library.mallopt and library.malloc_trim else None
    except (AttributeError, OSError, TypeError):  # another C library; TypeError is Windows
        return None
