"""Growth: a model with more layers says what it said before, and its new layers can learn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
import torch

from translate.data import Model
from translate.errors import UsageError
from translate.training.folders import Loaded
from translate.training.growth import grow_encoder
from translate.training.model import Marian, Shape
from translate.training.vocabulary import Vocabulary

SHAPE = Shape(vocabulary=40, pad=0, d=16, ffn=24, heads=2, encoder_layers=3, decoder_layers=1)


def some_model() -> Loaded:
    torch.manual_seed(5)
    model = Marian(SHAPE)
    with torch.no_grad():
        for name, p in model.named_parameters():
            if "layer_norm" in name:
                p.add_(torch.randn_like(p) * 0.1)
    weights = {name: p.detach().clone() for name, p in model.named_parameters()}
    return Loaded(Model("small", Path(), ""), SHAPE, weights, cast(Vocabulary, None), 96)


def states(loaded: Loaded) -> torch.Tensor:
    model = Marian(loaded.shape)
    model.load_state_dict(loaded.weights)
    with torch.no_grad():
        return model.eval().encode(torch.arange(1, 31).reshape(3, 10))[0]


@pytest.mark.parametrize("layers", [4, 5, 6])
def test_a_grown_encoder_says_nearly_the_same(layers: int) -> None:
    small = some_model()
    grown = grow_encoder(small, layers)
    assert grown.shape == replace(SHAPE, encoder_layers=layers)
    before, after = states(small), states(grown)
    assert float((after - before).norm() / before.norm()) < 0.2
    likeness = torch.nn.functional.cosine_similarity(before.flatten(0, 1), after.flatten(0, 1))
    assert float(likeness.min()) > 0.97


def test_growth_to_its_own_size_changes_nothing() -> None:
    small = some_model()
    grown = grow_encoder(small, 3)
    assert grown.weights.keys() == small.weights.keys()
    assert all(torch.equal(grown.weights[name], tensor) for name, tensor in small.weights.items())


def test_the_new_layers_stand_evenly_between_the_old_ones() -> None:
    grown = grow_encoder(some_model(), 5)
    closed = [n for n in range(5) if not grown.weights[f"encoder.layers.{n}.fc2.weight"].any()]
    assert closed == [2, 4]


def test_a_new_layer_learns() -> None:
    grown = grow_encoder(some_model(), 4)
    model = Marian(grown.shape)
    model.load_state_dict(grown.weights)
    source = torch.arange(1, 31).reshape(3, 10)
    loss, _ = model(source, source, source, 0.1, 1.0)
    loss.backward()
    for name in ("self_attn.out_proj.weight", "fc2.weight"):
        gradient = model.get_parameter(f"encoder.layers.3.{name}").grad
        assert gradient is not None and gradient.abs().max() > 0


@pytest.mark.parametrize("layers", [2, 7])
def test_fewer_layers_or_more_than_twice_as_many_are_refused(layers: int) -> None:
    with pytest.raises(UsageError, match=f"'grown_layers' is {layers}; expected 3, the encoder layers of small, to 6"):
        grow_encoder(some_model(), layers)
