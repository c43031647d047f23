"""The structure of a PDF becomes a page of HTML, a Word document or plain text."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from translate.config import DocumentConfig
from translate.config.documents import PDF_AS
from translate.documents import READERS
from translate.documents.pdf.paragraphs import Paragraph
from translate.documents.pdf.pieces import Run, Style
from translate.documents.pdf.structure import Cells, Element, Structure
from translate.documents.pdf.writing import WRITERS, write_html, write_text, write_word


def paragraph(text: str, marker: str = "", level: int = 0) -> Paragraph:
    return Paragraph([Run(text)], 11, is_bold=False, marker=marker, level=level)


STYLED = Paragraph([Run("Eau "), Run("très", Style.BOLD), Run(" froide"), Run("2", Style.RAISED)], 11, is_bold=False)
TABLE = Cells((((Run("Bassin"),), (Run("5 < 6 m"),)), ((Run("Nord"),), ())))
ELEMENTS: list[Element] = [
    paragraph("La piscine & ses abords", level=1),
    STYLED,
    paragraph("Se doucher.", "•"),
    paragraph("Mettre un bonnet.", "•"),
    paragraph("Entrer.", "3."),
    paragraph("Nager.", "4."),
    paragraph("Un choix.", "a)"),
    TABLE,
]
NOTE = Paragraph([Run("2", Style.RAISED), Run(" En hiver.")], 8, is_bold=False, is_note=True)
STRUCTURE = Structure("La piscine", ELEMENTS, [NOTE])


def test_html_has_an_element_for_each_thing() -> None:
    assert write_html(STRUCTURE, "fr").decode().splitlines() == [
        "<!DOCTYPE html>",
        '<html lang="fr">',
        "<head>",
        '<meta charset="utf-8">',
        "<title>La piscine</title>",
        "</head>",
        "<body>",
        "<h1>La piscine &amp; ses abords</h1>",
        "<p>Eau <b>très</b> froide<sup>2</sup></p>",
        "<ul>",
        "<li>Se doucher.</li>",
        "<li>Mettre un bonnet.</li>",
        "</ul>",
        '<ol start="3">',
        "<li>Entrer.</li>",
        "<li>Nager.</li>",
        "</ol>",
        "<p>a) Un choix.</p>",
        "<table>",
        "<tr><td>Bassin</td><td>5 &lt; 6 m</td></tr>",
        "<tr><td>Nord</td><td></td></tr>",
        "</table>",
        "<hr>",
        "<p><sup>2</sup> En hiver.</p>",
        "</body>",
        "</html>",
    ]


def test_text_has_a_line_a_paragraph_and_tabs_between_cells() -> None:
    assert write_text(STRUCTURE, "fr").decode().split("\n\n") == [
        "La piscine & ses abords",
        "Eau très froide²",
        "• Se doucher.",
        "• Mettre un bonnet.",
        "3. Entrer.",
        "4. Nager.",
        "a) Un choix.",
        "Bassin\t5 < 6 m\nNord\t",
        "² En hiver.\n",
    ]


def test_a_word_document_is_whole_and_names_its_headings_and_its_language() -> None:
    with zipfile.ZipFile(BytesIO(write_word(STRUCTURE, "fr"))) as archive:
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    body = etree.tostring(parts["word/document.xml"]).decode()
    assert '<w:pStyle w:val="Heading1"/>' in body
    assert '<w:vertAlign w:val="superscript"/>' in body
    assert 'w:val="fr-FR"' in etree.tostring(parts["word/styles.xml"]).decode()
    assert body.count("<w:tc>") == 4


@pytest.mark.parametrize("kind", PDF_AS)
def test_what_is_written_is_read_again_with_all_texts(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_bytes(WRITERS[kind](STRUCTURE, "fr"))
    reader = READERS.load({"txt": "text"}.get(kind, kind))
    read = "\n".join(block.text for block in reader.read(path, name="a", language="fr", config=DocumentConfig()).blocks)
    for text in ("La piscine & ses abords", "très", "Mettre un bonnet.", "Nager.", "5 < 6 m", "En hiver."):
        assert text in read


@pytest.mark.parametrize("kind", PDF_AS)
def test_the_same_structure_gives_the_same_bytes(kind: str) -> None:
    assert WRITERS[kind](STRUCTURE, "fr") == WRITERS[kind](STRUCTURE, "fr")


def test_there_is_a_writer_for_each_kind_that_the_settings_know() -> None:
    assert set(WRITERS) == set(PDF_AS)
