"""The corridor: both entrances, and the one way out.

    read ─▶ segment ─┬─ look up (decisions, memory, engine) ─▶ pair ─┐
                     │                                 └─▶ rebuild   ├─▶ unite ─▶ add context ─▶ check ─▶ write
                     └─ align with a second document ────────────────┘

Each arrow is one function. Everything streams: no step holds more than one window of blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from translate.checks import PairChecks, Verdict, accept
from translate.config import Config
from translate.data import Bead, Document, Origin, TranslationUnit
from translate.documents.base import Rebuilder
from translate.engines import ENGINES
from translate.records import dataclass
from translate.run.lookup import Approach, Find, Recall, look_up
from translate.run.nesting import nest_quotes
from translate.run.placed import PlacedBlock, PlacedSegment
from translate.run.scoring import Score, score_raw
from translate.run.settling import NOTHING, Settled
from translate.run.units import add_context, unite, unite_beads


@dataclass(frozen=True, slots=True)
class Corridor:
    """What all documents of a run pass through. The codes are those that its outputs write for the languages."""

    checks: PairChecks
    source_code: str
    target_code: str
    nests: bool = True
    """Whether quotations over several segments of a block are nested."""

    @classmethod
    def of(cls, config: Config, checks: PairChecks) -> Corridor:
        """Return the corridor of a configuration."""
        name = config.engine.name
        is_raw = name in ENGINES and ENGINES.load(name).is_raw  # who aligns may do without an engine
        return cls(checks, *config.written_codes, nests=not is_raw and "typography" not in config.care.without)

    def translate(
        self,
        document: Document,
        placed: Iterable[PlacedBlock],
        find: Find,
        rebuilder: Rebuilder,
        *,
        recall: Recall | None = None,
        approach: Approach | None = None,
        settled: Settled = NOTHING,
        score: Score = score_raw,
    ) -> Iterator[tuple[TranslationUnit, Verdict]]:
        """Yield the units of a document that is translated, and rebuild it on the way.

        :param placed: its blocks, segmented.
        :param find: gives the hypotheses of passages.
        :param recall: gives what the memory has for texts; None where there is no memory.
        :param approach: gives what the memory has that is like passages; None where only exact matches count.
        :param settled: what reviewers decided, which comes before memory and engine.
        :param score: scores what a model wrote.
        :raises DocumentError: where the document changed since its passages were asked for.
        """
        looked_up = look_up(placed, find, document.path, recall=recall, approach=approach, settled=settled)
        looked_up = nest_quotes(looked_up) if self.nests else looked_up
        codes = {"source_code": self.source_code, "target_code": self.target_code}
        return self._leave(unite(document, looked_up, rebuilder, score=score, **codes), settled)

    def align(
        self, name: str, beads: Iterable[Bead], sides: tuple[Sequence[PlacedSegment], Sequence[PlacedSegment]]
    ) -> Iterator[tuple[TranslationUnit, Verdict]]:
        """Yield the units of two documents that are aligned.

        :param name: what the units call their document.
        :param sides: the segments of the source and of the target, which `beads` count.
        """
        codes = {"source_code": self.source_code, "target_code": self.target_code}
        return self._leave(unite_beads(name, beads, sides, **codes))

    def _leave(
        self, units: Iterable[TranslationUnit], settled: Settled = NOTHING
    ) -> Iterator[tuple[TranslationUnit, Verdict]]:
        """Give each unit its context, measure it, and decide; from here on nothing knows which entrance it came by."""
        return check(add_context(units), self.checks, settled)


def check(
    units: Iterable[TranslationUnit], checks: PairChecks, settled: Settled = NOTHING
) -> Iterator[tuple[TranslationUnit, Verdict]]:
    """Measure each unit, and decide, where no reviewer did. Of what was carried over its numbers alone are judged."""
    for unit in units:
        if unit.origin is Origin.CARRIED:
            carried = replace(unit, issues=unit.issues + checks.check_carried(unit))
            yield carried, accept(carried, checks.config)
        else:
            checked = settled.mark(replace(unit, issues=checks.check(unit)))
            yield checked, settled.judge(checked) or accept(checked, checks.config)
