"""Quotation marks and ellipses of a target are those of its source."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.writing.marks import find_stops, iter_mark_edits
from translate.languages import find_language
from translate.text.usage.quotes import Quotes, read_marks

ENGLISH = find_language("en").quotes or Quotes(("“", "”"), ("‘", "’"))


def through(source: str, target: str, *, is_curly: bool = False) -> str:
    for start, end, text in sorted(iter_mark_edits(source, target, ENGLISH, is_curly=is_curly), reverse=True):
        target = target[:start] + text + target[end:]
    return target


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("— Non, dit-il.", '— "No," he said.', "— No, he said."),
        ("Tu pars ? dit-il.", "Are you leaving?' he said.", "Are you leaving? he said."),
        ("Non, dit-il.", "'No!' he said.", "No! he said."),
        (
            "— Enfin, dit Anne, tu rêves !",
            "— Well, said Anne, 'you are dreaming!",
            "— Well, said Anne, you are dreaming!",
        ),
        ("Bah, le chien des Roux.", "Well, 'twas the Roux' dog.", "Well, 'twas the Roux' dog."),
        ("« Il dit “oui” ici. »", '"He says "yes" here."', "\"He says 'yes' here.\""),
        ("« Nous avons perdu.", '"We have lost."', '"We have lost.'),
        ('Que dit "onglet" ?', 'What does " tab" say?', 'What does "tab" say?'),
        ("« Onglet » et « menu »", '"Tab " and " menu "', '"Tab" and "menu"'),
        ('Il dit " oui "', 'He says " yes "', 'He says " yes "'),
        ('Il dit "oui', 'He says " yes', 'He says " yes'),
        ("Je pars. »", "I am leaving.", 'I am leaving."'),
        ("Je pars. »", "I am leaving.'", 'I am leaving."'),
        ("Je pars. »", '"I am leaving."', 'I am leaving."'),
        ("« Je pars. »", "I am leaving.", '"I am leaving."'),
        ("« Je pars. »", '"I am leaving.', '"I am leaving."'),
        ("« Je pars. »", 'I am leaving."', '"I am leaving."'),
        ("Il dit : « Je pars. »", "He says: I am leaving.", 'He says: "I am leaving."'),
        ("Il dit : « Je pars. »", 'He says: I am leaving."', 'He says: "I am leaving."'),
        ('Ouvrez l\'onglet "View".', 'Open the "View tab.', 'Open the "View" tab.'),
        ("Le titre est « La Strada ».", "The title is La Strada.", 'The title is "La Strada".'),
        ("Il dit « oui » ici.", "He says yes here.", "He says yes here."),
        ("Il dit « oui », puis « non ».", "He says 'yes', then 'no'.", 'He says "yes", then "no".'),
        ("« oui »", "« yes »", '"yes"'),
        ("un tuyau de 6 pouces", 'a 6" pipe', 'a 6" pipe'),
    ],
)
def test_marks_pair_as_in_the_source(source: str, target: str, wanted: str) -> None:
    assert through(source, target) == wanted


def test_curly_marks_are_nested_too() -> None:
    target = '"He says "yes", it\'s here."'
    assert through("« Il dit “oui”, c'est ici. »", target, is_curly=True) == "“He says ‘yes’, it’s here.”"


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Il hésita… puis partit.", "He hesitated ... then left.", "He hesitated… then left."),
        ("Il hésita... puis partit.", "He hesitated--then left.", "He hesitated... then left."),
        ("Il hésita… puis partit.", "He hesitated; then left.", "He hesitated… then left."),
        ("Il hésita, puis… il partit vite ce soir.", "He left.", "He left."),
        ("… et le silence revint.", "The silence returned.", "… the silence returned."),
        ("… Paul revint.", "Paul returned.", "… Paul returned."),
        ("« Si seulement… » dit-il.", '"If only ..." he said.', '"If only…" he said.'),
        ("Tu ne viens pas…", "You don't come--", "You don't come…"),
        ("Tu ne viens pas…", "You don't come.", "You don't come…"),
        ("Il murmura : « Je t'aime… »", 'He murmured: "I love you."', 'He murmured: "I love you…"'),
        ("Tu ne viens pas… ?", "Aren't you coming?", "Aren't you coming?"),
        ("Il coupe (…) ici.", "He cuts (…) here.", "He cuts (…) here."),
        ("Tu viens.", "You come--now.", "You come--now."),
        ("Du pain, du vin, etc...", "Bread, wine, etc.", "Bread, wine, etc."),
    ],
)
def test_ellipses_stand_where_they_stood(source: str, target: str, wanted: str) -> None:
    assert through(source, target) == wanted


@given(st.text(alphabet="ab \"'«».,…-", max_size=25), st.text(alphabet="ab \"'«».,…-", max_size=25))
def test_edits_lie_in_the_target_and_apart(source: str, target: str) -> None:
    edits = sorted(iter_mark_edits(source, target, ENGLISH, is_curly=False))
    assert all(0 <= start <= end <= len(target) for start, end, _ in edits)
    assert all(one[1] <= two[0] for one, two in pairwise(edits))


@given(st.text(alphabet="ab .,«»", max_size=25).filter(bool))
def test_a_source_without_marks_gives_a_target_without_double_ones(target: str) -> None:
    assert all(mark.is_single for mark in read_marks(through("ab", target)).marks)


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Lot D, 5 €", "Lot D. €5", "Lot D, €5"),
        ("Lots D, E, F", "Lots D. E. F", "Lots D, E, F"),
        ("Lot D. 5 €", "Lot D. €5", "Lot D. €5"),
        ("D. Roux, lot D, 5 €", "D. Roux, lot D. €5", "D. Roux, lot D. €5"),  # an initial there
        ("Lot 4, 5 €", "Lot D. €5", "Lot D. €5"),
        ("Le plan B, refusé.", "Plan B was refused. D. 5", "Plan B was refused. D. 5"),
    ],
)
def test_a_letter_that_is_a_name_has_the_comma_of_its_source(source: str, target: str, wanted: str) -> None:
    for start, end, text in find_stops(source, target):
        target = target[:start] + text + target[end:]
    assert target == wanted
