"""Pages of MediaWiki: what is text of a page, what is a code of a sentence, and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.markup.markups import read, seconds, shown, written

BODY = [
    ("Un '''mot''' ''en'' '''''deux'''''.", ["Un <mot> <en> <<deux>>."]),
    ("Le [[blé|grain]] et la [[meule]].", ["Le <grain> et la <meule>."]),
    ("Voir [http://a.fr le site] ou http://a.fr.", ["Voir <le site> ou {http://a.fr}."]),
    ("Un mot<ref>Une ''note''.</ref> suivi.<ref name=\"a\" />", ["Une <note>.", "Un mot{} suivi."]),
    ("Il a {{nombre|{{a}}|3}} ans.", ["Il a {{{nombre|{{a}}|3}}} ans."]),
    ("On a <math>x</math> et <nowiki>''a''</nowiki>.", ["On a {<math>x</math>} et {<nowiki>''a''</nowiki>}."]),
    ("Un <b>mot</b><br/>fort&nbsp;!", ["Un <mot>{}fort\u00a0!"]),
    ("== Titre ==\nTexte\nsuite.", ["Titre", "Texte suite."]),
    ("* un\n** deux\n# trois\n; mot : sens\n: retrait", ["un", "deux", "trois", "mot", "sens", "retrait"]),
    ("[[File:A.jpg|thumb|alt=Une vue|Le [[pont]] du soir.]]", ["Une vue", "Le <pont> du soir."]),
    (
        '{| class="a"\n|+ Titre\n! Nom !! Prix\n|-\n| style="b" | Sel || trois\n|}',
        ["Titre", "Nom", "Prix", "Sel", "trois"],
    ),
    ("{{Boîte\n| nom = Un nom\n}}\nTexte.", ["Texte."]),
    ('<syntaxhighlight lang="c">\nint a;\n</syntaxhighlight>\nTexte.', ["Texte."]),
    ("<gallery>\nFile:A.jpg|Une vue\nFile:B.jpg\n</gallery>", ["Une vue"]),
    (" préformaté\n\n----\n<!-- rien -->\n__NOTOC__\n[[Category:X]]", []),
    ("#REDIRECT [[Autre page]]", []),
]


@pytest.mark.parametrize(("body", "texts"), BODY)
def test_texts_are_paragraphs_titles_items_and_cells(body: str, texts: list[str], tmp_path: Path) -> None:
    assert shown(read(tmp_path / "a.wiki", "wiki", f"{body}\n")) == texts


def test_a_link_to_a_page_keeps_its_page(tmp_path: Path) -> None:
    document = read(tmp_path / "a.wiki", "wiki", "La [[meule]] tourne.\n")
    made = written(document, tmp_path / "b.wiki", {"La meule tourne.": "A stone that turns."})
    assert made.startswith(b"A s[[meule|tone ]]that turns.") or b"[[meule|" in made


def test_templates_that_are_kept_are_counted(tmp_path: Path) -> None:
    document = read(tmp_path / "a.wiki", "wiki", "{{Boîte|nom=Un nom}}\n\nTexte.\n")
    assert shown(document) == ["Texte."]
    assert list(document.notices) == ["1 template kept as it is"]


@pytest.mark.parametrize("mark", ("'''", "[[", "<ref>", "<b>", "{|", "|", "&a", "<!-"))
def test_marks_that_never_close_are_read_in_linear_time(mark: str, tmp_path: Path) -> None:
    one, four = (seconds(tmp_path / "a.txt", "wiki", f"mot {mark}b\n" * size) for size in (500, 2_000))
    assert four < 10 * max(one, 0.02)
