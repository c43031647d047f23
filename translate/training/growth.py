"""Growth: a trained model gets more layers in its encoder, which change next to nothing before they have learnt.

A new layer stands behind one that is there, and begins as its copy with both branches closed: what attention and the
feed-forward net add is zero (as in Bachlechner et al. 2021), and its norms undo themselves. Growing a trained model
costs a fraction of training a deep one (Gong et al. 2019).
"""

from __future__ import annotations

from dataclasses import replace

import torch

from translate.errors import UsageError
from translate.training.folders import Loaded, Weights

_LAYER = "encoder.layers."
_CLOSED = ("self_attn.out_proj", "fc2")
_NORMS = ("self_attn_layer_norm", "final_layer_norm")


def grow_encoder(loaded: Loaded, layers: int) -> Loaded:
    """Return a model with so many layers in the encoder: the new ones are spread evenly behind the old ones.

    :raises UsageError: where it has more layers already, or would get more than twice as many.
    """
    had = loaded.shape.encoder_layers
    if not had <= layers <= 2 * had:
        raise UsageError(
            f"'grown_layers' is {layers}; expected {had}, the encoder layers of {loaded.model.name}, to {2 * had}."
        )
    weights = {name: tensor for name, tensor in loaded.weights.items() if not name.startswith(_LAYER)}
    place = 0
    for number in range(had):
        old = _layer(loaded.weights, number)
        weights |= _named(old, place)
        place += 1
        if (number + 1) * (layers - had) // had > number * (layers - had) // had:
            weights |= _named(_closed(old), place)
            place += 1
    return replace(loaded, shape=replace(loaded.shape, encoder_layers=layers), weights=weights)


def _layer(weights: Weights, number: int) -> Weights:
    start = f"{_LAYER}{number}."
    return {name.removeprefix(start): tensor for name, tensor in weights.items() if name.startswith(start)}


def _named(layer: Weights, number: int) -> Weights:
    return {f"{_LAYER}{number}.{name}": tensor for name, tensor in layer.items()}


def _closed(layer: Weights) -> Weights:
    """Return a layer that hands on what `layer` gives, but for differences between places in mean and spread."""
    gain, shift = layer["final_layer_norm.weight"], layer["final_layer_norm.bias"]
    spread = (gain.square().mean() + shift.var(correction=0)).sqrt()
    closed = {name: tensor.clone() for name, tensor in layer.items()}
    for name in _CLOSED:
        for part in ("weight", "bias"):
            closed[f"{name}.{part}"].zero_()
    for name in _NORMS:
        closed[f"{name}.weight"] = torch.full_like(gain, float(spread))
        closed[f"{name}.bias"] = torch.full_like(shift, float(shift.mean()))
    return closed
