"""Muon: updates of matrices in which all directions weigh alike.

Jordan et al. 2024, *Muon: an optimizer for hidden layers in neural networks*; the scale of an update is that of Liu et
al. 2025, *Muon is scalable for LLM training*.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from translate.training.optimiser import CLIP, MixedAdam

MOMENTUM = 0.95
STRENGTH = 0.2
"""Root mean square of an update in units of the rate: about AdamW's, so that both take one rate (Liu et al. 2025)."""
_STEPS = 5
_A, _B, _C = 3.4445, -4.7750, 2.0315


def orthogonalise(stack: Tensor) -> Tensor:
    """Return matrices near `stack`'s whose singular values are all about 1, by Newton–Schulz iteration.

    :param stack: [n, rows, columns], rows <= columns, in the precision to work in.
    """
    x: Tensor = stack / (stack.float().norm(dim=(1, 2), keepdim=True) + 1e-7).to(stack.dtype)
    for _ in range(_STEPS):
        s = torch.bmm(x, x.transpose(1, 2))
        x = torch.baddbmm(x, torch.baddbmm(s, s, s, beta=_B, alpha=_C), x, beta=_A)
    return x


class MixedMuon(MixedAdam):
    """Muon with Nesterov momentum for the matrices of the layers; AdamW for embeddings, biases and norms."""

    def __init__(self, model: nn.Module, *, dtype: torch.dtype, zero_row: int, mean: float = 0.0) -> None:
        super().__init__(model, dtype=dtype, zero_row=zero_row, mean=mean)
        self._dtype = dtype
        shapes: dict[tuple[int, ...], list[int]] = {}
        for number in self._matrices():
            shapes.setdefault(tuple(sorted(self._master[number].shape)), []).append(number)
        self._stacks = list(shapes.values())
        self._momenta = [_wide([torch.zeros_like(self._master[n]) for n in stack]) for stack in self._stacks]
        """Of each stack: [matrices, rows, columns], rows <= columns."""

    def _matrices(self) -> list[int]:
        return [n for n, name in enumerate(self._names) if self._master[n].ndim == 2 and ".layers." in name]

    def _adam_weights(self) -> list[Tensor]:
        matrices = set(self._matrices())
        return [p for n, p in enumerate(self._master) if n not in matrices]

    def _update(self, rate: float) -> Tensor:
        gradients = [p.grad for p in self._master if p.grad is not None]
        norm = torch.nn.utils.get_total_norm(gradients)
        is_bad = ~torch.isfinite(norm)
        torch.nn.utils.clip_grad_norm_(self._adam_weights(), CLIP)  # the length of a matrix's gradient plays no part
        self._step_adam(rate, is_bad)
        with torch.no_grad():
            for stack, momentum in zip(self._stacks, self._momenta, strict=True):
                self._step_stack(stack, momentum, rate, is_bad)
        return norm

    def _step_stack(self, stack: list[int], momentum: Tensor, rate: float, is_bad: Tensor) -> None:
        """Update matrices of one shape; where `is_bad`, which only the device knows, neither them nor `momentum`."""
        masters = [self._master[n] for n in stack]
        gradient = _wide([torch.zeros_like(p) if p.grad is None else p.grad for p in masters])
        gradient = gradient.masked_fill(is_bad, 0)
        goes_on = (~is_bad).float()
        momentum.mul_(1 - (1 - MOMENTUM) * goes_on).add_(gradient)
        made = orthogonalise(gradient.add_(momentum, alpha=MOMENTUM).to(self._dtype)).float()
        made.mul_(STRENGTH * max(masters[0].shape) ** 0.5 * rate * goes_on)
        torch._foreach_sub_(masters, self._fitting(stack, made))

    def state(self) -> dict[str, Any]:
        momentum = {
            self._names[number]: one.contiguous().to("cpu", copy=True)
            for stack, momenta in zip(self._stacks, self._momenta, strict=True)
            for number, one in zip(stack, self._fitting(stack, momenta), strict=True)
        }
        return {"adam": super().state(), "momentum": momentum}

    def load_state(self, state: dict[str, Any]) -> None:
        super().load_state(state["adam"])
        for stack, momenta in zip(self._stacks, self._momenta, strict=True):
            momenta.copy_(_wide([state["momentum"][self._names[number]] for number in stack]))

    def _fitting(self, stack: list[int], made: Tensor) -> list[Tensor]:
        """Return the matrices of a stack, each as wide as its weight."""
        shapes = [self._master[number].shape for number in stack]
        return [made[n] if made[n].shape == shape else made[n].t() for n, shape in enumerate(shapes)]


def _wide(matrices: list[Tensor]) -> Tensor:
    """Return matrices in one stack, none with more rows than columns."""
    return torch.stack([one if one.shape[0] <= one.shape[1] else one.t() for one in matrices])
