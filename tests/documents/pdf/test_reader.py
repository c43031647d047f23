"""PDFs go through a run as other documents do: translated, refused, and within limits."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from importlib import util
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import run_in
from tests.documents.pdfs import Picture, lines, write_pdf
from translate.config import DocumentConfig
from translate.documents.pdf.reader import READER
from translate.engines.rotate import turn
from translate.errors import DocumentError, UsageError

__all__ = ["run_in"]

pytest.importorskip("pypdfium2", reason="no pypdfium2: pip install 'bitexte[pdf]'")

Run = Callable[..., Any]
TEXT = ("Le moulin tourne encore deux jours", "par semaine pour les visiteurs.")


def translate(run: Run, folder: Path, *options: str) -> Any:
    return run(folder, "translate", "a.pdf", "--engine", "rotate", "--any-language", "--out", "out", *options)


def read(path: Path, **settings: Any) -> list[str]:
    config = DocumentConfig(**settings)
    return [block.text for block in READER.read(path, name=path.name, language="fr", config=config).blocks]


@pytest.mark.parametrize("kind", ["html", "docx", "txt"])
def test_a_pdf_is_written_as_the_kind_that_is_asked_for(kind: str, tmp_path: Path, run_in: Run) -> None:
    write_pdf(tmp_path / "a.pdf", lines(72, 700, *TEXT))
    ran = translate(run_in, tmp_path, "--pdf-as", kind)
    assert (ran.code, f"a.pdf: read by its layout, and written as .{kind}" in ran.output) == (0, True)
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {f"a.en.{kind}", "a.tmx", "a.json"}
    if kind == "txt":
        assert (tmp_path / "out/a.en.txt").read_text() == turn(" ".join(TEXT)) + "\n"


def test_a_pdf_is_a_page_of_html_and_the_same_bytes_each_time(tmp_path: Path, run_in: Run) -> None:
    write_pdf(tmp_path / "a.pdf", lines(72, 700, *TEXT))
    made = []
    for out in ("one", "other"):
        assert translate(run_in, tmp_path, "--out", out).code == 0
        made.append((tmp_path / out / "a.en.html").read_bytes())
    assert made[0] == made[1] and f"<p>{turn(' '.join(TEXT))}</p>".encode() in made[0]


def test_pages_of_a_scan_are_told_and_the_others_translated(tmp_path: Path, run_in: Run) -> None:
    write_pdf(tmp_path / "a.pdf", lines(72, 700, *TEXT), [Picture()])
    ran = translate(run_in, tmp_path)
    assert ran.code == 0 and "a.pdf: page 2: a picture without text" in ran.output


def test_beside_a_page_of_its_name_both_translations_have_names(tmp_path: Path, run_in: Run) -> None:
    write_pdf(tmp_path / "a.pdf", lines(72, 700, *TEXT))
    (tmp_path / "a.html").write_text("<p>Le meunier dort.</p>")
    assert run_in(tmp_path, "translate", "a.pdf", "a.html", "--engine", "rotate", "--out", "out").code == 0
    assert {path.name for path in (tmp_path / "out").glob("*.html")} == {"a.en.html", "a.pdf.en.html"}


def test_without_the_extra_one_line_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pdf(tmp_path / "a.pdf", lines(72, 700, *TEXT))
    find = util.find_spec
    monkeypatch.setattr(
        "translate.documents.pdf.reader.find_spec", lambda name: None if name == "pypdfium2" else find(name)
    )
    with pytest.raises(UsageError, match=re.escape("pip install 'bitexte[pdf]'")) as caught:
        read(tmp_path / "a.pdf")
    assert caught.value.exit_code == 2


def packed(path: Path, content: bytes) -> Path:
    """Write a PDF whose page has a packed content."""
    body = zlib.compress(content, 9)
    head = f"<</Length {len(body)}/Filter/FlateDecode>>stream\n".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        head + body + b"\nendstream",
    ]
    out = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in enumerate(objects, 1))
    path.write_bytes(out + b"trailer\n<</Size 5/Root 1 0 R>>\n%%EOF\n")
    return path


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty.*expected"),
        (b"Bonjour", "is no PDF.*expected"),
        (b"\x89PNG\r\n\x1a\n", "PNG.*expected a PDF"),
        (b"%PDF-1.7\n", "damaged PDF"),
        (b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>\n", "damaged|no text"),
    ],
    ids=["empty", "text", "picture", "head", "loop"],
)
def test_what_is_no_pdf_is_refused(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(DocumentError, match=rf"a\.pdf: .*({message})"):
        read(tmp_path / "a.pdf")


def test_a_pdf_cut_off_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    data = write_pdf(tmp_path / "whole.pdf", lines(72, 700, *TEXT)).read_bytes()
    for share in (3, 6, 9):
        path = tmp_path / "a.pdf"
        path.write_bytes(data[: len(data) * share // 10])
        try:
            assert read(path)
        except DocumentError as exc:
            assert str(exc).startswith(str(path))


def test_more_pages_than_allowed_are_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", *[lines(72, 700, *TEXT)] * 3)
    with pytest.raises(DocumentError, match=r"has 3 pages; expected 1 to 2.*max_pages"):
        read(path, max_pages=2)


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", lines(72, 700, *TEXT))
    path.write_bytes(path.read_bytes() + b"%" * 1_000_001)
    with pytest.raises(DocumentError, match="max_package_mb"):
        read(path, max_package_mb=1)


def test_one_that_takes_too_long_is_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", lines(72, 700, *TEXT))
    with pytest.raises(DocumentError, match=r"takes more than 0 s to read.*max_seconds"):
        read(path, max_seconds=0)


def test_a_content_that_unpacks_to_a_hundred_times_its_size_is_no_danger(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"a\.pdf: has no text on its pages"):
        read(packed(tmp_path / "a.pdf", b" " * 50_000_000))


def test_a_pdf_behind_a_password_is_refused(tmp_path: Path) -> None:
    encrypt = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>/ID[<01><01>]"
    data = write_pdf(tmp_path / "a.pdf", lines(72, 700, *TEXT)).read_bytes()
    (tmp_path / "a.pdf").write_bytes(data.replace(b"/Root 1 0 R", b"/Root 1 0 R" + encrypt))
    with pytest.raises(DocumentError, match="is protected by a password"):
        read(tmp_path / "a.pdf")


def test_a_setting_that_there_is_not_lists_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"Unknown kind to write a PDF as 'rtf'\. Known: docx, html, txt"):
        DocumentConfig(pdf_as="rtf")
