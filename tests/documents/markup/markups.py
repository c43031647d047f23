"""Texts with marks for tests: what a reader finds in one, and what it writes with other texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from time import process_time

from translate.config import DocumentConfig
from translate.data import Document
from translate.documents import READERS


def read(path: Path, kind: str, text: str | bytes, **config: object) -> Document:
    """Write a document, and open it."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    settings = DocumentConfig(**config)  # type: ignore[arg-type]
    return READERS.load(kind).read(path, name=path.name, language="fr", config=settings)


def shown(document: Document) -> list[str]:
    """Return the texts of a document, with `<` `>` in place of pairs of codes, and `{}` around what stands alone."""
    texts = []
    for block in document.blocks:
        text = block.text
        for code in reversed(block.codes):
            marks = {"start": "<", "end": ">", "isolated": "{" + text[code.start : code.end] + "}"}
            text = text[: code.start] + marks[code.kind] + text[code.end :]
        texts.append(text.strip())
    return [text for text in texts if text]


def written(document: Document, path: Path, say: Mapping[str, str], *, language: str = "en") -> bytes:
    """Return a document with other texts; codes stay where they stood, but not behind the end."""
    with READERS.load(document.kind).rebuild(document, path, language=language) as rebuilder:
        for block in document.blocks:
            text = say.get(block.text.strip(), block.text)
            length = len(text)
            codes = tuple(replace(c, start=min(c.start, length), end=min(c.end, length)) for c in block.codes)
            rebuilder.write(block, text, codes)
    return path.read_bytes()


def seconds(path: Path, kind: str, text: str) -> float:
    """Return how long the blocks of a document take, at best: what else runs on the machine makes it longer."""
    document = read(path, kind, text)
    times = []
    for _ in range(3):
        start = process_time()
        for _ in document.blocks:
            pass
        times.append(process_time() - start)
    return min(times)
