"""What all engines for Marian models share: pieces, parting, batches, and one hypothesis for each segment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from translate.config import EngineConfig
from translate.data import Hypothesis, Issue, Model, Severity
from translate.engines.batches import iter_batches
from translate.engines.parting import part
from translate.engines.pieces import Pieces

Batch = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a model says to one list of source pieces. `log_probability` is a mean over the target pieces."""

    pieces: Sequence[str]
    log_probability: float
    is_finished: bool
    """False where the model had not ended the sentence at the longest length that was allowed."""


class Decoder(Protocol):
    """Runs a model on batches of source pieces, all of one length in a batch."""

    def iter_decode(self, batches: Iterable[Batch]) -> Iterator[Sequence[Decoded]]: ...


def longest_target(source_pieces: int) -> int:
    """Return how many target pieces are allowed: more than any translation needs, so that a loop ends."""
    return 2 * source_pieces + 30


class MarianEngine:
    """Translates with a Marian model; the decoder decides on what machine and with what library."""

    def __init__(self, config: EngineConfig, model: Model, decoder: Decoder, *, kind: str) -> None:
        self._pieces = Pieces(model)
        self._decoder = decoder
        self._limit = min(config.max_source_pieces or self._pieces.limit(), self._pieces.limit())
        self._budget = config.batch_pieces
        self.signature = f"{kind}|{model.digest}|{config.compute_type}|beam {config.beam}|limit {self._limit}"

    def iter_translate(self, texts: Sequence[str]) -> Iterator[Mapping[int, Hypothesis]]:
        places: dict[str, list[int]] = {}
        for index, text in enumerate(texts):
            places.setdefault(text, []).append(index)
        unique = list(places)
        encoded = self._pieces.encode(unique)
        whole = [number for number, pieces in enumerate(encoded) if 0 < len(pieces) <= self._limit]
        for number, pieces in enumerate(encoded):
            if not pieces:
                yield dict.fromkeys(places[unique[number]], Hypothesis("", 0.0))
            elif len(pieces) > self._limit:
                yield dict.fromkeys(places[unique[number]], self._translate_parted(unique[number]))
        for numbers, results in self._decode([encoded[number] for number in whole]):
            yield {
                index: self._hypothesis(decoded)
                for number, decoded in zip(numbers, results, strict=True)
                for index in places[unique[whole[number]]]
            }

    def _decode(self, encoded: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], Sequence[Decoded]]]:
        batches = list(iter_batches([len(pieces) for pieces in encoded], self._budget))
        results = self._decoder.iter_decode([encoded[number] for number in batch] for batch in batches)
        yield from zip(batches, results, strict=True)

    def _hypothesis(self, decoded: Decoded) -> Hypothesis:
        issues: tuple[Issue, ...] = ()
        if not decoded.is_finished:
            length = len(decoded.pieces)
            message = f"The model did not end its sentence within {length} pieces; the target is incomplete or loops."
            issues = (Issue("unfinished", Severity.ERROR, message, float(length)),)
        return Hypothesis(self._pieces.decode(decoded.pieces), decoded.log_probability, issues)

    def _translate_parted(self, text: str) -> Hypothesis:
        """Translate a segment over the limit in parts, and join them; the score is the mean over all pieces."""
        parts = [piece for piece in part(text, self._fits) if piece.strip()]
        encoded = self._pieces.encode(parts)
        filled = [number for number, pieces in enumerate(encoded) if pieces]
        found: dict[int, Decoded] = {}
        for numbers, results in self._decode([encoded[number] for number in filled]):
            found.update(zip((filled[number] for number in numbers), results, strict=True))
        ordered = [found[number] for number in sorted(found)]
        length = sum(len(decoded.pieces) + 1 for decoded in ordered)
        score = sum(decoded.log_probability * (len(decoded.pieces) + 1) for decoded in ordered) / max(1, length)
        hypotheses = [self._hypothesis(decoded) for decoded in ordered]
        message = f"The segment is over the model's limit of {self._limit} pieces; translated in {len(ordered)} parts."
        issues = [Issue("parted", Severity.INFO, message, float(len(ordered)))]
        issues += [issue for hypothesis in hypotheses for issue in hypothesis.issues]
        return Hypothesis(" ".join(hypothesis.text for hypothesis in hypotheses), score, tuple(issues))

    def _fits(self, text: str) -> bool:
        return len(self._pieces.encode([text])[0]) <= self._limit
