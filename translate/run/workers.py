"""Documents in several processes: the command reads, keeps the journal, checks and writes; workers translate chunks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import islice

from translate.config import Config
from translate.data import Hypothesis, Passage
from translate.engines.base import PassageTranslator
from translate.engines.led import Lead
from translate.errors import BitexteError, EngineError
from translate.executors.base import Executor
from translate.records import dataclass
from translate.run.asking import WINDOW_SEGMENTS, Stock, Stream, refuse_gaps
from translate.run.loading import load_tools
from translate.run.memories import led_translator

_CHUNK_PASSAGES, _LEAST_CHUNK = 256, 16
_CHUNKS_A_WORKER = 4
"""In a window, where that is not too few."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Passages that a worker translates together. With them, and all before, `reached` documents can be written."""

    passages: Sequence[Passage]
    reached: int
    leads: Mapping[str, Lead] = field(default_factory=dict)
    """How the targets of texts begin."""


def ask_workers(stock: Stock, executor: Executor, work: PassageWork, stream: Stream) -> Iterator[int]:
    """Have workers translate; yield, chunk by chunk, how many documents can be written.

    :raises BitexteError: where a worker fails, or computes otherwise than this machine.
    """
    for done in executor.map(work, _iter_chunks(stock, stream, executor.workers)):
        if done.result is None:
            stock.give_up(done.item.passages, done.failure)
        else:
            stock.add(done.result)
        yield done.item.reached


def _iter_chunks(stock: Stock, stream: Stream, workers: int) -> Iterator[Chunk]:
    reached = 0
    while window := list(islice(stream, WINDOW_SEGMENTS * workers)):
        missing = stock.find_missing([passage for _, passage in window])
        missing.sort(key=lambda passage: -len(passage.text))  # texts of one length go through an engine together
        size = min(_CHUNK_PASSAGES, max(_LEAST_CHUNK, -(-len(missing) // (workers * _CHUNKS_A_WORKER))))
        chunks = [missing[start : start + size] for start in range(0, len(missing), size)]
        for chunk in chunks[:-1]:
            yield Chunk(chunk, reached, stock.leads_of(chunk))
        reached = window[-1][0]
        if chunks:
            yield Chunk(chunks[-1], reached, stock.leads_of(chunks[-1]))


class PassageWork:
    """Translates chunks, with a translator of its own.

    :param signature: of the translator of this machine; a worker with another one would make other texts.
    """

    def __init__(self, config: Config, signature: str) -> None:
        self._config, self._signature = config.for_worker, signature
        self._translator: PassageTranslator | None = None
        self._leads: Mapping[str, Lead] = {}

    def begin(self) -> str:
        """Load the model.

        :raises BitexteError: where the model cannot be used, or is not like that of the run.
        """
        tools = load_tools(self._config)
        self._translator = led_translator(tools, self._find_lead if tools.config.memory.fuzzy else None)
        if self._translator.signature != self._signature:
            kernel = f"kernel {tools.kernel.digits}, {tools.kernel.made_by}" if tools.kernel else "another version"
            raise BitexteError(
                f"A worker would translate otherwise than the machine of the command ({kernel}). Use one version of "
                "bitexte, one model and one --isa on all, or translate with --shards, which names the kernel of each."
            )
        return ""

    def end(self) -> None:
        """Let go of the model."""
        self._translator = None

    def _find_lead(self, text: str) -> Lead | None:
        return self._leads.get(text)

    def do(self, item: Chunk) -> dict[Passage, Hypothesis]:
        """Translate a chunk.

        :raises EngineError: where the engine fails, or leaves something out.
        """
        if self._translator is None:
            raise EngineError("A worker was given segments before it had a model.")
        self._leads = item.leads
        found: dict[Passage, Hypothesis] = {}
        for done in self._translator.iter_translate(item.passages):
            found.update(done)
        refuse_gaps(set(item.passages) - found.keys())
        return found
