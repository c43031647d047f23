"""Cells of OpenDocument tables: each has its place, what nobody sees stays and is told, values follow texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.packages import write_package
from translate.config import DocumentConfig
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import Reading
from translate.documents.left_out import LeftOut
from translate.documents.office.ooxml import text_block, write_characters
from translate.documents.opendocument.cells import Sheet, is_named, is_text, with_value, write_sheet_name
from translate.documents.opendocument.scope import Scope, Scopes
from translate.documents.opendocument.styles import STYLES, Styles
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Node, Xml

_NAMES = "office style text table draw presentation".split()
_SPACE = {name: f"{name}:1.0" for name in _NAMES} | {"draw": "drawing:1.0"}
SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{one}"' for name, one in _SPACE.items())


def xml_of(content: str) -> Xml:
    return Xml.of(f"<x {SPACES}>{content}</x>".encode(), Path("a.ods"), "content.xml")


def node(content: str) -> Node:
    """The first element of some content."""
    wanted = content[1:].replace("/", " ").replace(">", " ").split()[0]
    return next(found for found, _ in xml_of(content).iter_nodes((wanted,)))


def reading(folder: Path, **config: object) -> Reading:
    settings = DocumentConfig(**config)  # type: ignore[arg-type]
    with Package(write_package(folder / "a.ods", {"mimetype": "x"}), settings) as package:
        return Reading(package, settings, "fr", LeftOut())


def column(own: str = "") -> str:
    return f"<table:table-column {own}/>"


def row(*cells: str, own: str = "") -> str:
    made = "".join(f"<table:table-cell {one}><text:p>a</text:p></table:table-cell>" for one in cells)
    return f"<table:table-row {own}>{made}</table:table-row>"


HIDDEN, FILTERED = 'table:visibility="collapse"', 'table:visibility="filter"'
TWICE, SPANS = 'table:number-columns-repeated="2"', 'table:number-columns-spanned="2"'


def seen(folder: Path, *content: str, **config: object) -> tuple[list[str], list[str]]:
    """Places of the cells of columns and rows, in brackets where they are kept, and what is told."""
    one = reading(folder, **config)
    sheet, found = Sheet(one), []
    for piece in content:
        if piece.startswith("<table:table-column"):
            sheet.add_column(node(piece))
        else:
            found += sheet.cells(node(piece), Scope("s"))
    shown = [scope.place.removeprefix("s, cell ") for _, scope in found]
    kept = [f"({place})" if scope.is_kept else place for place, (_, scope) in zip(shown, found, strict=True)]
    return kept, list(one.left_out)


@pytest.mark.parametrize(
    ("content", "places"),
    [
        ([row("", "", "")], ["A1", "B1", "C1"]),
        ([row(""), row("")], ["A1", "A2"]),
        ([row(TWICE, "")], ["A1", "C1"]),
        ([row("", own='table:number-rows-repeated="5"'), row("")], ["A1", "A6"]),
        ([row('table:number-columns-repeated="25"', "", "")], ["A1", "Z1", "AA1"]),
        ([row('table:number-columns-repeated="702"', "")], ["A1", "AAA1"]),
        ([row('table:number-columns-repeated="-3"', "")], ["A1", "B1"]),
        ([row('table:number-columns-repeated="99999999999999"', "")], ["A1", "B1"]),
    ],
)
def test_a_cell_is_called_by_its_column_and_row(tmp_path: Path, content: list[str], places: list[str]) -> None:
    assert seen(tmp_path, *content) == (places, [])


@pytest.mark.parametrize(
    ("content", "places", "told"),
    [
        ([row("", "", own=HIDDEN)], ["(A1)", "(B1)"], ["1 hidden row kept as it is"]),
        ([row("", own=FILTERED), row("", own=HIDDEN)], ["(A1)", "(A2)"], ["2 hidden rows kept as they are"]),
        ([column(HIDDEN), row("", "")], ["(A1)", "B1"], ["1 hidden column kept as it is"]),
        ([column(HIDDEN), row(""), row("")], ["(A1)", "(A2)"], ["1 hidden column kept as it is"]),
        ([column(), column(f"{HIDDEN} {TWICE}"), row("", "", "", "")], ["A1", "(B1)", "(C1)", "D1"], ["2 hidden col"]),
        ([column(HIDDEN), row(SPANS)], ["A1"], []),
        ([column(f"{HIDDEN} {TWICE}"), row(SPANS)], ["(A1)"], ["1 hidden column kept as it is"]),
        ([row('table:number-rows-spanned="2"', own=HIDDEN)], ["A1"], []),
    ],
)
def test_a_cell_is_hidden_with_all_of_its_rows_and_columns(
    tmp_path: Path, content: list[str], places: list[str], told: list[str]
) -> None:
    found, lines = seen(tmp_path, *content)
    assert found == places
    assert len(lines) == len(told) and all(map(str.startswith, lines, told))


def test_hidden_cells_are_offered_where_somebody_wants_them(tmp_path: Path) -> None:
    assert seen(tmp_path, column(HIDDEN), row("", own=HIDDEN), include=("hidden",)) == (["A1"], [])


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("", True),
        ('office:value-type="string"', True),
        ('office:value-type="float"', False),
        ('office:value-type="date"', False),
        ('office:value-type="string" table:formula="of:=A1"', False),
        ('table:formula=""', True),
    ],
)
def test_numbers_dates_and_results_of_formulas_are_no_texts(own: str, *, expected: bool) -> None:
    assert is_text(node(f"<table:table-cell {own}/>")) is expected


def twins_of(value: str, *texts: str) -> list[list[str]]:
    """The twins of each paragraph of a cell that has a value beside."""
    cell = f"<table:table-cell office:string-value='{value}'><text:p/></table:table-cell>"
    xml = xml_of(cell)
    ((found, _),) = xml.iter_nodes(("table:table-cell",))
    blocks: list[list[SplicedBlock]] = [
        [text_block(text, 0, 1, part=xml.name, context="", write_text=write_characters)] for text in texts
    ]
    return [[twin.text for twin in block.twins] for block in with_value(xml, found, blocks)]


@pytest.mark.parametrize(
    ("value", "texts", "twins"),
    [
        ("Un", ["Un"], [["Un"]]),
        ("Un&#10;Deux", ["Un", "Deux"], [["Un"], ["Deux"]]),
        ("Pain &amp; vin", ["Pain & vin"], [["Pain & vin"]]),
        ("Autre", ["Un"], [[]]),
        ("Un&#10;Autre", ["Un", "Deux"], [["Un"], []]),
        ("Un&#10;Deux", ["Un"], [[]]),
        ("", ["Un"], [[]]),
    ],
)
def test_a_value_that_says_the_same_is_a_twin_line_by_line(
    value: str, texts: list[str], twins: list[list[str]]
) -> None:
    assert twins_of(value, *texts) == twins


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<a t="Bilan"/>', False),
        ('<a t="Bilan"/><b f="of:=[$Bilan.A1]"/>', True),
        ("<a t='Bilan'/><b f='of:=[$Bilan.A1]'/>", True),
        ('<a t="Bilan"/><b>Bilan</b>', False),
        ('<a t="L&apos;an"/><b f="[$L&#39;an.A1]"/>', False),
    ],
)
def test_a_sheet_is_named_where_another_attribute_has_its_name(content: str, *, expected: bool) -> None:
    assert is_named(xml_of(content), "Bilan") is expected


@given(st.text(st.sampled_from("aé[]*?:/\\'&<\" "), max_size=12))
def test_a_sheet_name_has_no_sign_that_none_may_have(text: str) -> None:
    read = Xml.of(b'<a b="' + write_sheet_name(text) + b'"/>', Path("a")).iter_tags()
    name = next(read).attributes["b"]
    assert not set(name) & set("[]*?:/\\")
    assert not name.startswith("'") and not name.endswith("'")


@pytest.mark.parametrize(
    ("text", "written"),
    [("Pain/vin", "Pain vin"), ("'Bilan'", "Bilan"), ("L'an", "L&apos;an"), ("Pain & vin", "Pain &amp; vin")],
)
def test_a_sheet_name_stays_what_it_says(text: str, written: str) -> None:
    assert write_sheet_name(text).decode() == written


_STYLE = '<style:style style:name="{}" style:family="{}">{}</style:style>'
GONE = _STYLE.format("gone", "table", '<style:table-properties table:display="false"/>')
OFF = _STYLE.format("off", "drawing-page", '<style:drawing-page-properties presentation:visibility="hidden"/>')


def entered(folder: Path, content: str, scope: Scope | None = None, **config: object) -> tuple[str, bool, list[str]]:
    """The place that an element is, whether it is kept, and what is told."""
    styles = Styles()
    for one, _ in xml_of(GONE + OFF).iter_nodes(STYLES):
        styles.add(one, is_shared=False)
    opened = reading(folder, **config)
    scopes = Scopes(opened, styles, has_chart_data=False)
    found = scopes.enter(scope or Scope(), node(content))
    return found.place, found.is_kept, list(opened.left_out)


SHEET, MASTER, CHART = Scope(is_sheet=True), Scope("master page", is_master=True), Scope("chart", is_chart=True)
NOTE = "<text:note text:note-class='{}'/>"


@pytest.mark.parametrize(
    ("content", "scope", "expected"),
    [
        ("<text:p/>", None, ("", False, [])),
        ("<text:section text:display='none'/>", None, ("", True, ["1 hidden section kept as it is"])),
        ("<text:section text:display='condition'/>", None, ("", False, [])),
        (NOTE.format("endnote"), None, ("endnote 1", False, [])),
        ("<office:annotation/>", Scope("paragraph 2"), ("paragraph 2, comment", False, [])),
        ("<style:header/>", Scope("master page"), ("header", False, [])),
        ("<draw:page/>", None, ("slide 1", False, [])),
        ("<draw:page draw:style-name='off'/>", None, ("slide 1", True, ["1 hidden slide kept as it is"])),
        ("<draw:frame presentation:placeholder='true'/>", None, ("", True, [])),
        ("<draw:frame presentation:class='title'/>", None, ("", False, [])),
        ("<draw:frame presentation:class='title'/>", MASTER, ("master page", True, [])),
        ("<draw:frame presentation:class='footer'/>", MASTER, ("master page", False, [])),
        ("<presentation:notes/>", Scope("slide 1"), ("slide 1, notes", False, [])),
        ("<presentation:notes/>", MASTER, ("master page", True, [])),
        ("<table:table table:name='Bilan'/>", SHEET, ("sheet Bilan", False, [])),
        ("<table:table table:name='Bilan'/>", None, ("", False, [])),
        (
            "<table:table table:name='B' table:style-name='gone'/>",
            SHEET,
            ("sheet B", True, ["1 hidden sheet kept as it is"]),
        ),
        ('<table:table table:name="&apos;file:///a.ods&apos;#B"/>', SHEET, ("sheet 'file:///a.ods'#B", True, [])),
        ("<table:table/>", CHART, ("chart", True, ["1 chart table kept as it is"])),
        ("<text:deletion/>", None, ("", True, ["1 deleted passage kept as it is"])),
        ("<draw:object/>", None, ("", True, [])),
        ("<office:chart/>", Scope("", is_kept=True, is_embedded=True), ("chart", False, [])),
        (
            "<office:text/>",
            Scope("", is_kept=True, is_embedded=True),
            ("", True, ["1 embedded object kept as it is"]),
        ),
        ("<draw:text-box/>", Scope("slide 1"), ("slide 1", False, [])),
        ("<draw:text-box/>", Scope("paragraph 1"), ("paragraph 1, text box", False, [])),
    ],
)
def test_an_element_is_a_place_and_what_nobody_sees_is_kept(
    tmp_path: Path, content: str, scope: Scope | None, expected: tuple[str, bool, list[str]]
) -> None:
    assert entered(tmp_path, content, scope) == expected


@pytest.mark.parametrize(
    ("content", "skip", "told"),
    [
        (NOTE.format("footnote"), "notes", "1 footnote kept as it is"),
        ("<office:annotation/>", "comments", "1 comment kept as it is"),
        ("<style:footer-left/>", "headers", "1 footer kept as it is"),
        ("<presentation:notes/>", "notes", "1 note kept as it is"),
    ],
)
def test_what_somebody_leaves_out_is_kept_and_told(tmp_path: Path, content: str, skip: str, told: str) -> None:
    _, is_kept, lines = entered(tmp_path, content, Scope("slide 1"), skip=(skip,))
    assert (is_kept, lines) == (True, [told])


@pytest.mark.parametrize("content", ["<text:section text:display='none'/>", "<draw:page draw:style-name='off'/>"])
def test_what_is_hidden_is_offered_where_somebody_wants_it(tmp_path: Path, content: str) -> None:
    assert entered(tmp_path, content, include=("hidden",))[1:] == (False, [])
