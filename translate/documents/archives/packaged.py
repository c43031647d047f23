"""Documents that are packages of XML parts: blocks come out of the parts, and are spliced into them again.

What is special to a family of formats is in its :class:`Family`; all of them read and write alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Protocol

from translate.config import DocumentConfig
from translate.data import Block, Document, InlineCode
from translate.documents.archives.package import Package
from translate.documents.base import Rebuilder, verify_length
from translate.documents.left_out import LeftOut
from translate.documents.names import Name, refused
from translate.documents.rewriting import rewrite
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Xml
from translate.errors import DocumentError
from translate.files import replace_file
from translate.languages import base_code
from translate.languages.identification import guess_language
from translate.records import dataclass

_WITH_TEXT = re.compile(r"(?:document\d*|content|sharedStrings|slide\d+)\.xml\Z")
"""Names of parts that hold most of the text."""
_TAG = re.compile(rb"<[^>]*>")
_SAMPLED_PARTS = 5
_SAMPLE_BYTES = 20_000
_SMALL_SHARE = 0.34
"""Votes for the source language over those for another one that is taken for the document's."""
Open = Callable[[Path, DocumentConfig], Package]
"""Opens a document for reading."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An open package, and how it is read. `left_out` counts what is kept."""

    package: Package
    config: DocumentConfig
    language: str
    left_out: LeftOut
    own_languages: frozenset[str] = frozenset()
    """What the document is in: the source language, and what most of it is in where nobody verifies that."""

    def wants(self, kind: str) -> bool:
        """Whether texts of a kind are offered that are kept unless somebody asks for them."""
        return kind in self.config.include

    def offers(self, kind: str) -> bool:
        """Whether texts of a kind are offered that are offered unless somebody says no."""
        return kind not in self.config.skip

    def xml(self, name: str) -> Xml:
        """Return a part.

        :raises DocumentError: where it is missing, or none of XML.
        """
        return Xml.of(self.package.read(name), self.package.path, name)


class Family(Protocol):
    """A family of formats."""

    def check(self, package: Package) -> None:
        """Refuse a package that is none of the family.

        :raises DocumentError: with what was found and what was expected.
        """
        ...

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        """Yield the blocks of all parts, each with the name of its part, in the order of reading."""
        ...

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        """Return the changes that turn marks of the source language in a part into those of the target."""
        ...


@dataclass(frozen=True, slots=True)
class PackagedBlocks:
    """Blocks of a package, which is opened anew each time they are iterated."""

    path: Path
    family: Family
    config: DocumentConfig
    language: str
    open: Open = Package
    left_out: LeftOut = field(default_factory=LeftOut)

    def __iter__(self) -> Iterator[Block]:
        self.left_out.clear()
        with self.open(self.path, self.config) as package:
            own = _own_languages(package, self.language, self.config)
            for block in self.family.iter_blocks(Reading(package, self.config, self.language, self.left_out, own)):
                verify_length(block, self.path, self.config)
                yield block


def _own_languages(package: Package, language: str, config: DocumentConfig) -> frozenset[str]:
    """Return what a document is in: the source language; where nobody verifies that, what most of it is in as well."""
    own = {base_code(language)}
    if not config.verify_language:
        names = [name for name in package.names if _WITH_TEXT.search(name)][:_SAMPLED_PARTS]
        text = b" ".join(_TAG.sub(b" ", package.read(name))[:_SAMPLE_BYTES] for name in names)
        guess = guess_language(text.decode(errors="replace"))
        if guess.language and guess.share(base_code(language)) < _SMALL_SHARE:
            own.add(guess.language)
    return frozenset(own)


class PackageRebuilder:
    """Collects the changes of each part. Those of names wait until all are known."""

    def __init__(self) -> None:
        self.changes: dict[str, Splice] = {}
        self._named: list[tuple[SplicedBlock, str, Sequence[InlineCode]]] = []

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        if not isinstance(block, SplicedBlock):
            raise TypeError(f"expected a block of a package, not {type(block).__name__}")
        if block.names:
            self._named.append((block, text, codes))
        else:
            self._replace(block, text, codes)

    def settle(self, left_out: LeftOut) -> None:
        """Write the names whose translations may stand beside each other, and count those that stay as they are."""
        made: dict[Name, str] = {}
        for block, text, _ in self._named:
            for name in block.names:
                made[name] = f"{made[name]}\n{text}" if name in made else text
        bad = refused(made, [block.names for block, _, _ in self._named])
        for name in bad:
            left_out.add(name.names.kind)
        for block, text, codes in self._named:
            if bad.isdisjoint(block.names):
                self._replace(block, text, codes)

    def _replace(self, block: SplicedBlock, text: str, codes: Sequence[InlineCode]) -> None:
        for one in (block, *block.twins):
            written = rewrite(one, text, codes if codes or text != block.text else block.codes)
            if written is not None:
                self.changes.setdefault(one.part, Splice()).replace(*one.place, written)


@dataclass(frozen=True, slots=True)
class PackageReader:
    """Reader of one family; `open` opens its documents."""

    kind: str
    family: Family
    open: Open = Package

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        with self.open(path, config) as package:
            self.family.check(package)
        blocks = PackagedBlocks(path, self.family, config, language, self.open)
        return Document(name, path, self.kind, language, "", blocks, blocks.left_out)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        rebuilder = PackageRebuilder()
        with replace_file(path) as file:
            yield rebuilder
            if not isinstance(document.blocks, PackagedBlocks):
                raise TypeError(f"expected a document of this reader, not {type(document.blocks).__name__}")
            rebuilder.settle(document.blocks.left_out)
            with self.open(document.path, document.blocks.config) as package:
                package.write(file, self._changed(document, package, rebuilder.changes, language))

    def _changed(
        self, document: Document, package: Package, changes: dict[str, Splice], target: str
    ) -> dict[str, bytes]:
        """Return the new contents of parts: with the texts, and with the language of the target where any changed."""
        changed: dict[str, bytes] = {}
        if changes:
            for name in package.names:
                if name not in changes and not name.endswith((".xml", ".opf", ".ncx", ".xhtml", ".html")):
                    continue
                xml = Xml.of(package.read(name), document.path, name)
                data = changes[name].apply(xml.data) if name in changes else xml.data
                try:
                    marks = self.family.language_marks(
                        Xml(data, xml.encoding, xml.path, name), document.language, target
                    )
                except DocumentError:
                    if name in changes:
                        raise
                    continue  # a part that nobody reads may be anything
                if marks or name in changes:
                    changed[name] = xml.encoded(marks.apply(data))
        return changed
