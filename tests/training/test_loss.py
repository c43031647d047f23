"""The loss is torch's own cross entropy on any input, however many chunks it is computed in."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from translate.training import loss as losses
from translate.training.loss import tied_loss


@settings(max_examples=40, deadline=None)
@given(
    rows=st.integers(1, 9),
    pieces=st.integers(1, 12),
    d=st.integers(1, 6),
    smoothing=st.floats(0, 0.9),
    size=st.floats(0.01, 30),
    chunk=st.integers(1, 4),
    random_seed=st.integers(0, 9999),
)
def test_loss_and_gradients_are_those_of_torch(
    rows: int, pieces: int, d: int, smoothing: float, size: float, chunk: int, random_seed: int
) -> None:
    generator = torch.Generator().manual_seed(random_seed)
    shapes = (rows, d), (pieces, d), (pieces,)
    parameters = [(size * torch.randn(shape, generator=generator)).requires_grad_() for shape in shapes]
    labels = torch.randint(0, pieces, (rows,), generator=generator)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(losses, "ROWS_ON_PROCESSOR", chunk)
        loss, nll = tied_loss(*parameters, labels, smoothing=smoothing, scale=0.25)
        found = torch.autograd.grad(loss, parameters)
    scores = functional.linear(*parameters)
    plain, smoothed = (
        functional.cross_entropy(scores, labels, reduction="sum", label_smoothing=amount) for amount in (0.0, smoothing)
    )
    expected = torch.autograd.grad(smoothed / 4, parameters)
    assert torch.allclose(nll, plain, rtol=1e-4, atol=1e-4)
    assert torch.allclose(loss, smoothed, rtol=1e-4, atol=1e-4)
    for one, other in zip(found, expected, strict=True):
        assert torch.allclose(one, other, rtol=1e-3, atol=1e-3 * size)


def test_a_loss_that_is_weighed_later_has_gradients_weighed_alike() -> None:
    parameters = [torch.ones(size).requires_grad_() for size in ((2, 3), (4, 3), (4,))]
    labels = torch.tensor([0, 3])
    once, thrice = (
        torch.autograd.grad(factor * tied_loss(*parameters, labels, smoothing=0.1, scale=1.0)[0], parameters)
        for factor in (1.0, 3.0)
    )
    assert all(torch.allclose(3 * a, b) for a, b in zip(once, thrice, strict=True))


def test_the_likelihood_itself_teaches_nothing() -> None:
    """It is there to be read; only the smoothed loss goes down."""
    parameters = [torch.ones(size).requires_grad_() for size in ((2, 3), (4, 3), (4,))]
    _, nll = tied_loss(*parameters, torch.tensor([0, 1]), smoothing=0.1, scale=1.0)
    assert not nll.requires_grad


def test_scores_beyond_the_range_of_an_exponential_have_a_loss() -> None:
    states, weight = torch.tensor([[200.0]]), torch.tensor([[1.0], [-1.0]])
    _, nll = tied_loss(states, weight, torch.zeros(2), torch.tensor([1]), smoothing=0.0, scale=1.0)
    assert float(nll) == pytest.approx(400.0)
