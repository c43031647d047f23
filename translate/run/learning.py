"""What reviewers approved of some documents comes in and goes into a memory, for the texts that are still to come."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from translate.data import Origin, State, TranslationUnit
from translate.errors import UsageError
from translate.formats import FORMATS, read_bitext
from translate.memory.database import is_memory
from translate.memory.file import MemoryFile
from translate.memory.importing import ImportSettings

log = logging.getLogger(__name__)
_NEEDED = frozenset({"state", "codes"})


def check_learning(path: Path, formats: Iterable[str]) -> None:
    """Refuse a memory that cannot learn, before any work is done.

    :raises UsageError: for a file that is no memory, or formats that do not say what was approved.
    """
    if not is_memory(path):
        raise UsageError(f"--learn {path}: a memory is a .tmdb file; expected a name such as {path.stem}.tmdb.")
    if not any(_tells(name) for name in formats):
        raise UsageError("--learn needs a format that says what was approved; add --format json or tmx.")


def learn(path: Path, documents: Iterable[Sequence[Path]]) -> int:
    """Put what people approved into a memory, which is made where there is none; return how many units are new.

    :param documents: the outputs of each document: the translated one, and then its corpora.
    :raises BitexteError: where a file cannot be read, or the memory not be written.
    """
    added = 0
    for corpus in filter(None, (_corpus_of(outputs[1:]) for outputs in documents)):
        bitext = read_bitext(corpus)
        with MemoryFile.open_or_create(path, bitext.source_language, bitext.target_language) as memory:
            added += memory.take(_approved(bitext.units), ImportSettings(), _refused).added
    return added


def _corpus_of(corpora: Iterable[Path]) -> Path | None:
    """Return the first corpus whose format says what was approved."""
    for path in corpora:
        if ".rejected." not in path.name and any(_tells(name) and FORMATS.load(name).claims(path) for name in FORMATS):
            return path
    return None


def _tells(name: str) -> bool:
    return FORMATS.load(name).holds >= _NEEDED


def _approved(units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
    return (unit for unit in units if unit.origin is Origin.HUMAN and unit.standing is State.APPROVED)


def _refused(unit: TranslationUnit, reason: str) -> None:
    log.warning("unit '%s' is left out of the memory: %s", unit.name, reason)
