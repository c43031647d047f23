"""An organisation goes to the model as one that every model copies, and comes back as the target calls it."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.base import Request, Revision
from translate.care.names.organisations import NamedOrganisations
from translate.data import Passage
from translate.engines.base import Draft
from translate.languages import find_language

FRENCH, ENGLISH = find_language("fr"), find_language("en")
NAMED = NamedOrganisations(FRENCH, ENGLISH, find_dictionary("fr", "en"), "persons")


def _asked(text: str) -> str:
    """Return what the model is asked."""
    asked = text
    for piece in reversed(NAMED.ask(Request(Passage(text))).pieces):
        assert piece.measure is not None
        asked = asked[: piece.span.start] + piece.measure.asked + asked[piece.span.end :]
    return asked


def _said(source: str, draft: str) -> str:
    """Return what becomes of what a model wrote."""
    request = NAMED.ask(Request(Passage(source)))
    written = draft
    for change in reversed(list(NAMED.changes(Revision(request, Draft(draft, 0.0), [], draft)))):
        written = written[: change.start] + change.text + written[change.end :]
    return written


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Un don à l'Armée du Salut.", "Un don à l'UNICEF."),
        ("L'Armée du Salut recrute.", "L'UNICEF recrute."),
        ("Il va au Secours populaire.", "Il va à l'UNICEF."),
        ("Le camion du Secours populaire", "Le camion de l'UNICEF"),
        ("Il aide les Restos du cœur.", "Il aide l'UNICEF."),
        ("Elle entre à Sciences Po.", "Elle entre à l'UNICEF."),
        ("Le Crédit agricole et le Crédit mutuel", "L'UNICEF et l'UNESCO"),
        ("Le Crédit agricole, client du Crédit agricole", "L'UNICEF, client de l'UNICEF"),
        ("L'UNICEF aide le Secours populaire.", "L'UNICEF aide l'UNESCO."),
        ("Secours populaire : 50 dons", "UNICEF : 50 dons"),
    ],
)
def test_a_model_is_asked_of_another_organisation(text: str, asked: str) -> None:
    assert _asked(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Le secours populaire fut utile.",
        "Un crédit agricole avantageux",
        "Assurance maladie : 12,50 €",
        "Elle habite rue du Secours populaire.",
        "AU SECOURS POPULAIRE",
    ],
)
def test_words_labels_and_streets_are_none(text: str) -> None:
    assert _asked(text) == text


@pytest.mark.parametrize(
    ("source", "draft", "said"),
    [
        ("Un don à l'Armée du Salut.", "A gift to UNICEF.", "A gift to the Salvation Army."),
        ("L'Armée du Salut recrute.", "UNICEF is recruiting.", "The Salvation Army is recruiting."),
        ("Un bénévole de l'Armée du Salut", "A UNICEF volunteer", "A Salvation Army volunteer"),
        ("La Croix-Rouge française recrute.", "The French UNICEF is hiring.", "The French Red Cross is hiring."),
        ("La Croix-Rouge recrute.", "The UNICEF is hiring.", "The Red Cross is hiring."),
        ("Le Secours populaire recrute.", "The UNICEF, it hires.", "Secours Populaire, it hires."),
        ("Il travaille au Secours populaire.", "He works in UNICEF.", "He works at Secours Populaire."),
        ("Les bénévoles du Secours populaire", "The UNICEF volunteers", "The Secours Populaire volunteers"),
        ("Elle va au musée d'Orsay. Elle", "She goes to UNICEF. She", "She goes to the Musée d'Orsay. She"),
    ],
)
def test_what_it_is_called_goes_where_the_model_wrote_the_other(source: str, draft: str, said: str) -> None:
    assert _said(source, draft) == said


def test_without_a_dictionary_nothing_is_asked_otherwise() -> None:
    named = NamedOrganisations(FRENCH, ENGLISH, None, "persons")
    assert not named.ask(Request(Passage("Un don à l'Armée du Salut."))).pieces
