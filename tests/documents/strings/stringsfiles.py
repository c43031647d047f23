"""Files of strings for tests: a text comes in, its blocks go out, and the text with other words in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Document, InlineCode
from translate.documents import READERS

Say = Callable[[str], str]


def document_of(kind: str, content: str | bytes, folder: Path, **config: object) -> Document:
    path = folder / f"a.{kind}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return READERS.load(kind).read(
        path,
        name=path.name,
        language="fr",
        config=DocumentConfig(**config),  # type: ignore[arg-type]
    )


def offered(kind: str, content: str | bytes, folder: Path, **config: object) -> list[str]:
    """Return the texts that are offered, in order."""
    return [block.text for block in document_of(kind, content, folder, **config).blocks if block.context]


def said(kind: str, content: str | bytes, folder: Path, say: Say | dict[str, str], **config: object) -> str:
    """Return a file with other texts, whose codes stand where they stood, as far as there are so many characters."""
    document = document_of(kind, content, folder, **config)
    made = folder / f"made.{kind}"
    with READERS.load(kind).rebuild(document, made, language="en") as rebuilder:
        for block in document.blocks:
            text = block.text
            if block.context:
                text = say.get(text, text) if isinstance(say, dict) else say(text)
            rebuilder.write(block, text, _codes(block.codes, text))
    return made.read_bytes().decode(document.encoding)


def _codes(codes: Sequence[InlineCode], text: str) -> tuple[InlineCode, ...]:
    return tuple(code for code in codes if code.end <= len(text))
