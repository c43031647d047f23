"""Batches: which examples come when, from a random seed and two counters alone, so that a resume is exact."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from translate.records import dataclass
from translate.training.examples import Examples, Numbers
from translate.training.vocabulary import Pieces


@dataclass(frozen=True, slots=True)
class Batch:
    """Piece numbers, [examples, width] each, padded. `pieces` counts those to say, the end pieces with them."""

    source: Tensor
    before: Tensor
    after: Tensor
    pieces: int
    places: Tensor
    """Of the pieces of `after`, flattened, that can be said."""


class Order:
    """The endless sequence of batches: pass after pass over the data, each in an order of its own.

    A batch holds examples of one padded width, so that little of it is padding, and the allocator sees few sizes.
    """

    def __init__(self, examples: Examples, *, random_seed: int, positions: int, even: bool = False) -> None:
        """:param positions: padded target positions a batch.
        :param even: fill the last batch of a width up with the first of it, so that few shapes occur.
        """
        self._examples, self._random_seed, self._positions = examples, random_seed, positions
        self._is_even = even
        self._widths = padded_width(examples.lengths() + 1)
        self.passed, self.position = 0, 0
        self._batches = self._draw(0)

    def __len__(self) -> int:
        """Return the number of batches of the pass that is going on."""
        return len(self._batches)

    def seek(self, passed: int, position: int) -> None:
        """Go to the batch that `passed` and `position` named when they were read."""
        if passed != self.passed:
            self._batches = self._draw(passed)
        self.passed, self.position = passed, position

    def next(self, *, longest: int | None = None) -> Numbers:
        """Return the rows of the next batch.

        :param longest: leave batches aside that are wider; one comes anyway where the whole pass has none.
        """
        for _ in range(2 * len(self._batches) + 2):
            if self.position >= len(self._batches):
                self.seek(self.passed + 1, 0)
            rows = self._batches[self.position]
            self.position += 1
            if longest is None or self._widths[rows[0]] <= longest:
                break
        return rows

    def _draw(self, passed: int) -> list[Numbers]:
        """Draw each example by its weight, and put those of one width together."""
        rng = np.random.default_rng([self._random_seed, passed])
        weight = self._examples.weight
        times = np.floor(weight + rng.random(len(weight))).astype(np.int64)
        drawn = np.repeat(np.arange(len(weight)), times)
        if not len(drawn):  # so few, and of so little weight, that chance took none
            drawn = np.arange(len(weight))
        widths = self._widths[drawn]
        batches: list[Numbers] = []
        for width in np.unique(widths):
            rows = rng.permutation(drawn[widths == width])
            size = max(1, self._positions // int(width))
            if self._is_even and len(rows) > size:
                rows = np.concatenate([rows, rows[: -len(rows) % size]])
            batches += [rows[start : start + size] for start in range(0, len(rows), size)]
        return [batches[number] for number in rng.permutation(len(batches))]


def padded_width(lengths: Numbers) -> Numbers:
    """Return lengths rounded up: to fours as far as 32, then to eights."""
    return np.where(lengths <= 32, (lengths + 3) // 4 * 4, (lengths + 7) // 8 * 8)


def collate(
    examples: Examples,
    rows: Numbers,
    *,
    end: int,
    pad: int,
    device: str,
    said: npt.NDArray[np.bool_] | None = None,
) -> Batch:
    """Put examples into one batch, as wide as its longest side needs.

    :param said: of each piece whether it can be said; None for all.
    """
    given, length = (at[rows + 1] - at[rows] for at in (examples.source_at, examples.target_at))
    width = int(padded_width(np.maximum(given, length) + 1).max())
    source = _table(examples.source, examples.source_at[rows], given, width, pad)
    after = _table(examples.target, examples.target_at[rows], length, width, pad)
    before = np.full_like(after, pad)
    before[:, 1:] = after[:, :-1]
    numbers = np.arange(len(rows))
    source[numbers, given] = after[numbers, length] = end
    is_said = np.arange(width) <= length[:, None]
    if said is not None:
        is_said &= said[after]
    tensors = [torch.from_numpy(array) for array in (source, before, after, np.flatnonzero(is_said))]
    if device.startswith("cuda"):  # only from pinned memory does a copy wait for nothing
        tensors = [tensor.pin_memory() for tensor in tensors]
    tensors = [tensor.to(device, non_blocking=True) for tensor in tensors]
    return Batch(tensors[0], tensors[1], tensors[2], int(length.sum()) + len(rows), tensors[3])


def _table(flat: Pieces, starts: Numbers, lengths: Numbers, width: int, pad: int) -> Numbers:
    """Return stretches of `flat` as rows, padded: [stretches, width]."""
    place = np.arange(width)
    is_piece = place < lengths[:, None]
    table = np.full(is_piece.shape, pad, np.int64)
    table[is_piece] = flat[(starts[:, None] + place)[is_piece]]
    return table
