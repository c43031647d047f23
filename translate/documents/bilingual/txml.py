"""TXML, the files of Wordfast Pro: segments without a target get one, marked as made by a machine."""

from __future__ import annotations

from collections.abc import Iterator

from translate.documents.archives.flat import PART
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import Reading
from translate.documents.bilingual.fills import (
    behind,
    blocks_of,
    child_of,
    is_empty,
    over,
    with_attributes,
)
from translate.documents.bilingual.reader import BilingualReader, verify_root, verify_source
from translate.documents.bilingual.states import standing_of
from translate.documents.encoding import refuse_known_binary
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Xml


class Txml:
    """The family of TXML files."""

    def check(self, package: Package) -> None:
        refuse_known_binary(package.path, package.read(PART))
        verify_root(Xml.of(package.read(PART), package.path), "txml")

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        xml = reading.xml(PART)
        standing = standing_of(reading.config)
        for segment, around in xml.iter_nodes(("segment",)):
            verify_source(around[0].attributes.get("locale", ""), reading.language, xml.path)
            source, target = child_of(segment, "source"), child_of(segment, "target")
            if source is None or (target is not None and not is_empty(target)):
                continue
            tag = with_attributes(xml.data[segment.start : segment.inner], standing.wordfast)
            marks = ((segment.start, segment.inner, tag),)
            fill = over(xml, target, source, {}, marks) if target else behind(xml, source, source, {}, marks)
            language = around[0].attributes.get("targetlocale", "")
            parts = (around[-1].attributes.get("blockId", ""), segment.attributes.get("segmentId", ""))
            place = f"segment {'-'.join(filter(None, parts))}".rstrip()
            yield from blocks_of(xml, source, fill, language=language, place=place)

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        return Splice()


READER = BilingualReader("txml", Txml())
