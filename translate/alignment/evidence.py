"""How well beads explain their words: log-likelihood ratios of source and target segments, for a block of the lattice.

A word of one side is drawn either from the background or from a word of the other side (IBM model 1, Brown et al. 1993,
as Moore 2002 uses it to align sentences). The ratio of that probability to the background's alone is 0 for a word that
the other side says nothing about, so that merging what does not belong together costs, and deleting costs nothing here.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from translate.alignment.lexicon import Lexicon, Table, make_table, restrict
from translate.alignment.product import multiply
from translate.alignment.terms import Integers, Terms
from translate.records import dataclass

Floats = NDArray[np.float32]
MAX_SIZE = 4
"""Segments that a bead may hold of one side."""
FEATURES = ("target_words", "source_words", "hypothesis_words", "length")
_LEXICON_SHARE = 0.5
"""Probability that a word comes from the lexicon, where there is no hypothesis."""
_HYPOTHESIS_SHARE = 0.3
"""Probability that a word comes from the hypothesis, beside the lexicon."""
_COGNATE_SHARE, _HYPOTHESIS_ALONE = 0.25, 0.6
"""The same where no lexicon is there, and only what looks alike is known of the source."""
_MAX_RATIO = 5.0
"""Nats that a single word can say; more would let one rare coincidence decide."""
_COGNATE_LETTERS = 5
_COGNATE = 0.3
"""Probability that a word has the other side's word of the same letters, where the lexicon does not know it."""
_IDENTITY = 0.6
"""Probability that a hypothesis uses the very word of the target."""
_UNKNOWN_SHARE = 2e-6


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that the words of two documents say about beads."""

    source: Terms
    target: Terms
    hypotheses: Terms | None
    forward: Table
    """p(target term | source term)."""
    backward: Table
    echo: Table
    """p(target term | hypothesis term)."""
    source_background: Floats
    target_background: Floats
    hypothesis_background: Floats
    has_lexicon: bool
    length_ratio: float
    """Characters of the target to one of the source."""

    def measure(self, rows: range, columns: range, size: int = MAX_SIZE) -> Floats:
        """Return the features of all beads that begin in a block: (feature, n - 1, m - 1, rows, columns).

        Beads that reach beyond the end of a document hold fewer segments; nobody asks for them.

        :param size: segments of one side that the largest bead holds.
        """
        sources = range(rows.start, min(rows.stop + size - 1, len(self.source)))
        targets = range(columns.start, min(columns.stop + size - 1, len(self.target)))
        features: Floats = np.zeros((len(FEATURES), size, size, len(rows), len(columns)), np.float32)
        if not sources or not targets:
            return features
        source_terms, source_counts = self.source.count(sources)
        target_terms, target_counts = self.target.count(targets)
        lexical = multiply(source_counts, _dense(self.forward, source_terms, target_terms))
        sizes = source_counts.sum(1)
        lexical_share = _LEXICON_SHARE if self.has_lexicon or self.hypotheses is None else _COGNATE_SHARE
        told: list[tuple[Floats, Floats, float]] = [(lexical, sizes, lexical_share)]
        if self.hypotheses is not None:
            hypothesis_terms, hypothesis_counts = self.hypotheses.count(sources)
            echo = _dense(self.echo, hypothesis_terms, target_terms)
            share = _HYPOTHESIS_SHARE if self.has_lexicon else _HYPOTHESIS_ALONE
            told.append((multiply(hypothesis_counts, echo), hypothesis_counts.sum(1), share))
            back = [(multiply(target_counts, echo.T), target_counts.sum(1), _LEXICON_SHARE)]
            background = self.hypothesis_background[hypothesis_terms]
            ratios = _ratios(back, background, hypothesis_counts, (len(columns), size))
            _fill(features[2].swapaxes(0, 1).swapaxes(2, 3), ratios, len(rows))
        ratios = _ratios(told, self.target_background[target_terms], target_counts, (len(rows), size))
        _fill(features[0], ratios, len(columns))
        lexical = multiply(target_counts, _dense(self.backward, target_terms, source_terms))
        back = [(lexical, target_counts.sum(1), _LEXICON_SHARE)]
        ratios = _ratios(back, self.source_background[source_terms], source_counts, (len(columns), size))
        _fill(features[1].swapaxes(0, 1).swapaxes(2, 3), ratios, len(rows))
        features[3] = self._lengths(rows, columns, size)
        return features

    def _lengths(self, rows: range, columns: range, size: int) -> Floats:
        """Return minus half the squared deviation of the length ratio, for each bead (after Gale & Church 1993)."""
        source = _windows(self.source.characters, rows, size) * self.length_ratio
        target = _windows(self.target.characters, columns, size)
        expected = source[:, None, :, None]
        found = target[None, :, None, :]
        deviation = np.log((found + _SLACK) / (expected + _SLACK))
        variance = _VARIANCE_FLOOR + _VARIANCE_SLOPE / np.maximum((expected + found) / 2, 1.0)
        lengths: Floats = np.maximum(-0.5 * deviation**2 / variance, -_MAX_LENGTH_COST).astype(np.float32)
        return lengths


_SLACK = 4.0
_VARIANCE_FLOOR = 0.03
_VARIANCE_SLOPE = 1.5
_MAX_LENGTH_COST = 12.0


def gather(
    source: Terms, target: Terms, hypotheses: Terms | None, lexicon: Lexicon, *, length_ratio: float = 1.0
) -> Evidence:
    """Bring together what is known of the words of two documents.

    :param hypotheses: terms of the translations of the source segments, one a segment; None where no engine ran.
    :param length_ratio: characters of the target to one of the source, as their languages have it.
    """
    forward, backward = restrict(lexicon, source.vocabulary, target.vocabulary)
    forward = _with_cognates(forward, source.vocabulary, target.vocabulary)
    backward = _with_cognates(backward, target.vocabulary, source.vocabulary)
    english = dict(zip(lexicon.target_terms, lexicon.target_shares.tolist(), strict=True))
    french = dict(zip(lexicon.source_terms, lexicon.source_shares.tolist(), strict=True))
    echo, shares = make_table(_NONE, _NONE, np.zeros(0), 0), np.zeros(0, np.float32)
    if hypotheses is not None:
        echo = _same_words(hypotheses.vocabulary, target.vocabulary)
        shares = _background(hypotheses, english)
    return Evidence(
        source,
        target,
        hypotheses,
        forward,
        backward,
        echo,
        _background(source, french),
        _background(target, english),
        shares,
        bool(lexicon.source_terms),
        length_ratio,
    )


_NONE = np.zeros(0, np.int64)


def _background(terms: Terms, known: dict[str, float]) -> Floats:
    """Return how probable each term is anyway: in its language and in this document, half and half."""
    general = np.fromiter((known.get(t, _UNKNOWN_SHARE) for t in terms.vocabulary), np.float32, len(terms.vocabulary))
    background: Floats = ((general + terms.shares()) / 2).astype(np.float32)
    return background


def _with_cognates(table: Table, rows: tuple[str, ...], columns: tuple[str, ...]) -> Table:
    """Give terms that the table does not know to their likes on the other side: names, numbers, cognates."""
    by_start: dict[str, list[int]] = {}
    for place, term in enumerate(columns):
        by_start.setdefault(term[:_COGNATE_LETTERS], []).append(place)
    known = np.diff(table.starts)
    row, column, value = [], [], []
    for place, term in enumerate(rows):
        likes = by_start.get(term[:_COGNATE_LETTERS], ())
        if known[place] or not likes or (len(term) < 3 and not term.isdigit()):
            continue
        equal = [like for like in likes if columns[like] == term]
        chosen = equal or ([] if term[0].isdigit() or len(term) < _COGNATE_LETTERS else likes)
        row += [place] * len(chosen)
        column += chosen
        value += [(2 * _COGNATE if equal else _COGNATE) / max(1, len(chosen))] * len(chosen)
    owner = np.repeat(np.arange(len(rows)), known)
    return make_table(
        np.concatenate([owner, np.array(row, np.int64)]),
        np.concatenate([table.columns, np.array(column, np.int64)]),
        np.concatenate([table.values, np.array(value, np.float32)]),
        len(rows),
    )


def _same_words(rows: tuple[str, ...], columns: tuple[str, ...]) -> Table:
    places = {term: place for place, term in enumerate(columns)}
    shared = [(place, places[term]) for place, term in enumerate(rows) if term in places]
    row = np.array([place for place, _ in shared], np.int64)
    column = np.array([place for _, place in shared], np.int64)
    return make_table(row, column, np.full(len(shared), _IDENTITY), len(rows))


def _dense(table: Table, rows: Integers, columns: Integers) -> Floats:
    """Return a part of `table` as a matrix."""
    owner, column, value = table.entries_of(rows)
    place = np.searchsorted(columns, column)
    place[place == len(columns)] = 0
    kept = columns[place] == column if len(columns) else np.zeros(len(column), bool)
    dense: Floats = np.zeros((len(rows), len(columns)), np.float32)
    dense[owner[kept], place[kept]] = value[kept]
    return dense


def _windows(values: Floats, starts: range, size: int) -> Floats:
    """Return sums over 1 to `size` neighbours from each start: (size - 1, starts); the end adds nothing."""
    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    first = np.minimum(np.arange(starts.start, starts.stop), len(values))
    last = np.minimum(first[None, :] + np.arange(1, size + 1)[:, None], len(values))
    windows: Floats = (sums[last] - sums[first]).astype(np.float32)
    return windows


def _ratios(
    told: list[tuple[Floats, Floats, float]], background: Floats, counts: Floats, wanted: tuple[int, int]
) -> Floats:
    """Return the log-likelihood ratios of segments given some of the other side: (size - 1, starts, segments).

    :param told: for each source of knowledge, the expected counts of terms given each segment of the other side
        (segments, terms), the sizes of these segments, and the share of words that this knowledge is trusted with.
    :param counts: how often each segment holds each term.
    :param wanted: of how many starts, and up to how many segments from each.
    """
    starts, most = wanted
    ratios: Floats = np.empty((most, starts, len(counts)), np.float32)
    rest = 1.0 - sum(share for _, _, share in told)
    sums = [(expected[:starts].copy(), size[:starts].copy()) for expected, size, _ in told]
    for size in range(most):
        gain: Floats = np.full((starts, len(background)), rest, np.float32)
        for (expected, sizes, share), (expected_sum, size_sum) in zip(told, sums, strict=True):
            if size:
                more = expected[size : starts + size]
                expected_sum[: len(more)] += more
                size_sum[: len(more)] += sizes[size : starts + size]
            gain[: len(expected_sum)] += share * expected_sum / (np.maximum(size_sum, 1.0)[:, None] * background)
        np.log(gain, out=gain)
        np.minimum(gain, _MAX_RATIO, out=gain)
        ratios[size] = multiply(gain, counts.T)
    return ratios


def _fill(feature: Floats, ratios: Floats, columns: int) -> None:
    """Sum ratios of single segments up to those of several: into (given size, size, given, columns)."""
    most, _, segments = ratios.shape
    sums = np.concatenate([np.zeros((*ratios.shape[:2], 1)), np.cumsum(ratios, axis=2, dtype=np.float64)], axis=2)
    first = np.minimum(np.arange(columns), segments)
    for size in range(1, most + 1):
        last = np.minimum(first + size, segments)
        feature[:, size - 1] = sums[:, :, last] - sums[:, :, first]
