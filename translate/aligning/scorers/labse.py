"""A scorer for those who have the memory: cosines of the sentence embeddings of LaBSE (Feng et al. 2022)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

from translate.alignment.hard import Candidate
from translate.config import Config
from translate.errors import ModelError

DEFAULT_MODEL = "sentence-transformers/LaBSE"
_BATCH_TEXTS = 32
_MAX_PIECES = 512


class EmbeddingScorer:
    """Embeds both sides of a bead; the cosine counts once for each segment, so that sums over beads compare."""

    weight = 10.0
    """A cosine of 0.1 more or less is a nat."""

    def __init__(self, tokenizer: Any, model: Any, signature: str) -> None:
        self._tokenizer, self._model = tokenizer, model
        self.signature = signature

    def score(self, candidates: Sequence[Candidate]) -> list[float | None]:
        texts = {" ".join(side) for candidate in candidates for side in (candidate.source, candidate.target)}
        vectors = self._embed(sorted(texts))
        scores: list[float | None] = []
        for candidate in candidates:
            one, other = vectors[" ".join(candidate.source)], vectors[" ".join(candidate.target)]
            size = (len(candidate.source) + len(candidate.target)) / 2
            scores.append(None if one is None or other is None else float(one @ other) * size)
        return scores

    def _embed(self, texts: Sequence[str]) -> dict[str, NDArray[np.float32] | None]:
        """Return the vectors, of unit length, of texts; None for one that the model is too small for.

        Texts of one length in pieces share a batch, so that nothing is padded.
        """
        encoded = [self._tokenizer(text, return_tensors="pt", verbose=False) for text in texts]
        lengths: dict[int, list[int]] = {}
        for number, one in enumerate(encoded):
            lengths.setdefault(one["input_ids"].shape[1], []).append(number)
        found: dict[str, NDArray[np.float32] | None] = dict.fromkeys(texts)
        with torch.inference_mode():
            for length, numbers in lengths.items():
                if length > _MAX_PIECES:
                    continue
                for start in range(0, len(numbers), _BATCH_TEXTS):
                    batch = numbers[start : start + _BATCH_TEXTS]
                    inputs = {key: torch.cat([encoded[n][key] for n in batch]) for key in encoded[batch[0]]}
                    vectors = torch.nn.functional.normalize(self._model(**inputs).pooler_output, dim=1)
                    found.update((texts[n], v) for n, v in zip(batch, vectors.float().numpy(), strict=True))
        return found


class EmbeddingPlugin:
    def load(self, config: Config) -> EmbeddingScorer:
        """Load the model that `alignment.scorer_model` names, a folder or a hub name; LaBSE where it names none."""
        name = config.alignment.scorer_model or DEFAULT_MODEL
        local = config.engine.offline or Path(name).is_dir()
        try:
            tokenizer = AutoTokenizer.from_pretrained(name, local_files_only=local)
            model = AutoModel.from_pretrained(name, local_files_only=local).eval()
        except (OSError, ValueError) as exc:
            reason = str(exc).strip().splitlines()[0]
            raise ModelError(
                f"{name}: cannot load the sentence embeddings: {reason} Give a folder with --scorer-model."
            ) from exc
        return EmbeddingScorer(tokenizer, model, f"labse/{Path(name).name}")


PLUGIN = EmbeddingPlugin()
