"""Phrases that begin with a preposition: what is lost is found, and another hypothesis of the beam has it."""

from __future__ import annotations

import pytest

from translate.care.lost.openings import find_lost_opening
from translate.config import Config
from translate.data import Passage, Severity
from translate.languages import UNDETERMINED, find_language
from translate.run.loading import load_tools, load_translator

FR, EN = find_language("fr"), find_language("en")


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("avec du savon", "soap", "avec"),
        ("Sans sucre", "Sugar", "sans"),
        ("avec du savon", "with soap", ""),
        ("avec du beurre", "in butter", ""),
        ("Sans gluten", "Gluten-free", ""),
        ("sans peur", "fearless", ""),  # denied by its ending
        ("Avec du savon.", "Soap.", ""),  # a sentence is the model's
        ("avec", "", ""),  # no phrase
        ("toujours du savon", "soap", "toujours"),
        ("du savon avec", "soap", ""),
        ("avec du savon noir et de l'eau chaude", "soap", ""),  # too long to be sure
    ],
)
def test_a_preposition_that_begins_a_phrase_is_found_where_it_is_lost(source: str, target: str, lost: str) -> None:
    found = find_lost_opening(source, target, FR, EN)
    assert (found.message if found else "") == (f"Missing from the target: '{lost}'." if lost else "")
    assert found is None or found.severity is Severity.WARNING


def test_of_a_language_that_nobody_knows_nothing_is_lost() -> None:
    assert find_lost_opening("avec du savon", "Seife", FR, UNDETERMINED) is None
    assert find_lost_opening("avec du savon", "soap", UNDETERMINED, EN) is None


def test_the_beam_is_asked_for_the_preposition() -> None:
    passage = Passage("avec du savon")
    translator = load_translator(load_tools(Config()))
    (made,) = (one for some in translator.iter_translate([passage]) for one in some.values())
    assert made.text == "with soap"
    assert [issue.check for issue in made.issues] == ["repaired"]
