"""Words and pairs of words of queries come in; how many texts of a memory have each, and which, go out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain

from translate.memory.layout import BUNDLE, DENSE, GROUP_BLOCKS, KEY_BITS
from translate.memory.posted import Held, read_bundles

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
        self._firsts = [number for first, last in segments for number in range(first, last + 1, GROUP_BLOCKS)]
        """The first block of each group."""
        self._known: dict[int, tuple[int, bytes]] = {}
        """Of each key: how many texts have it, and which, where it is rare."""

    def sizes(self, asked: Sequence[Sequence[int]]) -> list[list[int]]:
        """Return for each query how many texts have each of its keys."""
        known = self._learned(asked)
        return [[known[key][0] for key in keys] for keys in asked]

    def read(self, asked: Sequence[Sequence[int]], spans: Sequence[tuple[int, int]]) -> Held:
        """Return what is known of the keys of some queries.

        :param asked: the keys of each query, each once.
        :param spans: the first and the last block that counts; texts of others need not be there.
        """
        known = self._learned(asked)
        rare, numbers = [], []
        for keys, (low, high) in zip(asked, spans, strict=True):
            found = [known[key] for key in keys]
            rare.append(b"".join([ranks for _, ranks in found]))
            dense = [key << KEY_BITS for key, (size, few) in zip(keys, found, strict=True) if len(few) < 4 * size]
            firsts = [DENSE | first for first in self._firsts if low - GROUP_BLOCKS < first <= high]
            numbers.append([key | first for key in dense for first in firsts])
        every = sorted(set(chain.from_iterable(numbers)))
        rows = self._connection.execute(_GROUPS, (str(every),)).fetchall() if every else []
        return Held(rare, numbers, list(spans), rows)

    def _learned(self, asked: Sequence[Sequence[int]]) -> dict[int, tuple[int, bytes]]:
        """Read of keys what is not known, or was forgotten since, and return what is."""
        known = self._known
        wanted = set(chain.from_iterable(asked))
        missing = wanted - known.keys()
        if len(known) + len(missing) > _KEPT_KEYS:
            known.clear()
            missing = wanted
        if missing:
            known.update(dict.fromkeys(missing, (0, b"")))
            bundles = str(sorted({(key & BUNDLE) << KEY_BITS for key in missing}))
            for first in self._segments:
                rows: Iterable[tuple[int, bytes]] = self._connection.execute(_BUNDLES, (bundles, first))
                for posting in read_bundles(rows, missing):
                    texts, ranks = known[posting.key]
                    known[posting.key] = texts + posting.texts, ranks + posting.ranks
        return known
