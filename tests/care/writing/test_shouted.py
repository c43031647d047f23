"""Words in capitals within a sentence go to the model in small letters, and what translates them is in capitals."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.base import Change, Request, Revision, Shielded
from translate.care.writing.shouted import Shouted
from translate.data import Passage
from translate.engines.base import Draft, Links
from translate.languages import find_language
from translate.text.words import iter_words


def shouted() -> Shouted:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    return Shouted(dictionary, find_language("fr"))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Il est STRICTEMENT INTERDIT de fumer.", "Il est strictement interdit de fumer."),
        ("La porte reste FERMÉE À CLÉ.", "La porte reste fermée à clé."),
        ("Le casque est OBLIGATOIRE ici.", "Le casque est obligatoire ici."),
        ("N'ouvrez JAMAIS ce boîtier.", "N'ouvrez jamais ce boîtier."),
        ("La BANQUE POSTALE et le CRÉDIT AGRICOLE", "La BANQUE POSTALE et le CRÉDIT AGRICOLE"),
        ("La BANQUE DE FRANCE", "La BANQUE DE FRANCE"),
        ("M. DUPONT et Mme LE GALL", "M. DUPONT et Mme LE GALL"),
        ("L'OTAN et l'UNESCO", "L'OTAN et l'UNESCO"),
        ("le fichier IMG-JAMAIS", "le fichier IMG-JAMAIS"),
    ],
)
def test_words_in_capitals_are_asked_small_and_names_and_acronyms_are_not(text: str, asked: str) -> None:
    assert shouted().lower(text) == asked


def test_what_translates_them_is_in_capitals() -> None:
    source, target = "La porte reste FERMÉE À CLÉ.", "The door remains locked."
    rules = shouted()
    own, other = ([word.start() for word in iter_words(text)] for text in (source, target))
    attended = {0: 0, 1: 1, 2: 2, 3: 3}
    weights = tuple(tuple(float(attended[row] == column) for column in range(len(own))) for row in range(len(other)))
    links = Links((*own, len(source)), (*other, len(target)), weights)
    request = Request(Passage(source), shielded=Shielded(source), text=rules.lower(source))
    revision = Revision(request, Draft(target, 0.0, link=lambda whole=True: links), [], target)
    assert list(rules.changes(revision, "casing", "")) == [Change(17, 23, "LOCKED", "casing", "")]
    assert not list(rules.changes(Revision(request, Draft(target, 0.0), [], target), "casing", ""))
