"""Pages without a file: HTML comes in as text, and goes out with its targets, every other character as it was."""

from __future__ import annotations

from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Document
from translate.documents.encoding import Encoding
from translate.documents.html.encoding import Decoded
from translate.documents.html.page import Manner
from translate.documents.html.reader import HtmlBlocks, rewritten_page
from translate.documents.html.writing import HtmlRebuilder
from translate.errors import DocumentError
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class HeldPage(HtmlBlocks):
    """The blocks of a page that is at hand."""

    data: bytes = b""

    def decoded(self) -> tuple[bytes, Decoded]:
        text = self.data.decode()
        if (nul := text.find("\0")) >= 0:
            raise DocumentError(f"has a NUL character (character {nul}).", path=self.path)
        return self.data, Decoded(text, Encoding("utf-8"))


def read_page(text: str, path: Path, language: str, config: DocumentConfig) -> Document:
    """Return HTML, whole or in pieces, as a document; `path` is what errors call it.

    :raises DocumentError: for what cannot be in a page.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError as exc:
        raise DocumentError(f"has half a character at place {exc.start}.", path=path) from exc
    blocks = HeldPage(path, Manner(language, config, is_xml=False), data=data)
    return Document("", path, "html", language, "utf-8", blocks, blocks.left_out)


class PageRebuilder(HtmlRebuilder):
    """Takes the targets of a page."""

    def text(self, document: Document, language: str) -> str:
        """Return the page with its targets.

        :raises DocumentError: where it cannot be written back.
        """
        blocks = document.blocks
        if not isinstance(blocks, HeldPage):
            raise TypeError(f"expected the blocks of a page, not {type(blocks).__name__}")
        data, decoded = blocks.decoded()
        changes = self.changes.get("", ())
        if changes:
            data = rewritten_page(data, decoded, changes, blocks.manner, language, document.path)
        return data.decode()
