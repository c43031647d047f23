"""An engine that says what another one found less probable: the second best draft of each text, or the third."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from translate.engines.base import DEFAULT_WAY, Draft, Drafting, Engine, Way


class RankedEngine:
    """An engine whose drafts are those of one rank; a text of which there are fewer has its last.

    :param rank: 0 is the best.
    """

    def __init__(self, engine: Engine, rank: int) -> None:
        self._engine, self._rank = engine, rank

    @property
    def signature(self) -> str:
        return f"{self._engine.signature}|rank {self._rank}"

    def begin(self) -> Drafting:
        return _RankedDrafting(self._engine.begin(), self._rank)

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> Draft | None:
        return self._engine.continue_draft(text, target, suppressed=suppressed)

    def can_write(self, character: str) -> bool:
        return self._engine.can_write(character)

    def can_read(self, character: str) -> bool:
        return self._engine.can_read(character)


class _RankedDrafting:
    def __init__(self, drafting: Drafting, rank: int) -> None:
        self._drafting, self._rank = drafting, rank

    @property
    def is_busy(self) -> bool:
        return self._drafting.is_busy

    @property
    def is_dry(self) -> bool:
        return self._drafting.is_dry

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        number = self._rank + 1
        beam = max(way.beam or 0, number) if way.beam or number > DEFAULT_BEAM else None
        return self._drafting.ask(texts, replace(way, alternatives=max(number, way.alternatives), beam=beam))

    def take(self) -> Mapping[int, Draft]:
        return {number: self._ranked(draft) for number, draft in self._drafting.take().items()}

    def _ranked(self, draft: Draft) -> Draft:
        found = draft
        for other in islice(draft.others(), self._rank):
            found = other
        return found


DEFAULT_BEAM = 4
"""Drafts that any engine of ours finds by its own way."""
