"""Validation: held-out pairs tell what a model has learnt, and whether it reads its source at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from translate.evaluation.scores import score_corpus
from translate.records import dataclass
from translate.training.batches import Batch, collate
from translate.training.examples import Examples
from translate.training.model import UNSAID, Marian
from translate.training.sources import Pair
from translate.training.vocabulary import Vocabulary

BATCH_PAIRS, BATCH_PAIRS_ON_GPU = 32, 256
METRICS = ("bleu", "chrf", "loss")
COLLAPSED_COSINE = 0.99
"""From here on the encoder says the same at every position of a sentence."""
IGNORED_MARGIN_NATS = 0.05
"""A smaller loss for the right source than for another one's means that the source is not read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured after an update. Losses are in nats a piece, BLEU and chrF++ of a greedy translation.

    `cosine` is the mean between different positions of one sentence, as the encoder leaves them; `shuffled_nll` is the
    loss where each target stands beside another's source.
    """

    update: int
    nll: float
    shuffled_nll: float
    cosine: float
    bleu: float
    chrf: float

    def score(self, metric: str) -> float:
        """Return what is the better the higher it is: BLEU, chrF++ or the negative loss."""
        return {"bleu": self.bleu, "chrf": self.chrf, "loss": -self.nll}[metric]

    @property
    def warning(self) -> str | None:
        """Say what is wrong; None where nothing is."""
        if self.cosine > COLLAPSED_COSINE:
            return (
                f"the encoder has collapsed (cosine between positions {self.cosine:.4f}): it is the same at every "
                "position. Start again with a lower rate, and with short pairs ([schedule] short_updates)."
            )
        if self.shuffled_nll - self.nll < IGNORED_MARGIN_NATS:
            return (
                f"the model ignores the source so far: the loss is {self.nll:.2f} with the right sources and "
                f"{self.shuffled_nll:.2f} with shuffled ones. If this continues, lower the rate."
            )
        return None


class Validation:
    """A fixed set of pairs. Longer sources than the model shall read are left out; the number is in `left_out`."""

    def __init__(self, pairs: Sequence[Pair], vocabulary: Vocabulary, *, longest: int, device: str) -> None:
        sources = vocabulary.encode_source([pair.source for pair in pairs])
        targets = vocabulary.encode_target([pair.target for pair in pairs])
        fitting = [
            n for n in range(len(pairs)) if 0 < len(sources[n]) <= longest and 0 < len(targets[n]) <= 2 * longest
        ]
        fitting.sort(key=lambda n: (len(sources[n]), n))
        self.left_out = len(pairs) - len(fitting)
        self._references = [pairs[n].target for n in fitting]
        self._examples = Examples.of([(sources[n], targets[n]) for n in fitting])
        self._vocabulary, self._device = vocabulary, device
        self._batch_pairs = BATCH_PAIRS if device == "cpu" else BATCH_PAIRS_ON_GPU

    def __len__(self) -> int:
        return len(self._examples)

    def read(self, model: Marian, update: int) -> Reading:
        """Measure `model` as it is; no random number is drawn."""
        was_training = model.training
        model.eval()
        with torch.no_grad():
            right = wrong = cosine = 0.0
            pieces = sentences = 0
            said: list[str] = []
            for batch in self._batches():
                memory, mask = model.encode(batch.source)
                right += _nll(model, batch, memory, mask)
                wrong += _nll(model, batch, memory.roll(1, 0), mask.roll(1, 0))
                cosine += float(position_cosine(memory, batch.source != model.shape.pad).sum())
                pieces, sentences = pieces + batch.pieces, sentences + len(batch.source)
                rows = greedy(model, memory, mask, longest=2 * batch.source.shape[1] + 10, end=self._vocabulary.end)
                said += [self._vocabulary.decode(row) for row in rows.tolist()]
        model.train(was_training)
        bleu, chrf = (score.value for score in score_corpus(said, self._references, ("bleu", "chrf++")))
        return Reading(update, right / pieces, wrong / pieces, cosine / sentences, bleu, chrf)

    def _batches(self) -> Iterator[Batch]:
        rows, vocabulary = np.arange(len(self)), self._vocabulary
        for start in range(0, len(rows), self._batch_pairs):
            part = rows[start : start + self._batch_pairs]
            yield collate(self._examples, part, end=vocabulary.end, pad=vocabulary.pad, device=self._device)


def _nll(model: Marian, batch: Batch, memory: Tensor, mask: Tensor) -> float:
    """Return the negative log likelihood of the pieces of a batch that can be said, in nats.

    :param memory: what the encoder made of sources.
    """
    logits = model.logits(model.decode(batch.before, memory, mask)).flatten(0, 1)
    labels = batch.after.flatten()
    labels = labels.masked_fill(model.column[labels] == UNSAID, UNSAID)
    return float(functional.cross_entropy(logits, labels, ignore_index=UNSAID, reduction="sum"))


def greedy(model: Marian, memory: Tensor, mask: Tensor, *, longest: int, end: int) -> Tensor:
    """Return the likeliest next piece again and again, [batch, pieces], until all have ended or `longest` is reached.

    The decoder runs over the whole prefix each time: with two layers that costs less than a cache would in code.
    """
    said = torch.full((len(memory), 1), model.shape.pad, device=memory.device)
    is_over = torch.zeros(len(memory), dtype=torch.bool, device=memory.device)
    for _ in range(min(longest, model.shape.positions - 1)):
        states = model.decode(said, memory, mask)[:, -1]
        piece = model.logits(states).argmax(-1).masked_fill(is_over, end)
        said = torch.cat([said, piece[:, None]], 1)
        is_over |= piece == end
        if bool(is_over.all()):
            break
    return said[:, 1:]


def position_cosine(memory: Tensor, is_piece: Tensor) -> Tensor:
    """Return, for each sentence, the mean cosine between different positions, [batch]; 0 where there is one alone."""
    unit = functional.normalize(memory.float(), dim=-1) * is_piece[..., None]
    count = is_piece.sum(1).float()
    total = unit.sum(1).square().sum(-1)  # the squared length of the sum holds every pair twice, and each itself
    return (total - count) / (count * (count - 1)).clamp(min=1)
