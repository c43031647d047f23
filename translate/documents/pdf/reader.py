"""PDF documents: read by their layout into a document of another kind, which is what is translated and written."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from translate.config import DocumentConfig
from translate.documents.archives.converted import ConvertedReader
from translate.documents.encoding import refuse_known_binary
from translate.errors import DocumentError, UsageError

_SIGNATURE = b"%PDF-"
_START_BYTES = 1024
"""Where the signature stands at the latest."""
_MEGABYTE = 1_000_000


class PdfReader(ConvertedReader):
    """Reader of PDF, which becomes a page of HTML, or what the settings say."""

    kind = "pdf"

    def convert(self, path: Path, folder: Path, language: str, config: DocumentConfig) -> tuple[Path, tuple[str, ...]]:
        if find_spec("pypdfium2") is None:
            raise UsageError("PDF needs the package pypdfium2: pip install 'bitexte[pdf]'.")
        from translate.documents.pdf.process import convert  # few documents are PDFs

        self._verify(path, config)
        made = folder / f"{path.stem or 'document'}.{config.pdf_as}"
        remarks = convert(path, made, language, config)
        return made, (f"read by its layout, and written as .{config.pdf_as}: look at tables and columns", *remarks)

    def _verify(self, path: Path, config: DocumentConfig) -> None:
        try:
            with path.open("rb") as file:
                start = file.read(_START_BYTES)
            size = path.stat().st_size
        except OSError as exc:
            raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
        if _SIGNATURE not in start:
            refuse_known_binary(path, start, expected="a PDF")
            what = "is empty, a file of 0 bytes" if not start else f"is no PDF (it begins with {start[:8]!r})"
            raise DocumentError(f"{what}; expected one. Save it again, or rename it to what it is.", path=path)
        if size > config.max_package_mb * _MEGABYTE:
            raise DocumentError(
                f"has {size // _MEGABYTE:,} MB, over {config.max_package_mb:,}; split it, or raise max_package_mb.",
                path=path,
            )


READER = PdfReader()
