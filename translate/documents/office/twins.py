"""Texts that a document holds more than once, for programs of several ages: they are asked once and written to all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.data import Block, Passage
from translate.documents.spliced import SplicedBlock


def twinned(versions: Sequence[Sequence[SplicedBlock]]) -> Iterator[SplicedBlock]:
    """Yield the blocks of the first version with their twins in the others, and then those that have none."""
    left = [list(version) for version in versions[1:]]
    for block in versions[0] if versions else ():
        twins = list(block.twins)
        for others in left:
            other = next((one for one in others if is_alike(one, block)), None)
            if other is not None:
                others.remove(other)
                twins.append(other)
        yield replace(block, twins=tuple(twins))
    for others in left:
        yield from others


def is_alike(one: Block, other: Block) -> bool:
    """Tell whether two blocks show the same text with codes at the same places."""
    return Passage(one.text, one.codes).shape == Passage(other.text, other.codes).shape
