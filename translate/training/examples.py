"""Examples: pairs as piece numbers in flat arrays, with the weight of each; kept in one file, read back in a moment."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from translate.errors import TrainingError
from translate.files import from_json, replace_file
from translate.records import dataclass
from translate.training.vocabulary import Pieces

Numbers = npt.NDArray[np.int64]
_ARRAYS = ("source", "source_at", "target", "target_at", "weight", "is_copy")


@dataclass(frozen=True, slots=True)
class Examples:
    """Sides are [all pieces] with offsets [examples + 1]; `weight` is how often one is drawn in a pass.

    `is_copy` marks what was made out of another example, a guise or a fragment. `key` says of what data and settings
    they were made; `counts` what the filters did, one table a source.
    """

    source: Pieces
    source_at: Numbers
    target: Pieces
    target_at: Numbers
    weight: npt.NDArray[np.float32]
    is_copy: npt.NDArray[np.bool_]
    key: str
    counts: dict[str, dict[str, int]]

    @classmethod
    def of(cls, pairs: Sequence[tuple[Pieces, Pieces]]) -> Examples:
        """Return pairs as examples of one weight."""
        source, source_at = _join([source for source, _ in pairs])
        target, target_at = _join([target for _, target in pairs])
        ones = np.ones(len(pairs), np.float32)
        return cls(source, source_at, target, target_at, ones, np.zeros(len(pairs), np.bool_), "", {})

    def __len__(self) -> int:
        return len(self.weight)

    def pair(self, row: int) -> tuple[Pieces, Pieces]:
        """Return the pieces of both sides of one example."""
        return (
            self.source[self.source_at[row] : self.source_at[row + 1]],
            self.target[self.target_at[row] : self.target_at[row + 1]],
        )

    def own_rows(self) -> Numbers:
        """Return the rows that are no copies: what is counted is counted once."""
        return np.flatnonzero(~self.is_copy)

    def lengths(self) -> Numbers:
        """Return the pieces of the longer side of each, without end piece."""
        return np.maximum(np.diff(self.source_at), np.diff(self.target_at))

    def save(self, path: Path) -> None:
        """:raises OutputError: where the disk refuses."""
        about = np.frombuffer(json.dumps({"key": self.key, "counts": self.counts}).encode(), np.uint8)
        arrays = {name: getattr(self, name) for name in _ARRAYS}
        with replace_file(path) as file:
            np.savez(file, about=about, **arrays)

    @classmethod
    def load(cls, path: Path) -> Examples:
        """:raises TrainingError: where the file is damaged."""
        try:
            with path.open("rb") as file, np.load(file) as held:
                about = from_json(held["about"].tobytes())
                source, source_at, target, target_at, weight, is_copy = (held[name] for name in _ARRAYS)
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as exc:
            raise TrainingError(f"{path}: the prepared data is damaged ({exc}); delete it to make it again.") from exc
        return cls(source, source_at, target, target_at, weight, is_copy, about["key"], about["counts"])


class ExampleBuilder:
    """Collects examples source by source, and drops some in hindsight."""

    def __init__(self) -> None:
        self._source: list[Pieces] = []
        self._target: list[Pieces] = []
        self._weight: list[float] = []
        self._origin: list[int] = []
        self._is_copy: list[bool] = []
        self._factor: dict[int, float] = {}

    def add(self, source: Pieces, target: Pieces, weight: float, origin: int, *, is_copy: bool = False) -> None:
        """Add an example. `origin` is the number of the pair it was made of, which its copies share."""
        self._source.append(source)
        self._target.append(target)
        self._weight.append(weight)
        self._origin.append(origin)
        self._is_copy.append(is_copy)

    def weigh(self, factors: Mapping[int, float]) -> None:
        """Multiply the weight of all examples of an origin by its factor."""
        self._factor |= factors

    def target_pieces(self, begin: int, end: int, *, without: Set[int]) -> int:
        """Return the target pieces of the examples whose origin is from `begin` to before `end` and not in `without`.

        All origins below either limit must have been added before those from it on, as the sources are.
        """
        rows = range(bisect_left(self._origin, begin), bisect_left(self._origin, end))
        return sum(len(self._target[row]) for row in rows if self._origin[row] not in without)

    def build(self, dropped: Sequence[int], key: str, counts: dict[str, dict[str, int]]) -> Examples:
        """Return the examples but for those whose origin is in `dropped`."""
        keep = np.flatnonzero(~np.isin(np.asarray(self._origin, np.int64), np.asarray(dropped, np.int64)))
        source, source_at = _join([self._source[row] for row in keep])
        target, target_at = _join([self._target[row] for row in keep])
        factor = np.asarray([self._factor.get(origin, 1.0) for origin in self._origin], np.float32)
        weight = (np.asarray(self._weight, np.float32) * factor)[keep]
        is_copy = np.asarray(self._is_copy, np.bool_)[keep]
        return Examples(source, source_at, target, target_at, weight, is_copy, key, counts)


def _join(side: Sequence[Pieces]) -> tuple[Pieces, Numbers]:
    """Return all pieces in one array, and where each example begins; the last offset is the end."""
    offsets = np.cumsum([0, *map(len, side)], dtype=np.int64)
    return np.concatenate(side) if side else np.zeros(0, np.int32), offsets
