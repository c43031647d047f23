"""Termbases become one: nothing is said twice, and nothing is lost."""

from __future__ import annotations

from translate.terms.entry import Entry, Status, Termbase
from translate.terms.merging import merge_termbases

BASE = Termbase("fr", "en", (Entry("vis", "screw", Status.PREFERRED, concept="c1", definition="Tige filetée."),))


def test_new_entries_come_behind_and_their_concepts_keep_apart() -> None:
    other = Termbase("fr", "en", (Entry("clou", "nail", Status.PREFERRED, concept="c1"),))
    merged = merge_termbases(BASE, [other])
    assert [(entry.source, entry.concept) for entry in merged.termbase.entries] == [("vis", "c1"), ("clou", "c1-2")]
    assert (merged.added, merged.updated, merged.unchanged) == (1, 0, 0)


def test_a_newer_entry_takes_the_place_of_an_older_but_erases_nothing() -> None:
    other = Termbase("fr", "en", (Entry("Vis", "screw", Status.FORBIDDEN, note="see bolt"),))
    (entry,) = merge_termbases(BASE, [other]).termbase.entries
    assert (entry.status, entry.definition, entry.note) == (Status.FORBIDDEN, "Tige filetée.", "see bolt")


def test_the_same_again_changes_nothing() -> None:
    merged = merge_termbases(BASE, [BASE, BASE])
    assert merged.termbase == BASE
    assert (merged.added, merged.updated, merged.unchanged) == (0, 0, 2)
