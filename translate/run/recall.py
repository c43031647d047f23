"""Exact matches in the corridor: the memories of a run come in, and what finds texts in all of them goes out."""

from __future__ import annotations

import logging
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path

from translate.data import MemoryMatch, State, TranslationUnit
from translate.formats import Header, read_bitext
from translate.formats.base import Remark
from translate.memory.database import check_languages, is_memory, open_existing
from translate.memory.exact import find_exact, newest_first
from translate.memory.faults import sqlite_errors
from translate.memory.importing import ImportSettings, penalty_of_folder
from translate.memory.rows import Languages
from translate.memory.store import make_store
from translate.run.loading import Tools
from translate.signature import CORPORA, digest_code

log = logging.getLogger(__name__)


STORE = "memory.tmdb"
"""The memory that a run makes of bilingual files, beside its journal."""


class Recall:
    """The exact matches of several memories, in order."""

    def __init__(self, memories: Sequence[tuple[Path, sqlite3.Connection]]) -> None:
        self._memories = memories

    def find(self, texts: Sequence[str]) -> dict[str, tuple[MemoryMatch, ...]]:
        """Return the matches of each text that has any, newest first; of one date, in the order of the memories."""
        answers = []
        for path, connection in self._memories:
            with sqlite_errors(path):
                answers.append(find_exact(connection, texts))
        found = {text: newest_first([answer[text] for answer in answers if text in answer]) for text in texts}
        return {text: matches for text, matches in found.items() if matches}


@contextmanager
def opened_recall(folder: Path, tools: Tools) -> Iterator[Recall | None]:
    """Open what finds the exact matches of a run; None where the settings name no memory.

    Bilingual files are one memory in `folder`, which is made where it is not yet.
    """
    config = tools.config
    header = Header(config.source_language, config.target_language, "")
    with ExitStack() as stack:
        memories = []
        for path in memories_of(folder, tools):
            memories.append((path, stack.enter_context(closing(open_existing(path)))))
            check_languages(memories[-1][1], path, header.source_language, header.target_language)
        yield Recall(memories) if memories else None


def memories_of(folder: Path, tools: Tools) -> list[Path]:
    """Return the memories of a run: that of its bilingual files, which is made where it is not yet, and those named."""
    config = tools.config
    files = [Path(name) for name in config.memory.files]
    others = [path for path in files if not is_memory(path)]
    if not others:
        return files
    digest = f"{tools.memory_digest}|{[penalty_of_folder(path) for path in others]}|{digest_code(*CORPORA)}"
    header = Header(config.source_language, config.target_language, "")
    languages = Languages(config.source_language, config.target_language)
    made = folder / STORE
    make_store(made, digest, languages, partial(_iter_files, others, header), has_index=bool(config.memory.fuzzy))
    return [made, *filter(is_memory, files)]


def _iter_files(files: Iterable[Path], header: Header) -> Iterator[tuple[ImportSettings, Iterator[TranslationUnit]]]:
    for path in files:
        yield ImportSettings(penalty_of_folder(path)), _iter_units(path, header)


def _iter_units(path: Path, header: Header) -> Iterator[TranslationUnit]:
    left_out: Counter[State] = Counter()
    for unit in read_bitext(path, header, report=partial(_warn, path)).units:
        if unit.standing.rank < State.TRANSLATED.rank:
            left_out[unit.standing] += 1
        yield unit
    for state, number in left_out.items():
        units = "unit is" if number == 1 else "units are"
        log.warning("%s: %d %s left out of the memory: the state is '%s'.", path, number, units, state)


def _warn(path: Path, remark: Remark) -> None:
    log.warning("%s: %s", path, remark)
