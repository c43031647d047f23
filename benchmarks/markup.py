"""How long texts with marks take: the small files of the tests, repeated, are read and written with other texts.

    python benchmarks/markup.py

Prints, for two sizes of each kind, its seconds of the processor to read and to write, and how many texts it has.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from translate.config import DocumentConfig
from translate.data import Document
from translate.documents import READERS
from translate.documents.discovery import kind_of

FILES = Path(__file__).parent.parent / "tests" / "documents" / "files"
BODIES = {
    "rapport.tex": ("\\begin{document}", "\\end{document}"),
    "moulin.dbk": ("</articleinfo>", "</article>"),
    "filtre.dita": ("<steps>", "</steps>"),
    "guide.rst": ("", ""),
    "manuel.adoc": ("", ""),
    "moulin.wiki": ("", ""),
}
"""Between which marks each file has what may be repeated."""
SIZES = (250_000, 1_000_000)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, (opening, closing) in BODIES.items():
            for size in SIZES:
                path = Path(folder) / name
                path.write_text(_repeated((FILES / name).read_text(encoding="utf-8"), opening, closing, size))
                print(f"{name}\t{size:,}\t{_measured(path)}")


def _repeated(text: str, opening: str, closing: str, size: int) -> str:
    start = text.index(opening) + len(opening)
    end = text.rindex(closing) if closing else len(text)
    body = f"{text[start:end]}\n"
    return text[:start] + body * (size // len(body) + 1) + text[end:]


def _measured(path: Path) -> str:
    kind = kind_of(path)
    document = READERS.load(kind).read(path, name=path.name, language="fr", config=DocumentConfig())
    start = time.process_time()
    count = sum(bool(block.text) for block in document.blocks)
    read = time.process_time() - start
    return f"{read:.1f}\t{_written(document, path) - read:.1f}\t{count:,} texts"


def _written(document: Document, path: Path) -> float:
    start = time.process_time()
    made = path.with_name(f"made{path.suffix}")
    with READERS.load(document.kind).rebuild(document, made, language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, f"{block.text.replace('e', 'i')} ok" if block.text else "", block.codes)
    return time.process_time() - start


if __name__ == "__main__":
    main()
