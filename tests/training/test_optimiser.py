"""The optimiser is torch's AdamW on a cut gradient, and the rate follows its schedule at every corner."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from translate.training.optimiser import MixedAdam, learning_rate

ZERO_ROW = 2


class Tiny(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(4)
        self.shared = nn.Embedding(3, 4)
        self.layer = nn.Linear(4, 2)

    def loss(self, size: float) -> torch.Tensor:
        return size * self.layer(self.shared(torch.arange(3))).square().sum()


@pytest.mark.parametrize("size", [0.001, 1.0, 1000.0])
def test_an_update_is_that_of_adam_on_a_gradient_of_length_one_at_most(size: float) -> None:
    ours, theirs = Tiny(), Tiny()
    optimiser = MixedAdam(ours, dtype=torch.float32, zero_row=ZERO_ROW)
    adam = torch.optim.AdamW(theirs.parameters(), lr=1e-2, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.0)
    for _ in range(4):
        ours.loss(size).backward()  # type: ignore[no-untyped-call]
        norm = float(optimiser.step(1e-2))
        adam.zero_grad()
        theirs.loss(size).backward()  # type: ignore[no-untyped-call]
        expected = float(torch.nn.utils.clip_grad_norm_(theirs.parameters(), 1.0))
        adam.step()
        with torch.no_grad():
            theirs.shared.weight[ZERO_ROW] = 0
        assert norm == pytest.approx(expected, rel=1e-4)
    for one, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-5)


def test_the_exact_weights_remember_what_the_working_ones_round_away() -> None:
    """Each of ten updates is too small for bfloat16 to see; together they are not."""
    model = Tiny()
    optimiser = MixedAdam(model, dtype=torch.bfloat16, zero_row=ZERO_ROW)
    before = optimiser.weights()["layer.weight"]
    for _ in range(10):
        model.loss(1.0).backward()  # type: ignore[no-untyped-call]
        optimiser.step(1e-5)
    moved = (optimiser.weights()["layer.weight"] - before).abs()
    assert model.layer.weight.dtype == torch.bfloat16
    assert moved.max() > 9e-5
    assert torch.equal(model.layer.weight, optimiser.weights()["layer.weight"].bfloat16())


@pytest.mark.parametrize("mean", [0.0, 0.6])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_an_optimiser_goes_on_from_its_state(dtype: torch.dtype, mean: float) -> None:
    models = Tiny(), Tiny()
    first, second = (MixedAdam(model, dtype=dtype, zero_row=ZERO_ROW, mean=mean) for model in models)

    def update(model: Tiny, optimiser: MixedAdam) -> None:
        model.loss(3.0).backward()  # type: ignore[no-untyped-call]
        optimiser.step(1e-2)

    for _ in range(3):
        update(models[0], first)
    second.load_weights(first.weights())
    second.load_state(first.state())
    for model, optimiser in zip(models, (first, second), strict=True):
        update(model, optimiser)
    for name, tensor in first.weights().items():
        assert torch.equal(tensor, second.weights()[name])
        assert torch.equal(first.mean_weights()[name], second.mean_weights()[name])
        assert torch.equal(tensor, first.mean_weights()[name]) is not bool(mean)


def test_the_mean_is_of_the_weights_after_each_update_and_is_shown_for_a_while() -> None:
    model = Tiny()
    optimiser = MixedAdam(model, dtype=torch.bfloat16, zero_row=ZERO_ROW, mean=0.5)
    after = []
    for _ in range(3):
        model.loss(3.0).backward()  # type: ignore[no-untyped-call]
        optimiser.step(1e-2)
        after.append(optimiser.weights()["layer.weight"])
    expected = ((after[0] + after[1]) / 2 + after[2]) / 2
    assert torch.allclose(optimiser.mean_weights()["layer.weight"], expected)
    with optimiser.showing_mean():
        assert torch.equal(model.layer.weight, optimiser.mean_weights()["layer.weight"].bfloat16())
    assert torch.equal(model.layer.weight, after[2].bfloat16())
    assert not torch.equal(model.layer.weight, expected.bfloat16())


def test_a_mean_begins_where_the_checkpoint_had_none() -> None:
    old, new = (MixedAdam(Tiny(), dtype=torch.float32, zero_row=ZERO_ROW, mean=mean) for mean in (0.0, 0.9))
    new.load_weights({name: tensor + 1 for name, tensor in old.weights().items()})
    new.load_state(old.state())
    assert torch.equal(new.mean_weights()["layer.bias"], new.weights()["layer.bias"])


def test_a_weight_that_took_no_part_stays() -> None:
    model = Tiny()
    optimiser = MixedAdam(model, dtype=torch.float32, zero_row=ZERO_ROW)
    before = optimiser.weights()
    model.shared.weight.sum().backward()  # type: ignore[no-untyped-call]
    optimiser.step(1e-2)
    after = optimiser.weights()
    assert torch.equal(before["layer.weight"], after["layer.weight"])
    assert not torch.equal(before["shared.weight"][0], after["shared.weight"][0])


RATES = {"peak": 0.8, "warm": 100, "spent": 0.0, "cool": 0.5}


@pytest.mark.parametrize(
    ("update", "changes", "expected"),
    [
        (1, {}, 0.008),
        (99, {}, 0.792),
        (100, {}, 0.8),
        (101, {}, 0.8 * (100 / 101) ** 0.5),
        (10_000, {}, 0.08),
        (10_000, {"is_held": True}, 0.8),
        (50, {"is_held": True}, 0.4),
        (1, {"warm": 0}, 0.8),
        (10_000, {"warm": 0}, 0.8),
        (100, {"spent": 0.5}, 0.8),
        (100, {"spent": 0.75}, 0.4),
        (100, {"spent": 0.99}, 0.016),
        (100, {"spent": 1.0}, 0.016),
        (100, {"spent": 1.0, "cool": 0.0}, 0.8),
        (100, {"spent": 0.5, "cool": 1.0}, 0.4),
        (100, {"spent": 0.0, "cool": 1.0}, 0.8),
        (50, {"spent": 0.9}, 0.08),
    ],
)
def test_the_rate_at_the_corners_of_its_schedule(update: int, changes: dict[str, float], expected: float) -> None:
    assert learning_rate(update, **{**RATES, **changes}) == pytest.approx(expected)  # type: ignore[arg-type]


@given(st.integers(1, 10**6), st.integers(0, 5000), st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_the_rate_is_never_nothing_and_never_above_its_peak(
    update: int, warm: int, spent: float, cool: float, is_held: bool
) -> None:
    rate = learning_rate(update, peak=1.0, warm=warm, spent=spent, cool=cool, is_held=is_held)
    assert 0 < rate <= 1.0
    assert rate >= learning_rate(update, peak=1.0, warm=warm, spent=1.0, cool=cool, is_held=is_held)
