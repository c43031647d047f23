"""Workbooks: visible texts are offered once with the cell that shows them, what names something else stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.packages import content_types, read, rewrite, write_package
from tests.documents.workbooks import MAIN, SHEET, STRINGS, cells, offered, relations, write_sheets
from translate.errors import DocumentError

THREADED = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"


def test_each_shared_string_is_offered_with_the_first_cell_that_shows_it(tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "a.xlsx", cells((1, 0), (0, 2)), strings=("Un mot", "Deux mots", "Rien", "Personne"))
    assert offered(path) == [
        ("Un mot", "sheet Bilan, cell B1"), ("Deux mots", "sheet Bilan, cell A1"), ("Rien", "sheet Bilan, cell B2"),
    ]  # fmt: skip


def test_formulas_their_results_and_numbers_are_not_offered(tmp_path: Path) -> None:
    body = '<sheetData><row r="1"><c r="A1"><v>0</v></c><c r="B1" t="str"><f>"oui"</f><v>oui</v></c></row></sheetData>'
    assert offered(write_sheets(tmp_path / "a.xlsx", body, strings=("Zéro",))) == []


def test_texts_that_formulas_give_are_counted_where_a_person_sees_them(tmp_path: Path) -> None:
    number = '<row r="9"><c r="A9" t="str"><f>TEXT(1,"0")</f><v>1</v></c></row>'
    rows = cells(("=A9", "=B9"), ("=A9",), hidden=(2,)).replace("</sheetData>", f"{number}</sheetData>")
    document = read(write_sheets(tmp_path / "a.xlsx", rows), "xlsx")
    assert not list(document.blocks)
    assert list(document.notices) == ["2 formula texts kept as they are"]


def test_captions_of_form_controls_and_slicers_are_counted_and_comments_are_not(tmp_path: Path) -> None:
    shape = '<v:shape id="s{0}"><v:textbox><div>{1}<br></div></v:textbox><x:ClientData ObjectType="{2}"/></v:shape>'
    shown = (("Imprimer l&#233;tat", "Button"), ("Une remarque", "Note"), ("12", "Label"), ("Payé", "Checkbox"))
    drawn = "".join(shape.format(number, *one) for number, one in enumerate(shown))
    slicers = '<slicers xmlns="urn:x"><slicer name="a" caption="Région"/><slicer name="b"/></slicers>'
    path = write_sheets(
        tmp_path / "a.xlsx", cells(("Vu",)), parts={"xl/d.vml": f"<xml>{drawn}</xml>", "xl/slicers/s.xml": slicers},
        related=(("vmlDrawing", "xl/d.vml"), ("slicer", "xl/slicers/s.xml")),
    )  # fmt: skip
    document = read(path, "xlsx")
    assert [block.text for block in document.blocks] == ["Vu"]
    assert sorted(document.notices) == [
        "1 caption of slicers kept as it is", "2 captions of form controls kept as they are",
    ]  # fmt: skip


@pytest.mark.parametrize(("shown", "strings"), [(0, ("Payé",)), ("Payé", ())], ids=["shared", "inline"])
def test_a_formula_that_compares_a_cell_with_its_text_is_reported(
    tmp_path: Path, shown: int | str, strings: tuple[str, ...]
) -> None:
    for compared, is_reported in (("payé", True), ("dû", False)):
        path = write_sheets(tmp_path / "a.xlsx", cells((shown, f'=IF(A1="{compared}",1,0)')), strings=strings)
        document = read(path, "xlsx")
        assert [block.text for block in document.blocks] == ["Payé"]
        assert any(line.startswith("formulas") for line in document.notices) == is_reported


def test_what_nobody_sees_is_kept_and_counted_unless_it_is_asked_for(tmp_path: Path) -> None:
    hidden = '<cols><col min="3" max="5" hidden="1"/></cols>'
    path = write_sheets(
        tmp_path / "a.xlsx", hidden + cells((0, 1, 2), (3,), hidden=(2,)), cells((1, 4)), state="veryHidden",
        strings=("Vu", "Vu ici seulement", "Colonne", "Rangée", "Feuille"),
    )  # fmt: skip
    document = read(path, "xlsx")
    assert [block.text for block in document.blocks] == ["Vu", "Vu ici seulement"]
    assert sorted(document.notices) == [
        "1 hidden column kept as it is", "1 hidden row kept as it is", "1 hidden sheet kept as it is",
    ]  # fmt: skip
    assert len(offered(path, include=("hidden",))) == 5


@pytest.mark.parametrize(("area", "is_seen"), [("A1:C1", True), ("A1:A2", False), ("A1:C2", True), ("A1:B1", False)])
def test_merged_cells_are_seen_where_a_part_of_them_is(tmp_path: Path, area: str, is_seen: bool) -> None:
    hidden = '<cols><col min="1" max="2" hidden="1"/></cols>'
    merged = f'<mergeCells><mergeCell ref="{area}"/></mergeCells>'
    path = write_sheets(tmp_path / "a.xlsx", hidden + cells((0,), ("Titre",)) + merged, strings=("Fusion",))
    assert [text for text, _ in offered(path)] == ["Fusion"] * is_seen


def test_cells_without_references_follow_one_another(tmp_path: Path) -> None:
    hidden = '<cols><col min="2" max="2" hidden="1"/></cols>'
    row = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(3))
    path = write_sheets(tmp_path / "a.xlsx", f"{hidden}<sheetData><row>{row}</row></sheetData>", strings="abc")
    assert offered(path) == [("a", "sheet Bilan, cell A1"), ("c", "sheet Bilan, cell C1")]


def test_runs_become_codes_and_phonetic_texts_stay(tmp_path: Path) -> None:
    runs = '<r><t xml:space="preserve">Un </t></r><r><rPr><b/></rPr><t>gros</t></r><r><t> lot</t></r>'
    rich = f'{runs}<rPh sb="0" eb="1"><t>ン</t></rPh>'
    path = write_sheets(tmp_path / "a.xlsx", cells((0,)), strings=(rich,))
    document = read(path, "xlsx")
    (block,) = document.blocks
    assert (block.text, [code.type for code in block.codes]) == ("Un gros lot", ["bold", "bold"])
    after = rewrite(document, tmp_path / "b.xlsx", {"Un gros lot": "A big bundle"})[STRINGS]
    assert '<rPr><b/></rPr><t xml:space="preserve">' in after and '<rPh sb="0" eb="1"><t>ン</t></rPh>' in after


def test_lines_of_a_cell_are_texts_of_their_own(tmp_path: Path) -> None:
    path = write_sheets(
        tmp_path / "a.xlsx", cells((0,)), strings=("Ouvert.\nFermé._x000D_\nVoilà &amp; plus_x005F_x0041_",)
    )
    assert [text for text, _ in offered(path)] == ["Ouvert.", "Fermé.", "Voilà & plus_x0041_"]
    after = rewrite(read(path, "xlsx"), tmp_path / "b.xlsx", {"Ouvert.": "Open.", "Voilà & plus_x0041_": "And _x0041_"})
    assert "<t>Open.\nFermé._x000D_\nAnd _x005F_x0041_</t>" in after[STRINGS]


def test_names_of_sheets_change_only_when_asked_and_where_nothing_names_them(tmp_path: Path) -> None:
    bodies = cells(("=Calculs!A1",)), cells(("Texte",))
    path = write_sheets(tmp_path / "a.xlsx", *bodies)
    assert [text for text, _ in offered(path)] == ["Texte"]
    document = read(path, "xlsx", include=("sheet_names",))
    assert [block.text for block in document.blocks] == ["Texte", "Bilan"]
    assert 'name="Balance"' in rewrite(document, tmp_path / "b.xlsx", {"Bilan": "Balance"})["xl/workbook.xml"]
    for name in ("x" * 32, "a/b", "calculs", "'x"):
        assert 'name="Bilan"' in rewrite(document, tmp_path / "b.xlsx", {"Bilan": name})["xl/workbook.xml"]


@pytest.mark.parametrize("reference", ["'L''été'!A1", "Janvier:L'été!A1", "SUM('L''été:Fin'!A1)"])
def test_a_sheet_that_a_formula_names_keeps_its_name(tmp_path: Path, reference: str) -> None:
    path = write_sheets(tmp_path / "a.xlsx", cells((f"={reference}",)), names=("L'été",))
    assert offered(path, include=("sheet_names",)) == []


def test_headers_and_footers_are_offered_section_by_section_without_their_codes(tmp_path: Path) -> None:
    left = "&amp;L&amp;&quot;Arial,Gras&quot;&amp;12Pêche &amp;&amp; chasse"
    footer = f"{left}&amp;C&amp;KFF0000Brouillon&amp;RPage &amp;P sur &amp;N"
    path = write_sheets(tmp_path / "a.xlsx", f"{cells()}<headerFooter><oddFooter>{footer}</oddFooter></headerFooter>")
    assert [text for text, _ in offered(path)] == ["Pêche & chasse", "Brouillon", "Page &P sur &N"]
    assert offered(path, skip=("headers",)) == []
    after = rewrite(read(path, "xlsx"), tmp_path / "b.xlsx", {"Pêche & chasse": "Fish & game", "Brouillon": "Draft"})
    assert after[SHEET].count("&amp;12Fish &amp;&amp; game&amp;C&amp;KFF0000Draft&amp;RPage") == 1


def test_hints_errors_and_tips_are_offered_and_lists_of_choices_are_not(tmp_path: Path) -> None:
    messages = 'promptTitle="Choix" prompt="Un jour" error="Non !" sqref="B1"'
    rule = f'<dataValidation {messages}><formula1>"Lundi,Mardi"</formula1></dataValidation>'
    link = '<hyperlink ref="A1" display="Lundi" tooltip="Aller voir"/>'
    body = f"{cells((0,))}<dataValidations>{rule}</dataValidations><hyperlinks>{link}</hyperlinks>"
    document = read(write_sheets(tmp_path / "a.xlsx", body, strings=("Lundi",)), "xlsx")
    assert [block.text for block in document.blocks] == ["Lundi", "Choix", "Un jour", "Non !", "Aller voir"]
    assert [line for line in document.notices if "lists of choices" in line]
    after = rewrite(document, tmp_path / "b.xlsx", {"Lundi": "Monday"})[SHEET]
    assert 'display="Monday"' in after and '"Lundi,Mardi"' in after


def comments(*texts: tuple[str, str]) -> str:
    listed = "".join(f'<comment ref="{ref}" authorId="0"><text>{text}</text></comment>' for ref, text in texts)
    return (
        f'<comments xmlns="{MAIN}"><authors><author>%s</author></authors><commentList>{listed}</commentList></comments>'
    )


def test_comments_are_offered_without_the_name_of_their_author(tmp_path: Path) -> None:
    part = comments(("A1", "<r><t>Luc:</t></r><r><t>\nÀ revoir</t></r>"), ("A2", "<t>Caché</t>")) % "Luc"
    path = write_sheets(
        tmp_path / "a.xlsx", cells((0,), (0,), hidden=(2,)), strings=("Prix",), parts={"xl/comments1.xml": part},
        related=[("comments", "xl/comments1.xml")],
    )  # fmt: skip
    assert offered(path) == [("Prix", "sheet Bilan, cell A1"), ("À revoir", "sheet Bilan, comment on A1")]
    assert [text for text, _ in offered(path, skip=("comments",))] == ["Prix"]


def test_a_thread_changes_with_the_note_that_repeats_it(tmp_path: Path) -> None:
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    said = '<threadedComment ref="A1"><text>Trop haut</text></threadedComment>'
    thread = f'<ThreadedComments xmlns="{space}">{said}</ThreadedComments>'
    note = comments(("A1", "<t>[Thread]\n\nComment:\n    Trop haut</t>")) % "tc={1}"
    path = write_sheets(
        tmp_path / "a.xlsx", cells(), parts={"xl/c.xml": note, "xl/t.xml": thread},
        related=[("comments", "xl/c.xml"), (THREADED, "xl/t.xml")],
    )  # fmt: skip
    document = read(path, "xlsx")
    assert [block.text for block in document.blocks] == ["Trop haut"]
    after = rewrite(document, tmp_path / "b.xlsx", {"Trop haut": "Too high"})
    assert "<text>Too high</text>" in after["xl/t.xml"] and "Comment:\n    Too high</t>" in after["xl/c.xml"]


def test_shapes_and_charts_are_offered_but_not_what_charts_keep_of_cells(tmp_path: Path) -> None:
    space = f'xmlns:xdr="{DRAWING}spreadsheetDrawing" xmlns:a="{DRAWING}main" xmlns:c="{DRAWING}chart"'
    paragraph = "<a:p><a:r><a:t>%s</a:t></a:r></a:p>"
    properties = '<xdr:nvSpPr><xdr:cNvPr id="1" name="Zone 1" descr="Un cadre"%s/></xdr:nvSpPr>'
    shape = f"<xdr:sp>{properties}<xdr:txBody>%s</xdr:txBody></xdr:sp>"
    drawn = shape % ("", paragraph % "Dedans") + shape % (' hidden="1"', paragraph % "Caché")
    cached = "<c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>Cellule</c:v></c:pt></c:strCache></c:strRef></c:tx></c:ser>"
    chart = f"<c:title>{paragraph % 'Titre'}</c:title>{cached}<c:ser><c:tx><c:v>Saisi</c:v></c:tx></c:ser>"
    parts = {
        "xl/drawings/d.xml": f"<xdr:wsDr {space}>{drawn}</xdr:wsDr>",
        "xl/drawings/_rels/d.xml.rels": relations(("chart", "../charts/c.xml")),
        "xl/charts/c.xml": f"<c:chartSpace {space}>{chart}</c:chartSpace>",
    }
    path = write_sheets(tmp_path / "a.xlsx", cells(), parts=parts, related=[("drawing", "xl/drawings/d.xml")])
    document = read(path, "xlsx")
    assert [block.text for block in document.blocks] == ["Un cadre", "Dedans", "Titre", "Saisi"]
    assert "1 hidden shape kept as it is" in document.notices


def test_a_presentation_is_no_workbook(tmp_path: Path) -> None:
    main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    path = write_package(tmp_path / "a.xlsx", {"[Content_Types].xml": content_types({"p.xml": main}), "p.xml": "<p/>"})
    with pytest.raises(DocumentError, match=r"is a presentation; expected a workbook.*Rename it to \.pptx"):
        read(path, "xlsx")


@pytest.mark.parametrize(("sheet", "message"), [("<row>", "not well-formed"), ("<!DOCTYPE x><worksheet/>", "DOCTYPE")])
def test_a_damaged_sheet_is_refused(tmp_path: Path, sheet: str, message: str) -> None:
    path = write_sheets(tmp_path / "a.xlsx", cells((0,)), strings=("Un",), parts={SHEET: sheet})
    with pytest.raises(DocumentError, match=message):
        offered(path)
