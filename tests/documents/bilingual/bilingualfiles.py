"""Bilingual files for tests: a text comes in, its blocks go out, and the text with other words in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Document
from translate.documents import READERS


def document_of(kind: str, content: str | bytes, folder: Path, **config: object) -> Document:
    path = folder / f"a.{kind}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    settings = DocumentConfig(**({"target_language": "en"} | config))  # type: ignore[arg-type]
    return READERS.load(kind).read(path, name=path.name, language="fr", config=settings)


def offered(kind: str, content: str | bytes, folder: Path, **config: object) -> list[str]:
    """Return the texts that wait for a translation, in order."""
    return [block.text for block in document_of(kind, content, folder, **config).blocks if block.context]


def filled(kind: str, content: str, folder: Path, say: dict[str, str], language: str = "en", **config: object) -> str:
    """Return a file whose texts were translated; codes stand where the source has them, as far as there is a text."""
    document = document_of(kind, content, folder, **config)
    made = folder / f"made.{kind}"
    with READERS.load(kind).rebuild(document, made, language=language) as rebuilder:
        for block in document.blocks:
            shown = block.text.strip()
            text = block.text.replace(shown, say.get(shown, shown))
            most = len(text)
            codes = tuple(replace(c, start=min(c.start, most), end=min(c.end, most)) for c in block.codes)
            rebuilder.write(block, text, codes)
    return made.read_bytes().decode(document.encoding or "utf-8")
