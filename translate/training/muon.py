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

    def __init__(self, model: nn.Module, *, dtype: torch.dtype, zero_row: int) -> None:
        super().__init__(model, dtype=dtype, zero_row=zero_row)
        self._dtype = dtype
        self._momentum = {number: torch.zeros_like(self._master[number]) for number in self._matrices()}
        shapes: dict[tuple[int, ...], list[int]] = {}
        for number in self._momentum:
            shapes.setdefault(tuple(sorted(self._master[number].shape)), []).append(number)
        self._stacks = list(shapes.values())

    def _matrices(self) -> list[int]:
        return [n for n, name in enumerate(self._names) if self._master[n].ndim == 2 and ".layers." in name]

    def _adam_weights(self) -> list[Tensor]:
        matrices = set(self._matrices())
        return [p for n, p in enumerate(self._master) if n not in matrices]

    def _update(self, rate: float) -> float:
        gradients = [p.grad for p in self._master if p.grad is not None]
        norm = float(torch.nn.utils.get_total_norm(gradients))
        if norm - norm != 0:
            return norm
        torch.nn.utils.clip_grad_norm_(self._adam_weights(), CLIP)  # the length of a matrix's gradient plays no part
        self._step_adam(rate)
        with torch.no_grad():
            for stack in self._stacks:
                self._step_stack(stack, rate)
        return norm

    def _step_stack(self, stack: list[int], rate: float) -> None:
        masters, momenta = [self._master[n] for n in stack], [self._momentum[n] for n in stack]
        gradients = [torch.zeros_like(p) if p.grad is None else p.grad for p in masters]
        torch._foreach_mul_(momenta, MOMENTUM)
        torch._foreach_add_(momenta, gradients)
        updates = torch._foreach_add(gradients, momenta, alpha=MOMENTUM)
        wide = torch.stack([one if one.shape[0] <= one.shape[1] else one.t() for one in updates])
        made = orthogonalise(wide.to(self._dtype)).float()
        scale = STRENGTH * max(masters[0].shape) ** 0.5 * rate
        fitting = [made[n] if made[n].shape == p.shape else made[n].t() for n, p in enumerate(masters)]
        torch._foreach_sub_(masters, fitting, alpha=scale)

    def state(self) -> dict[str, Any]:
        momentum = {self._names[number]: buffer.to("cpu", copy=True) for number, buffer in self._momentum.items()}
        return {"adam": super().state(), "momentum": momentum}

    def load_state(self, state: dict[str, Any]) -> None:
        super().load_state(state["adam"])
        for number, buffer in self._momentum.items():
            buffer.copy_(state["momentum"][self._names[number]])
