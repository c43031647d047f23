"""What Word, PowerPoint and Excel files have in common (ECMA-376): content types, DrawingML text, marks of language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape

from translate.documents.archives.package import Package
from translate.documents.splice import Splice
from translate.documents.spliced import Item, Kind, SplicedBlock, make_blocks
from translate.documents.xml.escaped_texts import text_items, write_value
from translate.documents.xml.nodes import Node, Xml
from translate.errors import DocumentError
from translate.languages import base_code

CONTENT_TYPES = "[Content_Types].xml"
_MAIN = {"docx": "a Word document", "pptx": "a presentation", "xlsx": "a workbook"}
_MAINS = {
    "docx": r"(?:wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.\w+)",
    "pptx": r"(?:presentationml\.|ms-powerpoint\.)(?:presentation|slideshow|template)(?:\.\w+)?",
    "xlsx": r"(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.\w+)",
}
"""Content types of main parts, without their common ending."""
_ATTRIBUTE = re.compile(rb"""\s(?:[\w.-]+:)?(?P<name>[\w.-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")


def content_types(package: Package) -> Mapping[str, str]:
    """Return the content type of each part, in the order of the package; those of a few endings alike are among them.

    :raises DocumentError: where the package has no list of them.
    """
    xml = Xml.of(package.read(CONTENT_TYPES), package.path, CONTENT_TYPES)
    parts, endings = {}, {}
    for node in xml.iter_tags():
        content_type = node.attributes.get("ContentType", "")
        if node.name == "ct:Override":
            parts[node.attributes.get("PartName", "").lstrip("/")] = content_type
        elif node.name == "ct:Default":
            endings[node.attributes.get("Extension", "").lower()] = content_type
    named = {name: parts.get(name) or endings.get(name.rpartition(".")[2].lower()) for name in package.names}
    return {name: content_type for name, content_type in named.items() if content_type}


def main_part(package: Package, kind: str) -> str:
    """Return the name of the part that a document of a kind (`docx`, `pptx`, `xlsx`) begins with.

    :raises DocumentError: where the package has none, or is of another kind.
    """
    for name, content_type in content_types(package).items():
        for other, pattern in _MAINS.items():
            if re.search(rf"{pattern}\.main\+xml\Z", content_type):
                if other != kind:
                    raise DocumentError(
                        f"is {_MAIN[other]}; expected {_MAIN[kind]}, as its ending says. Rename it to .{other}.",
                        path=package.path,
                    )
                return name
    raise DocumentError(f"has no main part of {_MAIN[kind]}; save it again.", path=package.path)


def value_block(xml: Xml, node: Node, attribute: str, *, part: str, context: str) -> Iterator[SplicedBlock]:
    """Yield the lines of the value of an attribute as blocks, where it has letters.

    :param attribute: its name, whatever prefix the file has for it.
    """
    place = value_place(xml, node, attribute)
    if place:
        value = next((text for name, text in node.attributes.items() if name.rpartition(":")[2] == attribute), "")
        if any(map(str.isalpha, value)):
            items = text_items(xml.data, *place, value, has_lines=False)
            yield from make_blocks(items, write_value, part=part, context=context)


def value_place(xml: Xml, node: Node, attribute: str) -> tuple[int, int] | None:
    """Return which bytes of a part are the value of an attribute; None where the element has none of that name."""
    for match in _ATTRIBUTE.finditer(xml.data, node.start, node.inner):
        if match["name"] == attribute.encode():
            return match.span("double" if match["double"] is not None else "single")
    return None


def element_block(node: Node, *, part: str, context: str) -> Iterator[SplicedBlock]:
    """Yield the character data of an element without children as a block, where it has letters."""
    text = node.text
    if any(map(str.isalpha, text)):
        yield text_block(text, node.inner, node.outer, part=part, context=context, write_text=write_characters)


def text_block(
    text: str, start: int, end: int, *, part: str, context: str, write_text: Callable[[str], bytes]
) -> SplicedBlock:
    """Return a block of one text without codes, which stands at bytes [start, end) of a part."""
    item = Item(Kind.TEXT, start, end, text)
    return SplicedBlock("", text, "", context=context, part=part, items=(item,), write_text=write_text)


def write_characters(text: str) -> bytes:
    """Write text as character data of XML."""
    return escape(text, quote=False).encode()


def language_marks(xml: Xml, language: str, target: str, attributes: Mapping[str, str]) -> Splice:
    """Return the changes that turn a language into the target's, in the attributes that name one.

    :param attributes: the attribute of each element that names a language, as the namespaces of this package call it.
    """
    marks = Splice()
    if b":language" in xml.data:
        for node, _ in xml.iter_nodes(("dc:language",)):
            if base_code(node.text.strip()) == base_code(language):
                marks.replace(node.inner, node.outer, [target.encode()])
    for node in xml.iter_tags():
        wanted = attributes.get(node.name)
        value = node.attributes.get(wanted, "") if wanted else ""
        if wanted and value and base_code(value) == base_code(language):
            place = value_place(xml, node, wanted.rpartition(":")[2])
            if place:
                marks.replace(*place, [target.encode()])
    return marks
