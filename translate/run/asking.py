"""Passages of all documents come in, and what the journal lacks of them is asked for: window by window."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from translate.data import Hypothesis, Origin, Passage, TranslationUnit, Variant
from translate.engines.base import PassageTranslator
from translate.engines.led import Lead
from translate.errors import DocumentError, EngineError
from translate.run.journal import Journal
from translate.run.loading import Tools
from translate.run.recall import Recall

if TYPE_CHECKING:
    from translate.run.fuzzy import FuzzyMatches

WINDOW_SEGMENTS = 4096
"""Segments that are looked at together; with workers, for each of them."""
_SHOWN = 40

Stream = Iterator[tuple[int, Passage]]
"""Passages, each with the number of its document, in the order of documents."""


class Progress(Protocol):
    """Told how far a run is, in characters of source text."""

    def start(self, characters: int) -> None: ...
    def advance(self, characters: int) -> None: ...

    def skip(self, characters: int) -> None:
        """So many were known before: an earlier run translated them, or a memory has them."""


class Stock:
    """What a run has of passages: what its journal and its memories know, and what it takes down.

    :param signature: of the translator.
    :param progress: told of how many characters something is known.
    """

    def __init__(
        self,
        signature: str,
        journal: Journal,
        memory: Recall | None,
        fuzzy: FuzzyMatches | None,
        tools: Tools,
        progress: Progress | None = None,
    ) -> None:
        self._signature, self._journal, self._memory, self._fuzzy = signature, journal, memory, fuzzy
        self._scorer, self._checks = tools.scorer, tools.checks
        self._languages = tools.config.source_language, tools.config.target_language
        self._advance: Callable[[int], None] = progress.advance if progress else lambda characters: None
        self._skip: Callable[[int], None] = progress.skip if progress else lambda characters: None
        self._asked: set[Passage] = set()
        self._given_up: dict[Passage, str] = {}
        self.translated = 0

    def find_missing(self, passages: Sequence[Passage]) -> list[Passage]:
        """Return the passages that must be asked for, and are not yet, each once."""
        unique = list(dict.fromkeys(passages))
        known = self._journal.find(self._signature, unique)
        missing = [p for p in unique if p not in known and p not in self._asked and p not in self._given_up]
        if self._memory and missing:
            recalled = self._memory.find([passage.text for passage in missing])
            missing = [passage for passage in missing if passage.text not in recalled]
        if self._fuzzy and missing:
            alike = self._fuzzy.find(missing)
            missing = [passage for passage in missing if alike[passage].draft is None]
        self._skip(sum(len(p.text) for p in passages) - sum(len(p.text) for p in missing))
        self._asked.update(missing)
        return missing

    def leads_of(self, passages: Sequence[Passage]) -> Mapping[str, Lead]:
        """Return how the targets of passages begin, where a fuzzy match says."""
        if self._fuzzy is None:
            return {}
        found = ((passage.text, self._fuzzy.find_lead(passage.text)) for passage in passages)
        return {text: lead for text, lead in found if lead is not None}

    def add(self, done: Mapping[Passage, Hypothesis]) -> None:
        """Take down hypotheses."""
        self._journal.add(self._signature, done)
        for passage, hypothesis in done.items():  # while the engine works
            self._scorer.prepare(passage, hypothesis)
            self._checks.prepare(self._unit_of(passage.text, hypothesis.text))
        self._asked.difference_update(done)
        self.translated += len(done)
        self._advance(sum(len(passage.text) for passage in done))

    def _unit_of(self, source: str, target: str) -> TranslationUnit:
        own, other = self._languages
        return TranslationUnit("", Variant(own, source), Variant(other, target), Origin.MACHINE)

    def give_up(self, passages: Sequence[Passage], reason: str) -> None:
        """Take down that passages cannot be had in this run; documents that have them fail."""
        self._given_up |= dict.fromkeys(passages, reason)

    def find(self, passages: Sequence[Passage]) -> Mapping[Passage, Hypothesis]:
        """Return the hypotheses of passages, but of those that a memory knows.

        :raises DocumentError: where one of them cannot be had.
        """
        for passage in passages if self._given_up else ():
            if passage in self._given_up:
                reason, shown = self._given_up[passage], passage.text[:_SHOWN]
                raise DocumentError(f"translating '{shown}', or a segment asked for with it, {reason}.")
        return self._journal.find(self._signature, passages)


def ask_here(stock: Stock, translator: PassageTranslator, stream: Stream) -> Iterator[int]:
    """Ask in this process; yield, window by window, how many documents can be written while the engine works.

    :raises EngineError: where the engine fails, or leaves something out.
    """
    reached = 0
    while window := list(islice(stream, WINDOW_SEGMENTS)):
        batches = _iter_batches(stock, translator, stock.find_missing([passage for _, passage in window]))
        try:
            next(batches, None)  # so that the engine has work while documents are written
        finally:
            yield reached
        deque(batches, maxlen=0)
        reached = window[-1][0]


def _iter_batches(stock: Stock, translator: PassageTranslator, missing: Sequence[Passage]) -> Iterator[None]:
    left = set(missing)
    for done in translator.iter_translate(missing):
        left -= done.keys()
        stock.add(done)
        yield
    refuse_gaps(left)


def refuse_gaps(left: set[Passage]) -> None:
    """:raises EngineError: where something is left that an engine gave nothing for."""
    if left:
        first = min(passage.text for passage in left)
        raise EngineError(f"The engine returned nothing for {len(left)} segments, '{first[:_SHOWN]}' among them.")
