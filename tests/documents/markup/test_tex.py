"""LaTeX: what is text of a file, what is a code of a sentence, and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.markup.markups import read, seconds, shown, written

BODY = [
    ("Un mot \\emph{très \\textbf{fort}} ici.", ["Un mot <très <fort>> ici."]),
    ("Une {\\bfseries grande} maison.", ["Une <grande> maison."]),
    ("Voir~\\ref{fig:a}, page~\\pageref{fig:a}.", ["Voir\u00a0{\\ref{fig:a}}, page\u00a0{\\pageref{fig:a}}."]),
    ("Un \\href{http://a.fr/b_c}{lien} et \\url{http://a.fr}.", ["Un <lien> et {\\url{http://a.fr}}."]),
    ("Un mot\\footnote{Une \\emph{note} longue.} suivi.", ["Une <note> longue.", "Un mot{} suivi."]),
    ("Premier bloc.\n\n  \nSecond bloc.", ["Premier bloc.", "Second bloc."]),
    ("Un bloc\nsur deux lignes.", ["Un bloc sur deux lignes."]),
    ("\\section*{Titre}\nTexte.", ["Titre", "Texte."]),
    ("\\section[Court]{Long titre}", ["Court", "Long titre"]),
    ("\\begin{theorem}[Nom]\nUn fait.\n\\end{theorem}", ["Nom", "Un fait."]),
    ("\\begin{frame}{Diapositive}\nTexte.\n\\end{frame}", ["Diapositive", "Texte."]),
    ("\\begin{figure}[htbp]\n\\includegraphics[width=2cm]{a}\n\\caption{Vue}\n\\end{figure}", ["Vue"]),
    ("\\begin{tabular}{lr}\nNom & Prix \\\\ \\hline\nSel & 3 \\\\\n\\end{tabular}", ["Nom", "Prix", "Sel", "3"]),
    ("\\begin{tabular}{l}\n\\multicolumn{2}{c}{Total dû} \\\\\n\\end{tabular}", ["Total dû"]),
    ("\\begin{description}\n\\item[Mot] Sens.\n\\end{description}", ["Mot", "Sens."]),
    ("\\begin{verbatim}\nUn mot.\n\\end{verbatim}\nSuite.", ["Suite."]),
    ("On pose $x_1 \\to y$ ici.", ["On pose {$x_1 \\to y$} ici."]),
    (
        "Comme\n\\begin{equation}\nx = 1\n\\end{equation}\nle dit.",
        ["Comme {\\begin{equation} x = 1 \\end{equation}} le dit."],
    ),
    ("Le mot \\verb|a % b| reste. Fin.", ["Le mot {\\verb|a % b|} reste. Fin."]),
    ("Avant. % un commentaire\nAprès.", ["Avant. {}Après."]),
    ("Le \\produit{} est là.", ["Le {\\produit{}} est là."]),
    ("Lire \\code{main} et \\avis{Un vrai texte ici}.", ["Lire {\\code{main}} et <Un vrai texte ici>."]),
    ("Dix \\% de 3\\,000 \\$ \\& plus.", ["Dix % de 3\u202f000 $ & plus."]),
    ("\\label{a}\\index{mot}Un texte.\\label{b}", ["Un texte."]),
    ("Un mot \\é ici \\😀.", ["Un mot {\\é} ici {\\😀}."]),
    ("Un mot }seul ici{.", ["Un mot {}seul ici{}."]),
]


@pytest.mark.parametrize(("body", "texts"), BODY)
def test_texts_of_a_body_are_paragraphs_titles_cells_and_notes(body: str, texts: list[str], tmp_path: Path) -> None:
    whole = f"\\documentclass{{article}}\n\\begin{{document}}\n{body}\n\\end{{document}}\nreste\n"
    assert shown(read(tmp_path / "a.tex", "latex", whole)) == texts
    assert shown(read(tmp_path / "b.tex", "latex", body)) == texts


def test_of_a_preamble_the_title_is_text(tmp_path: Path) -> None:
    text = "\\title{Un \\emph{titre}}\n\\author{Anne Roy}\n\\newcommand{\\a}{Un mot}\n\\begin{document}\n\\maketitle\n"
    assert shown(read(tmp_path / "a.tex", "latex", text)) == ["Un <titre>"]


def test_the_language_of_babel_is_kept_and_said(tmp_path: Path) -> None:
    document = read(tmp_path / "a.tex", "latex", "\\usepackage[french]{babel}\n\\begin{document}\nUn mot.\n")
    assert shown(document) == ["Un mot."]
    assert any("babel" in notice for notice in document.notices)


def test_a_longer_text_goes_over_as_many_lines(tmp_path: Path) -> None:
    document = read(tmp_path / "a.tex", "latex", "Un bloc\n  sur deux lignes.\n")
    say = {"Un bloc sur deux lignes.": "A paragraph that is set over two lines."}
    assert written(document, tmp_path / "b.tex", say) == b"A paragraph\n  that is set over two lines.\n"


def test_a_sign_behind_a_backslash_stays_whole(tmp_path: Path) -> None:
    document = read(tmp_path / "a.tex", "latex", "Un mot \\é ici.\n")
    made = written(document, tmp_path / "b.tex", {"Un mot \\é ici.": "A word \\é here."})
    assert made.decode() == "A word \\é here.\n"


def test_ties_around_words_are_none_of_the_code_before_them(tmp_path: Path) -> None:
    document = read(tmp_path / "a.tex", "latex", "Un \\emph{mot~} ici.\n")
    text = next(block.text for block in document.blocks).strip()
    made = written(document, tmp_path / "b.tex", {text: text.replace("ici", "now")})
    assert made == b"Un \\emph{mot~} now.\n"


def test_a_reference_keeps_its_tie(tmp_path: Path) -> None:
    document = read(tmp_path / "a.tex", "latex", "Voir~\\ref{a}, ou \\ref{b} ici.\n")
    text = next(block.text for block in document.blocks)
    say = {text.strip(): text.strip().replace("Voir\u00a0", "Seen ").replace("ici", "now")}
    assert written(document, tmp_path / "b.tex", say) == b"Seen~\\ref{a}, ou \\ref{b} now.\n"


def test_a_note_is_written_within_its_paragraph(tmp_path: Path) -> None:
    document = read(tmp_path / "a.tex", "latex", "Un mot\\footnote{Une note.} suivi.\n")
    say = {"Une note.": "A remark.", "Un mot suivi.": "Word x next."}
    assert written(document, tmp_path / "b.tex", say) == b"Word x\\footnote{A remark.} next.\n"


@pytest.mark.parametrize(
    ("option", "encoding"), [("latin1", "iso-8859-1"), ("latin9", "iso-8859-15"), ("utf8", "utf-8")]
)
def test_the_encoding_that_a_preamble_names_stays(option: str, encoding: str, tmp_path: Path) -> None:
    text = f"\\usepackage[{option}]{{inputenc}}\n\\begin{{document}}\nL’été arrive.\n".replace("’", "'")
    document = read(tmp_path / "a.tex", "latex", text.encode(encoding))
    made = written(document, tmp_path / "b.tex", {"L'été arrive.": "Rosé “comes”… 5 €"})
    assert made.decode(encoding).splitlines()[-1] in ("Rosé ``comes''… 5 €", "Rosé ``comes''\\dots{} 5 €",
                                                      "Rosé ``comes''\\dots{} 5 \\texteuro{}")  # fmt: skip


@pytest.mark.parametrize("mark", ("{", "\\textbf{", "$", "\\(", "\\begin{verbatim}", "\\item[", "\\footnote{"))
def test_marks_that_never_close_are_read_in_linear_time(mark: str, tmp_path: Path) -> None:
    one, four = (seconds(tmp_path / "a.txt", "latex", f"mot {mark}b\n" * size) for size in (500, 2_000))
    assert four < 10 * max(one, 0.02)
