"""One evaluation: systems judged on one test set, as a corpus and segment by segment."""

from __future__ import annotations

from collections.abc import Sequence

from translate.errors import UsageError
from translate.evaluation.scores import METRICS, Score, score_segments, score_systems
from translate.evaluation.systems import ModelRun, System
from translate.evaluation.testsets import TestSet
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class SystemResult:
    """What one system scored. The first of an evaluation is the baseline of the others."""

    name: str
    scores: tuple[Score, ...]
    empty_hypotheses: int
    run: ModelRun | None


@dataclass(frozen=True, slots=True)
class SegmentResult:
    """One segment; `hypotheses` and `scores` (chrF++, 0 to 100) hold one a system, in order. `number` is 1-based."""

    number: int
    source: str | None
    reference: str
    hypotheses: tuple[str, ...]
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Systems on a test set; `segments` are in the order of the test set. `samples` is that of the bootstrap."""

    test: str
    systems: tuple[SystemResult, ...]
    segments: tuple[SegmentResult, ...]
    samples: int

    def worst(self) -> tuple[SegmentResult, ...]:
        """Return the segments by the score of the last system, the worst first."""
        return tuple(sorted(self.segments, key=lambda segment: (segment.scores[-1], segment.number)))


def evaluate(
    test: TestSet, systems: Sequence[System], metrics: Sequence[str] = METRICS, *, samples: int = 1000
) -> Evaluation:
    """Judge `systems`; with more than one, each is tested against the first.

    :raises UsageError: where there is no system.
    :raises UnknownNameError: where a metric is in no table.
    """
    if not systems:
        raise UsageError("nothing to evaluate: give --hypotheses FILE or --model MODEL.")
    named = [(system.name, system.hypotheses) for system in systems]
    scores = score_systems(named, test.references, metrics, samples=samples)
    by_segment = [score_segments(system.hypotheses, test.references) for system in systems]
    segments = tuple(
        SegmentResult(
            number=number + 1,
            source=test.sources[number] if test.sources is not None else None,
            reference=reference,
            hypotheses=tuple(system.hypotheses[number] for system in systems),
            scores=tuple(column[number] for column in by_segment),
        )
        for number, reference in enumerate(test.references)
    )
    results = tuple(
        SystemResult(system.name, row, sum(not text.strip() for text in system.hypotheses), system.run)
        for system, row in zip(systems, scores, strict=True)
    )
    return Evaluation(test.name, results, segments, samples)
