"""Scores of pairs in a file that only grows: a pair's digest and its score, so that scoring resumes anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from translate.files import make_folder
from translate.training.sources import Pair

_RECORD = np.dtype([("digest", "<u8"), ("score", "<f4")])


def digest_of_pair(pair: Pair) -> int:
    """Return the 64 bits by which a pair is known, whatever source it stands in."""
    text = f"{pair.source}\t{pair.target}".encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little")


class PairScores:
    """A file of scores. A record that a kill cut short is written anew; a pair is scored once."""

    def __init__(self, path: Path) -> None:
        make_folder(path.parent)
        self._path = path
        size = path.stat().st_size // _RECORD.itemsize * _RECORD.itemsize if path.is_file() else 0
        if path.is_file() and path.stat().st_size != size:
            with path.open("r+b") as file:
                file.truncate(size)
        records = np.fromfile(path, _RECORD) if size else np.zeros(0, _RECORD)
        self._known = dict(zip(records["digest"].tolist(), records["score"].tolist(), strict=True))

    def __len__(self) -> int:
        return len(self._known)

    def score(self, pairs: Sequence[Pair], scorer: Callable[[Sequence[Pair]], Sequence[float]]) -> list[float]:
        """Return the score of each pair: the kept one, or else what `scorer` finds, which is then kept."""
        digests = [digest_of_pair(pair) for pair in pairs]
        new = {digest: pair for digest, pair in zip(digests, pairs, strict=True) if digest not in self._known}
        if new:
            found = scorer(list(new.values()))
            records = np.fromiter(zip(new, found, strict=True), _RECORD, len(new))
            with self._path.open("ab") as file:
                file.write(records.tobytes())
            self._known.update(zip(new, records["score"].tolist(), strict=True))
        return [self._known[digest] for digest in digests]
