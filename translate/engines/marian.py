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
        owners = list(places)
        prepared = self.prepare(owners)
        jobs = [(number, order) for number, parts in enumerate(prepared) for order in range(len(parts))]
        pieces = [prepared[number][order] for number, order in jobs]
        found: list[dict[int, Decoded]] = [{} for _ in owners]
        empty = [number for number, parts in enumerate(prepared) if not parts]
        yield {index: Hypothesis("", 0.0) for number in empty for index in places[owners[number]]}
        for batch, results in self._decode(pieces):
            done: dict[int, Hypothesis] = {}
            for job, decoded in zip(batch, results, strict=True):
                number, order = jobs[job]
                found[number][order] = decoded
                if len(found[number]) == len(prepared[number]):
                    hypothesis = self._join([found[number][place] for place in sorted(found[number])])
                    done |= dict.fromkeys(places[owners[number]], hypothesis)
                    found[number] = {}
            yield done

    def prepare(self, texts: Sequence[str]) -> list[list[list[str]]]:
        """Return the lists of pieces to decode for each text: one, several where it is over the limit, or none."""
        prepared: list[list[list[str]]] = []
        for text, pieces in zip(texts, self._pieces.encode(texts), strict=True):
            if len(pieces) > self._limit:
                parts = self._pieces.encode(part(text, self._fits))
                prepared.append([one for one in parts if one])
            else:
                prepared.append([pieces] if pieces else [])
        return prepared

    def _decode(self, encoded: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], Sequence[Decoded]]]:
        batches = list(iter_batches([len(pieces) for pieces in encoded], self._budget))
        results = self._decoder.iter_decode([encoded[number] for number in batch] for batch in batches)
        yield from zip(batches, results, strict=True)

    def _join(self, parts: Sequence[Decoded]) -> Hypothesis:
        """Make one hypothesis of the parts of a segment; the score is the mean over all pieces."""
        lengths = [len(decoded.pieces) + 1 for decoded in parts]  # the end piece counts
        total = sum(decoded.log_probability * length for decoded, length in zip(parts, lengths, strict=True))
        issues = []
        if len(parts) > 1:
            message = f"Over the model's limit of {self._limit} pieces; translated in {len(parts)} parts."
            issues.append(Issue("parted", Severity.INFO, message, float(len(parts))))
        for decoded in parts:
            if not decoded.is_finished:
                length = len(decoded.pieces)
                message = f"The model did not end its sentence within {length} pieces: incomplete, or a loop."
                issues.append(Issue("unfinished", Severity.ERROR, message, float(length)))
        text = " ".join(self._pieces.decode(decoded.pieces) for decoded in parts)
        score = parts[0].log_probability if len(parts) == 1 else total / sum(lengths)
        return Hypothesis(text, score, tuple(issues))

    def _fits(self, text: str) -> bool:
        return len(self._pieces.encode([text])[0]) <= self._limit
