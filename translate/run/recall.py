"""Exact matches in the corridor: the memories of a run come in, and what finds texts in all of them goes out."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from translate.data import MemoryMatch, State, TranslationUnit
from translate.formats import Header, read_bitext
from translate.formats.base import Remark
from translate.memory import Memory
from translate.memory.database import is_memory
from translate.memory.exact import Dated, find_exact, newest_first
from translate.run.loading import Tools
from translate.signature import CORPORA, digest_code

log = logging.getLogger(__name__)


class Recall:
    """The exact matches of several memories.

    :param find: of each memory, in order, what gives its matches with their dates.
    """

    def __init__(self, find: Sequence[Callable[[Sequence[str]], Mapping[str, Sequence[Dated]]]]) -> None:
        self._find = find

    def find(self, texts: Sequence[str]) -> dict[str, tuple[MemoryMatch, ...]]:
        """Return the matches of each text that has any, newest first; of one date, in the order of the memories."""
        answers = [find(texts) for find in self._find]
        found = {text: newest_first([answer[text] for answer in answers if text in answer]) for text in texts}
        return {text: matches for text, matches in found.items() if matches}


@contextmanager
def opened_recall(folder: Path, tools: Tools) -> Iterator[Recall | None]:
    """Open what finds the exact matches of a run; None where the settings name no memory.

    Bilingual files are one store in `folder`, which is filled where it is not yet.
    """
    files = [Path(name) for name in tools.config.memory.files]
    header = Header(tools.config.source_language, tools.config.target_language, "")
    others = [path for path in files if not is_memory(path)]
    with ExitStack() as stack:
        finders: list[Callable[[Sequence[str]], Mapping[str, Sequence[Dated]]]] = []
        if others:
            digest = f"{tools.memory_digest}|{digest_code(*CORPORA)}"
            store = Memory(folder / "memory.sqlite", digest, partial(_iter_units, others, header))
            finders.append(stack.enter_context(store).find_dated)
        if len(others) < len(files):
            from translate.memory.file import MemoryFile  # which few runs need, and which is slow to load

            for path in filter(is_memory, files):
                memory = stack.enter_context(MemoryFile.open(path))
                memory.check_languages(header.source_language, header.target_language)
                finders.append(partial(find_exact, memory.connection))
        yield Recall(finders) if finders else None


def _iter_units(files: Iterable[Path], header: Header) -> Iterator[TranslationUnit]:
    for path in files:
        left_out: Counter[State] = Counter()
        for unit in read_bitext(path, header, report=partial(_warn, path)).units:
            if unit.standing.rank < State.TRANSLATED.rank:
                left_out[unit.standing] += 1
            yield unit
        for state, number in left_out.items():
            log.warning("%s: %d units are left out of the memory: their state is '%s'.", path, number, state)


def _warn(path: Path, remark: Remark) -> None:
    log.warning("%s: %s", path, remark)
