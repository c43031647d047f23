"""Forced decoding: how probable a model finds given targets. Pairs of texts in, log-probabilities out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from translate.config import EngineConfig
from translate.data import Model
from translate.engines.ctranslate2 import open_translator
from translate.engines.pieces import MAX_PIECES, Pieces
from translate.errors import EngineError, ModelError
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Forced:
    """`log_probability` in nats, of all pieces of the target and its end together, which are `pieces`."""

    log_probability: float
    pieces: int

    @property
    def mean(self) -> float:
        """Mean over the pieces, the scale of :class:`translate.data.Hypothesis`."""
        return self.log_probability / self.pieces


class ForcedDecoder:
    """A model that scores targets; it never generates.

    A batch holds pairs of one shape, of equal lengths in pieces on both sides, so that nothing is padded and a score
    depends on its own pair alone (docs/decisions.md).
    """

    def __init__(self, config: EngineConfig, model: Model) -> None:
        """:raises ModelError: where the model was not converted, or CTranslate2 refuses it."""
        if model.converted is None:
            raise ModelError("Forced decoding needs a converted model.")
        self._pieces = Pieces(model)
        self._budget = config.batch_pieces
        self.signature = f"forced|{model.digest}|{config.compute_type}"
        self._translator, self._workers = open_translator(config, model)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Forced | None]:
        """Return for each (source, target) how probable the target is; None for a side without or with too many pieces.

        :raises EngineError: where CTranslate2 fails.
        """
        sources = self._pieces.encode([source for source, _ in pairs])
        targets = self._pieces.encode_target([target for _, target in pairs])
        shapes: dict[tuple[int, int], list[int]] = {}
        for number, (source, target) in enumerate(zip(sources, targets, strict=True)):
            if 0 < len(source) < MAX_PIECES and 0 < len(target) < MAX_PIECES:
                shapes.setdefault((len(source), len(target)), []).append(number)
        found: list[Forced | None] = [None] * len(pairs)
        waiting: deque[tuple[list[int], list[Any]]] = deque()
        for numbers in self._batches(shapes):
            results = self._translator.score_batch(
                [self._pieces.frame(sources[number]) for number in numbers],
                [targets[number] for number in numbers],
                max_input_length=0,  # CTranslate2's default truncates at 1,024 in silence
                asynchronous=True,
            )
            waiting.append((numbers, results))
            if len(waiting) > 4 * self._workers:
                _collect(*waiting.popleft(), found)
        while waiting:
            _collect(*waiting.popleft(), found)
        return found

    def _batches(self, shapes: dict[tuple[int, int], list[int]]) -> Iterator[list[int]]:
        """Yield numbers of pairs of one shape, the longest first."""
        for (source, target), numbers in sorted(shapes.items(), reverse=True):
            size = max(1, self._budget // (source + target))
            for start in range(0, len(numbers), size):
                yield numbers[start : start + size]


def _collect(numbers: list[int], results: list[Any], found: list[Forced | None]) -> None:
    try:
        for number, result in zip(numbers, results, strict=True):
            scores = result.result().log_probs
            found[number] = Forced(float(sum(scores)), len(scores))
    except RuntimeError as exc:
        raise EngineError(f"CTranslate2 failed: {exc}") from exc
