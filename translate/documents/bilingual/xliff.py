"""XLIFF 1.x and 2.x, with what Trados, memoQ and Phrase make of it: units that wait for a translation are filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.documents.archives.package import Package
from translate.documents.archives.packaged import Reading
from translate.documents.bilingual.packages import files_of, files_to_fill
from translate.documents.bilingual.reader import BilingualReader, verify_root, verify_source
from translate.documents.bilingual.states import standing_of
from translate.documents.bilingual.xliff_units import blocks_of_unit
from translate.documents.encoding import refuse_known_binary
from translate.documents.kinds import PACKAGES
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.documents.strings.apostrophes import PLAIN, Habit
from translate.documents.xml.nodes import Node, Xml
from translate.errors import DocumentError

_SOURCES = ("x12:source", "source", "x2:source")
_UNITS = ("x12:trans-unit", "trans-unit", "x2:unit")


class Xliff:
    """The family of XLIFF files."""

    def check(self, package: Package) -> None:
        parts = files_of(package)
        if not parts:
            raise DocumentError("holds no XLIFF file.", path=package.path)
        for name in parts:
            refuse_known_binary(package.path, package.read(name))
            verify_root(_xml(package, name), "xliff")

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        standing = standing_of(reading.config)
        for name in files_to_fill(reading):
            xml = _xml(reading.package, name)
            habit = Habit.of(xml.data.decode(errors="replace"), ((PLAIN, text) for text in _sources(xml)))
            for unit, around in xml.iter_nodes(_UNITS):
                source, target = _languages(around)
                verify_source(source, reading.language, xml.path)
                yield from blocks_of_unit(xml, unit, around, standing, target, habit)

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        return Splice()


def _xml(package: Package, name: str) -> Xml:
    """Return a part; those of XLIFF 1.0 and 1.1 name the DTD of their version, which is never read."""
    return Xml.of(package.read(name), package.path, name, has_doctype=True)


def _sources(xml: Xml) -> Iterator[str]:
    for node, _ in xml.iter_nodes(_SOURCES):
        yield node.text


def _languages(around: Sequence[Node]) -> tuple[str, str]:
    """Return the languages that a file says, of its sources and of its targets; empty where it says none."""
    said: dict[str, str] = {}
    for node in around:
        said |= node.attributes
    return said.get("source-language", said.get("srcLang", "")), said.get("target-language", said.get("trgLang", ""))


READER = BilingualReader("xliff", Xliff(), archives=PACKAGES, has_doctype=True)
