"""Families are asked as one that the model knows, and have their own name in the target."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.base import Request, Revision
from translate.care.names.families import FAMILY, Families
from translate.data import Passage
from translate.engines.base import Draft
from translate.languages import find_language

FAMILIES = Families(find_language("fr"), find_language("en"), find_dictionary("fr", "en"), "persons")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nous avons dîné chez les Dubois à Tours.", ["Dubois"]),
        ("Les Petit sont nos voisins.", ["Petit"]),
        ("Il parle aux Pommier.", ["Pommier"]),
        ("Le chien des Roux aboie.", ["Roux"]),
        ("Les Kerjean sont là.", ["Kerjean"]),
        ("La maison des Kerjean est grande.", []),  # a model knows best whose it is
        ("Les Petit et les Roux sont voisins.", []),  # of two it makes two persons
        ("Les Rouge et Noir jouent.", []),
        ("Les Quatre de Rennes chantent.", []),
        ("Les Verts ont gagné.", []),
        ("Les Petits Frères chantent.", []),
        ("Les Petit Bois", []),
        ("Les Ardennes sont belles.", []),
        ("Les Ulis sont une ville.", []),
        ("Les Alpes sont belles.", []),
        ("Les Danois ont gagné.", []),
        ("Les Gallois jouent au rugby.", []),  # a surname too
        ("Robin des Bois volait les riches.", []),
        ("Les Roi sont là.", []),
        ("La Petit", []),
    ],
)
def test_a_family_is_a_surname_or_no_word_behind_an_article_in_the_plural(text: str, names: list[str]) -> None:
    found = list(FAMILIES.iter_pieces(text, 10))
    assert [text[piece.span.start - 10 : piece.span.end - 10] for piece in found] == names
    assert [(piece.measure.asked, piece.reason) for piece in found if piece.measure] == [("Martin", FAMILY)] * len(
        names
    )


def test_another_family_stands_for_one_beside_which_the_first_is_named() -> None:
    (piece,) = FAMILIES.iter_pieces("Martin connaît les Petit.", 0)
    assert piece.measure is not None and piece.measure.asked == "Lambert"


@pytest.mark.parametrize(
    ("name", "made", "changes"),
    [
        ("Petit", "The Martins live above us.", [(4, 11, "Petits")]),
        ("Dubois", "The Martins live above us.", [(4, 11, "Dubois")]),
        ("Petit", "The Martin family and the Martins.", [(4, 10, "Petit"), (26, 33, "Petits")]),
        ("Petit", "The Martinets live above us.", []),
    ],
)
def test_the_name_has_the_number_that_the_model_wrote(
    name: str, made: str, changes: list[tuple[int, int, str]]
) -> None:
    text = f"Les {name} habitent au-dessus de chez nous."
    request = Request(Passage(text), tuple(FAMILIES.iter_pieces(text, 0)))
    revision = Revision(request, Draft(made, -0.5), [], made)
    assert [(one.start, one.end, one.text) for one in FAMILIES.changes(revision)] == changes
