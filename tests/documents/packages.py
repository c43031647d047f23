"""Small packages for tests, made of the parts that a test speaks of."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Block, Document, InlineCode
from translate.documents import READERS

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DATE = (2024, 5, 17, 9, 30, 2)


def write_package(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write a package of `parts`, in order."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return path


def content_types(parts: Mapping[str, str]) -> str:
    """Return the list of content types of a package."""
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{one}"/>' for name, one in parts.items())
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{DECLARATION}<Types xmlns="{space}"><Default Extension="bin" ContentType="x"/>{overrides}</Types>'


def write_word(path: Path, body: str, others: Mapping[str, tuple[str, str]] | None = None) -> Path:
    """Write a Word document with a body, and other parts by name: the end of their content type, and their content."""
    others = others or {}
    types = {"word/document.xml": f"{WORD}document.main+xml"}
    types |= {name: kind if "/" in kind else WORD + kind for name, (kind, _) in others.items()}
    document = f"{DECLARATION}<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    parts = {"[Content_Types].xml": content_types(types), "word/document.xml": document}
    return write_package(path, parts | {name: content for name, (_, content) in others.items()})


def read(path: Path, kind: str, **config: object) -> Document:
    return READERS.load(kind).read(
        path,
        name=path.name,
        language="fr",
        config=DocumentConfig(**config),  # type: ignore[arg-type]
    )


def rewrite(document: Document, path: Path, say: Mapping[str, str], *, language: str = "en") -> dict[str, str]:
    """Write a document whose texts are those of `say`, where it says any; return the parts of what comes out.

    Codes stand where they stood, but not behind the end.
    """
    with READERS.load(document.kind).rebuild(document, path, language=language) as rebuilder:
        for block in document.blocks:
            text = say.get(block.text, block.text)
            rebuilder.write(block, text, _within(block, len(text)))
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


def _within(block: Block, length: int) -> tuple[InlineCode, ...]:

    return tuple(replace(c, start=min(c.start, length), end=min(c.end, length)) for c in block.codes)
