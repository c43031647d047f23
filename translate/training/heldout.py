"""Held out: the pairs of the data that a model is validated by, where no file of others is given."""

from __future__ import annotations

import hashlib
import heapq

from translate.training.recipe import Recipe
from translate.training.sources import Pair

MAX_HELD_OUT_SHARE = 0.05


class HeldOut:
    """Picks the pairs to validate by: those with the smallest hash of their source, whatever the order of the data."""

    def __init__(self, recipe: Recipe) -> None:
        self._wanted = 0 if recipe.validation.files else recipe.validation.segments
        self._heaviest = max(data.weight for data in recipe.data)
        self._heap: list[tuple[int, Pair]] = []
        self._taken: set[int] = set()
        self._ranks: list[int] = []
        self._eligible = 0

    def offer(self, pair: Pair, weight: float) -> None:
        """Look at the next pair, in the order of their numbers."""
        if not self._wanted:
            return
        rank = -int.from_bytes(hashlib.blake2b(pair.source.encode(), digest_size=8).digest())
        self._ranks.append(rank)
        if weight < self._heaviest:
            return
        self._eligible += 1
        if rank in self._taken:
            return
        if len(self._heap) < self._wanted:
            heapq.heappush(self._heap, (rank, pair))
        elif rank > self._heap[0][0]:
            self._taken.remove(heapq.heapreplace(self._heap, (rank, pair))[0])
        else:
            return
        self._taken.add(rank)

    def close(self) -> tuple[tuple[Pair, ...], list[int]]:
        """Return the pairs to validate by, a twentieth at most, and the numbers of all pairs to hide."""
        chosen = sorted(self._heap, key=lambda entry: -entry[0])[: int(self._eligible * MAX_HELD_OUT_SHARE)]
        ranks = {rank for rank, _ in chosen}
        return tuple(pair for _, pair in chosen), [number for number, rank in enumerate(self._ranks) if rank in ranks]
