"""Archives of documents: a ZIP file in, the same with its documents translated out; all other files stay as they are.

A document that cannot be read refuses the whole archive, as a damaged part does in a package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from translate.config import DocumentConfig
from translate.data import Block, Document, InlineCode
from translate.documents.archives.copies import CopyFolder
from translate.documents.archives.package import Package
from translate.documents.archives.repackage import write_package
from translate.documents.base import Rebuilder
from translate.documents.discovery import is_other_xml, kind_of
from translate.documents.kinds import KINDS_BY_SUFFIX, READERS, written_ending
from translate.documents.left_out import LeftOut
from translate.documents.lookalikes import START_BYTES, is_lookalike, may_be_lookalike
from translate.documents.selection import Selection, is_shown
from translate.errors import DocumentError
from translate.files import apart, replace_file
from translate.languages.identification import find_other_language
from translate.records import dataclass

_KIND = "zip"
_PLAIN = re.compile(r"[^\w .-]+")
_LONGEST_NAME = 80
_SAMPLE_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class _Member:
    """A document of the archive: its name there, and what is read of a copy on the disk."""

    name: str
    document: Document


@dataclass(slots=True)
class ArchiveBlocks:
    """The blocks of the documents of an archive, one after the other; their part begins with the document's name."""

    path: Path
    config: DocumentConfig
    members: list[_Member]
    left_out: LeftOut
    folder: CopyFolder
    places: dict[str, tuple[_Member, str]] = field(default_factory=dict)
    """The document that a part is of, and what it calls the part."""

    def __iter__(self) -> Iterator[Block]:
        for member in self.members:
            with _within(self.path, member.name):
                for block in member.document.blocks:
                    part = f"{member.name}: {block.part}" if block.part else member.name
                    self.places[part] = member, block.part
                    yield replace(block, part=part)


@dataclass(frozen=True, slots=True)
class _Notices:
    """What is kept as it is, and what is to be known of each document."""

    blocks: ArchiveBlocks

    def __iter__(self) -> Iterator[str]:
        yield from self.blocks.left_out
        for member in self.blocks.members:
            for notice in member.document.notices:
                yield f"{member.name}: {notice}"


class ArchiveReader:
    """Reader of ZIP archives that hold documents."""

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        folder = CopyFolder()
        left_out, members = LeftOut(), []
        with Package(path, config) as package:
            for number, member in enumerate(_chosen(package, config, left_out)):
                copy = folder.path / f"{number}" / _safe(member)
                copy.parent.mkdir()
                copy.write_bytes(package.read(member))
                with _within(path, member):
                    kind = kind_of(copy)
                    reader = READERS.load(kind)
                    document = reader.read(copy, name=member, language=language, config=config)
                    other = _other_language(document, language) if config.verify_language else None
                if other:
                    left_out.remark(f"{member}: kept as it is: seems to be in '{other}', not '{language}'")
                else:
                    members.append(_Member(member, document))
        if not members:
            raise DocumentError("has no documents to translate in it.", path=path)
        blocks = ArchiveBlocks(path, config, members, left_out, folder)
        return Document(name, path, _KIND, language, "", blocks, _Notices(blocks))

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        blocks = document.blocks
        if not isinstance(blocks, ArchiveBlocks):
            raise TypeError(f"expected the blocks of an archive, not {type(blocks).__name__}")
        with replace_file(path) as file, TemporaryDirectory(prefix="bitexte-") as folder:
            rebuilder = _ArchiveRebuilder(blocks, Path(folder), language)
            yield rebuilder
            rebuilder.finish()
            write_package(document.path, file, rebuilder.changed, rebuilder.renamed)


class _ArchiveRebuilder:
    """Rebuilds one document after the other, as their blocks come."""

    def __init__(self, blocks: ArchiveBlocks, folder: Path, language: str) -> None:
        self._blocks, self._folder, self._language = blocks, folder, language
        self._names: set[str] = set()
        self._waiting = list(blocks.members)
        self._texts: list[tuple[Block, str, Sequence[InlineCode]]] = []
        self.changed: dict[str, bytes] = {}
        self.renamed: dict[str, str] = {}

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        member, part = self._blocks.places[block.part]
        while self._waiting[0] is not member:
            self._rebuild(self._waiting.pop(0))
        self._texts.append((replace(block, part=part), text, codes))

    def finish(self) -> None:
        """Rebuild what is left once all blocks came."""
        while self._waiting:
            self._rebuild(self._waiting.pop(0))

    def _rebuild(self, member: _Member) -> None:
        document, texts, self._texts = member.document, self._texts, []
        made = self._folder / f"made{document.path.suffix}"
        reader = READERS.load(document.kind)
        with _within(self._blocks.path, member.name), apart():
            with reader.rebuild(document, made, language=self._language) as rebuilder:
                for block, text, codes in texts:
                    rebuilder.write(block, text, codes)
            data = made.read_bytes()
        if data == document.path.read_bytes():
            return
        self.changed[member.name] = data
        ending = PurePosixPath(member.name).suffix
        written = written_ending(document.kind, ending, self._blocks.config)
        if written != ending:
            self.renamed[member.name] = self._new_name(member.name, ending, written)

    def _new_name(self, name: str, ending: str, written: str) -> str:
        """Return the name of a document that is written in another kind, which no other file has."""
        if not self._names:
            with Package(self._blocks.path, self._blocks.config) as package:
                self._names = set(package.names)
        new = f"{name.removesuffix(ending)}{written}"
        new = f"{name}{written}" if new in self._names else new
        self._names.add(new)
        return new


def _chosen(package: Package, config: DocumentConfig, left_out: LeftOut) -> Iterator[str]:
    """Yield the names of the documents of an archive that are to be translated."""
    selection = Selection(config)
    for name in package.names:
        if name.endswith("/") or not is_shown(name) or not selection.takes(name):
            continue
        kind = KINDS_BY_SUFFIX.get(PurePosixPath(name).suffix.lower())
        if kind == _KIND:
            left_out.add("archives within the archive")
        elif kind is None or _is_other(package, name):
            left_out.add("files of other kinds")
        else:
            yield name


def _is_other(package: Package, name: str) -> bool:
    if may_be_lookalike(name) and is_lookalike(name, package.read(name)[:START_BYTES]):
        return True
    if not name.lower().endswith(".xml"):
        return False
    with TemporaryDirectory(prefix="bitexte-") as folder:
        copy = Path(folder) / "a.xml"
        copy.write_bytes(package.read(name))
        return is_other_xml(copy)


def _safe(name: str) -> str:
    """Return a name for a copy on the disk, with the ending of a member's name and without what leads elsewhere."""
    path = PurePosixPath(name)
    stem = _PLAIN.sub("_", path.stem).strip(" .")[:_LONGEST_NAME] or "document"
    return f"{stem}{path.suffix.lower()}"


def _other_language(document: Document, language: str) -> str | None:
    parts: list[str] = []
    length = 0
    for block in document.blocks:
        parts.append(block.text)
        length += len(block.text)
        if length > _SAMPLE_CHARACTERS:
            break
    guess = find_other_language("\n".join(parts)[:_SAMPLE_CHARACTERS], language)
    return guess.language if guess else None


@contextmanager
def _within(path: Path, name: str) -> Iterator[None]:
    """Have what is wrong with a document said of the archive, and of its name there."""
    try:
        yield
    except DocumentError as exc:
        message = str(exc)
        if exc.path is not None:
            message = message.removeprefix(str(exc.path)).removeprefix(": ")
        place, _, rest = message.partition(": ")
        said = f"line {place}: {rest}" if place.isdigit() and rest else message
        raise DocumentError(f"{name}: {said.rstrip('.')}. Or leave it out with --skip-files.", path=path) from exc


READER = ArchiveReader()
