"""The scorer of our own: the translation model says how probable the target is, given the source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from translate.alignment.hard import Candidate
from translate.config import Config
from translate.engines.ctranslate2 import CTranslate2Decoder, find_kernel_of
from translate.engines.scoring import ForcedDecoder
from translate.languages import DEFAULT_MODEL
from translate.models import convert_model, resolve_model
from translate.run.pair import check_pair, translates


class ModelScorer:
    """Forced decoding of a bead's segments, joined by spaces.

    What counts is the mean over the pieces, once for each target segment: sums over pieces make long segments count for
    more than a small model knows of them.
    """

    weight = 0.5

    def __init__(self, decoder: ForcedDecoder, signature: str) -> None:
        self._decoder = decoder
        self.signature = signature

    def score(self, candidates: Sequence[Candidate]) -> list[float | None]:
        forced = self._decoder.score([(" ".join(c.source), " ".join(c.target)) for c in candidates])
        return [
            None if one is None else one.mean * len(candidate.target)
            for one, candidate in zip(forced, candidates, strict=True)
        ]


class ModelPlugin:
    def load(self, config: Config) -> ModelScorer | None:
        engine = config.engine
        model = resolve_model(engine.model, revision=engine.revision, offline=engine.offline)
        if engine.model == DEFAULT_MODEL and not translates(model, config.source_language, config.target_language):
            return None
        check_pair(config, model)
        model = convert_model(model, engine.compute_type)
        kernel = find_kernel_of(engine, model, partial(CTranslate2Decoder, engine, model))
        return ModelScorer(ForcedDecoder(engine, model), f"model/{model.name}@{model.digest[:7]}/{kernel.digits}")


PLUGIN = ModelPlugin()
