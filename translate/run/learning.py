"""What reviewers approved of some documents comes in and goes into a memory, for the texts that are still to come."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from translate.data import Decision, Origin, Ruling, State, TranslationUnit
from translate.errors import UsageError
from translate.formats import FORMATS, read_bitext
from translate.memory.database import is_memory
from translate.memory.file import MemoryFile
from translate.memory.importing import ImportSettings
from translate.records import dataclass
from translate.run.decisions import Log
from translate.run.settling import hypothesis_of

log = logging.getLogger(__name__)
_NEEDED = frozenset({"state", "codes"})
_Pair = tuple[str, str]
"""A source and its target."""


@dataclass(frozen=True, slots=True)
class Learned:
    """How many units are new in a memory, replaced by what was decided since, and withdrawn because nothing was."""

    added: int = 0
    replaced: int = 0
    withdrawn: int = 0

    def plus(self, other: Learned) -> Learned:
        """Return the sums."""
        return Learned(self.added + other.added, self.replaced + other.replaced, self.withdrawn + other.withdrawn)


def check_learning(path: Path, formats: Iterable[str]) -> None:
    """Refuse a memory that cannot learn, before any work is done.

    :raises UsageError: for a file that is no memory, or formats that do not say what was approved.
    """
    if not is_memory(path):
        raise UsageError(f"--learn {path}: a memory is a .tmdb file; expected a name such as {path.stem}.tmdb.")
    if not any(_tells(name) for name in formats):
        raise UsageError("--learn needs a format that says what was approved; add --format json or tmx.")


def learn(path: Path, documents: Mapping[str, Sequence[Path]], decisions: Log) -> Learned:
    """Put what people approved into a memory, which is made where there is none.

    What an earlier decision put there and a later one overruled goes; what others imported stays.

    :param documents: the outputs of each document by its name: the translated one, and then its corpora.
    :param decisions: of their folder.
    :raises BitexteError: where a file cannot be read, or the memory not be written.
    """
    done = Learned()
    for name, outputs in documents.items():
        corpus = _corpus_of(outputs[1:])
        if corpus is None:
            continue
        bitext = read_bitext(corpus)
        with MemoryFile.open_or_create(path, bitext.source_language, bitext.target_language) as memory:
            sources, approved = set[str](), set[_Pair]()
            units = _noting(bitext.units, sources, approved)
            added = memory.take(_approved(units), ImportSettings(), _refused).added
            old = _overruled(memory, name, decisions.of(name), sources, approved)
            memory.delete(list(old))
        renewed = {source for source, _ in approved}
        replaced = sum(source in renewed for source in old.values())
        done = done.plus(Learned(max(0, added - replaced), replaced, len(old) - replaced))
    return done


def _noting(units: Iterable[TranslationUnit], sources: set[str], approved: set[_Pair]) -> Iterator[TranslationUnit]:
    """Yield units, and take down their sources and the pairs that are approved."""
    for unit in units:
        sources.add(unit.source.text)
        if _is_approved(unit):
            approved.add((unit.source.text, unit.target.text))
        yield unit


def _overruled(
    memory: MemoryFile, document: str, decisions: Sequence[Decision], sources: set[str], approved: set[_Pair]
) -> dict[int, str]:
    """Return the source of each unit of a memory that decisions on a document put there and that stands no more.

    Such a unit has the texts and the time of a decision; what came from elsewhere has other times.
    """
    latest = {(one.unit, one.source): one for one in decisions}
    standing = {_pair_of(one) for one in latest.values() if one.ruling in (Ruling.ACCEPT, Ruling.EDIT)}
    gone = set[tuple[_Pair, str]]()
    for one in decisions:
        pair = _pair_of(one)
        if one.ruling not in (Ruling.ACCEPT, Ruling.EDIT) or pair in approved:
            continue
        if pair[0] in sources or pair not in standing:
            gone.add((pair, dict(hypothesis_of(one).properties)["target@changedate"]))
    if not gone:
        return {}
    return {
        held.number: held.unit.source.text
        for held in memory.stored("d.name = ?", (document,))
        if _is_approved(held.unit) and ((held.unit.source.text, held.unit.target.text), held.changed) in gone
    }


def _pair_of(decision: Decision) -> _Pair:
    return decision.source.text, decision.target.text


def _corpus_of(corpora: Iterable[Path]) -> Path | None:
    """Return the first corpus whose format says what was approved."""
    for path in corpora:
        if ".rejected." not in path.name and any(_tells(name) and FORMATS.load(name).claims(path) for name in FORMATS):
            return path
    return None


def _tells(name: str) -> bool:
    return FORMATS.load(name).holds >= _NEEDED


def _approved(units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
    return filter(_is_approved, units)


def _is_approved(unit: TranslationUnit) -> bool:
    return unit.origin is Origin.HUMAN and unit.standing is State.APPROVED


def _refused(unit: TranslationUnit, reason: str) -> None:
    log.warning("unit '%s' is left out of the memory: %s", unit.name, reason)
