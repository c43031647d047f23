"""The nouns that say how far a unit has come."""

from __future__ import annotations

import pytest

from translate.data import Note, Origin, State, TranslationUnit, Variant


def unit(origin: Origin, target: str = "Yes.", state: State | None = None) -> TranslationUnit:
    return TranslationUnit("1", Variant("fr", "Oui."), Variant("en", target), origin, state=state)


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        (Origin.MACHINE, "Yes.", State.DRAFT),
        (Origin.MEMORY, "Yes.", State.TRANSLATED),
        (Origin.HUMAN, "Yes.", State.TRANSLATED),
        (Origin.CARRIED, "Yes.", State.TRANSLATED),
        (Origin.HUMAN, "", State.UNTRANSLATED),
        (Origin.MACHINE, " \n", State.UNTRANSLATED),
    ],
)
def test_a_unit_of_which_nobody_says_a_state_stands_where_its_origin_says(
    origin: Origin, target: str, expected: State
) -> None:
    assert unit(origin, target).standing is expected


def test_a_state_that_is_said_counts_more_than_the_origin() -> None:
    assert unit(Origin.MACHINE, state=State.APPROVED).standing is State.APPROVED
    assert unit(Origin.HUMAN, state=State.UNTRANSLATED).standing is State.UNTRANSLATED


def test_states_rise_from_untranslated_to_approved() -> None:
    ranks = [State(name).rank for name in ("untranslated", "draft", "translated", "reviewed", "approved")]
    assert ranks == sorted(ranks) and len(set(ranks)) == len(State)


def test_a_note_reads_as_its_text() -> None:
    assert str(Note("Keep it short.", author="developer", priority=1)) == "Keep it short."
