"""What is laid out within the lines of a plain text stays where it is, and words come without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.config import DocumentConfig
from translate.data import Block
from translate.documents import READERS
from translate.documents.base import trail_of
from translate.documents.plain.layout import lay_out

QUOTED = ["> Êtes-vous prêts ?", ">> Presque.", "> > Demain.", ">Merci."]


def read(folder: Path, text: str) -> list[Block]:
    (folder / "a.txt").write_text(text, encoding="utf-8", newline="")
    return list(READERS.load("text").read(folder / "a.txt", name="a", language="fr", config=DocumentConfig()).blocks)


def words(folder: Path, *lines: str) -> list[str]:
    return [block.text for block in read(folder, "\n".join(lines)) if block.text]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Outil\tNombre\tPrix", "Marteau\t2\t9,90 €"], ["Outil", "Nombre", "Prix", "Marteau", "2", "9,90 €"]),
        (["\tTotal\t\t12"], ["Total", "12"]),
        (["3.\tConclusion"], ["3.", "Conclusion"]),
        (["Fruit      Saison", "Pomme      automne"], ["Fruit", "Saison", "Pomme", "automne"]),
        (["Vis       12", "Écrou      7"], ["Vis", "12", "Écrou", "7"]),
        (["Adresse :      rue du Port", "Nom :    Roux"], ["Adresse :", "rue du Port", "Nom : Roux"]),
        (["Préface ......... 7", "Index . . . . . 90"], ["Préface", "7", "Index", "90"]),
        (["| jour | lieu |", "|lundi|salle|"], ["jour", "lieu", "lundi", "salle"]),
        (["Nom;Prix;Pièces", "Vis plate;2;100"], ["Nom", "Prix", "Pièces", "Vis plate", "2", "100"]),
        (["Nom;;Prix", "Vis;;2"], ["Nom", "Prix", "Vis", "2"]),
        (['"Vis; plate";2;3', "Nom;Prix;Poids"], ["Vis; plate", "2", "3", "Nom", "Prix", "Poids"]),
        (["Le produit |nom| est |prêt|."], ["Le produit |nom| est |prêt|."]),
        (["Nom|Prix|Poids", "Vis|2|3"], ["Nom", "Prix", "Poids", "Vis", "2", "3"]),
        (["titre = Bonjour", "pied de page = Merci"], ["titre", "Bonjour", "pied de page", "Merci"]),
        (["9:00-9:45  Café", "9:45-10:15  Débat"], ["9:00-9:45  Café", "9:45-10:15  Débat"]),
        (["09:00-09:45  Café", "09:45-10:15  Débat"], ["09:00-09:45", "Café", "09:45-10:15", "Débat"]),
        (["Reste dû   12 €"], ["Reste dû", "12 €"]),
        (["☐ Madame   ☑ Monsieur", "Payé : ( ) Oui (x) Non"], ["Madame", "Monsieur", "Payé :", "Oui", "Non"]),
        (["Fichier → Ouvrir", "Accueil / Vins / Rosés"], ["Fichier", "Ouvrir", "Accueil", "Vins", "Rosés"]),
        (["SECRET *** SECRET *** SECRET"], ["SECRET", "SECRET", "SECRET"]),
        (["Un\u2028deux\vtrois\u2029quatre"], ["Un", "deux", "trois", "quatre"]),
        (["o Vérifier les freins", "² Hors taxes"], ["Vérifier les freins", "Hors taxes"]),
        (["│ Bonne route │"], ["Bonne route"]),
        (["Nom   | Âge", "------+----"], ["Nom", "Âge", "------+----"]),
        (["Nom       : Roux", "Naissance : 1980", "Âge: 4"], ["Nom : Roux", "Naissance", "1980", "Âge: 4"]),
        (
            ["   a) l'Italie du Nord  b) la France entière  c) l'Espagne"],
            ["a) l'Italie du Nord", "b) la France entière", "c) l'Espagne"],
        ),
        (["1/ Mélanger", "A/ Objet", "2°) Cuire", "P.S. Merci"], ["Mélanger", "Objet", "Cuire", "Merci"]),
        (["08/05/2024 — Départ", "2024-05-08 09:30 - Pluie", "14:05 – Vent"], ["Départ", "Pluie", "Vent"]),
        (["(*) Hors frais", "† Mort en 1999"], ["Hors frais", "Mort en 1999"]),
        (["-----BEGIN PGP MESSAGE-----", "-----END PGP MESSAGE-----"], []),
        (QUOTED, ["Êtes-vous prêts ?", "Presque.", "Demain.", "Merci."]),
    ],
)
def test_cells_and_quoted_words_come_by_themselves(lines: list[str], expected: list[str], tmp_path: Path) -> None:
    assert words(tmp_path, *lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["Il pleut.  Nous restons à la maison.  Demain, nous partirons."],
        ["La  mer  est  calme  ce  matin  et  les  bateaux", "sortent  du  port  l'un  après  l'autre  sans  bruit."],
        ["Choisissez oui | non."],
        ["Et puis... plus rien."],
        ["À 12:30, le train part."],
        ["Attention : ne pas ouvrir."],
        ["- du pain", "- du vin"],
        ["Un chat ; un chien ; une souris", "Un arbre ; une fleur ; un fruit"],
        ["Nom;Prix;Pièces", "Il pleut."],
        ["Posons x = 3 ici.", "Il pleut."],
        ["Cochez la case ☐ ci-dessous."],
        ["Il partit -> on ne le revit jamais plus dans la ville."],
        ["Le vendeur / l'acheteur signent."],
        ["Il faut.  Oui.", "Eh oui !  Non."],
        ["Prénom,Nom,Ville", "Jean,Petit,Lyon"],
        ["Note : lire.", "Avis : voir."],
        ["Il faut lire a) le titre  puis le reste de la page entière."],
        ["1/2 verre d'eau", "8/5 - 3 points", "— Oui", "14:30 – 16:00"],
        ["O temps, suspends ton vol"],
        ["Si a === b, tout va bien."],
    ],
)
def test_prose_stays_whole(lines: list[str], tmp_path: Path) -> None:
    assert words(tmp_path, *lines) == lines


def test_subtitles_keep_numbers_times_tags_and_dashes(tmp_path: Path) -> None:
    lines = [
        "1", "00:00:03,200 --> 00:00:05,000", "<i>Il neige", "sur Brest.</i>", "",
        "2", "00:01.000 --> 00:02.500 line:0", "{\\an8}- Qui est là ?", "– Moi.", "", "- Une liste",
    ]  # fmt: skip
    assert words(tmp_path, *lines) == ["1", "Il neige", "sur Brest.", "2", "Qui est là ?", "Moi.", "- Une liste"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{10}{40}Bonsoir.|Entrez.", ["Bonsoir.", "Entrez."]),
        ("[00:12.50]Le vent se lève", ["Le vent se lève"]),
        ("[1:02]Silence.", ["Silence."]),
    ],
)
def test_times_in_the_line_stand_outside_of_the_words(line: str, expected: list[str], tmp_path: Path) -> None:
    assert words(tmp_path, line) == expected


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("Objet : Re: votre visite", "Re:"), ("Objet : TR : RE : le plan", "TR : RE :"), ("Sujet: Fwd: photos", "Fwd:"),
        ("Objet : Re[2]: le plan", "Re[2]:"), ("Objet : le plan", ""), ("À {heure:HH:mm}", ""),
        ("Objet : nous: le plan", ""),
    ],
)  # fmt: skip
def test_the_marks_of_an_answer_are_codes(line: str, mark: str) -> None:
    (block,) = lay_out(line)
    assert [block.text[code.start : code.end] for code in block.codes] == ([mark] if mark else [])


@given(st.lists(st.text(alphabet="aé1 \t|>.-:;=<>/i{}\\[]\u00a0", max_size=30), max_size=4), st.booleans())
def test_the_blocks_of_a_line_are_the_line(lines: list[str], in_cue: bool) -> None:
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        blocks = list(lay_out(line, (before, after), in_cue=in_cue))
        assert "".join(block.lead + (block.native or block.text) + block.trail for block in blocks) == line
        assert all(trail_of(block, block.native or block.text) == block.trail for block in blocks)
        assert all(block.text == block.text.strip() for block in blocks)


@pytest.mark.parametrize(
    "sign",
    [
        " ",
        "\t",
        "|",
        ".",
        ";",
        " = ",
        "<",
        "<i>",
        "</i>",
        "{\\",
        "[0:00]",
        "> ",
        "a: ",
        "- ",
        "☐ ",
        "[ ] ",
        " → ",
        " *** ",
        "\v",
    ],
)
def test_a_long_line_of_one_sign_takes_no_longer_than_its_length(sign: str) -> None:
    line = "a" + sign * 20_000 + "b"
    assert "".join(b.lead + b.text + b.trail for b in lay_out(line, (line, line), in_cue=True)) == line


def test_the_bars_of_a_drawn_table_stay_below_each_other(tmp_path: Path) -> None:
    table = "+------------+\n| Fourchette |\n| Pot        |\n+------------+\n"
    (tmp_path / "a.txt").write_text(table, encoding="utf-8")
    document = READERS.load("text").read(tmp_path / "a.txt", name="a", language="fr", config=DocumentConfig())
    with READERS.load("text").rebuild(document, tmp_path / "b.txt", language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, {"Fourchette": "Fork", "Pot": "Container"}.get(block.text, block.text))
    written = (tmp_path / "b.txt").read_text(encoding="utf-8")
    assert written == "+------------+\n| Fork       |\n| Container  |\n+------------+\n"


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        ("Fourchette : 12\nPot        : Lac\n", "Fork       : 12\nContainer  : Lac\n"),
        ("Fourchette:   Mer\nPot:          Lac\n", "Fork:         Mer\nContainer:    Lac\n"),
        ("Pot :          Lac\n", "Container:     Lac\n"),
    ],
)
def test_colons_and_values_stay_below_each_other(lines: str, written: str, tmp_path: Path) -> None:
    words = {"Fourchette": "Fork", "Pot": "Container", "Sel": "Salt"}
    (tmp_path / "a.txt").write_text(lines, encoding="utf-8")
    document = READERS.load("text").read(tmp_path / "a.txt", name="a", language="fr", config=DocumentConfig())
    with READERS.load("text").rebuild(document, tmp_path / "b.txt", language="en") as rebuilder:
        for block in document.blocks:
            name, _, value = block.text.partition(":")
            rebuilder.write(
                block, f"{words[name.strip()]}: {value.strip()}" if value else words.get(block.text, block.text)
            )
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == written


def test_columns_stay_below_each_other_where_words_get_shorter_or_longer(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fourchette   12\nCuiller       7\n", encoding="utf-8")
    document = READERS.load("text").read(tmp_path / "a.txt", name="a", language="fr", config=DocumentConfig())
    with READERS.load("text").rebuild(document, tmp_path / "b.txt", language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, {"Fourchette": "Fork", "Cuiller": "Serving spoon"}.get(block.text, block.text))
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == "Fork         12\nServing spoon  7\n"
