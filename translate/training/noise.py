"""Noise: pairs that a model finds unlikely, by forced decoding, are often none (Junczys-Dowmunt 2018)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from translate.config import EngineConfig
from translate.engines.scoring import ForcedDecoder
from translate.languages import DEFAULT_MODEL
from translate.models import convert_model, resolve_model
from translate.training.pairscores import PairScores
from translate.training.prepare import Scorer
from translate.training.recipe import Recipe
from translate.training.sources import Pair


def noise_scorer(recipe: Recipe) -> Scorer | None:
    """Return what judges pairs, or None where the recipe drops none for noise.

    :raises ModelError: where the model is not to be had.
    """
    if not recipe.filters.noisiest_share and not any(data.noisiest for data in recipe.data):
        return None
    name = recipe.filters.noise_model or recipe.init or DEFAULT_MODEL
    decoder = ForcedDecoder(EngineConfig(threads=recipe.machine.threads), convert_model(resolve_model(name), "int8"))

    def score(pairs: Sequence[Pair]) -> list[float]:
        found = decoder.score([(pair.source, pair.target) for pair in pairs])
        return [-math.inf if one is None else one.mean for one in found]

    if not recipe.filters.scores:
        return score
    kept = PairScores(Path(recipe.filters.scores))
    return lambda pairs: kept.score(pairs, score)
