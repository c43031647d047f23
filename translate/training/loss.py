"""The loss: output projection and label-smoothed cross entropy (Szegedy et al. 2016) in one pass, chunk by chunk.

The scores of a batch over the whole vocabulary would be its largest tensor by far. Here they exist for some hundred
rows at a time, and their gradient is made at once, in the forward pass; the backward pass only hands it on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

ROWS_ON_PROCESSOR = 512
ROWS_ON_GPU = 8192


Judge = Callable[[Tensor, Tensor, float], tuple[Tensor, Tensor, Tensor]]


def judge_scores(scores: Tensor, gold: Tensor, smoothing: float) -> tuple[Tensor, Tensor, Tensor]:
    """Return (negative log likelihood, what smoothing adds to the loss, gradient by the scores), sums over the rows.

    :param scores: [rows, pieces]; the gradient has their precision.
    :param gold: [rows, 1], the piece to say.
    """
    rest = smoothing / scores.shape[1]
    log_p = torch.log_softmax(scores, 1, dtype=torch.float32)
    says_gold = log_p.gather(1, gold)
    # The gradient by the scores is the model's distribution less the one that is wanted.
    gradient = torch.softmax(scores, 1).sub_(rest)
    gradient.scatter_(1, gold, (says_gold.exp() - (1 - smoothing) - rest).to(gradient.dtype))
    return -says_gold.sum(), -smoothing * log_p.mean(1).sum(), gradient


def tied_loss(
    states: Tensor,
    weight: Tensor,
    bias: Tensor,
    labels: Tensor,
    *,
    smoothing: float,
    scale: float,
    judge: Judge = judge_scores,
) -> tuple[Tensor, Tensor]:
    """Return (smoothed loss, negative log likelihood), in nats, float32, sums over the rows.

    :param states: [rows, d]
    :param weight: [pieces, d], the embeddings of the pieces that can be said.
    :param bias: [pieces]
    :param labels: [rows], rows of `weight`.
    :param scale: factor of the gradients; the returned sums are without it.
    :param judge: :func:`judge_scores`, or the same compiled.
    """
    loss, nll = _TiedLoss.apply(states, weight, bias, labels, smoothing, scale, judge)  # type: ignore[no-untyped-call]
    return loss, nll


class _TiedLoss(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any,
        states: Tensor,
        weight: Tensor,
        bias: Tensor,
        labels: Tensor,
        smoothing: float,
        scale: float,
        judge: Judge,
    ) -> tuple[Tensor, Tensor]:
        rows = ROWS_ON_PROCESSOR if states.device.type == "cpu" else ROWS_ON_GPU
        d_states = torch.empty_like(states)
        d_weight = torch.zeros(weight.shape, dtype=torch.float32, device=weight.device)
        d_bias = torch.zeros(bias.shape, dtype=torch.float32, device=weight.device)
        loss, nll = (torch.zeros((), device=weight.device) for _ in range(2))
        for start in range(0, states.shape[0], rows):
            part, gold = states[start : start + rows], labels[start : start + rows, None]
            part_nll, smoothed, gradient = judge(functional.linear(part, weight, bias), gold, smoothing)
            nll += part_nll
            loss += (1 - smoothing) * part_nll + smoothed
            d_states[start : start + rows] = gradient @ weight
            d_weight += gradient.t() @ part
            d_bias += gradient.sum(0, dtype=torch.float32)
        d_weight, d_bias = d_weight.mul_(scale).to(weight.dtype), d_bias.mul_(scale).to(bias.dtype)
        ctx.save_for_backward(d_states.mul_(scale), d_weight, d_bias)
        ctx.mark_non_differentiable(nll)
        return loss, nll

    @staticmethod
    def backward(ctx: Any, d_loss: Tensor, _: Tensor) -> tuple[Tensor | None, ...]:
        d_states, d_weight, d_bias = ctx.saved_tensors
        factor = d_loss.to(d_states.dtype)
        return d_states * factor, d_weight * factor, d_bias * factor, None, None, None, None
