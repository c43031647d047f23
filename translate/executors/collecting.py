"""How often Python looks for cycles while much work is done."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

COLLECTION_OBJECTS = 50_000


def end_with_process(*, lasts: bool) -> None:
    """Have Python not look for cycles once more when this process ends, which took a tenth of a short run.

    :param lasts: whether it looks as rarely as in :func:`collecting_rarely` until then, for a process that ends with
        its work: else all that is new is looked at when the work is done.
    """
    atexit.register(gc.freeze)
    if lasts:
        _raise_threshold()


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Have Python look for cycles less often: units and rows are many and make none, and looking took 7 to 17 %."""
    before = gc.get_threshold()
    _raise_threshold()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _raise_threshold() -> None:
    first, *others = gc.get_threshold()
    gc.set_threshold(max(first, COLLECTION_OBJECTS) if first else 0, *others)
