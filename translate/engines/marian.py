"""What all engines for Marian models share: pieces, parting, batches, and one draft for each text."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache, partial
from typing import Protocol

from translate.config import EngineConfig
from translate.data import Issue, Model, Severity
from translate.engines.base import DEFAULT_WAY, Draft, Links, Way
from translate.engines.batches import iter_batches
from translate.engines.links import Attend, Part, join_links
from translate.engines.pieces import Pieces
from translate.records import dataclass
from translate.segmentation.clauses import mend_seams, part

Batch = Sequence[Sequence[str]]
Attention = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a model says to one list of source pieces. `log_probability` is a mean over the target pieces."""

    pieces: Sequence[str]
    log_probability: float
    is_finished: bool
    """False where the model had not ended the sentence at the longest length that was allowed."""
    others: tuple[Decoded, ...] = ()
    attend: Attend | None = field(default=None, compare=False, repr=False)
    """None where the library has no attention."""


class Decoder(Protocol):
    """Runs a model on batches of source pieces, all of one length in a batch."""

    @property
    def workers(self) -> int:
        """How many batches it works on at once."""
        ...

    def submit(self, batch: Batch, way: Way) -> Callable[[], Sequence[Decoded]]:
        """Have a batch decoded; what is returned waits for the results."""
        ...

    def decode_on(
        self, source: Sequence[str], prefix: Sequence[str], suppressed: Sequence[Sequence[str]]
    ) -> Decoded | None: ...


_MIN_PART_PIECES = 6
_BATCHES_A_WORKER = 4
"""So many lie ready or done for each worker, which outlasts the writing of a document."""
MOST_OVERTAKING = 16
"""So many batches may overtake a text that was asked for before them."""


def longest_target(source_pieces: int) -> int:
    """Return how many target pieces are allowed: more than any translation needs, so that a loop ends."""
    return 2 * source_pieces + 30


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The parts of one text, and the pieces of each."""

    texts: Sequence[str]
    pieces: Sequence[Sequence[str]]


@dataclass(slots=True)
class _Order:
    """A text that was asked for: the numbers of its drafts, and what was decoded of its parts."""

    text: str
    prepared: _Prepared
    numbers: list[int] = field(default_factory=list)
    found: dict[int, Decoded] = field(default_factory=dict)
    since: int = 0
    """How many batches had been submitted when it was asked for."""


_Part = tuple[_Order, int]
_Waiting = tuple[Way, list[_Part], int]
"""A batch that is not with the decoder yet, and how many had been when the first of its texts was asked for."""


@dataclass(slots=True)
class Running:
    """A batch that is with the decoder."""

    parts: list[_Part]
    collect: Callable[[], Sequence[Decoded]]
    decoded: Sequence[Decoded] | None = None

    def wait(self) -> Sequence[Decoded]:
        """Wait for the results, which stay.

        :raises EngineError: where the engine fails.
        """
        if self.decoded is None:
            self.decoded = self.collect()
        return self.decoded


class MarianDrafting:
    """Keeps a decoder's workers busy: a few batches are with it, the others wait here."""

    def __init__(
        self,
        decoder: Decoder,
        prepare: Callable[[Sequence[str], int], list[_Prepared]],
        join: Callable[[str, _Prepared, Sequence[Decoded]], Draft],
        budget: int,
    ) -> None:
        self._decoder, self._prepare, self._join, self._budget = decoder, prepare, join, budget
        self._waiting: deque[_Waiting] = deque()
        self._running: deque[Running] = deque()
        self._submitted = 0
        self.ahead = _BATCHES_A_WORKER
        """Batches that lie ready or done for each worker."""
        self._done: dict[int, Draft] = {}
        self._asked = 0

    @property
    def is_busy(self) -> bool:
        return bool(self._waiting or self._running or self._done)

    @property
    def is_dry(self) -> bool:
        return not self._waiting

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        numbers = range(self._asked, self._asked + len(texts))
        self._asked = numbers.stop
        places: dict[str, list[int]] = {}
        for number, text in zip(numbers, texts, strict=True):
            places.setdefault(text, []).append(number)
        prepared = self._prepare(list(places), way.max_pieces)
        pairs = zip(places.items(), prepared, strict=True)
        orders = [_Order(text, one, own, since=self._submitted) for (text, own), one in pairs]
        self._done |= {n: Draft("", 0.0) for order in orders if not order.prepared.pieces for n in order.numbers}
        parts = [part for held, some, _ in self._waiting if held == way for part in some]  # to be batched anew
        parts += [(order, place) for order in orders for place in range(len(order.prepared.pieces))]
        lengths = [len(order.prepared.pieces[place]) for order, place in parts]
        self._waiting = deque(entry for entry in self._waiting if entry[0] != way)
        batches = ([parts[n] for n in batch] for batch in iter_batches(lengths, self._budget))
        self._waiting.extend((way, batch, min(order.since for order, _ in batch)) for batch in batches)
        self._fill()
        return numbers

    def take(self) -> Mapping[int, Draft]:
        done, self._done = self._done, {}
        if done or not self._running:
            return done
        batch = self._running.popleft()
        try:
            found = batch.wait()
        finally:
            self._fill()  # where it fails too, for what waits has nobody else to send it
        for (order, place), decoded in zip(batch.parts, found, strict=True):
            order.found[place] = decoded
            if len(order.found) == len(order.prepared.pieces):
                draft = self._join(order.text, order.prepared, [order.found[n] for n in sorted(order.found)])
                done |= dict.fromkeys(order.numbers, draft)
        return done

    def _fill(self) -> None:
        while self._waiting and len(self._running) <= self.ahead * self._decoder.workers:
            way, batch, _ = self._next()
            pieces = [order.prepared.pieces[place] for order, place in batch]
            self._running.append(Running(batch, self._decoder.submit(pieces, way)))
            self._submitted += 1

    def _next(self) -> _Waiting:
        """Return the longest batch, or one that many others have overtaken already, so that no text waits for ever."""
        ages = [since for _, _, since in self._waiting]
        place = ages.index(min(ages)) if self._submitted - min(ages) > MOST_OVERTAKING else 0
        found = self._waiting[place]
        del self._waiting[place]
        return found

    def first_running(self) -> Running | None:
        """Return the batch that is taken next; None where none is with the decoder, or drafts are ready."""
        return self._running[0] if self._running and not self._done else None

    def is_waiting(self, numbers: Collection[int]) -> bool:
        """Tell whether a text of these is not with the decoder yet."""
        return any(number in numbers for _, batch, _ in self._waiting for order, _ in batch for number in order.numbers)

    def drop(self, numbers: Collection[int]) -> None:
        """Take texts out again that are not with the decoder yet."""
        left = (
            (way, [part for part in batch if not all(number in numbers for number in part[0].numbers)], since)
            for way, batch, since in self._waiting
        )
        self._waiting = deque(entry for entry in left if entry[1])


class MarianEngine:
    """Translates with a Marian model; the decoder decides on what machine and with what library."""

    def __init__(
        self,
        config: EngineConfig,
        model: Model,
        decoder: Decoder,
        *,
        kind: str,
        kernel: str,
        pieces: Pieces | None = None,
    ) -> None:
        """
        :param kernel: seven digits that tell how the decoder computes on this machine.
        :param pieces: the model's vocabulary, where it is loaded already.
        """
        self._pieces = pieces or Pieces(model)
        self._decoder = decoder
        self._limit = min(config.max_source_pieces or self._pieces.limit(), self._pieces.limit())
        self._budget = config.batch_pieces
        settings = f"{config.compute_type}|beam {config.beam}|limit {self._limit}"
        self.signature = f"{kind}|{model.digest}|{settings}|kernel {kernel}"

    def begin(self) -> MarianDrafting:
        return MarianDrafting(self._decoder, self._prepare, self._join, self._budget)

    def prepare(self, texts: Sequence[str]) -> list[Sequence[Sequence[str]]]:
        """Return the lists of pieces to decode for each text: one, several where it is over the limit, or none."""
        return [one.pieces for one in self._prepare(texts, 0)]

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> Draft | None:
        (one,) = self._prepare([text], 0)
        if len(one.pieces) != 1:
            return None
        prefix = self._pieces.encode_target([target])[0] if target else []
        decoded = self._decoder.decode_on(one.pieces[0], prefix, self._pieces.spellings(suppressed))
        return self._join(text, one, [decoded]) if decoded else None

    def can_write(self, character: str) -> bool:
        return self._pieces.has(character)

    def can_read(self, character: str) -> bool:
        return self._pieces.reads(character)

    def _prepare(self, texts: Sequence[str], max_pieces: int) -> list[_Prepared]:
        prepared: list[_Prepared] = []
        for text, pieces in zip(texts, self._pieces.encode(texts), strict=True):
            limit = self._limit
            if max_pieces:
                limit = min(limit, max_pieces, max(_MIN_PART_PIECES, len(pieces) * 2 // 3))
            if len(pieces) > limit:
                parts = part(text, partial(self._fits, limit))
                encoded = self._pieces.encode(parts)
                kept = [number for number, one in enumerate(encoded) if one]
                prepared.append(_Prepared([parts[number] for number in kept], [encoded[number] for number in kept]))
            else:
                prepared.append(_Prepared([text], [pieces]) if pieces else _Prepared([], []))
        return prepared

    def _fits(self, limit: int, text: str) -> bool:
        return len(self._pieces.encode([text])[0]) <= limit

    def _join(self, source: str, prepared: _Prepared, parts: Sequence[Decoded]) -> Draft:
        """Make one draft of the parts of a text; the score is the mean over all pieces."""
        issues = []
        if len(parts) > 1:
            message = f"Longer than {self._limit} subwords; translated in {len(parts)} parts."
            issues.append(Issue("parted", Severity.INFO, message, float(len(parts))))
        for decoded in parts:
            if not decoded.is_finished:
                length = len(decoded.pieces)
                message = f"The model did not finish within {length} subwords: incomplete or repeating."
                issues.append(Issue("unfinished", Severity.ERROR, message, float(length)))
        texts = [self._pieces.decode(decoded.pieces) for decoded in parts]
        text = " ".join(mend_seams(prepared.texts, texts) if len(parts) > 1 else texts)

        @cache
        def link(*, whole: bool = True) -> Links | None:
            made = [
                Part(string, pieces, decoded.pieces, decoded.attend)
                for string, pieces, decoded in zip(prepared.texts, prepared.pieces, parts, strict=True)
            ]
            return join_links(source, made, self._pieces, whole=whole)

        def others() -> Iterator[Draft]:
            if len(parts) == 1:
                yield from (self._join(source, prepared, [other]) for other in parts[0].others)

        return Draft(text, _mean(parts), tuple(issues), others, link)


def _mean(parts: Sequence[Decoded]) -> float:
    if len(parts) == 1:
        return parts[0].log_probability
    lengths = [len(decoded.pieces) + 1 for decoded in parts]  # the end piece counts
    total = sum(decoded.log_probability * length for decoded, length in zip(parts, lengths, strict=True))
    return total / sum(lengths)
