"""The scorer of our own: the translation model says how probable the target is, given the source."""

from __future__ import annotations

from collections.abc import Sequence

from translate.alignment.hard import Candidate
from translate.config import Config
from translate.engines.scoring import ForcedDecoder
from translate.models import convert_model, resolve_model


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
    def load(self, config: Config) -> ModelScorer:
        engine = config.engine
        model = resolve_model(engine.model, revision=engine.revision, offline=engine.offline)
        decoder = ForcedDecoder(engine, convert_model(model, engine.compute_type))
        return ModelScorer(decoder, f"model/{model.name}@{model.digest[:7]}")


PLUGIN = ModelPlugin()
