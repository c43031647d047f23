"""TMX with texts that have no translation yet: each unit gets a variant in the target language, and nothing else.

A variant that is there and says something stays, so a memory in which nothing is missing comes back as it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.documents.archives.flat import PART
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import Reading
from translate.documents.bilingual.fills import Fill, blocks_of, child_of, is_empty, line_before, over
from translate.documents.bilingual.reader import BilingualReader, verify_root
from translate.documents.encoding import refuse_known_binary
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Node, Xml
from translate.languages import base_code


class Tmx:
    """The family of TMX files."""

    def check(self, package: Package) -> None:
        refuse_known_binary(package.path, package.read(PART))
        verify_root(_xml(package), "tmx")

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        xml = _xml(reading.package)
        target = reading.config.target_language
        for number, (unit, _) in enumerate(xml.iter_nodes(("tu",)), 1):
            variants = {base_code(_language(one)): one for one in unit.nodes if one.name == "tuv"}
            mine, other = variants.get(base_code(reading.language)), variants.get(base_code(target))
            source, seg = (one and child_of(one, "seg") for one in (mine, other))
            if mine is None or source is None or (seg is not None and not is_empty(seg)):
                continue
            place = f"unit {unit.attributes.get('tuid', number)}"
            fill = over(xml, seg, source, {}) if seg else _variant(xml, mine, source, target)
            yield from blocks_of(xml, source, fill, language="", place=place)

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        return Splice()


def _xml(package: Package) -> Xml:
    return Xml.of(package.read(PART), package.path, PART, has_doctype=True)


def _language(variant: Node) -> str:
    return variant.attributes.get("xml:lang", variant.attributes.get("lang", ""))


def _variant(xml: Xml, mine: Node, source: Node, language: str) -> Fill:
    """Return how a variant is written that is not there: behind that of the source, as far in as that stands."""
    name = "xml:lang" if "xml:lang" in mine.attributes else "lang"
    outer, inner = (line_before(xml.data, node.start) for node in (mine, source))
    opening = outer + f'<tuv {name}="{language}">'.encode() + inner + b"<seg>"
    return Fill(
        mine.end, mine.end, opening, b"</seg>" + (outer if inner else b"") + b"</tuv>", (source.inner, source.outer)
    )


READER = BilingualReader("tmx", Tmx(), has_doctype=True)
