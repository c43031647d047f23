"""Reader of XLIFF to be filled in place, alone or several in a ZIP, as translation tools hand it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document, InlineCode
from translate.documents.base import Rebuilder
from translate.documents.encoding import refuse_known_binary
from translate.documents.flat import PART, FlatFile
from translate.documents.package import Package
from translate.documents.packaged import PackagedBlocks, Reading
from translate.documents.rewriting import Written, rewrite
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.documents.bilingual.xliff_units import APPROVED, DRAFTS, Fill, FillBlock, blocks_of_unit
from translate.documents.xml_nodes import Node, Xml
from translate.errors import DocumentError
from translate.files import replace_file
from translate.languages import base_code

_ENDINGS = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf")
_UNITS = ("x12:trans-unit", "trans-unit", "x2:unit")
_PACKAGES = (".xlz", ".mqxlz", ".sdlppx")


class Xliff:
    """The family of XLIFF files."""

    def check(self, package: Package) -> None:
        parts = list(_parts(package))
        if not parts:
            raise DocumentError("holds no XLIFF file.", path=package.path)
        for name in parts:
            refuse_known_binary(package.path, package.read(name))
            root = next(Xml.of(package.read(name), package.path, name).iter_tags(), None)
            if root is None or root.name.rpartition(":")[2] != "xliff":
                shown = root.name if root else "nothing"
                raise DocumentError(f"begins with {shown}; expected xliff.", path=package.path)

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        waiting = APPROVED if reading.config.approve else DRAFTS
        for name in _parts(reading.package):
            xml = reading.xml(name)
            for unit, around in xml.iter_nodes(_UNITS):
                source, target = _languages(around)
                if source and base_code(source) != base_code(reading.language):
                    message = f"its sources are in {source}; expected {reading.language}. Give --source-language."
                    raise DocumentError(message, path=xml.path)
                yield from blocks_of_unit(xml, unit, around, waiting, target)

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        return Splice()


def _parts(package: Package) -> Iterator[str]:
    yield from (name for name in package.names if name == PART or name.lower().endswith(_ENDINGS))


def _languages(around: Sequence[Node]) -> tuple[str, str]:
    """Return the languages that a file says, of its sources and of its targets; empty where it says none."""
    said: dict[str, str] = {}
    for node in around:
        said |= node.attributes
    return said.get("source-language", said.get("srcLang", "")), said.get("target-language", said.get("trgLang", ""))


class FillingRebuilder:
    """Collects all texts: only at the end it is known whether anybody translated."""

    def __init__(self, path: Path, language: str) -> None:
        self._path, self._language = path, language
        self._blocks: list[tuple[FillBlock, str, Sequence[InlineCode]]] = []

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        if not isinstance(block, FillBlock):
            raise TypeError(f"expected a block of XLIFF, not {type(block).__name__}")
        if block.language and base_code(block.language) != base_code(self._language):
            message = f"its targets are in {block.language}; expected {self._language}. Give --target-language."
            raise DocumentError(message, path=self._path)
        self._blocks.append((block, text, codes))

    def changes(self) -> Mapping[str, Splice]:
        """Return the changes of each part; none where no text changed, for then nobody has translated it."""
        changes: dict[str, Splice] = {}
        if all(text == block.text for block, text, _ in self._blocks):
            return changes
        fills: dict[tuple[str, Fill], list[tuple[FillBlock, str, Sequence[InlineCode]]]] = {}
        for block, text, codes in self._blocks:
            assert block.fill
            fills.setdefault((block.part, block.fill), []).append((block, text, codes))
        marked: set[tuple[str, int]] = set()
        for (part, fill), mine in fills.items():
            splice = changes.setdefault(part, Splice())
            splice.replace(fill.start, fill.end, [fill.opening, *_body(fill, mine), fill.closing])
            for start, end, written in fill.marks:
                if (part, start) not in marked:
                    splice.replace(start, end, [written])
                    marked.add((part, start))
        return changes


def _body(fill: Fill, mine: Sequence[tuple[FillBlock, str, Sequence[InlineCode]]]) -> Iterator[Written]:
    """Yield the content of a target: that of its source, with the texts that were translated."""
    place, end = fill.body
    for block, text, codes in mine:
        start, stop = block.place
        written = rewrite(block, text, codes if codes or text != block.text else block.codes)
        yield place, start
        yield from [block.place] if written is None else written
        place = stop
    yield place, end


@dataclass(frozen=True, slots=True)
class XliffReader:
    """Reader of XLIFF files and of packages of them."""

    kind: str = "xliff"

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        with _open(path, config) as package:
            Xliff().check(package)
        blocks = PackagedBlocks(path, Xliff(), config, language, _open)
        return Document(name, path, self.kind, language, "", blocks, blocks.left_out)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        rebuilder = FillingRebuilder(document.path, language)
        with replace_file(path) as file:
            yield rebuilder
            assert isinstance(document.blocks, PackagedBlocks)
            changes = rebuilder.changes()
            with _open(document.path, document.blocks.config) as package:
                changed = {}
                for name, splice in changes.items():
                    xml = Xml.of(package.read(name), document.path, name)
                    changed[name] = xml.encoded(splice.apply(xml.data))
                package.write(file, changed)


def _open(path: Path, config: DocumentConfig) -> Package:
    return Package(path, config) if path.suffix.lower() in _PACKAGES else FlatFile(path, config)


READER = XliffReader()
