"""Nouns that begin a label go to the model in small letters, and what comes back begins with a capital again."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Dictionary
from translate.care.base import Piece, Request, Revision
from translate.care.composing import compose, restore
from translate.care.phrases.phrasing import Phrasing
from translate.care.words.first_words import FirstWords
from translate.data import Passage
from translate.engines.base import Draft
from translate.languages import find_language
from translate.models.phrase_table import PhraseTable
from translate.text.protected.spans import ProtectedSpan, Treatment

TABLE = PhraseTable({"rose": "Rose\t9\t9"})


def asked(dictionary: Dictionary, text: str, *pieces: Piece, known: Draft | None = None) -> Request:
    request = Request(Passage(text), pieces, known=known)
    shielded = compose(request, "X_#")
    request = Request(Passage(text), pieces, shielded, shielded.text, known=known)
    return FirstWords(dictionary, find_language("fr"), Phrasing(lambda: TABLE, "")).before(request)


@pytest.mark.parametrize(
    ("text", "to_model"),
    [
        ("Concert gratuit le 21 juin", "concert gratuit le 21 juin"),
        ("Incendie dans un cinéma", "incendie dans un cinéma"),
        ("Récolte, vente", "récolte, vente"),
        ("Concert", "concert"),
        ("Article 3 – Durée du bail", "Article 3 – durée du bail"),
        ("2 - Concert gratuit", "2 - concert gratuit"),
        ("Article 3 – Le bail", "Article 3 – Le bail"),
        ("Concert gratuit.", "Concert gratuit."),  # a sentence
        ("Concert " + "gratuit " * 12, "Concert " + "gratuit " * 12),  # too long for a label
        ("Questions diverses", "Questions diverses"),  # met often
        ("Prière de fermer la porte", "Prière de fermer la porte"),
        ("Visite la ville", "Visite la ville"),  # an order
        ("Visite de la ville", "visite de la ville"),
        ("Cocher la case", "Cocher la case"),
        ("Salut à tous", "Salut à tous"),
        ("Pierre blanche", "Pierre blanche"),  # a first name
        ("Rose blanche", "Rose blanche"),  # a name in the table
        ("Bien cuit", "Bien cuit"),
        ("Xylop vert", "Xylop vert"),
        ("CONCERT", "CONCERT"),
    ],
)
def test_a_noun_that_begins_a_label_is_small(dictionary: Dictionary, text: str, to_model: str) -> None:
    assert asked(dictionary, text).text == to_model


def test_what_is_asked_in_other_words_or_known_stays(dictionary: Dictionary) -> None:
    mask = Piece(ProtectedSpan(0, 7, Treatment.MASK), "protection", "kept")
    assert asked(dictionary, "Concert gratuit", mask).text == "X_1 gratuit"
    assert asked(dictionary, "Concert gratuit", known=Draft("Free concert", 0.0)).text == "Concert gratuit"


@pytest.mark.parametrize(
    ("text", "draft", "target"),
    [
        ("Concert gratuit", "free concert", "Free concert"),
        ("Concert gratuit", "eBay concert", "eBay concert"),
        ("Concert gratuit", "", ""),
        ("Article 3 – Durée du bail", "Article 3 - term of the lease", "Article 3 - Term of the lease"),
        ("article gratuit", "free item", "free item"),
    ],
)
def test_what_comes_back_begins_with_a_capital(dictionary: Dictionary, text: str, draft: str, target: str) -> None:
    step = FirstWords(dictionary, find_language("fr"))
    revision = Revision(asked(dictionary, text), Draft(draft, 0.0), [], draft)
    revision.changes += step.after(revision)
    assert restore(revision).text == target
