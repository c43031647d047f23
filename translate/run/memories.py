"""The memories of a run: files come in, and what looks queries up in all of them goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from translate.engines import ENGINES
from translate.engines.base import PassageTranslator
from translate.engines.led import FindLead, LedEngine
from translate.errors import UsageError
from translate.executors.base import results_of
from translate.executors.local import Local
from translate.formats import Header, read_bitext
from translate.memory.analysis import LookUp
from translate.memory.database import is_memory
from translate.memory.file import MemoryFile
from translate.memory.importing import ImportSettings, penalty_of_folder
from translate.memory.lookup import join_answers
from translate.memory.matches import LookupSettings, Match, Query
from translate.run.fuzzy import SUGGESTED, FuzzyMatches
from translate.run.loading import Tools, load_engine, load_translator
from translate.run.recall import memories_of

MANY = 1024
"""Queries from which on several processes look them up."""
_BATCH = 256
MOST_THOROUGH = 200_000
"""Texts of memories up to which a look-up that is asked to be thorough is so: beyond, it takes too long."""


@contextmanager
def opened_look_up(
    files: Sequence[Path], folder: Path, header: Header, settings: LookupSettings, *, processes: int = 1
) -> Iterator[LookUp | None]:
    """Open memories for look-ups; bilingual files are imported first, into a memory in `folder`.

    :param header: the languages that are asked for.
    :param processes: how many look up where there are many queries in one go.
    :raises UsageError: where there is no such memory, or it is in other languages.
    :raises FormatError: where a bilingual file cannot be read.
    """
    with ExitStack() as stack:
        memories = [path for path in files if is_memory(path)]
        others = [path for path in files if not is_memory(path)]
        if others:
            memories.append(stack.enter_context(_imported(others, folder, header)))
        yield stack.enter_context(_looked_up(memories, header, settings, processes))


@contextmanager
def _looked_up(
    memories: Sequence[Path], header: Header, settings: LookupSettings, processes: int = 1
) -> Iterator[LookUp | None]:
    with ExitStack() as stack:
        finders = [stack.enter_context(_opened(path, header)) for path in memories]
        if settings.is_thorough and sum(map(_count_texts, finders)) > MOST_THOROUGH:
            settings = replace(settings, is_thorough=False)
        look_up = _joined(finders, settings)
        if processes > 1:
            look_up = _shared(look_up, memories, settings, processes)
        yield look_up if finders else None


def _count_texts(memory: MemoryFile) -> int:
    (texts,) = memory.connection.execute("SELECT coalesce(max(number), 0) FROM text").fetchone()
    return int(texts)


@contextmanager
def _opened(path: Path, header: Header) -> Iterator[MemoryFile]:
    with MemoryFile.open(path) as memory:
        memory.check_languages(header.source_language, header.target_language)
        yield memory


@contextmanager
def _imported(files: Iterable[Path], folder: Path, header: Header) -> Iterator[Path]:
    """Make a memory of bilingual files, for this run alone."""
    path = folder / "fuzzy.tmdb"
    path.unlink(missing_ok=True)
    with MemoryFile.open_or_create(path, header.source_language, header.target_language) as memory:
        for file in files:
            units = read_bitext(file, header).units
            memory.take(units, ImportSettings(penalty_of_folder(file)), lambda unit, why: None)
    try:
        yield path
    finally:
        path.unlink()


@contextmanager
def opened_fuzzy(folder: Path, tools: Tools) -> Iterator[FuzzyMatches | None]:
    """Open what finds fuzzy matches for a run; None where none are asked for.

    :param folder: of the memory that is made of bilingual files.
    :raises UsageError: where fuzzy matches are asked for and there is no memory.
    """
    config = tools.config
    if not config.memory.fuzzy:
        yield None
        return
    files = [Path(name) for name in config.memory.files]
    if not files:
        raise UsageError("fuzzy matches need a memory; give one with --memory.")
    settings = LookupSettings(threshold=config.memory.fuzzy, count=SUGGESTED)
    header = Header(config.source_language, config.target_language)
    with _looked_up(memories_of(folder, tools), header, settings) as look_up:
        name = ", ".join(path.name for path in files)
        yield FuzzyMatches(look_up, name, config.memory, config.languages) if look_up else None


def led_translator(tools: Tools, find_lead: FindLead | None) -> PassageTranslator:
    """Load the translator of a run, led by fuzzy matches where the settings want it.

    :param find_lead: returns how the target of a text begins; None where there are no fuzzy matches.
    """
    memory = tools.config.memory
    if find_lead is None or not memory.lead or ENGINES.load(tools.config.engine.name).weights is None:
        return load_translator(tools)
    name = f"{tools.memory_digest} {memory.fuzzy}"
    return load_translator(tools, engine=LedEngine(load_engine(tools), find_lead, name))


def _joined(finders: Sequence[MemoryFile], settings: LookupSettings) -> LookUp:
    """Return what gives the best matches of several memories."""

    def look_up(queries: Iterable[Query]) -> Iterator[Sequence[Match]]:
        stream = iter(queries)
        while some := list(islice(stream, _BATCH)):
            for found in zip(*(finder.lookup(some, settings) for finder in finders), strict=True):
                yield found[0] if len(finders) == 1 else join_answers(found, settings)

    return look_up


def _shared(alone: LookUp, memories: Sequence[Path], settings: LookupSettings, processes: int) -> LookUp:
    """Return what looks queries up in several processes where they are many, and with `alone` where they are few."""

    def look_up(queries: Iterable[Query]) -> Iterator[Sequence[Match]]:
        stream = iter(queries)
        first = list(islice(stream, MANY))
        if len(first) < MANY:
            yield from alone(first)
            return
        joined = chain(first, stream)
        parts = iter(lambda: list(islice(joined, _BATCH)), [])
        work = _Work(tuple(memories), settings)
        yield from chain.from_iterable(results_of(Local(processes, copies=True).map(work, parts)))

    return look_up


class _Work:
    """Looks up in a process of its own."""

    def __init__(self, memories: Sequence[Path], settings: LookupSettings) -> None:
        self._memories, self._settings = memories, settings
        self._stack = ExitStack()
        self._look_up: LookUp | None = None

    def begin(self) -> str:
        opened = [self._stack.enter_context(MemoryFile.open(path)) for path in self._memories]
        self._look_up = _joined(opened, self._settings)
        return ""

    def end(self) -> None:
        self._stack.close()

    def do(self, item: list[Query]) -> list[Sequence[Match]]:
        assert self._look_up is not None
        return list(self._look_up(item))
