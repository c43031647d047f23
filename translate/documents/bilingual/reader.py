"""Reader of bilingual files of XML that are filled in place, alone or several in a ZIP, as tools hand them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document
from translate.documents.archives.flat import FlatFile
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import Family, PackagedBlocks
from translate.documents.base import Rebuilder
from translate.documents.bilingual.fills import FillBlock
from translate.documents.bilingual.packages import write_return
from translate.documents.bilingual.parts import fill_part
from translate.documents.filling import Filling, FillingRebuilder
from translate.documents.kinds import RETURNED
from translate.documents.xml.nodes import Xml
from translate.errors import DocumentError
from translate.files import replace_file
from translate.languages import base_code
from translate.records import dataclass

Finish = Callable[[Xml, str], bytes]
"""Makes the last changes to a part that was filled: its header names the target, given as a code."""


@dataclass(frozen=True, slots=True)
class BilingualReader:
    """Reader of one kind of bilingual file.

    :param archives: endings of names of packages of such files.
    :param has_doctype: whether such a file may name its document type.
    """

    kind: str
    family: Family
    archives: tuple[str, ...] = ()
    has_doctype: bool = False
    finish: Finish = lambda xml, language: xml.data

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        with self._open(path, config) as package:
            self.family.check(package)
        blocks = PackagedBlocks(path, self.family, config, language, self._open)
        return Document(name, path, self.kind, language, "", blocks, blocks.left_out)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        rebuilder = FillingRebuilder(lambda block: _verify(block, document.path, language))
        with replace_file(path) as file:
            yield rebuilder
            if not isinstance(document.blocks, PackagedBlocks):
                raise TypeError(f"expected a document of this reader, not {type(document.blocks).__name__}")
            parts: dict[str, list[Filling]] = {}
            for one in rebuilder.fillings if rebuilder.has_changed else ():
                parts.setdefault(one.block.part, []).append(one)
            with self._open(document.path, document.blocks.config) as package:
                changed = {}
                for name, fillings in parts.items():
                    xml = Xml.of(package.read(name), document.path, name, has_doctype=self.has_doctype)
                    filled = Xml(fill_part(xml, fillings), xml.encoding, xml.path, name, self.has_doctype)
                    changed[name] = xml.encoded(self.finish(filled, language))
                if document.blocks.config.return_packages and document.path.suffix.lower() in RETURNED:
                    write_return(package, file, changed)
                else:
                    package.write(file, changed)

    def _open(self, path: Path, config: DocumentConfig) -> Package:
        return Package(path, config) if path.suffix.lower() in self.archives else FlatFile(path, config)


def _verify(block: Block, path: Path, language: str) -> None:
    if not isinstance(block, FillBlock):
        raise TypeError(f"expected a block of a bilingual file, not {type(block).__name__}")
    if block.language and base_code(block.language) != base_code(language):
        message = f"its targets are in {block.language}; expected {language}. Give --target-language."
        raise DocumentError(message, path=path)


def verify_source(said: str, language: str, path: Path) -> None:
    """Refuse a file whose texts are in another language.

    :param said: the language that the file says; empty where it says none.
    :raises DocumentError: with both.
    """
    if said and base_code(said) != base_code(language):
        raise DocumentError(f"its sources are in {said}; expected {language}. Give --source-language.", path=path)


def verify_root(xml: Xml, expected: str) -> None:
    """Refuse a file of XML whose outermost element is another.

    :raises DocumentError: with what it is.
    """
    root = next(xml.iter_tags(), None)
    if root is None or root.name.rpartition(":")[2] != expected:
        shown = root.name if root else "nothing"
        raise DocumentError(f"begins with {shown}; expected {expected}.", path=xml.path)
