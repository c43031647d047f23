"""LibreOffice opens what we write, and shows as many pages as of the original."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import ROOT
from translate.cli import main

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(
        OFFICE is None,
        reason="no LibreOffice: apt-get install --no-install-recommends libreoffice-writer libreoffice-calc"
        " libreoffice-impress",
    ),
]
ENDINGS = {".docx", ".odt", ".ods", ".odp", ".pptx", ".xlsx"}
FILES = [
    path
    for folder in (Path(__file__).parents[1] / "files", ROOT / "seeds")
    for path in sorted(folder.iterdir())
    if path.suffix in ENDINGS
]
LIMIT = 180
"""Seconds for all documents together."""


def count_pages(pdf: bytes) -> int:
    """Return the number of pages of a PDF, whose objects may be packed in streams."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return sum(len(re.findall(rb"/Type\s*/Page\b", text)) for text in (pdf, *map(_unpacked, packed)))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def pages(documents: Sequence[Path], folder: Path) -> dict[str, int]:
    """Convert documents to PDF by one LibreOffice with a profile of its own; return the pages by the documents' names.

    Documents that it cannot open are missing.
    """
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)]
    subprocess.run(command, capture_output=True, timeout=LIMIT, check=True)
    made = {document.name: folder / f"{document.stem}.pdf" for document in documents}
    return {name: count_pages(pdf.read_bytes()) for name, pdf in made.items() if pdf.exists()}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """The pages of the originals."""
    return pages(FILES, tmp_path_factory.mktemp("before"))


def test_every_document_of_ours_opens(before: dict[str, int]) -> None:
    assert set(before) == {path.name for path in FILES}
    assert all(before.values())


@pytest.mark.parametrize(("engine", "documents"), [("rotate", FILES), ("ctranslate2", FILES[:4])])
def test_each_document_opens_with_as_many_pages_as_before(
    engine: str, documents: list[Path], before: dict[str, int], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    options = ("--engine", engine, "--any-language", "--quiet", "--out", str(out))
    assert main(["translate", *map(str, documents), *options]) in (0, 3)
    after = pages([out / f"{path.stem}.en{path.suffix}" for path in documents], tmp_path)
    differ = {path.name: after.get(f"{path.stem}.en{path.suffix}", 0) - before[path.name] for path in documents}
    assert set(after) == {f"{path.stem}.en{path.suffix}" for path in documents}
    assert all(abs(more) <= 1 for more in differ.values()), differ
