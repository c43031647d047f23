"""The parts of a book come in the order of reading, wherever the package has them; what is no book is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.packages import write_package
from translate.config import DocumentConfig
from translate.documents.archives.package import Package
from translate.documents.html.epub_parts import check_book, read_parts
from translate.errors import DocumentError

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="{}"'
    ' media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PAGE = "application/xhtml+xml"
ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
    '<enc:EncryptedData><enc:CipherData><enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData>'
    "</encryption>"
)


def item(name: str, href: str, media: str = PAGE) -> str:
    return f'<item id="{name}" href="{href}" media-type="{media}"/>'


def opf(*items: str, spine: str = "") -> str:
    refs = "".join(f'<itemref idref="{one}"/>' for one in spine.split())
    manifest = f"<manifest>{''.join(items)}</manifest><spine>{refs}</spine>"
    return f'<package xmlns="http://www.idpf.org/2007/opf">{manifest}</package>'


def book(folder: Path, listed: str, *names: str, at: str = "OEBPS/content.opf", **others: str) -> Package:
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER.format(at), at: listed}
    path = write_package(folder / "a.epub", parts | dict.fromkeys(names, "<html/>") | others)
    return Package(path, DocumentConfig())


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (opf(item("a", "a.xhtml"), item("b", "b.xhtml"), spine="b a"), ["b.xhtml page", "a.xhtml page"]),
        (opf(item("a", "a.xhtml"), item("b", "b.xhtml"), spine="b"), ["b.xhtml page", "a.xhtml page"]),
        (opf(item("a", "a.xhtml"), spine="gone a a"), ["a.xhtml page"]),
        (opf(item("a", "a.xhtml"), item("a2", "./a.xhtml#top")), ["a.xhtml page"]),
        (opf(item("n", "toc.ncx", "application/x-dtbncx+xml")), ["toc.ncx contents"]),
        (opf(item("s", "un%20plan.svg", "image/svg+xml")), ["un plan.svg picture"]),
        (opf(item("a", "a.xhtml", "text/html")), ["a.xhtml page"]),
        (opf(item("a", "a.xhtml", " Application/XHTML+XML ")), ["a.xhtml page"]),
        (opf(item("c", "a.css", "text/css")), []),
        (opf(item("g", "gone.xhtml")), []),
        (opf(item("x", "https://a.fr/a.xhtml")), []),
    ],
)
def test_pages_come_in_the_order_of_the_spine_and_others_behind(
    tmp_path: Path, listed: str, expected: list[str]
) -> None:
    names = [f"OEBPS/{name}" for name in ("a.xhtml", "b.xhtml", "toc.ncx", "un plan.svg", "a.css")]
    with book(tmp_path, listed, *names) as package:
        found = [f"{part.name.removeprefix('OEBPS/')} {part.kind}" for part in read_parts(package)]
    assert found == ["content.opf package", *expected]


@pytest.mark.parametrize(
    ("at", "href", "name"),
    [
        ("content.opf", "text/a.xhtml", "text/a.xhtml"),
        ("a/b/content.opf", "../a.xhtml", "a/a.xhtml"),
        ("a/content.opf", "/a.xhtml", "a.xhtml"),
        ("a/content.opf", "../../../a.xhtml", "a.xhtml"),
    ],
)
def test_an_address_is_read_from_where_the_package_document_stands(
    tmp_path: Path, at: str, href: str, name: str
) -> None:
    with book(tmp_path, opf(item("a", href), spine="a"), name, at=at) as package:
        assert [part.name for part in read_parts(package)] == [at, name]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"mimetype": "application/zip"}, "is of the type 'application/zip'; expected application/epub"),
        ({"META-INF/container.xml": "<container/>"}, "container.xml names no package document; save the book again"),
        ({"META-INF/container.xml": CONTAINER.format("gone.opf")}, "has no member gone.opf"),
        ({"META-INF/encryption.xml": ENCRYPTION.format("OEBPS/a.xhtml")}, r"OEBPS/a.xhtml is encrypted \(DRM\); only"),
        ({"OEBPS/content.opf": "<package>"}, "OEBPS/content.opf: not well-formed XML"),
    ],
)
def test_what_is_no_readable_book_is_refused(tmp_path: Path, changed: dict[str, str], message: str) -> None:
    listed = opf(item("a", "a.xhtml"), spine="a")
    with book(tmp_path, listed, "OEBPS/a.xhtml", **changed) as package, pytest.raises(DocumentError, match=message):
        check_book(package)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"mimetype": "\ufeffapplication/epub+zip\r\n"},
        {"META-INF/encryption.xml": ENCRYPTION.format("OEBPS/font.otf")},
        {"META-INF/encryption.xml": ENCRYPTION.format("OEBPS/plan.svg")},
    ],
)
def test_a_book_with_fonts_and_pictures_that_are_hidden_is_read(tmp_path: Path, changed: dict[str, str]) -> None:
    listed = opf(item("a", "a.xhtml"), item("s", "plan.svg", "image/svg+xml"), spine="a")
    with book(tmp_path, listed, "OEBPS/a.xhtml", "OEBPS/plan.svg", **changed) as package:
        check_book(package)


def test_a_package_without_a_container_is_no_book(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.epub", {"mimetype": "application/epub+zip"})
    with (
        Package(path, DocumentConfig()) as package,
        pytest.raises(DocumentError, match=r"has no META-INF/container\.xml"),
    ):
        check_book(package)
