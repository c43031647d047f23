"""AsciiDoc: what is text of a document, what is a code of a sentence, and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.markup.markups import read, seconds, shown, written
from translate.config import DocumentConfig
from translate.documents import READERS

BODY = [
    ("Un *mot* _en_ `code` et #marque#.", ["Un <mot> <en> {`code`} et <marque>."]),
    ("Un **m**ot et x^2^ et H~2~O.", ["Un <m>ot et x<2> et H<2>O."]),
    ("Un snake_case_ici et 2 * 3 * 4.", ["Un snake_case_ici et 2 * 3 * 4."]),
    ("Voir https://a.fr[le site] ou https://a.fr.", ["Voir <le site> ou {https://a.fr}."]),
    ("Voir link:a.html[ici^] et xref:b[là] et <<c,plus>> et <<d>>.", ["Voir <ici> et <là> et <plus> et {<<d>>}."]),
    ("Un motfootnote:[Une *note*.] suivi.", ["Une <note>.", "Un mot{} suivi."]),
    ("Une image:a.png[Une vue,3] ici.", ["Une vue", "Une {} ici."]),
    ("Le {produit} et stem:[x^2].", ["Le {{produit}} et {stem:[x^2]}."]),
    ("Il dit \"`oui`\" et '`non`'.", ["Il dit “oui” et ‘non’."]),
    ("= Titre\nAnne Roy <a@b.fr>\nv1, 2024\n:toc-title: Menu\n:id: x\n\nTexte.", ["Titre", "Menu", "Texte."]),
    ("== Un\n\n=== Deux\n\nTexte\nsuite.", ["Un", "Deux", "Texte suite."]),
    (".Titre\n----\ncode ici\n----\nFin.", ["Titre", "Fin."]),
    ("[source,java]\n----\ncode\n----\n\n[source]\nencore du code\n\nFin.", ["Fin."]),
    ("====\nUn exemple.\n====\n\n****\nÀ part.\n****", ["Un exemple.", "À part."]),
    ("NOTE: Attention\nà ça.", ["Attention à ça."]),
    ("* un\nsuite\n** deux\n- trois\n. quatre\n1. cinq", ["un suite", "deux", "trois", "quatre", "cinq"]),
    ("* [x] fait\n* [ ] à faire", ["fait", "à faire"]),
    ("Mot:: Le sens\nplus long.\nAutre::\n  Son sens.", ["Mot", "Le sens plus long.", "Autre", "Son sens."]),
    (" littéral ici\n\nTexte.", ["Texte."]),
    ("// commentaire\n\n////\nlong\n////\n\nTexte.", ["Texte."]),
    ('image::a.png[Une vue, 3, title="Un titre"]', ["Une vue", "Un titre"]),
    (
        "|===\n| Nom | Prix\n2+| Tout ici\na| Un bloc\n\nDeux blocs\n|===",
        ["Nom", "Prix", "Tout ici", "Un bloc", "Deux blocs"],
    ),
    ("|===\nUn oubli\n| Prix\n|===\n\n|===\nSans barre\n|===", ["Un oubli", "Prix", "Sans barre"]),
    (',===\nNom long,Prix\n"Un, deux",3\n,===', ["Nom long", "Prix", "Un, deux"]),
    ("Un vers +\nUn autre.", ["Un vers", "Un autre."]),
    ("Mot\n---\n\nTitre long\n----------\n\nTexte.", ["Mot", "Titre long", "Texte."]),
    ('image::a.png["Une vue, de loin", 3, title="Un \\"titre\\""]', ["Une vue, de loin", 'Un "titre"']),
    (
        "Salle à manger:: La pièce à *déjà* voir.\nVoilà:: Là.",
        ["Salle à manger", "La pièce à <déjà> voir.", "Voilà", "Là."],
    ),
    ("[[ancre]]\n== Titre\n\ninclude::a.adoc[]\n\nFin.", ["Titre", "Fin."]),
]


@pytest.mark.parametrize(("body", "texts"), BODY)
def test_texts_are_paragraphs_titles_items_and_cells(body: str, texts: list[str], tmp_path: Path) -> None:
    if body.startswith("Mot\n---"):
        texts = ["Mot ---", *texts[1:]]  # three signs are no line under a title
    assert shown(read(tmp_path / "a.adoc", "asciidoc", f"{body}\n")) == texts


def test_a_line_under_a_title_is_as_long_as_the_title(tmp_path: Path) -> None:
    document = read(tmp_path / "a.adoc", "asciidoc", "Titre\n-----\n\nTexte.\n")
    made = written(document, tmp_path / "b.adoc", {"Titre": "A longer title"})
    assert made == b"A longer title\n--------------\n\nTexte.\n"


def test_a_paragraph_goes_over_as_many_lines(tmp_path: Path) -> None:
    document = read(tmp_path / "a.adoc", "asciidoc", "Un bloc\nsur deux lignes.\n")
    say = {"Un bloc sur deux lignes.": "A paragraph that is set over two lines."}
    assert written(document, tmp_path / "b.adoc", say) == b"A paragraph\nthat is set over two lines.\n"


@pytest.mark.parametrize("mark", ("*", "**", "`", "_", "footnote:[", "<<", "|===\n|", "----\n", "[", "::"))
def test_marks_that_never_close_are_read_in_linear_time(mark: str, tmp_path: Path) -> None:
    one, four = (seconds(tmp_path / "a.txt", "asciidoc", f"mot {mark}b\n" * size) for size in (500, 2_000))
    assert four < 10 * max(one, 0.02)


def test_an_alternative_text_that_would_be_two_attributes_gets_quotation_marks(tmp_path: Path) -> None:
    document = read(tmp_path / "a.adoc", "asciidoc", 'image::a.png[Une vue, 3, title="Un titre"]\n')
    made = written(document, tmp_path / "b.adoc", {"Une vue": "A view, from afar [1]", "Un titre": 'A "title"'})
    assert made == b'image::a.png["A view, from afar [1\\]", 3, title="A \\"title\\""]\n'
    again = READERS.load("asciidoc").read(tmp_path / "b.adoc", name="b.adoc", language="fr", config=DocumentConfig())
    assert shown(again) == ["A view, from afar [1]", 'A "title"']
