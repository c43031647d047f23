"""Shapes, charts and diagrams: what a person sees of them is offered once, and what nobody sees stays."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.documents.packages import write_package
from tests.documents.workbooks import relations
from translate.config import DocumentConfig
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import Reading
from translate.documents.left_out import LeftOut
from translate.documents.office.drawn_parts import iter_drawing_blocks
from translate.documents.office.drawn_shapes import Drawings
from translate.documents.office.shapes import Shapes

_BASE = "http://schemas.openxmlformats.org"
SPACES = (
    f'xmlns:p="{_BASE}/presentationml/2006/main" xmlns:a="{_BASE}/drawingml/2006/main"'
    f' xmlns:c="{_BASE}/drawingml/2006/chart" xmlns:mc="{_BASE}/markup-compatibility/2006"'
    f' xmlns:cdr="{_BASE}/drawingml/2006/chartDrawing"'
    ' xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'
)
SLIDE, CHART = "ppt/slides/slide1.xml", "ppt/charts/chart1.xml"
DIAGRAM = {
    "ppt/diagrams/data1.xml": "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
    "ppt/diagrams/drawing1.xml": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
}


def p(text: str, link: str = "") -> str:
    properties = f'<a:rPr><a:hlinkClick tooltip="{link}"/></a:rPr>' if link else ""
    return f"<a:p><a:r>{properties}<a:t>{text}</a:t></a:r></a:p>"


def sp(content: str, own: str = "", kind: str = "") -> str:
    """A shape; `own` are attributes of its properties, `kind` stands in them."""
    return f"<p:sp><p:nvSpPr><p:cNvPr id='1' name='Zone 1'{own}/>{kind}</p:nvSpPr><p:txBody>{content}</p:txBody></p:sp>"


def versions(*contents: str) -> str:
    first, *others = contents
    fallback = "".join(f"<mc:Fallback>{one}</mc:Fallback>" for one in others)
    return f"<mc:AlternateContent><mc:Choice>{first}</mc:Choice>{fallback}</mc:AlternateContent>"


def opened(folder: Path, parts: Mapping[str, str], **config: object) -> Reading:
    made = {
        name: content if name.endswith(".rels") else f"<x {SPACES}>{content}</x>" for name, content in parts.items()
    }
    settings = DocumentConfig(**config)  # type: ignore[arg-type]
    package = Package(write_package(folder / "a.pptx", made), settings)
    return Reading(package, settings, "fr", LeftOut(), frozenset({"fr"}))


def shown(
    folder: Path, content: str, *, has_prompts: bool = False, **config: tuple[str, ...]
) -> tuple[list[str], list[str]]:
    """Texts with the ends of their places, and what is told."""
    with (reading := opened(folder, {SLIDE: content}, **config)).package:
        blocks = list(Shapes(reading, reading.xml(SLIDE), "slide 1", has_prompts).blocks())
    return [f"{block.context.removeprefix('slide 1')}: {block.text}" for block in blocks], list(reading.left_out)


GROUP = "<p:grpSp><p:nvGrpSpPr><p:cNvPr descr='Un groupe'/></p:nvGrpSpPr>{}</p:grpSp>"
TABLE = "<p:graphicFrame><a:tbl><a:tr><a:tc>{}</a:tc></a:tr></a:tbl></p:graphicFrame>"


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (sp(p("Un") + p("Deux")), [": Un", ": Deux"]),
        (sp(p("Un"), " descr='Un port' title='12'"), [", alternative text: Un port", ": Un"]),
        (sp(p("Un", "Vers le port")), [": Un", ", tip of a link: Vers le port"]),
        (GROUP.format(sp(p("Un")) + sp(p("Deux"))), [", alternative text: Un groupe", ": Un", ": Deux"]),
        (TABLE.format(p("Un")), [", table: Un"]),
        (versions(sp(p("Un")), sp(p("Un"))), [": Un"]),
        (versions(sp(p("Un")), sp(p("Deux"))), [": Un", ": Deux"]),
        (GROUP.format(versions(sp(p("Un")), sp(p("Un")))), [", alternative text: Un groupe", ": Un"]),
        ("<p:pic><p:cNvPr descr='Un&#10;port'/></p:pic>", [", alternative text: Un", ", alternative text: port"]),
        (p("Hors des formes"), []),
    ],
)  # fmt: skip
def test_what_a_person_sees_of_shapes_is_offered_in_order(tmp_path: Path, content: str, texts: list[str]) -> None:
    assert shown(tmp_path, content) == (texts, [])


HIDDEN = sp(p("Un"), " hidden='1'") + sp(p("Deux"), " hidden='0'")


@pytest.mark.parametrize(
    ("config", "expected"),
    [({}, ([": Deux"], ["1 hidden shape kept as it is"])), ({"include": ("hidden",)}, ([": Un", ": Deux"], []))],
)
def test_a_hidden_shape_is_kept_and_told_unless_it_is_wanted(
    tmp_path: Path, config: dict[str, tuple[str, ...]], expected: tuple[list[str], list[str]]
) -> None:
    assert shown(tmp_path, HIDDEN, has_prompts=False, **config) == expected


def test_alternative_texts_can_be_kept(tmp_path: Path) -> None:
    assert shown(tmp_path, sp(p("Un"), " descr='Un port'"), skip=("alt",)) == ([": Un"], [])


@pytest.mark.parametrize(("has_prompts", "texts"), [(True, [": Pied"]), (False, [": Votre titre", ": Pied"])])
def test_a_prompt_of_a_master_is_no_text(tmp_path: Path, *, has_prompts: bool, texts: list[str]) -> None:
    content = sp(p("Votre titre"), kind="<p:ph type='title'/>") + sp(p("Pied"))
    assert shown(tmp_path, content, has_prompts=has_prompts) == (texts, [])


TITLE = f"<c:title>{p('Les ventes')}</c:title>"
SERIES = (
    "<c:ser><c:tx><c:v>Année</c:v></c:tx><c:cat><c:strRef><c:strCache><c:v>Nord</c:v></c:strCache></c:strRef></c:cat>"
)
LITERAL = "<c:cat><c:strLit><c:pt><c:v>Sud</c:v></c:pt></c:strLit></c:cat></c:ser>"


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (TITLE, ["Les ventes"]),
        (SERIES + LITERAL, ["Année", "Sud"]),
        ("<cx:txData><cx:v>Un titre</cx:v></cx:txData>", ["Un titre"]),
        ("<cx:txData><cx:f>A1</cx:f><cx:v>Un titre</cx:v></cx:txData>", []),
        ("<c:val><c:numLit><c:pt><c:v>12</c:v></c:pt></c:numLit></c:val>", []),
    ],
)
def test_a_chart_shows_what_it_does_not_take_from_cells(tmp_path: Path, content: str, texts: list[str]) -> None:
    types = {CHART: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", SLIDE: "x"}
    with (reading := opened(tmp_path, {CHART: content, SLIDE: sp(p("Non"))})).package:
        blocks = list(iter_drawing_blocks(reading, types))
    assert [block.text for block in blocks] == texts
    assert all(block.part == CHART and block.context.startswith("chart, text ") for block in blocks)


def test_a_diagram_is_asked_once_and_written_to_its_data_and_its_drawing(tmp_path: Path) -> None:
    parts = dict(zip(DIAGRAM, (p("Un") + p("Deux"), p("Deux") + p("Trois")), strict=True))
    with (reading := opened(tmp_path, parts)).package:
        blocks = list(iter_drawing_blocks(reading, DIAGRAM))
    assert [(block.text, [twin.part for twin in block.twins]) for block in blocks] == [
        ("Un", []), ("Deux", ["ppt/diagrams/drawing1.xml"]), ("Trois", []),
    ]  # fmt: skip


def test_charts_and_what_is_drawn_on_them_come_behind_the_shapes_and_once(tmp_path: Path) -> None:
    drawn = f"<cdr:sp><cdr:txBody>{p('Une flèche')}</cdr:txBody></cdr:sp>"
    parts = {
        SLIDE: sp(p("Un")),
        "ppt/slides/_rels/slide1.xml.rels": relations(("chart", "../charts/chart1.xml"), ("image", "a.png")),
        CHART: TITLE,
        "ppt/charts/_rels/chart1.xml.rels": relations(("chartUserShapes", "drawn.xml")),
        "ppt/charts/drawn.xml": drawn,
    }
    with (reading := opened(tmp_path, parts)).package:
        drawings = Drawings(reading)
        first, second = (list(drawings.blocks(SLIDE, "slide 1")) for _ in range(2))
    assert [(block.text, block.context, block.part) for block in first] == [
        ("Un", "slide 1", SLIDE),
        ("Les ventes", "slide 1, chart, text 1", CHART),
        ("Une flèche", "slide 1, chart", "ppt/charts/drawn.xml"),
    ]
    assert [block.text for block in second] == ["Un"]
