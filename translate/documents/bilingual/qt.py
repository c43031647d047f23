"""Translation sources of Qt Linguist, `.ts` (*Qt Linguist Manual, TS file format*): unfinished messages are filled.

A message stays unfinished until somebody has looked at it. Those that vanished from the program stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.config import DocumentConfig
from translate.documents.archives.flat import PART
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import Reading
from translate.documents.bilingual.fills import Fill, FillBlock, blocks_of, child_of, line_before, over, with_attributes
from translate.documents.bilingual.reader import BilingualReader, verify_root, verify_source
from translate.documents.bilingual.states import standing_of
from translate.documents.encoding import refuse_known_binary
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Node, Xml
from translate.languages import base_code, find_language

_HELD = re.compile(r"%L?\d{1,2}|%L?n\b|\n")
_FORMS = re.compile(r"nplurals=(\d)")
_GONE = ("vanished", "obsolete")
_ROOT = "TS"


class Qt:
    """The family of TS files."""

    def check(self, package: Package) -> None:
        refuse_known_binary(package.path, package.read(PART))
        verify_root(_xml(package), _ROOT)

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        xml = _xml(reading.package)
        for context, around in xml.iter_nodes(("context",)):
            root = around[0].attributes
            verify_source(root.get("sourcelanguage", "").replace("_", "-"), reading.language, xml.path)
            target = root.get("language", "").replace("_", "-")
            if base_code(target) == base_code(reading.language):  # of a template that was made for the source
                target = ""
            name = context.find("name")
            for number, message in enumerate((one for one in context.nodes if one.name == "message"), 1):
                place = f"{name.text.strip() if name else 'context'}, message {message.attributes.get('id', number)}"
                yield from _blocks_of_message(xml, message, reading.config, target, place)

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        return Splice()


def _xml(package: Package) -> Xml:
    return Xml.of(package.read(PART), package.path, PART, has_doctype=True)


def _blocks_of_message(
    xml: Xml, message: Node, config: DocumentConfig, language: str, place: str
) -> Iterator[FillBlock]:
    source, target = child_of(message, "source"), child_of(message, "translation")
    if source is None or (target is not None and target.attributes.get("type") in _GONE):
        return
    attributes = {} if standing_of(config).is_finished else {"type": "unfinished"}
    is_plural = message.attributes.get("numerus") == "yes"
    for number, fill in enumerate(_fills(xml, source, target, attributes, _count(config) if is_plural else 0)):
        where = f"{place}, plural form {number}" if is_plural else place
        yield from blocks_of(xml, source, fill, language=language, place=where, held=_HELD)


def _count(config: DocumentConfig) -> int:
    """Return how many plural forms the target has."""
    match = _FORMS.match(find_language(config.target_language).plural_forms)
    return int(match[1]) if match else 1


def _fills(xml: Xml, source: Node, target: Node | None, attributes: dict[str, str], count: int) -> Iterator[Fill]:
    """Yield what to fill: a translation, or each of its `count` plural forms."""
    if target is not None and target.text.strip():
        return
    body = source.inner, source.outer
    if target is None:
        start = end = source.end
        tag = line_before(xml.data, source.start) + with_attributes(b"<translation>", attributes)
    else:
        start, end = target.start, target.end
        tag = re.sub(rb"\s*/>\Z", b">", xml.data[target.start : target.inner])
        tag = with_attributes(re.sub(rb"""\s+type\s*=\s*(?:"[^"]*"|'[^']*')""", b"", tag), attributes)
    forms = [node for node in target.nodes if node.name == "numerusform"] if target else []
    if not count or (target is not None and len(forms) < 2 and count < 2):
        yield Fill(start, end, tag, b"</translation>", body)
    elif target is not None and len(forms) >= count:
        marks = ((target.start, target.inner, tag),)
        yield from (over(xml, form, source, {}, marks) for form in forms)
    else:
        space = line_before(xml.data, forms[0].start if forms else source.start)
        opening, closing = space + b"<numerusform>", b"</numerusform>"
        behind = (line_before(xml.data, target.outer) if target and forms else space) + b"</translation>"
        for number in range(count):
            first, last = number == 0, number == count - 1
            yield Fill(
                start if first else end,
                end,
                (tag if first else b"") + opening,
                closing + (behind if last else b""),
                body,
            )


def _named(xml: Xml, language: str) -> bytes:
    """Name the target in the outermost element."""
    root = next(xml.iter_tags())
    said = root.attributes.get("language", "").replace("_", "-")
    if said and base_code(said) == base_code(language):
        return xml.data
    splice = Splice()
    tag = with_attributes(xml.data[root.start : root.inner], {"language": language.replace("-", "_")})
    splice.replace(root.start, root.inner, [tag])
    return splice.apply(xml.data)


READER = BilingualReader("qt", Qt(), has_doctype=True, finish=_named)
