"""reStructuredText: what is text of a document, what is a code of a sentence, and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.markup.markups import read, seconds, shown, written

BODY = [
    ("Un *mot* **gras** et ``code``.", ["Un <mot> <gras> et {``code``}."]),
    ("Un `lien <http://a.fr>`_ ici.", ["Un <lien> ici."]),
    ("Voir :ref:`ici <a>` et :ref:`a`.", ["Voir <ici> et {:ref:`a`}."]),
    ("Le bouton :guilabel:`Ouvrir` et :file:`a.txt`.", ["Le bouton <Ouvrir> et {:file:`a.txt`}."]),
    ("Une note [1]_ et |nom| et Python_.", ["Une note {[1]_} et {|nom|} et {Python_}."]),
    ("Un astérisque \\* seul.", ["Un astérisque * seul."]),
    ("Deux * trois * quatre.", ["Deux * trois * quatre."]),
    ("Premier.\n\nSecond\nsuite.", ["Premier.", "Second suite."]),
    ("- un\n  suite\n- deux\n\n  1. trois", ["un suite", "deux", "trois"]),
    ("mot : classe\n    Le sens.", ["mot", "classe", "Le sens."]),
    ("A. Roy est venu\nhier.", ["A. Roy est venu hier."]),
    (":auteur: Moi\n:param x: le nombre\n:type x: int", ["Moi", "le nombre"]),
    ("Voici::\n\n    code ici\n\nFin.", ["Voici", "Fin."]),
    ("Voici ::\n\n> cité\n> encore\n\nFin.", ["Voici", "Fin."]),
    (".. note:: Attention\n   à ça.\n\n   Autre.", ["Attention à ça.", "Autre."]),
    (".. figure:: a.png\n   :alt: Une vue\n   :width: 3\n\n   Légende.", ["Une vue", "Légende."]),
    (".. code-block:: python\n   :caption: Un essai\n\n   print('oui')\n\nFin.", ["Un essai", "Fin."]),
    (".. |nom| replace:: Un mot", ["Un mot"]),
    (".. [1] La note\n   suite.", ["La note suite."]),
    (".. _cible: http://a.fr\n.. un commentaire\n   long\n\nFin.", ["Fin."]),
    (".. toctree::\n   :caption: Menu\n\n   Le début <a>\n   b", ["Menu", "Le début"]),
    (
        '.. csv-table:: Titre\n   :header: Nom, Prix\n\n   Sel fin, 3\n   "Un, deux", 4',
        ["Titre", "Nom", "Prix", "Sel fin", "Un, deux"],
    ),
    (".. list-table:: Titre\n\n   * - Un\n     - Deux", ["Titre", "Un", "Deux"]),
    ("| Un vers\n| Un autre", ["Un vers", "Un autre"]),
    ("-a, --all  Tout montrer", ["Tout montrer"]),
    (">>> print(1)\n1\n\nFin.", ["Fin."]),
    ("Titre\n=====\n\nTexte.", ["Titre", "Texte."]),
    ("Avant\n\n-----\n\nAprès", ["Avant", "Après"]),
    ("+-----+-----+\n| Un  | Deux|\n| mot |     |\n+-----+-----+", ["Un mot", "Deux"]),
    (
        "=====  =====\nUn     Deux\n=====  =====\nA      Trois\n       mots\n=====  =====",
        ["Un", "Deux", "A", "Trois mots"],
    ),
]


@pytest.mark.parametrize(("body", "texts"), BODY)
def test_texts_are_paragraphs_titles_items_and_cells(body: str, texts: list[str], tmp_path: Path) -> None:
    assert shown(read(tmp_path / "a.rst", "rst", f"{body}\n")) == texts
    assert shown(read(tmp_path / "b.rst", "rst", f"{body}\n".replace("\n", "\r\n"))) == texts


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Titre\n=====\n", "A longer title\n==============\n"),
        ("=======\n Titre\n=======\n", "================\n A longer title\n================\n"),
        ("Titre\n----------\n", "A longer title\n--------------\n"),
        ("Titre\n--------------------\n", "A longer title\n--------------------\n"),
    ],
)
def test_lines_of_titles_are_as_long_as_the_titles(source: str, target: str, tmp_path: Path) -> None:
    document = read(tmp_path / "a.rst", "rst", source)
    assert written(document, tmp_path / "b.rst", {"Titre": "A longer title"}).decode() == target


def test_a_link_that_is_found_by_its_words_names_its_target(tmp_path: Path) -> None:
    text = "Texte d'abord.\n\nPremiers pas\n============\n\nLire `Premiers pas`_ bien.\n"
    document = read(tmp_path / "a.rst", "rst", text)
    say = {"Premiers pas": "First steps now", "Lire Premiers pas bien.": "Read Next things now."}
    made = written(document, tmp_path / "b.rst", say).decode()
    assert "\n.. _`Premiers pas`:\n\nFirst steps now\n===============\n" in made
    assert "<Premiers pas_>`__" in made


def test_a_table_becomes_as_wide_as_its_texts(tmp_path: Path) -> None:
    grid = "+-----+------+\n| Nom | Prix |\n+=====+======+\n| Sel | deux |\n+-----+------+\n"
    document = read(tmp_path / "a.rst", "rst", grid)
    assert written(document, tmp_path / "b.rst", {"Sel": "Kitchen salt"}).decode() == (
        "+--------------+------+\n| Nom          | Prix |\n+==============+======+\n| Kitchen salt | deux |\n"
        "+--------------+------+\n"
    )
    simple = "===  ====\nNom  Prix\n===  ====\nSel  deux\n===  ====\n"
    document = read(tmp_path / "a.rst", "rst", simple)
    assert written(document, tmp_path / "b.rst", {"Sel": "Kitchen salt"}).decode() == (
        "============  ====\nNom           Prix\n============  ====\nKitchen salt  deux\n============  ====\n"
    )


def test_what_would_be_markup_is_escaped(tmp_path: Path) -> None:
    document = read(tmp_path / "a.rst", "rst", "Un mot.\n")
    made = written(document, tmp_path / "b.rst", {"Un mot.": "A *word* and `this` and name_ and 2 * 3"})
    assert made == b"A \\*word\\* and \\`this\\` and name\\_ and 2 * 3\n"
    assert shown(read(tmp_path / "c.rst", "rst", made)) == ["A *word* and `this` and name_ and 2 * 3"]


@pytest.mark.parametrize("mark", ("*", "**", "``", "`", ":ref:`", "|", "_`", ".. ", "+-", "- "))
def test_marks_that_never_close_are_read_in_linear_time(mark: str, tmp_path: Path) -> None:
    one, four = (seconds(tmp_path / "a.txt", "rst", f"mot {mark}b\n" * size) for size in (500, 2_000))
    assert four < 10 * max(one, 0.02)


def test_a_name_of_a_link_may_have_accents(tmp_path: Path) -> None:
    document = read(
        tmp_path / "a.rst", "rst", "Voir voilà_ et Été-là_ ici.\n\n.. _voilà: https://b.fr\n.. _Été-là: c.html\n"
    )
    assert shown(document) == ["Voir {voilà_} et {Été-là_} ici."]


def test_a_sign_behind_a_backslash_stays_whole(tmp_path: Path) -> None:
    document = read(tmp_path / "a.rst", "rst", "Un mot \\é *ici* \\😀.\n")
    text = next(block.text for block in document.blocks).strip()
    made = written(document, tmp_path / "b.rst", {text: text.replace("Un mot", "A word")})
    assert made.decode() == "A word é *ici* 😀.\n"
