"""The optimiser: AdamW (Loshchilov & Hutter 2019) on float32 weights behind working weights of less precision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn

from translate.training.mean import MovingMean

CLIP = 1.0
"""A longer gradient is cut to this length."""
_FUSED = ("cpu", "cuda")
"""Devices on which torch updates all weights in one pass."""


class MixedAdam:
    """Holds exact (master) weights behind working ones that may be bfloat16 (Micikevicius et al. 2018)."""

    def __init__(self, model: nn.Module, *, dtype: torch.dtype, zero_row: int, mean: float = 0.0) -> None:
        """Take the weights of `model` as the exact ones, and turn its own into `dtype`.

        :param zero_row: row of `shared.weight` that stays zero: Marian decodes from a zero embedding, and CTranslate2
            takes that literally.
        :param mean: decay of an exponential mean of the exact weights; 0 for none.
        """
        self._names = [name for name, _ in model.named_parameters()]
        self._working = list(model.parameters())
        self._master: list[Tensor] = [p.detach().float().clone().requires_grad_() for p in self._working]
        self._is_fused = fused = self._master[0].device.type in _FUSED
        self._adam = torch.optim.AdamW(
            self._adam_weights(), lr=0.0, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.0, fused=fused
        )
        self._shared, self._zero_row = self._names.index("shared.weight"), zero_row
        self._mean = MovingMean(self._master, mean) if mean else None
        for p in self._working:
            p.data = p.data.to(dtype)

    def step(self, rate: float) -> Tensor:
        """Update every weight by its gradient; return the gradient's length before it is cut, on the device.

        Where that length is not finite, nothing is changed. Nobody waits for the device to say so.
        """
        gradients: list[Tensor] = []
        for master, working in zip(self._master, self._working, strict=True):
            master.grad = None if working.grad is None else torch.empty_like(master)
            gradients += [] if working.grad is None else [working.grad]
            working.grad = None
        # All at once, for on a GPU each single operation takes longer to give than to do.
        if gradients:
            torch._foreach_copy_([p.grad for p in self._master if p.grad is not None], gradients)
        norm = self._update(rate)
        with torch.no_grad():
            self._master[self._shared][self._zero_row].zero_()
            torch._foreach_copy_([p.data for p in self._working], self._master)
            if self._mean is not None:
                self._mean.add(self._master)
        return norm

    def _adam_weights(self) -> list[Tensor]:
        return self._master

    def _update(self, rate: float) -> Tensor:
        """Update the exact weights, unless the gradient's length, which is returned, is infinite or not a number."""
        norm = torch.nn.utils.clip_grad_norm_(self._master, CLIP)
        self._step_adam(rate, ~torch.isfinite(norm))
        return norm

    def _step_adam(self, rate: float, is_bad: Tensor) -> None:
        """:param is_bad: whether nothing may change, on the device."""
        for group in self._adam.param_groups:
            group["lr"] = rate
        if self._is_fused:
            self._adam.found_inf = is_bad.float()  # type: ignore[attr-defined]  # the fused kernel skips by it
            self._adam.step()
        elif not bool(is_bad):
            self._adam.step()

    def weights(self) -> dict[str, Tensor]:
        """Return a copy of the exact weights, on the processor."""
        return self._copy(self._master)

    def mean_weights(self) -> dict[str, Tensor]:
        """Return a copy of the mean of the exact weights, or of these where no mean is kept, on the processor."""
        return self._copy(self._master if self._mean is None else self._mean.tensors)

    @contextmanager
    def showing_mean(self) -> Iterator[None]:
        """Have the mean as working weights, to validate it; afterwards they are the exact ones again, rounded."""
        if self._mean is None:
            yield
            return
        working = [p.data for p in self._working]
        with torch.no_grad():
            torch._foreach_copy_(working, self._mean.tensors)
            try:
                yield
            finally:
                torch._foreach_copy_(working, self._master)

    def _copy(self, weights: list[Tensor]) -> dict[str, Tensor]:
        return {name: p.detach().to("cpu", copy=True) for name, p in zip(self._names, weights, strict=True)}

    def load_weights(self, weights: dict[str, Tensor]) -> None:
        """Put in exact weights, and round them into the working ones; a mean begins anew from them."""
        with torch.no_grad():
            for name, master, working in zip(self._names, self._master, self._working, strict=True):
                master.copy_(weights[name])
                working.data.copy_(master)
            if self._mean is not None:
                self._mean.restart(self._master)

    def state(self) -> dict[str, Any]:
        """Return all that :meth:`load_state` needs but the weights, on the processor, so that any device goes on."""
        state = self._adam.state_dict()
        moments = {
            number: {name: value.to("cpu", copy=True) for name, value in one.items()}
            for number, one in state["state"].items()
        }
        mean = {"mean": self._mean.state()} if self._mean is not None else {}
        return {**state, "state": moments, **mean}

    def load_state(self, state: dict[str, Any]) -> None:
        """Go on from the state of an optimiser; where it kept no mean, one begins now."""
        self._adam.load_state_dict({name: state[name] for name in ("state", "param_groups")})
        if self._mean is not None and "mean" in state:
            self._mean.load_state(state["mean"])
        for group in self._adam.param_groups:
            group["fused"] = self._is_fused  # the checkpoint may be another device's


def learning_rate(update: int, *, peak: float, warm: int, spent: float, cool: float, is_held: bool = False) -> float:
    """Return the rate of an update, counted from 1: up in a line, down by the inverse square root, then to nothing.

    :param warm: updates until the peak.
    :param is_held: stay at the peak instead, until it falls to nothing.
    :param spent: share of the run that is over, 0 to 1.
    :param cool: share of the run, at its end, over which the rate falls to a fiftieth.
    """
    rate = peak * min(update / warm, 1.0 if is_held else (warm / update) ** 0.5) if warm else peak
    left = 1 - spent
    return rate * max(0.02, left / cool) if cool and left < cool else rate


def working_precision(device: str) -> torch.dtype:
    """Return bfloat16 where the hardware multiplies it, else float32, which is faster there."""
    if device != "cpu":
        return torch.bfloat16
    has = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()
    return torch.bfloat16 if has else torch.float32
