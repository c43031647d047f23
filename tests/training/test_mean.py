"""The mean of the weights is arithmetic at first and exponential afterwards, and goes on from its state."""

from __future__ import annotations

import pytest
import torch

from translate.training.mean import MovingMean


def weights(value: float) -> list[torch.Tensor]:
    return [torch.tensor([value, 2 * value]), torch.tensor([[-value]])]


def test_the_first_updates_weigh_alike_and_later_ones_by_the_decay() -> None:
    mean = MovingMean(weights(100.0), 0.75)
    expected = [1.0, 1.5, 2.0, 2.5, 0.75 * 2.5 + 0.25 * 5, 0.75 * 3.125 + 0.25 * 6]
    for value, one in enumerate(expected, 1):
        mean.add(weights(float(value)))
        assert mean.tensors[0].tolist() == pytest.approx([one, 2 * one])
        assert mean.tensors[1].tolist() == [[pytest.approx(-one)]]


def test_before_any_update_it_is_what_it_began_with() -> None:
    begun = weights(3.0)
    mean = MovingMean(begun, 0.9)
    begun[0].zero_()
    assert mean.tensors[0].tolist() == [3.0, 6.0]


def test_it_goes_on_from_its_state_and_begins_anew_from_other_weights() -> None:
    whole, resumed = MovingMean(weights(0.0), 0.5), MovingMean(weights(7.0), 0.5)
    for value in (1.0, 2.0, 3.0):
        whole.add(weights(value))
    resumed.load_state(whole.state())
    for mean in (whole, resumed):
        mean.add(weights(9.0))
    assert all(torch.equal(one, other) for one, other in zip(whole.tensors, resumed.tensors, strict=True))
    whole.restart(weights(4.0))
    assert whole.tensors[0].tolist() == [4.0, 8.0]
    whole.add(weights(5.0))
    assert whole.tensors[0].tolist() == [5.0, 10.0]
