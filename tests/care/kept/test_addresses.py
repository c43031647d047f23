"""Streets within a sentence: asked as one that the model knows, said as the source has them."""

from __future__ import annotations

import pytest

from translate.care.base import Request, Revision
from translate.care.codes.placing import Placing
from translate.care.composing import compose, restore
from translate.care.kept.addresses import Addresses
from translate.care.measures import Measure
from translate.care.rewording import Measures
from translate.data import Passage
from translate.engines.base import Draft
from translate.languages import find_language

ADDRESSES = Addresses(find_language("fr"), find_language("en"), rewords=True)


def asked(text: str, lost: str | None = None, step: Addresses = ADDRESSES) -> str:
    request = step.before(Request(Passage(text)))
    return compose(request if lost is None else step.mask(request, lost), "X_#").text


def said(text: str, draft: str) -> str:
    placing = Placing("X_#")
    request = placing.before(ADDRESSES.before(Request(Passage(text))))
    revision = Revision(request, Draft(draft, 0.0), [], draft)
    revision.changes.extend(ADDRESSES.after(revision))
    revision.changes.extend(Measures(lambda text: list[Measure]()).after(revision))
    return restore(revision).text


def test_a_street_is_asked_as_one_that_the_model_knows_and_is_said_as_it_is_called() -> None:
    text = "Le boulevard des Lilas est fermé."
    assert asked(text) == "La rue Pasteur est fermé."
    assert said(text, "The Rue Pasteur is closed.") == "The Boulevard des Lilas is closed."


@pytest.mark.parametrize("made", ["Pasteur Street", "Street Pasteur", "rue Pasteur", "Pasteur"])
def test_whatever_the_model_makes_of_a_street_is_put_right(made: str) -> None:
    assert said("Il vit rue Zola.", f"He lives in {made}.") == "He lives in Rue Zola."


@pytest.mark.parametrize(("street", "preposition"), [("boulevard", "on"), ("avenue", "on"), ("rue", "in")])
def test_what_is_on_a_wide_street_is_not_in_it(street: str, preposition: str) -> None:
    made = said(f"Il vit {street} Zola.", "He lives in the Rue Pasteur.")
    assert made == f"He lives {preposition} the {street.title()} Zola."


def test_a_street_that_the_model_lost_gets_a_placeholder() -> None:
    assert asked("Il vit rue Zola.", "He lives.") == "Il vit X_1."
    assert asked("Il vit rue Zola.", "He lives in Rue Zola.") == "Il vit rue Pasteur."


def test_a_text_in_capitals_and_an_address_with_its_number_stay_as_they_are() -> None:
    assert asked("RUE ZOLA FERMÉE") == "RUE ZOLA FERMÉE"
    assert asked("Il vit 3 rue Zola.") == "Il vit X_1."


def test_no_street_is_asked_otherwise_where_nothing_puts_it_right() -> None:
    assert asked("Il vit rue Zola.", step=Addresses(find_language("fr"), find_language("en"))) == "Il vit rue Zola."


def test_a_building_keeps_its_name_and_its_kind_is_the_models() -> None:
    assert asked("Il sort du lycée Jean-Zay.") == "Il sort du lycée Voltaire."
    assert said("Il sort du lycée Jean-Zay.", "He leaves Voltaire high school.") == "He leaves Jean-Zay high school."
    assert (
        said("Il va au jardin des Plantes.", "He goes to the Voltaire garden.") == "He goes to the Jardin des Plantes."
    )
