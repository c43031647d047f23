"""Words and pairs of words of queries come in; how many texts of a memory have each, and which, go out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from translate.memory.grains import distinct
from translate.memory.posted import Bundles, Groups
from translate.memory.postings import BUNDLE, DENSE, GROUP_BLOCKS, KEY_BITS

_KEPT_KEYS = 100_000
_BUNDLES = """
SELECT p.number, p.ranks FROM json_each(?) k CROSS JOIN posting p ON p.number = k.value | ?
"""
_GROUPS = "SELECT p.number, p.ranks FROM json_each(?) k CROSS JOIN posting p ON p.number = k.value"


class Keys:
    """What is known of the keys of a memory; what nobody has asked for yet is read.

    :param segments: the first and the last block of each segment that has postings, in order.
    """

    def __init__(self, connection: sqlite3.Connection, segments: Sequence[tuple[int, int]]) -> None:
        self._connection = connection
        self._segments = [first for first, _ in segments]
        firsts = [number for first, last in segments for number in range(first, last + 1, GROUP_BLOCKS)]
        self._firsts = np.array(firsts, np.int64)
        """The first block of each group."""
        self._known: dict[int, tuple[int, bytes]] = {}
        """Of each key: how many texts have it, and which, where it is rare."""

    def sizes(self, keys: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Return how many texts have each of some keys."""
        different = np.array(distinct(keys), np.int64)
        self._learn(different)
        known = self._known
        sizes = np.array([known[key][0] for key in different.tolist()], np.int64)
        found: NDArray[np.int64] = sizes[np.searchsorted(different, keys)]
        return found

    def ranks(self, asked: Sequence[Sequence[int]], spans: Sequence[tuple[int, int]]) -> Iterator[NDArray[np.uint32]]:
        """Yield for each query the ranks of the texts that have one of its keys, once for each key.

        :param asked: the keys of each query, each once.
        :param spans: the first and the last block that counts; texts of others need not be there.
        """
        known = self._known
        if not all(map(known.__contains__, chain.from_iterable(asked))):  # what was known may have been forgotten since
            self._learn(np.array(distinct(np.fromiter(chain.from_iterable(asked), np.int64)), np.int64))
        rare, numbers = [], []
        for keys, span in zip(asked, spans, strict=True):
            found = [known[key] for key in keys]
            rare.append(np.frombuffer(b"".join([ranks for _, ranks in found]), "<u4"))
            dense = [key for key, (size, few) in zip(keys, found, strict=True) if len(few) < 4 * size]
            numbers.append(self._groups_of(dense, *span))
        counts = list(map(len, numbers))
        every = np.concatenate((np.zeros(0, np.int64), *numbers))
        rows = self._connection.execute(_GROUPS, (str(distinct(every)),)).fetchall() if len(every) else []
        edges = np.repeat(np.array(spans, np.int64).reshape(-1, 2), counts, axis=0)
        parts = Groups(rows).find(every, edges[:, 0], edges[:, 1])
        for count, few in zip(counts, rare, strict=True):
            yield np.concatenate((few, *islice(parts, count)))

    def _groups_of(self, keys: Sequence[int], low: int, high: int) -> NDArray[np.int64]:
        """Return the numbers that the rows of frequent keys have, whether or not there are such rows."""
        begin, end = np.searchsorted(self._firsts, (low - GROUP_BLOCKS + 1, high + 1)).tolist()
        numbers: NDArray[np.int64] = np.array(keys, np.int64)[:, None] << KEY_BITS | DENSE | self._firsts[begin:end]
        return numbers.ravel()

    def _learn(self, keys: NDArray[np.int64]) -> None:
        """Read of keys what is not known.

        :param keys: each once, the lowest first.
        """
        known = self._known
        missing = [key for key in keys.tolist() if key not in known]
        if len(known) + len(missing) > _KEPT_KEYS:
            known.clear()
            missing = keys.tolist()
        known.update(dict.fromkeys(missing, (0, b"")))
        wanted = np.array(missing, np.int64)
        bundles = str([bundle << KEY_BITS for bundle in distinct(wanted & BUNDLE)])
        for first in self._segments:
            rows: Iterable[tuple[int, bytes]] = self._connection.execute(_BUNDLES, (bundles, first))
            for posting in Bundles(rows).find(wanted):
                texts, ranks = known[posting.key]
                known[posting.key] = texts + posting.texts, ranks + posting.ranks
