"""A quotation within one that began in an earlier segment gets the inner marks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from translate.data import Block, Hypothesis, Origin, Segment
from translate.run.nesting import nest_quotes
from translate.run.placed import PlacedBlock


def nested(sources: Sequence[str], targets: Sequence[str], origin: Origin = Origin.MACHINE) -> list[Hypothesis]:
    text, segments = " ".join(sources), []
    for source in sources:
        start = segments[-1].end + 1 if segments else 0
        segments.append(Segment(source, start, start + len(source)))
    placed = PlacedBlock(0, 0, Block("", text, ""), tuple(segments))
    hypotheses = tuple(Hypothesis(target, 0.0, origin=origin) for target in targets)
    return [one for _, found in nest_quotes([(placed, hypotheses)]) for one in found]


SOURCES = ["« Je me souviens.", "Il criait “au large” en mer.", "Nul ne le croyait. »", "Elle rit « ici »."]
TARGETS = ['"I remember.', 'He shouted "offshore" at sea.', 'No one believed him."', 'She laughs "here".']


def test_a_quotation_within_another_gets_the_inner_marks() -> None:
    found = nested(SOURCES, TARGETS)
    assert [one.text for one in found] == [TARGETS[0], "He shouted 'offshore' at sea.", TARGETS[2], TARGETS[3]]
    assert [edit.old + edit.new for edit in found[1].edits] == ["\"'", "\"'"]


def test_curly_marks_stay_curly() -> None:
    assert nested(SOURCES, [TARGETS[0], "He shouted “offshore”.", *TARGETS[2:]])[1].text == "He shouted ‘offshore’."


@pytest.mark.parametrize(
    ("sources", "targets"),
    [
        (["« Je viens. »", "Il dit “oui”."], ['"I come."', 'He says "yes".']),
        (["« Je viens.", "Il dit “oui”."], ['"I come.', 'He says "yes".']),  # never closed
        (["Il dit « oui »."], ['He says "yes".']),
    ],
)
def test_what_lies_in_no_quotation_stays(sources: list[str], targets: list[str]) -> None:
    assert [one.text for one in nested(sources, targets)] == targets


def test_what_a_person_translated_stays() -> None:
    assert [one.text for one in nested(SOURCES, TARGETS, Origin.MEMORY)] == TARGETS
