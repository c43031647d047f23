"""Things found in a text come in, some over others; those that stay, in order and apart, go out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Found(Protocol):
    """Whatever takes the characters [start, end) of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Found = TypeVar("_Found", bound=Found)


def set_apart(found: Iterable[_Found]) -> list[_Found]:
    """Return what was found in order: of two that overlap the earlier stays, of two that begin together the longer."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
