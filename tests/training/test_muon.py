"""Muon's updates weigh all directions alike, and a run that is interrupted goes on as if it had not been."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from tests.training.conftest import Impatient, Silent, with_updates
from translate.errors import UsageError
from translate.training.checkpoints import Checkpoints
from translate.training.model import Marian, Shape
from translate.training.muon import STRENGTH, MixedMuon, orthogonalise
from translate.training.recipe import Recipe
from translate.training.train import train

SHAPE = Shape(vocabulary=50, pad=49, d=16, ffn=32, heads=2, encoder_layers=1, decoder_layers=1)


def learn(model: Marian) -> None:
    loss, _ = model(torch.tensor([[5, 6, 0]]), torch.tensor([[49, 7, 8]]), torch.tensor([[7, 8, 0]]), 0.1, 1 / 3)
    loss.backward()


def test_singular_values_come_near_one_and_directions_stay() -> None:
    torch.manual_seed(1)
    stack = torch.randn(3, 16, 32) * torch.tensor([1e-3, 1.0, 1e3])[:, None, None]
    made = orthogonalise(stack)
    values = torch.linalg.svdvals(made)
    assert values.min() > 0.3 and values.max() < 1.3
    u, _, vh = torch.linalg.svd(stack, full_matrices=False)
    assert torch.nn.functional.cosine_similarity(made.flatten(1), (u @ vh).flatten(1)).min() > 0.95


def test_an_update_of_a_matrix_is_as_long_as_the_rate_says_whatever_the_gradient() -> None:
    torch.manual_seed(1)
    model = Marian(SHAPE)
    optimiser = MixedMuon(model, dtype=torch.float32, zero_row=49)
    before = optimiser.weights()
    learn(model)
    for p in model.parameters():
        p.grad = None if p.grad is None else p.grad * 1000
    optimiser.step(1e-2)
    name = "encoder.layers.0.fc1.weight"
    moved = torch.linalg.matrix_norm(optimiser.weights()[name] - before[name], 2)
    assert float(moved) == pytest.approx(STRENGTH * 32**0.5 * 1e-2, rel=0.35)


def test_the_start_embedding_stays_zero_and_the_others_learn() -> None:
    torch.manual_seed(1)
    model = Marian(SHAPE)
    optimiser = MixedMuon(model, dtype=torch.bfloat16, zero_row=49)
    before = optimiser.weights()
    for _ in range(3):
        learn(model)
        optimiser.step(1e-2)
    after = optimiser.weights()
    assert not after["shared.weight"][49].any()
    changed = [name for name in before if not torch.equal(before[name], after[name])]
    assert "shared.weight" in changed and "decoder.layers.0.encoder_attn.q_proj.weight" in changed


def test_a_gradient_that_is_no_number_changes_no_weight() -> None:
    model = Marian(SHAPE)
    optimiser = MixedMuon(model, dtype=torch.float32, zero_row=49)
    before = optimiser.weights()
    for p in model.parameters():
        p.grad = torch.full_like(p, float("nan"))
    norm = optimiser.step(1e-2)
    assert math.isnan(norm)
    assert all(torch.equal(before[name], tensor) for name, tensor in optimiser.weights().items())


def test_an_interrupted_run_ends_with_the_very_weights_of_one_that_was_not_their_mean_too(
    recipe: Recipe, tmp_path: Path, quickly: None
) -> None:
    recipe = replace(recipe, schedule=replace(recipe.schedule, optimiser="muon", hold=True, mean=0.8))
    train(recipe, tmp_path / "whole", Silent())
    with pytest.raises(KeyboardInterrupt):
        train(recipe, tmp_path / "stopped", Impatient())
    train(recipe, tmp_path / "stopped", Silent())
    weights = [(tmp_path / name / "model.safetensors").read_bytes() for name in ("whole", "stopped")]
    assert weights[0] == weights[1]
    last = Checkpoints(tmp_path / "whole" / "training").load() or {}
    kept = Checkpoints(tmp_path / "whole" / "training").load_best(12)
    assert not torch.equal(kept["shared.weight"], last["weights"]["shared.weight"])  # the mean is what is validated


def test_another_optimiser_is_refused_by_name(recipe: Recipe, tmp_path: Path) -> None:
    recipe = with_updates(replace(recipe, schedule=replace(recipe.schedule, optimiser="lion")), 1)
    with pytest.raises(UsageError, match=r"'lion'.*adamw, muon"):
        train(recipe, tmp_path / "model", Silent())
