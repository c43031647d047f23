"""Risk training: the gradient is that of the expected gain as torch finds it, and what gains more becomes likelier."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor
from torch.nn import functional

from translate.training import risk
from translate.training.model import Marian, Shape
from translate.training.optimiser import MixedAdam
from translate.training.risk import Candidates, RiskWeights, risk_backward
from translate.training.vocabulary import Pieces

END, PAD = 0, 11
SHAPE = Shape(vocabulary=12, pad=PAD, d=8, ffn=16, heads=2, encoder_layers=1, decoder_layers=1)


def pieces(*numbers: int) -> Pieces:
    return np.array(numbers, np.int32)


def made(seed: int, said: list[int] | None = None) -> Marian:
    torch.manual_seed(seed)
    return Marian(SHAPE, said=said).double().eval()


def log_p(model: Marian, source: Pieces, target: Pieces) -> tuple[Tensor, Tensor]:
    """Return (log probability, label-smoothed cross entropy with 0.1) of one target alone, without any batch."""
    memory, mask = model.encode(torch.tensor([[*source.tolist(), END]]))
    whole = torch.tensor([*target.tolist(), END])
    states = model.decode(torch.tensor([[PAD, *target.tolist()]]), memory, mask)[0]
    table, bias = model.shared.weight[model.said], model.bias[model.said]
    labels = model.column[whole]
    keep = labels >= 0
    scores, labels = functional.linear(states, table, bias)[keep], labels[keep]
    plain = -functional.cross_entropy(scores, labels, reduction="sum")
    return plain, functional.cross_entropy(scores, labels, reduction="sum", label_smoothing=0.1)


text = st.lists(st.integers(1, 10), min_size=1, max_size=5).map(lambda numbers: pieces(*numbers))


@st.composite
def candidates(draw: st.DrawFn) -> Candidates:
    count = draw(st.integers(2, 4))
    gains = tuple(draw(st.floats(0, 1)) for _ in range(count))
    return Candidates(draw(text), tuple(draw(text) for _ in range(count)), gains, draw(text))


@settings(max_examples=8, deadline=None)
@given(
    batch=st.lists(candidates(), min_size=1, max_size=3),
    seed=st.integers(0, 99),
    rows=st.integers(1, 7),
    said=st.sampled_from([None, [0, 1, 2, 3, 4, 5, 6, 7]]),
)
def test_gradients_are_those_of_the_expected_gain(
    batch: list[Candidates], seed: int, rows: int, said: list[int] | None
) -> None:
    weights = RiskWeights(risk=3, likelihood=0.4, temper=0.7, smoothing=0.1)
    model, other = made(seed, said), made(seed, said)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(risk, "_ROWS", rows)
        reading = risk_backward(model, batch, end=END, weights=weights)
    loss, expected, nll, count = torch.zeros(()), 0.0, 0.0, 0
    for one in batch:
        found = torch.stack([log_p(other, one.source, target)[0] for target in one.hypotheses])
        gain = (torch.softmax(0.7 * found, 0) * torch.tensor(one.gains, dtype=torch.double)).sum()
        plain, smoothed = log_p(other, one.source, one.reference)
        loss = loss - 3 * gain + 0.4 * smoothed
        expected, nll = expected + 1 - float(gain.detach()), nll - float(plain.detach())
        count += int((other.column[torch.tensor([*one.reference.tolist(), END])] >= 0).sum())
    (loss / count).backward()
    assert reading.risk == pytest.approx(expected / len(batch), abs=1e-4)
    assert reading.nll == pytest.approx(nll / count, rel=1e-4)
    for (name, mine), (_, theirs) in zip(model.named_parameters(), other.named_parameters(), strict=True):
        assert torch.allclose(mine.grad, theirs.grad, rtol=1e-3, atol=1e-5), name


def test_the_hypothesis_that_gains_more_becomes_the_likelier_one() -> None:
    torch.manual_seed(3)
    model = Marian(SHAPE)
    optimiser = MixedAdam(model, dtype=torch.float32, zero_row=PAD)
    one = Candidates(pieces(1, 2, 3), (pieces(4, 5), pieces(6, 7)), (0.2, 0.9), pieces(6, 8))
    readings = []
    for _ in range(30):
        readings.append(risk_backward(model, [one], end=END, weights=RiskWeights()))
        optimiser.step(3e-3)
    assert readings[-1].risk < readings[0].risk - 0.1
    assert readings[-1].nll < readings[0].nll
    worse, better = (float(log_p(model, one.source, target)[0].detach()) for target in one.hypotheses)
    assert better > worse + 1
