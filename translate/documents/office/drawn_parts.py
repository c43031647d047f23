"""Charts and diagrams, which are parts of their own in every Office package: blocks come out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from translate.documents.archives.packaged import Reading
from translate.documents.office.drawing import paragraph_blocks
from translate.documents.office.ooxml import element_block
from translate.documents.office.twins import twinned
from translate.documents.spliced import SplicedBlock

_TYPES = {
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml": "chart",
    "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml": "chart",
    "application/vnd.ms-office.chartex+xml": "chart",
    "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml": "data",
    "application/vnd.ms-office.drawingml.diagramDrawing+xml": "diagram",
}


def iter_drawing_blocks(reading: Reading, types: Mapping[str, str]) -> Iterator[SplicedBlock]:
    """Yield the blocks of all charts and diagrams of a package."""
    drawn: dict[str, list[str]] = {"chart": [], "data": [], "diagram": []}
    for name, content_type in types.items():
        if content_type in _TYPES:
            drawn[_TYPES[content_type]].append(name)
    for name in drawn["chart"]:
        yield from chart_blocks(reading, name, "chart")
    yield from diagram_blocks(reading, drawn["data"], drawn["diagram"], "diagram")


def chart_blocks(reading: Reading, name: str, context: str) -> Iterator[SplicedBlock]:
    """Yield what is written in a chart; what it keeps of the cells of a workbook comes from there again."""
    xml = reading.xml(name)
    for number, (node, around) in enumerate(xml.iter_nodes(("a:p", "c:v", "cx:txData")), 1):
        place = f"{context}, text {number}"
        if node.name == "a:p":
            yield from paragraph_blocks(xml, node, context=place)
        elif node.name == "c:v" and (around[-1].name == "c:tx" or any(one.name == "c:strLit" for one in around)):
            yield from element_block(node, part=name, context=place)
        elif node.name == "cx:txData" and node.find("cx:f") is None:
            for value in node.nodes:
                yield from element_block(value, part=name, context=place)


def diagram_blocks(
    reading: Reading, data: Iterable[str], drawings: Iterable[str], context: str
) -> Iterator[SplicedBlock]:
    """Yield the texts of diagrams once, which stand in their data and in the drawings that are kept beside it."""
    yield from twinned([list(_paragraphs(reading, names, context)) for names in (data, drawings)])


def _paragraphs(reading: Reading, names: Iterable[str], context: str) -> Iterator[SplicedBlock]:
    number = 0
    for name in names:
        xml = reading.xml(name)
        for paragraph, _ in xml.iter_nodes(("a:p",)):
            number += 1
            yield from paragraph_blocks(xml, paragraph, context=f"{context}, text {number}")
