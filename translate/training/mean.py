"""An exponential mean of the weights of a run: weights come in after each update, their mean goes out.

Polyak & Juditsky 1992, *Acceleration of stochastic approximation by averaging*: the mean of the weights is what they
would be at a lower rate, so that a run can be judged, and ended, before its rate has fallen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor


class MovingMean:
    """The mean of the weights after each update so far, those of long ago weighing less.

    The first 1 / (1 - `decay`) updates weigh alike; from then on the mean keeps `decay` of itself at each. So it never
    holds the weights that a run began with.
    """

    def __init__(self, weights: Sequence[Tensor], decay: float) -> None:
        """:param decay: above 0, below 1. `weights` are the mean until the first update."""
        self._decay, self._count = decay, 0
        self.tensors = [tensor.detach().clone() for tensor in weights]

    def add(self, weights: Sequence[Tensor]) -> None:
        """Take in the weights after an update."""
        self._count += 1
        share = max(1 - self._decay, 1 / self._count)
        torch._foreach_lerp_(self.tensors, [tensor.detach() for tensor in weights], share)

    def restart(self, weights: Sequence[Tensor]) -> None:
        """Forget all, and begin from other weights."""
        self._count = 0
        torch._foreach_copy_(self.tensors, [tensor.detach() for tensor in weights])

    def state(self) -> dict[str, Any]:
        """Return all that :meth:`load_state` needs, on the processor."""
        return {"count": self._count, "tensors": [tensor.to("cpu", copy=True) for tensor in self.tensors]}

    def load_state(self, state: dict[str, Any]) -> None:
        self._count = state["count"]
        for tensor, kept in zip(self.tensors, state["tensors"], strict=True):
            tensor.copy_(kept)
