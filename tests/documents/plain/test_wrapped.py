"""Wrapped lines are joined to paragraphs; all that was not wrapped keeps its lines."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.config import DocumentConfig
from translate.data import Block, Document
from translate.documents import READERS
from translate.documents.plain import wrapped as module
from translate.errors import DocumentError

PROSE = (
    "Le conseil municipal s'est réuni jeudi soir pour examiner le projet de la nouvelle bibliothèque, que M. Durand "
    "avait présenté au mois de mars. Après un long débat, les élus ont demandé une autre étude."
)


def read(folder: Path, text: str, **config: object) -> Document:
    path = folder / "lettre.txt"
    path.write_bytes(text.encode())
    return READERS.load("text").read(
        path,
        name="lettre.txt",
        language="fr",
        config=DocumentConfig(join_lines=True, **config),  # type: ignore[arg-type]
    )


def shown(folder: Path, text: str) -> list[str]:
    return [block.text for block in read(folder, text).blocks if block.text]


def wrap(text: str, width: int = 72, mark: str = "") -> str:
    return textwrap.indent(textwrap.fill(text, width), mark, lambda line: True)


@pytest.mark.parametrize("width", [45, 60, 72, 78])
def test_prose_wrapped_at_any_usual_width_is_joined(tmp_path: Path, width: int) -> None:
    assert shown(tmp_path, wrap(PROSE, width) + "\n\n" + wrap(PROSE, width)) == [PROSE, PROSE]


def test_a_short_last_line_ends_a_paragraph_without_an_empty_line(tmp_path: Path) -> None:
    assert shown(tmp_path, wrap(PROSE) + "\n" + wrap(PROSE)) == [PROSE, PROSE]


def test_an_indent_begins_a_paragraph(tmp_path: Path) -> None:
    text = textwrap.fill(PROSE, 60, initial_indent="    ")
    assert shown(tmp_path, text + "\n" + text) == [PROSE, PROSE]


def test_a_paragraph_comes_back_on_one_line(tmp_path: Path) -> None:
    document = read(tmp_path, "  " + wrap(PROSE, 60) + "\r\n\r\nFin\r\n")
    assert next(iter(document.blocks)) == Block("  ", PROSE, "\r\n", native=wrap(PROSE, 60))
    with READERS.load("text").rebuild(document, tmp_path / "rebuilt.txt", language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, block.text.upper())
    assert (tmp_path / "rebuilt.txt").read_bytes().decode() == f"  {PROSE.upper()}\r\n\r\nFIN\r\n"


def test_quoted_lines_are_joined_and_keep_their_mark(tmp_path: Path) -> None:
    text = f"Oui.\n\n{wrap(PROSE, 60, '> ')}\n>\n{wrap(PROSE, 50, '> > ')}\n{wrap(PROSE, 60, '> ')}\n"
    blocks = [block for block in read(tmp_path, text).blocks if block.text]
    assert [(block.lead, block.text) for block in blocks] == [
        ("", "Oui."),
        ("> ", PROSE),
        ("> > ", PROSE),
        ("> ", PROSE),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Mignonne, allons voir si la rose", "Qui ce matin avait déclose", "Sa robe de pourpre au Soleil,"],
        [
            *("Je suis le Ténébreux, — le Veuf, — l'Inconsolé,", "Le Prince d'Aquitaine à la Tour abolie :"),
            *("Ma seule Étoile est morte, — et mon luth constellé", "Porte le Soleil noir de la Mélancolie."),
        ],
        ["Mairie de Saint-Cyr", "12, rue de la République", "69450 Saint-Cyr-au-Mont-d'Or"],
        ["-- ", "Paul Martin, chargé des relations avec les associations et les écoles", "de la ville de Lyon"],
        ["- du pain", "- du vin", "- du fromage de chèvre affiné pendant trois mois dans une cave de la vallée"],
        ["Compte rendu", "============", "Le conseil s'est réuni."],
        ["De : Paul Martin", "À : Marie Dupont", "Objet : réunion de jeudi"],
        ["Une ligne entière qui est un paragraphe, comme dans les fichiers sans retours à la ligne, et longue."],
        [
            "Un premier paragraphe, que personne n'a coupé, et qui va donc jusqu'à son point final sans retour.",
            "Un deuxième paragraphe, que personne n'a coupé non plus.",
        ],
    ],
)
def test_lines_that_were_not_wrapped_stay(tmp_path: Path, lines: list[str]) -> None:
    assert shown(tmp_path, "\n".join(lines)) == [line.strip() for line in lines]


def test_they_stay_beside_wrapped_prose_too(tmp_path: Path) -> None:
    verse = ["Mignonne, allons voir si la rose", "Qui ce matin avait déclose"]
    text = f"{wrap(PROSE)}\n\n" + "\n".join(verse) + "\n\nCordialement,\nPaul Martin\n-- \nVille de Lyon\nÉtat civil\n"
    assert shown(tmp_path, text) == [PROSE, *verse, "Cordialement,", "Paul Martin", "--", "Ville de Lyon", "État civil"]


def test_items_are_joined_each_for_itself(tmp_path: Path) -> None:
    items = [f"{mark} {PROSE}" for mark in ("-", "•", "1.", "b)", "(c)", "2°")]
    flush = "\n".join(wrap(item) for item in items)
    hanging = "\n".join(textwrap.fill(item, 72, subsequent_indent="   ") for item in items)
    assert shown(tmp_path, flush) == items
    assert shown(tmp_path, hanging) == items


def test_a_number_at_the_start_of_a_line_is_no_list_mark_within_a_sentence(tmp_path: Path) -> None:
    text = (
        "Les avocats invoquent longuement devant la cour d'appel l'article\n"
        "12. Elle leur donne tort sur tous les points, et renvoie l'affaire à\n"
        "plus tard."
    )
    assert len(shown(tmp_path, text)) == 1


def test_a_long_address_does_not_hide_the_width(tmp_path: Path) -> None:
    url = "https://www.exemple.fr/" + "page/" * 20
    assert shown(tmp_path, wrap(PROSE) + "\n" + url + "\n") == [PROSE, url]


def test_a_long_address_within_a_sentence_is_part_of_it(tmp_path: Path) -> None:
    url = "https://www.exemple.fr/" + "page/" * 20
    text = f"{wrap(PROSE + ' Vous trouverez tout dans')}\n{url}\nà la page 3."
    assert shown(tmp_path, text) == [" ".join(text.split())]


def test_a_paragraph_of_two_lines_is_joined_at_the_width_of_the_one_before(tmp_path: Path) -> None:
    two = "La prochaine séance aura lieu au mois de septembre, sous la présidence\nde Mme Martin."
    other = "La prochaine séance du conseil aura lieu au mois de septembre à\nLyon."
    width = max(len(line) for line in (two + "\n" + other).split("\n"))
    expected = [PROSE, two.replace("\n", " "), other.replace("\n", " ")]
    assert shown(tmp_path, "\n\n".join([wrap(PROSE, width), two, other])) == expected[:2] + other.split("\n")
    other = other.replace("septembre à", "septembre, à")
    assert shown(tmp_path, "\n\n".join([wrap(PROSE, 66), other.replace("\nLyon", "\nMarseille")]))[1:] == [
        other.replace("\nLyon", " Marseille")
    ]


def test_a_hyphen_at_the_end_of_a_line_stays_with_the_next_word(tmp_path: Path) -> None:
    text = (
        "Il faudra que les élus votent de nouveau au mois de juin, c'est-à-\n"
        "dire bien trop tard pour publier l'appel d'offres de l'école, dit-\n"
        "il, et pour que les travaux commencent au début de l'année à ve\u00ad\n"
        "nir."
    )
    (joined,) = shown(tmp_path, text)
    assert all(word in joined for word in ("c'est-à-dire bien", "dit-il, et", "à venir."))


def test_a_run_without_empty_lines_is_looked_at_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_RUN_LINES", 7)
    assert shown(tmp_path, "\n".join([wrap(PROSE, 60)] * 20)) == [PROSE] * 20
    assert shown(tmp_path, wrap(" ".join([PROSE] * 20), 60)) == [" ".join([PROSE] * 20)]


def test_a_joined_paragraph_over_the_limit_is_an_error(tmp_path: Path) -> None:
    document = read(tmp_path, "Un.\n\n" + wrap(PROSE * 3), max_paragraph_characters=300)
    with pytest.raises(DocumentError, match=r"lettre\.txt:3: the paragraph is longer than 300 characters; raise max_"):
        list(document.blocks)


lines = st.sampled_from(
    [
        *wrap(PROSE, 60).split("\n"),
        "",
        "> ",
        "> cité",
        "- un",
        "1. un",
        "mot",
        "Mot",
        "-- ",
        "a\tb",
        "===",
        "x-",
        "  retrait",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(text=st.lists(lines, max_size=25).map("\n".join))
def test_nothing_is_lost_but_joints_and_marks_of_quotation(tmp_path: Path, text: str) -> None:
    blocks = list(read(tmp_path, text).blocks)
    joints = re.compile(r"[\s>\u00ad]+")
    assert joints.sub("", "".join(b.lead + b.text + b.trail for b in blocks)) == joints.sub("", text)
    assert not any("\n" in block.text or block.text != block.text.strip() for block in blocks)


FULL_LINE = "mot " * 17 + "mots"


def lines_of(width: int) -> str:
    """Return two lines, the first of which is so wide and goes on in the second."""
    return "mot " * (width // 4 - 1) + "m" * (4 + width % 4) + "\nlongtemps encore"


@pytest.mark.parametrize(("width", "is_joined"), [(39, False), (40, True), (41, True), (120, True)])
def test_nobody_wraps_at_fewer_than_forty_characters(width: int, is_joined: bool, tmp_path: Path) -> None:
    text = lines_of(width)
    assert len(text.split("\n")[0]) == width
    assert len(shown(tmp_path, text)) == (1 if is_joined else 2)


@pytest.mark.parametrize(
    ("end", "beginning", "joined"),
    [
        ("c'est-à-", "dire", "c'est-à-dire"),
        ("1990-", "deux", "1990- deux"),
        ("Saint-", "Étienne", "Saint-Étienne"),
        ("l'extra\u00ad", "ordinaire", "l'extraordinaire"),
        ("l'extra\u00ad", "Ordinaire", "l'extraOrdinaire"),
        ("un -", "deux", "un - deux"),
        ("un —", "deux", "un — deux"),
    ],
)
def test_how_two_lines_are_joined(end: str, beginning: str, joined: str, tmp_path: Path) -> None:
    (text,) = shown(
        tmp_path, f"{FULL_LINE}\n{FULL_LINE[: 71 - len(end)].rstrip():m<{71 - len(end)}} {end}\n{beginning} encore"
    )
    assert joined in text


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "—", "·", "1.", "12)", "(3)", "a)", "iv.", "3°", "+", "►"])
def test_each_mark_of_a_list_begins_an_item(mark: str, tmp_path: Path) -> None:
    item = f"{mark} {PROSE}"
    assert shown(tmp_path, wrap(f"{PROSE}") + "\n" + wrap(item)) == [PROSE, item]


@pytest.mark.parametrize("word", ["-1", "1990", "a", "12h", "1.5", "(a", "•x", "Monsieur", "Mme."])
def test_what_is_no_mark_of_a_list_goes_on(word: str, tmp_path: Path) -> None:
    assert shown(tmp_path, f"{FULL_LINE}\n{FULL_LINE}\n{word} encore") == [f"{FULL_LINE} {FULL_LINE} {word} encore"]


@pytest.mark.parametrize("rule", ["====", "----", "* * *", "~~~~"])
def test_rules_and_rows_of_tables_stand_alone(rule: str, tmp_path: Path) -> None:
    found = shown(tmp_path, f"{wrap(PROSE)}\n{rule}\n{wrap(PROSE)}")
    assert found == [PROSE, rule, PROSE]


@pytest.mark.parametrize("row", ["|a|b|", "a\tb", "a    b"])
def test_rows_of_tables_come_cell_by_cell(row: str, tmp_path: Path) -> None:
    assert shown(tmp_path, f"{wrap(PROSE)}\n{row}\n{wrap(PROSE)}") == [PROSE, "a", "b", PROSE]


@pytest.mark.parametrize("name", ["M. Durand", "J. Petit", "V. Hugo", "MM. Roux et Blanc", "C. Lévy-Strauss"])
@pytest.mark.parametrize("before", [FULL_LINE, f"{FULL_LINE[:-1]}."])
def test_an_initial_or_a_title_that_begins_a_line_by_chance_goes_on(name: str, before: str, tmp_path: Path) -> None:
    lines = [FULL_LINE, before, f"{name} encore"]
    assert shown(tmp_path, "\n".join(lines)) == [" ".join(lines)]


@pytest.mark.parametrize("marks", [("A.", "B.", "C."), ("I.", "II.", "III."), ("IV.", "V.", "VI."), ("a)", "b)", "c)")])
def test_letters_that_follow_each_other_are_marks_of_a_list(marks: tuple[str, ...], tmp_path: Path) -> None:
    items = [f"{mark} {PROSE}" for mark in marks]
    assert shown(tmp_path, "\n".join(wrap(item) for item in items)) == items


@pytest.mark.parametrize("count", [999, 1000, 1001, 2500])
def test_a_paragraph_goes_on_over_the_parts_of_a_run(count: int, tmp_path: Path) -> None:
    assert shown(tmp_path, "\n".join([FULL_LINE] * count)) == [" ".join([FULL_LINE] * count)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (wrap(PROSE, 50), 3),
        (wrap(PROSE, 60, "> "), 3),
        ("La commis-\nsion a voté l'augmen-\ntation des tarifs", 2),
        ("\n".join(["- du pain et du vin rouge de la région des lacs", "- de l'eau"] * 3), 0),
        (f"{PROSE}\n" * 3, 0),
        ("La mer\nest calme\nce matin", 0),
        (wrap(PROSE) + "\n\n" + f"{PROSE}\n" * 30, 0),
    ],
)
def test_lines_that_seem_wrapped_are_told_of_where_nobody_joins_them(tmp_path: Path, text: str, count: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    document = READERS.load("text").read(path, name="a", language="fr", config=DocumentConfig())
    assert [list(document.blocks), list(document.blocks)]
    assert [notice.partition(" ")[0] for notice in document.notices] == [str(count)] * bool(count)
