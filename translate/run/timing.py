"""How fast this machine translates: segments pass by, a sample of them is translated, and words a second come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import heappushpop
from time import perf_counter
from zlib import crc32

from translate.data import Passage
from translate.engines.base import PassageTranslator
from translate.memory.matches import Query
from translate.memory.percentage import count_words
from translate.run.placed import is_translatable

SAMPLE = 64
"""Segments that are translated: as many as the engine takes at once, and a few seconds of work."""
_WARMING = 2
"""Segments that are translated before the clock starts, because an engine loads some of its parts then."""


class Sampler:
    """Keeps segments that pass by: a few, spread over all, the same ones each time."""

    def __init__(self) -> None:
        self._kept: list[tuple[int, str, Passage]] = []
        self._texts: set[str] = set()

    def pass_by(self, documents: Iterable[tuple[str, Iterable[Query]]]) -> Iterator[tuple[str, Iterator[Query]]]:
        """Yield documents with their segments as they come."""
        for name, queries in documents:
            yield name, self._looking(queries)

    def _looking(self, queries: Iterable[Query]) -> Iterator[Query]:
        for query in queries:
            if query.source not in self._texts and is_translatable(query.source):
                self._keep(query)
            yield query

    def _keep(self, query: Query) -> None:
        rank = -crc32(query.source.encode(errors="surrogatepass"))
        one = rank, query.source, Passage(query.source, query.codes)
        if len(self._kept) < SAMPLE:
            self._kept.append(one)
            self._kept.sort(key=lambda each: each[:2])
        elif one[:2] > self._kept[0][:2]:
            dropped = heappushpop(self._kept, one)
            self._texts.discard(dropped[1])
        else:
            return
        self._texts.add(query.source)

    @property
    def passages(self) -> list[Passage]:
        """What was kept, in no order that their length tells."""
        return [passage for _, _, passage in sorted(self._kept, key=lambda one: one[:2], reverse=True)]


def words_per_second(
    passages: list[Passage], translator: PassageTranslator, clock: Callable[[], float] = perf_counter
) -> float | None:
    """Return how many source words are translated in a second; None where there is nothing to translate."""
    for _ in translator.iter_translate(passages[:_WARMING]):
        pass
    timed = passages[_WARMING:] or passages
    words = sum(count_words(passage.text) for passage in timed)
    start = clock()
    for _ in translator.iter_translate(timed):
        pass
    took = clock() - start
    return words / took if words and took > 0 else None
