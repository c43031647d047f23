"""Memories and terms beside a unit: what the settings of a folder name is opened when it is asked for first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

from translate.config import Config
from translate.data import Passage
from translate.files import FOLDER
from translate.memory.database import is_memory
from translate.memory.file import MemoryFile
from translate.memory.matches import LookupSettings, Query
from translate.run.recall import STORE
from translate.serve.review.concordance import hits_in_memories
from translate.serve.review.difference import difference_of
from translate.serve.review.entry import Entry
from translate.serve.review.rows import parts_value
from translate.terms.glossary import read_glossary
from translate.terms.terminology import Terminology

_LOWEST, _MOST = 50, 9


class Resources:
    """The memories and the glossary of a folder."""

    def __init__(self, config: Config, out: Path) -> None:
        self._config, self._out = config, out
        self._thread = ThreadPoolExecutor(1, "memories")  # SQLite wants each connection to stay in its thread

    @cached_property
    def _memories(self) -> list[MemoryFile]:
        """The memories that are there: those named, and the one that the run made of bilingual files."""
        files = [Path(name) for name in self._config.memory.files]
        made = self._out / FOLDER / STORE
        paths = [*([made] if made.is_file() and not all(map(is_memory, files)) else []), *filter(is_memory, files)]
        return [MemoryFile.open(path) for path in paths if path.is_file()]

    @cached_property
    def _terminology(self) -> Terminology | None:
        name = self._config.engine.glossary
        if name is None or not Path(name).is_file():
            return None
        terms = read_glossary(Path(name), self._config.source_language, self._config.target_language)
        return Terminology(terms, *self._config.languages)

    def matches(self, entry: Entry) -> list[dict[str, Any]]:
        """Return what the memories have that is like the source of a unit, the best first."""
        return self._thread.submit(self._matches, entry).result()

    def hits(self, words: str, side: str, count: int) -> list[dict[str, Any]]:
        """Return the units of the memories that hold words on a side."""
        return self._thread.submit(lambda: hits_in_memories(self._memories, words, side, count)).result()

    def _matches(self, entry: Entry) -> list[dict[str, Any]]:
        source = entry.source
        unit = entry.unit
        query = Query(source.text, source.codes, unit.context_before, unit.context_after, has_context=True)
        found: list[tuple[int, dict[str, Any]]] = []
        for memory in self._memories:
            for match in next(iter(memory.lookup([query], LookupSettings(threshold=_LOWEST, count=_MOST)))):
                target = Passage(match.unit.target.text, match.unit.target.codes)
                value = {
                    "source": match.unit.source.text,
                    "target": target.text,
                    "target_parts": parts_value(source, target),
                    "percentage": match.percentage,
                    "memory": memory.path.name,
                    "date": match.changed,
                    "difference": difference_of(match.unit.source.text, source.text),
                }
                found.append((match.percentage, value))
        return [value for _, value in sorted(found, key=lambda item: -item[0])][:_MOST]

    def terms(self, entry: Entry) -> list[dict[str, Any]]:
        """Return the terms of the glossary in the source of a unit, each with whether its target has it."""
        return self._thread.submit(self._terms, entry).result()

    def _terms(self, entry: Entry) -> list[dict[str, Any]]:
        if self._terminology is None:
            return []
        source, target = entry.source.text, entry.target.text
        broken = {breach.term for breach in self._terminology.find_breaches(source, target)}
        return [
            {
                "source": source[one.start : one.end],
                "target": " / ".join(one.term.targets),
                "kept": one.term not in broken,
                "start": one.start,
                "end": one.end,
            }
            for one in self._terminology.find(source)
        ]
