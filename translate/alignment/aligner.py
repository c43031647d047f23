"""Two documents come in as segments, and out come beads that cover both once, each with its probability."""

from __future__ import annotations

from collections.abc import Sequence

from threadpoolctl import threadpool_limits

from translate.alignment.found import FoundBead, costs_of, found_beads, similarity_of, with_gains, with_likeness
from translate.alignment.hard import BeadScorer, ask
from translate.alignment.lattice import find_best
from translate.alignment.moved import find_moved, part_of
from translate.alignment.rows import as_rows, find_rows, join_rows, split_contents
from translate.alignment.search import Search, Side, search
from translate.alignment.sentences import find_sentences
from translate.alignment.wide import widen
from translate.data import Bead
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Alignment:
    """`cost` of a bead is minus the natural logarithm of its probability. `similarity` runs from 0 to 100.

    The beads are in the order of the source, and but for moved ones in that of the target.
    """

    beads: tuple[Bead, ...]
    similarity: float
    """How much of the words of both documents their beads explain: 0 for unrelated texts."""


def align(
    source: Side, target: Side, *, hypotheses: Sequence[str] | None = None, scorer: BeadScorer | None = None
) -> Alignment:
    """Align two documents.

    :param hypotheses: translations of the source segments, one a segment; None to do without.
    :param scorer: judges the beads that are in question at the end; None to do without.
    """
    # Small products: threads would only wait for each other, and a sum must not depend on how many there are.
    with threadpool_limits(1, user_api="blas"):
        groups = split_contents((source, target), (find_rows(source), find_rows(target)))
        sides, joined = _grouped((source, target), hypotheses, groups)
        found = search(*sides, joined)
        sentences = find_sentences((sides[0].texts, sides[1].texts), found.layout)
        if sentences is not None:
            groups = _joined(groups[0], sentences[0]), _joined(groups[1], sentences[1])
            sides, joined = _grouped((source, target), hypotheses, groups)
            found = search(*sides, joined)
        beads, similarity = _align(found, sides, joined, scorer)
    return Alignment(
        tuple(_whole(bead, cost, groups) for bead, cost in zip(beads, costs_of(beads), strict=True)), similarity
    )


def _grouped(
    sides: tuple[Side, Side], hypotheses: Sequence[str] | None, groups: tuple[Sequence[range], Sequence[range]]
) -> tuple[tuple[Side, Side], Sequence[str] | None]:
    """Return two sides, and the hypotheses of the first, with a segment for each group."""
    joined = None if hypotheses is None else join_rows(hypotheses, groups[0])
    return (as_rows(sides[0], groups[0]), as_rows(sides[1], groups[1])), joined


def _joined(groups: Sequence[range], runs: Sequence[range]) -> list[range]:
    """Return groups of groups as groups of segments."""
    return [range(groups[run.start].start, groups[run.stop - 1].stop) for run in runs]


def _whole(bead: FoundBead, cost: float, groups: tuple[Sequence[range], Sequence[range]]) -> Bead:
    """Return a bead of groups as one of their segments."""
    source, target = (
        range(side[part.start].start, side[part.stop - 1].stop) if part else range(0)
        for part, side in zip((bead.source, bead.target), groups, strict=True)
    )
    return Bead(source, target, cost, bead.is_moved)


def _align(
    found: Search, sides: tuple[Side, Side], hypotheses: Sequence[str] | None, scorer: BeadScorer | None
) -> tuple[list[FoundBead], float]:
    lattice = found.lattice if scorer is None else ask(found.lattice, scorer, sides[0].texts, sides[1].texts)
    beads = widen(found, with_gains(found.evidence, found_beads(lattice, find_best(lattice))))

    def look(sources: Sequence[int], targets: Sequence[int]) -> list[FoundBead]:
        parts = part_of(sides[0], sources), part_of(sides[1], targets)
        again = search(*parts, None if hypotheses is None else [hypotheses[number] for number in sources])
        return with_likeness(again.evidence, widen(again, _beads_of(again)), (parts[0].texts, parts[1].texts))

    beads = find_moved(beads, look)
    return beads, similarity_of(found.evidence, beads)


def _beads_of(found: Search) -> list[FoundBead]:
    return with_gains(found.evidence, found_beads(found.lattice, find_best(found.lattice)))
