"""Minimum risk training from lists of hypotheses (Shen et al. 2016; Edunov et al. 2018, *Classical structured
prediction losses for sequence to sequence learning*).

The likelihood of references makes a model probable word by word; what is asked of it is that its whole sentence be near
to the reference. Over the hypotheses that a wide beam gave, the expected gain, by the model's own probabilities of
them, goes up; the reference keeps a share of the likelihood, without which the model would forget how to write.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from translate.records import dataclass
from translate.training.model import UNSAID, Marian
from translate.training.vocabulary import Pieces

_ROWS = 1024
"""Scores over the vocabulary exist for so many rows at a time."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """A source, some hypotheses, how good each is, and the reference, in pieces without the end piece.

    `gains` has one number a hypothesis, the greater the better: here BLEU and chrF of the sentence, 0 to 1.
    """

    source: Pieces
    hypotheses: tuple[Pieces, ...]
    gains: tuple[float, ...]
    reference: Pieces

    def targets(self) -> tuple[Pieces, ...]:
        return (*self.hypotheses, self.reference)


@dataclass(frozen=True, slots=True)
class RiskWeights:
    """How much the risk and the likelihood of references count.

    `temper` multiplies the log probabilities before they are made to sum to one: less than 1 keeps the less likely
    hypotheses in sight.
    """

    risk: float = 10.0
    likelihood: float = 0.3
    temper: float = 0.5
    smoothing: float = 0.1


@dataclass(frozen=True, slots=True)
class RiskReading:
    """Of a batch: one less the expected gain, a mean over sources, and the loss of references in nats a piece."""

    risk: float
    nll: float


def risk_backward(model: Marian, batch: Sequence[Candidates], *, end: int, weights: RiskWeights) -> RiskReading:
    """Add the gradient of a batch to the weights of `model`, divided by the pieces of its references.

    The loss is, summed over sources, `risk` times the expectation of minus the gain, and `likelihood` times the
    label-smoothed cross entropy of the reference. The encoder reads a source once for all its targets.

    :param end: the end piece.
    """
    pad, said = model.shape.pad, model.said
    memory, mask = model.encode(_table([one.source for one in batch], end, pad)[0])
    counts = [len(one.hypotheses) + 1 for one in batch]
    owner = torch.from_numpy(np.repeat(np.arange(len(batch)), counts))
    after, is_piece = _table([target for one in batch for target in one.targets()], end, pad)
    before = torch.cat([torch.full_like(after[:, :1], pad), after[:, :-1]], 1)
    states = model.decode(before, memory.index_select(0, owner), mask.index_select(0, owner))
    labels = model.column[after]
    use = is_piece & (labels != UNSAID)
    places = use.flatten().nonzero().squeeze(1)
    # The output is the dearest part: not for padding.
    rows = states.reshape(-1, model.shape.d).index_select(0, places)
    table, bias = functional.embedding(said, model.shared.weight), model.bias.index_select(0, said)
    gold = labels.flatten()[places]
    target_of = torch.arange(len(owner))[:, None].expand_as(use).flatten()[places]
    with torch.no_grad():
        spoken = [
            torch.log_softmax(functional.linear(rows[at : at + _ROWS], table, bias).float(), 1).gather(
                1, gold[at : at + _ROWS, None]
            )[:, 0]
            for at in range(0, len(rows), _ROWS)
        ]
        log_p = torch.zeros(len(owner)).index_add_(0, target_of, torch.cat(spoken))
        factors, risk = _factors(log_p, batch, weights)
        is_reference = torch.zeros(len(owner), dtype=torch.bool)
        is_reference[torch.from_numpy(np.cumsum(counts) - 1)] = True
        pieces = int(use[is_reference].sum())
        gradients = _output_gradients(
            rows,
            table,
            bias,
            gold,
            factors[target_of] / pieces,
            torch.where(is_reference, weights.smoothing, 0.0)[target_of],
        )
    torch.autograd.backward([rows, table, bias], gradients)
    return RiskReading(risk / len(batch), -float(log_p[is_reference].sum()) / pieces)


def _factors(log_p: Tensor, batch: Sequence[Candidates], weights: RiskWeights) -> tuple[Tensor, float]:
    """Return by how much the cross entropy of each target counts, [targets], and the sum of all risks.

    The derivative of the expected gain Σ q·g, where q = softmax(temper · log p), by log p is temper · q · (g − Σ q·g).
    """
    factors, risk, at = torch.empty_like(log_p), 0.0, 0
    for one in batch:
        last = at + len(one.hypotheses)
        share, gain = torch.softmax(weights.temper * log_p[at:last], 0), torch.tensor(one.gains)
        expected = (share * gain).sum()
        factors[at:last] = weights.risk * weights.temper * share * (gain - expected)
        factors[last] = weights.likelihood
        risk, at = risk + 1 - float(expected), last + 1
    return factors, risk


def _output_gradients(
    rows: Tensor, table: Tensor, bias: Tensor, gold: Tensor, factors: Tensor, smoothing: Tensor
) -> list[Tensor]:
    """Return the gradients by `rows`, `table` and `bias` of the cross entropy of each row, times its factor."""
    d_rows = torch.empty_like(rows)
    d_table, d_bias = torch.zeros(table.shape), torch.zeros(bias.shape)
    for at in range(0, len(rows), _ROWS):
        part, smooth = rows[at : at + _ROWS], smoothing[at : at + _ROWS, None]
        gradient = torch.softmax(functional.linear(part, table, bias).float(), 1) - smooth / len(table)
        gradient.scatter_add_(1, gold[at : at + _ROWS, None], smooth - 1)
        gradient = gradient.mul_(factors[at : at + _ROWS, None]).to(rows.dtype)
        d_rows[at : at + _ROWS] = gradient @ table
        d_table += gradient.t() @ part
        d_bias += gradient.sum(0, dtype=torch.float32)
    return [d_rows, d_table.to(table.dtype), d_bias.to(bias.dtype)]


def _table(texts: Sequence[Pieces], end: int, pad: int) -> tuple[Tensor, Tensor]:
    """Return texts as rows, each with the end piece, [texts, longest + 1], and which places are theirs."""
    lengths = np.array([len(text) for text in texts])
    table = np.full((len(texts), int(lengths.max()) + 1), pad, np.int64)
    for row, text in zip(table, texts, strict=True):
        row[: len(text)], row[len(text)] = text, end
    return torch.from_numpy(table), torch.from_numpy(np.arange(table.shape[1]) <= lengths[:, None])
