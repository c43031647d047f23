"""Words and pairs of words of queries come in; how many texts of a memory have each, and which, go out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from translate.memory.grains import distinct
from translate.memory.postings import BUNDLE, DENSE, GROUP_BLOCKS, KEY_BITS, Bundles, ranks_in

_KEPT_KEYS = 100_000
_BLOCK = DENSE - 1
_BUNDLES = """
SELECT p.number, p.ranks FROM json_each(?) k CROSS JOIN posting p ON p.number = k.value | ?
"""
_RANKS = f"""
SELECT p.number & {_BLOCK}, p.ranks
 FROM json_each(?) k CROSS JOIN posting p ON p.number BETWEEN k.value + ? AND k.value + ?
"""


class Keys:
    """What is known of the keys of a memory; what nobody has asked for yet is read.

    :param segments: the first block of each segment that has postings.
    """

    def __init__(self, connection: sqlite3.Connection, segments: Sequence[int]) -> None:
        self._connection, self._segments = connection, segments
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

    def ranks(self, keys: Sequence[int], blocks: tuple[int, int]) -> NDArray[np.uint32]:
        """Return the ranks of the texts that have a key, once for each key; those in other blocks need not be there.

        :param keys: each once.
        """
        known = self._known
        if not all(map(known.__contains__, keys)):  # what was known may have been forgotten since
            self._learn(np.sort(np.array(keys, np.int64)))
        found = [known[key] for key in keys]
        rare = np.frombuffer(b"".join([ranks for _, ranks in found]), "<u4")
        dense = [key << KEY_BITS | DENSE for key, (size, few) in zip(keys, found, strict=True) if len(few) < 4 * size]
        low, high = blocks
        span = max(0, low - GROUP_BLOCKS + 1), high
        rows = self._connection.execute(_RANKS, (str(dense), *span)).fetchall() if dense else []
        return np.concatenate((ranks_in(rows, low, high), rare))

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
