"""What must never be unpickled: it would run code."""

from __future__ import annotations

from pathlib import Path


class Evil:
    """Leaves a file at `place` where it is unpickled."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self._place,)
