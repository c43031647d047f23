"""What stands where on a page tells columns, tables, paragraphs, headings, lists and notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.pdfs import At, Drawn, Picture, Rule, lines, write_pdf

pytest.importorskip("pypdfium2", reason="no pypdfium2: pip install 'bitexte[pdf]'")

from translate.documents.pdf.paragraphs import Paragraph
from translate.documents.pdf.pieces import Run, Style
from translate.documents.pdf.process import read_structure
from translate.documents.pdf.structure import Cells, Structure, pages_named
from translate.errors import DocumentError

LEFT = (
    "Le verger compte une centaine",
    "de pommiers que la commune a",
    "plantés le long du canal. Chacun",
    "peut y cueillir des fruits quand",
    "la saison est venue.",
)
RIGHT = (
    "Le rucher se trouve derrière la",
    "grange. Une barrière basse en",
    "défend l’accès aux enfants, car",
    "les abeilles n’aiment guère que",
    "l’on coure autour d’elles.",
)


def read(folder: Path, *pages: list[Drawn]) -> Structure:
    return read_structure(write_pdf(folder / "a.pdf", *pages), "fr", 100)


def texts(structure: Structure) -> list[str]:
    return [element.text for element in structure.elements if isinstance(element, Paragraph)]


def tables(structure: Structure) -> list[list[list[str]]]:
    return [
        [["".join(run.text for run in cell) for cell in row] for row in element.rows]
        for element in structure.elements
        if isinstance(element, Cells)
    ]


def joined(*parts: str) -> str:
    return " ".join(parts)


def test_lines_are_a_paragraph_and_one_that_ends_early_ends_it(tmp_path: Path) -> None:
    page = lines(72, 700, *LEFT, *RIGHT)
    assert texts(read(tmp_path, page)) == [joined(*LEFT), joined(*RIGHT)]


def test_a_gap_parts_paragraphs_although_the_line_is_full(tmp_path: Path) -> None:
    page = [
        *lines(72, 700, "Il pleut depuis trois jours."),
        *lines(72, 675, "On a mis les foins à l’abri."),
        *lines(72, 662, "Rien ne presse plus."),
    ]
    assert texts(read(tmp_path, page))[0] == "Il pleut depuis trois jours."


def test_a_first_line_that_is_indented_begins_a_paragraph(tmp_path: Path) -> None:
    page = [
        *lines(72, 700, "Les volets étaient clos et rien"),
        *lines(72, 687, "ne bougeait dans la cour vide.."),
        *lines(90, 674, "Un chien aboya au loin et"),
        *lines(72, 661, "toute la vallée lui répondit."),
    ]
    assert len(texts(read(tmp_path, page))) == 2


@pytest.mark.parametrize("by_row", [False, True], ids=["by column", "by line"])
def test_columns_are_read_one_after_the_other(by_row: bool, tmp_path: Path) -> None:
    sides = lines(60, 700, *LEFT), lines(260, 700, *RIGHT)
    page = [one for row in zip(*sides, strict=True) for one in row] if by_row else [*sides[0], *sides[1]]
    heading = At(60, 740, "Le verger et le rucher de la commune", 18, 1)
    assert texts(read(tmp_path, [heading, *page])) == [heading.text, joined(*LEFT), joined(*RIGHT)]


def test_three_columns_are_read_from_the_left(tmp_path: Path) -> None:
    page = [*lines(40, 700, *LEFT), *lines(225, 700, *RIGHT), *lines(410, 700, *LEFT)]
    assert texts(read(tmp_path, page)) == [joined(*LEFT), joined(*RIGHT), joined(*LEFT)]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    one = [*lines(60, 700, *LEFT[:3]), *lines(260, 700, *LEFT[3:], "Le reste attendra demain matin,")]
    other = lines(60, 700, "car la nuit tombe tôt.", "Personne ne s’en plaint.")
    found = texts(read(tmp_path, one, other))
    assert joined(*LEFT) in found[0]
    assert "demain matin, car la nuit tombe tôt." in joined(*found)


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        ("tous les ans une réu-", "nion au printemps", "réunion"),
        ("on y trouve un porte-", "plume en bois clair", "porte-plume"),
    ],
)
def test_a_word_that_a_hyphen_parts_is_whole_again(first: str, second: str, word: str, tmp_path: Path) -> None:
    assert word in texts(read(tmp_path, lines(72, 700, f"Le comité a prévu {first}", f"{second}, comme avant.")))[0]


def test_cells_side_by_side_are_rows_of_a_table(tmp_path: Path) -> None:
    rows = [("Outil", "Nombre", "Remarque"), ("Bêche", "12", "Manche à changer"), ("Râteau", "7", "En bon état")]
    page = [At(72 + 150 * x, 700 - 20 * y, text) for y, row in enumerate(rows) for x, text in enumerate(row)]
    assert tables(read(tmp_path, page)) == [[list(row) for row in rows]]


def test_a_cell_of_several_lines_is_one(tmp_path: Path) -> None:
    page = [
        At(72, 700, "Outil"),
        At(250, 700, "Remarque"),
        *lines(72, 680, "Grande bêche", "de jardinier"),
        *lines(250, 680, "Le manche est", "fendu"),
        At(72, 650, "Râteau"),
        At(250, 650, "Rien"),
    ]
    assert tables(read(tmp_path, page)) == [
        [["Outil", "Remarque"], ["Grande bêche de jardinier", "Le manche est fendu"], ["Râteau", "Rien"]]
    ]


def test_a_line_drawn_between_cells_parts_them_however_close_they_are(tmp_path: Path) -> None:
    page: list[Drawn] = [Rule(128, 600, 128, 720)]
    for row, (one, other) in enumerate([("Quai nord", "Ouvert"), ("Quai sud", "Fermé"), ("Quai est", "En travaux")]):
        page += [At(72, 700 - 20 * row, one), At(132, 700 - 20 * row, other)]
    assert tables(read(tmp_path, page)) == [
        [["Quai nord", "Ouvert"], ["Quai sud", "Fermé"], ["Quai est", "En travaux"]]
    ]


def test_headings_have_levels_by_their_size(tmp_path: Path) -> None:
    page = [
        At(72, 760, "Le canal", 20),
        At(72, 730, "Son histoire", 15),
        *lines(72, 700, *LEFT),
        At(72, 620, "Les écluses", 11, 1),
        *lines(72, 600, *RIGHT),
    ]
    found = [(one.level, one.text) for one in read(tmp_path, page).elements if isinstance(one, Paragraph) and one.level]
    assert found == [(1, "Le canal"), (2, "Son histoire"), (3, "Les écluses")]


@pytest.mark.parametrize("marker", ["•", "–", "1.", "b)"])
def test_the_mark_of_an_item_is_parted_from_its_text(marker: str, tmp_path: Path) -> None:
    page = [At(72, 700, marker), At(90, 700, "Fermer la vanne du haut avant de"), At(90, 687, "vider le bassin.")]
    (item,) = (one for one in read(tmp_path, page).elements if isinstance(one, Paragraph))
    assert (item.marker, item.text) == (marker, "Fermer la vanne du haut avant de vider le bassin.")


def test_small_text_below_that_begins_with_a_number_is_a_note(tmp_path: Path) -> None:
    page = [*lines(72, 700, *LEFT), At(72, 80, "1", 6), At(77, 77, "Voir le plan affiché à la mairie.", 8)]
    structure = read(tmp_path, page)
    assert [note.text for note in structure.notes] == ["1 Voir le plan affiché à la mairie."]
    assert structure.notes[0].runs[0] == Run("1", Style.RAISED)
    assert texts(structure) == [joined(*LEFT)]


def test_a_raised_sign_is_marked_as_such(tmp_path: Path) -> None:
    page = [At(72, 700, "Le canal"), At(117, 705, "3", 6), At(123, 700, "fut creusé à la main.")]
    (paragraph,) = (one for one in read(tmp_path, page).elements if isinstance(one, Paragraph))
    assert [run.text.strip() for run in paragraph.runs if run.style & Style.RAISED] == ["3"]


def test_bold_and_italic_words_keep_their_look(tmp_path: Path) -> None:
    page = [
        At(72, 700, "La porte "),
        At(120, 700, "nord", font=1),
        At(147, 700, "reste close la "),
        At(222, 700, "nuit", font=2),
    ]
    (paragraph,) = (one for one in read(tmp_path, page).elements if isinstance(one, Paragraph))
    looks = {run.text.strip(): run.style for run in paragraph.runs}
    assert (looks["nord"], looks["nuit"]) == (Style.BOLD, Style.ITALIC)


def test_turned_text_is_read_as_it_runs_and_slanted_text_left_out(tmp_path: Path) -> None:
    page = [
        At(100, 100, "Le plan se lit de côté, la", turn="0 1 -1 0"),
        At(113, 100, "feuille tournée vers la droite.", turn="0 1 -1 0"),
        At(200, 400, "BROUILLON", 60, turn="0.7 0.7 -0.7 0.7"),
    ]
    structure = read(tmp_path, page)
    assert texts(structure) == ["Le plan se lit de côté, la feuille tournée vers la droite."]
    assert structure.remarks == ["slanted text, such as a watermark, left out of 1 page"]


def test_pages_without_text_are_told_one_by_one(tmp_path: Path) -> None:
    structure = read(tmp_path, [Picture()], lines(72, 700, *LEFT), [Picture()], [Picture()], [])
    assert structure.remarks[0].startswith("pages 1, 3 to 4: a picture without text")
    assert texts(structure) == [joined(*LEFT)]


def test_a_scan_is_refused_with_its_pages(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"is scanned: pages 1 to 2 have a picture and no text.*OCR"):
        read(tmp_path, [Picture()], [Picture()])
    with pytest.raises(DocumentError, match="has no text on its pages"):
        read(tmp_path, [])


@pytest.mark.parametrize(
    ("numbers", "said"), [([4], "page 4"), ([1, 2, 3], "pages 1 to 3"), ([1, 3, 4, 9], "pages 1, 3 to 4, 9")]
)
def test_pages_are_named_as_ranges(numbers: list[int], said: str) -> None:
    assert pages_named(numbers) == said


def test_a_title_that_is_a_file_name_gives_way_to_the_first_heading(tmp_path: Path) -> None:
    page = [At(72, 760, "Le canal du moulin", 20), *lines(72, 700, *LEFT)]
    for title, taken in (("Microsoft Word - v3.docx", "Le canal du moulin"), ("Les eaux vives", "Les eaux vives")):
        assert read_structure(write_pdf(tmp_path / "a.pdf", page, title=title), "fr", 9).title == taken
