"""Titles between rules and directives of reStructuredText keep their signs outside of the text."""

from __future__ import annotations

import pytest

from translate.documents.plain.layout import lay_out


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("-----Message transféré-----\n", ["-----", "Message transféré", "-----\n"]),
        ("*** Fin de la liste ***", ["*** ", "Fin de la liste", " ***"]),
        ("=== Un titre", ["", "=== Un titre", ""]),
        (".. note:: Fermez la porte.\n", [".. note:: ", "Fermez la porte.", "\n"]),
        (".. Une remarque", [".. ", "Une remarque", ""]),
        ("... une suite", ["", "... une suite", ""]),
        (". Fermez la vanne", [". ", "Fermez la vanne", ""]),
        (".Prix des vis", [".", "Prix des vis", ""]),
        (".NET est prêt", ["", ".NET est prêt", ""]),
        (".. [#f1] Une note", [".. [#f1] ", "Une note", ""]),
        (".. |nom| replace:: Le produit", [".. |nom| replace:: ", "Le produit", ""]),
        (":Auteur: la mairie", [":", "Auteur: la mairie", ""]),
        (":description: Un guide", [":description: ", "Un guide", ""]),
        (":tada: Version prête", [":tada: ", "Version prête", ""]),
        ("#+TITLE: Un guide", ["#+TITLE: ", "Un guide", ""]),
        ("** TODO [#A] Ranger la salle  :a:b:\n", ["** TODO [#A] ", "Ranger la salle", "  :a:b:\n"]),
        ("* Ranger la salle :\n", ["", "* Ranger la salle :", "\n"]),
        ("<!-- Une remarque -->\n", ["<!-- ", "Une remarque", " -->\n"]),
        ("titre=Bonjour à tous", ["titre=", "Bonjour à tous", ""]),
        ('message = "Le fichier manque"', ["message = ", '"Le fichier manque"', ""]),
        ('rel="me" est un lien', ["", 'rel="me" est un lien', ""]),
        ("list=a est vieux", ["", "list=a est vieux", ""]),
        ("Total=45 euros", ["", "Total=45 euros", ""]),
    ],
)
def test_signs_stand_outside_of_the_text(line: str, pieces: list[str]) -> None:
    (block,) = lay_out(line)
    assert [block.lead, block.text, block.trail] == pieces


@pytest.mark.parametrize(
    "line",
    [
        *(
            ".. code-block:: python\n",
            ".. image:: a.png",
            ".. _ici: https://a.fr",
            "__ https://a.fr",
            ".. py:module:: a.b",
        ),
        *(":toc:", ":lang: fr", ":PROPERTIES:", ":CUSTOM_ID: salle", "#+BEGIN_SRC python", "#+end_quote"),
        *("  DEADLINE: <2024-05-03 ven.>", "CLOSED: [2024-04-30 mar. 10:00] SCHEDULED: <2024-05-01>"),
        *("langue=fr", "delai=30", "chemin=/usr/share", "couleur=#FF0000", "a.b=oui", "PORT=8080"),
        *("-----BEGIN PGP MESSAGE-----", "00:00:01,000 --> 00:00:02,000\n"),
    ],
)
def test_lines_of_tools_hold_no_text(line: str) -> None:
    (block,) = lay_out(line)
    assert (block.lead, block.text) == (line, "")


@pytest.mark.parametrize(
    "line",
    ["Le prix=45 euros", "Nom : Petit", "DEADLINE : demain", ".. oui", ":) merci", "x = 3 mètres", "E=mc2", "a=b et c"],
)
def test_lines_of_people_hold_text(line: str) -> None:
    assert any(block.text for block in lay_out(line))


def test_a_cell_in_quotation_marks_has_them_outside_and_doubled_ones_as_codes() -> None:
    rows = ("Nom;Prix;Note", '"Vis; plate";2;"Une ""bonne"" vis"')
    first, _, last = lay_out(rows[1], (rows[0], ""))
    assert (first.lead, first.text, first.trail) == ('"', "Vis; plate", '";')
    assert [last.text[code.start : code.end] for code in last.codes] == ['""', '""']
    assert [code.pair for code in last.codes] == [4, 4]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Le tarif ~~12 €~~ 10 €, ~~hors taxes~~.", ["12 €", "hors taxes"]),
        ("Le tarif ~~ 12 € ~~, ~~~ou~~~ ~5, ~~~~, ~~a ~~", []),
    ],
)
def test_what_is_struck_out_stands_between_codes(text: str, struck: list[str]) -> None:
    (block,) = lay_out(text)
    starts, ends = block.codes[::2], block.codes[1::2]
    assert [block.text[start.end : end.start] for start, end in zip(starts, ends, strict=True)] == struck
    assert [start.pair for start in starts] == [end.pair for end in ends]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Un ==mot très important==, un ++ajout++.", {"==mot très important==": "x-mark", "++ajout++": "x-inserted"}),
        (
            "12 m^2^, le XX^e^ et Ca^2+^, H~2~O",
            {"^2^": "superscript", "^e^": "superscript", "^2+^": "superscript", "~2~": "subscript"},
        ),
        ("si a == b ou c == d, i++ ou j++, === oui ===, x ^ y ^ z, ~5~, a~b~, C++ ou C++", {}),
    ],
)
def test_what_is_marked_or_raised_stands_between_codes(text: str, types: dict[str, str]) -> None:
    (block,) = lay_out(text)
    starts, ends = block.codes[::2], block.codes[1::2]
    found = [(block.text[one.start : other.end], one.type) for one, other in zip(starts, ends, strict=True)]
    assert found == list(types.items())
