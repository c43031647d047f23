"""HTML and XHTML: pages as they are on the web, whole or in pieces, well-formed or not.

A page is never written by a serialiser: what a person reads is replaced in it, and all other characters stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document
from translate.documents.base import Rebuilder, verify_length
from translate.documents.html.encoding import Decoded, decode_page
from translate.documents.html.page import Manner, Page
from translate.documents.html.writing import Change, HtmlRebuilder, rewritten
from translate.documents.left_out import LeftOut
from translate.errors import DocumentError
from translate.files import replace_file
from translate.records import dataclass

_XML_ENDINGS = (".xhtml", ".xht", ".xml")
_HEAD_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class HtmlBlocks:
    """Blocks of a page, which is read anew each time they are iterated."""

    path: Path
    manner: Manner
    left_out: LeftOut = field(default_factory=LeftOut)

    def decoded(self) -> tuple[bytes, Decoded]:
        """Return the bytes and characters of the page.

        :raises DocumentError: where it cannot be read, or is no text.
        """
        try:
            data = self.path.read_bytes()
        except OSError as exc:
            raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=self.path) from exc
        return data, decode_page(data, self.path, declared=self.manner.config.encoding)

    def __iter__(self) -> Iterator[Block]:
        self.left_out.clear()
        _, decoded = self.decoded()
        if decoded.encoding.notice:
            self.left_out.remark(decoded.encoding.notice)
        for block in Page(decoded.text, self.manner, self.left_out):
            line_of = partial(_line_at, decoded.text, block.start)
            verify_length(block, self.path, self.manner.config, line_of)
            yield block


def _line_at(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def rewritten_page(
    data: bytes, decoded: Decoded, changes: Sequence[Change], manner: Manner, language: str, path: Path
) -> bytes:
    """Return the bytes of a page with changes, and with the language of what was translated.

    :raises DocumentError: where the page is no longer what it was, or cannot be written back.
    """
    mark = data[: decoded.encoding.skip]
    if decoded.encoded(decoded.text, mark) != data:
        raise DocumentError(
            f"cannot be written back in {decoded.encoding.name}, which has several ways to write a character; "
            "save it as UTF-8.",
            path=path,
        )
    if not all(change.is_of(decoded.text) for change in changes):
        raise DocumentError("changed while it was being translated; run again.", path=path)
    page = Page(decoded.text, manner, wants_texts=False)
    for _ in page:
        pass  # marks are whole once the page was read
    is_ascii = not decoded.encoding.name.startswith("utf")
    text = rewritten(decoded.text, changes, page.marks, language, is_xml=manner.is_xml, is_ascii=is_ascii)
    return decoded.encoded(text, mark)


class HtmlReader:
    """Reader of HTML and XHTML."""

    def read(self, path: Path, *, name: str, language: str, config: DocumentConfig) -> Document:
        blocks = HtmlBlocks(path, Manner(language, config, is_xml=path.suffix.lower() in _XML_ENDINGS))
        _, decoded = blocks.decoded()
        if decoded.text[:_HEAD_CHARACTERS].lstrip().startswith("<?xml"):
            blocks = replace(blocks, manner=replace(blocks.manner, is_xml=True))
        return Document(name, path, "html", language, decoded.encoding.name, blocks, blocks.left_out)

    @contextmanager
    def rebuild(self, document: Document, path: Path, *, language: str) -> Iterator[Rebuilder]:
        rebuilder = HtmlRebuilder()
        with replace_file(path) as file:
            yield rebuilder
            blocks = document.blocks
            if not isinstance(blocks, HtmlBlocks):
                raise TypeError(f"expected the blocks of a page, not {type(blocks).__name__}")
            data, decoded = blocks.decoded()
            changes = rebuilder.changes.get("", ())
            if changes:
                data = rewritten_page(data, decoded, changes, blocks.manner, language, document.path)
            file.write(data)


READER = HtmlReader()
