"""A book is translated part by part, and stays the same package but for its texts."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from translate.config import DocumentConfig
from translate.data import Document
from translate.documents import READERS
from translate.documents.markdown.within import without_codes
from translate.errors import DocumentError

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="a%20b/livre.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PACKAGE = (
    '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Un conte</dc:title><dc:creator>Paul Roux</dc:creator>'
    "<dc:subject>Enfance</dc:subject><dc:language>fr-FR</dc:language></metadata><manifest>"
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="deux" href="p/deux.xhtml#x" media-type="application/xhtml+xml"/>'
    '<item id="un" href="p/un%201.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    '<item id="net" href="https://exemple.fr/x.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="svg" href="carte.svg" media-type="image/svg+xml"/></manifest>'
    '<spine><itemref idref="un"/><itemref idref="deux"/></spine></package>'
)
CONTENTS = (
    '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx">'
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" xml:lang="fr"><docTitle><text>Un conte</text></docTitle>'
    "<docAuthor><text>Paul Roux</text></docAuthor><navMap><navPoint><navLabel><text>Début</text></navLabel>"
    "</navPoint></navMap></ncx>"
)
MEMBERS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "a b/livre.opf": PACKAGE,
    "a b/nav.xhtml": '<html lang="fr"><nav><a href="p/un%201.xhtml">Début</a></nav></html>',
    "a b/p/deux.xhtml": '<html lang="fr"><body><img src="a.png" alt=""/></body></html>',
    "a b/p/un 1.xhtml": '<html xml:lang="fr"><p>Il <i>était</i> une fois<a role="doc-noteref">1</a>.</p></html>',
    "a b/toc.ncx": CONTENTS,
    "a b/carte.svg": "<svg><text>Nord</text></svg>",
    "a b/notes.xhtml": "<p>hors du manifeste</p>",
}


def write_book(folder: Path, **changed: str) -> Path:
    path = folder / "livre.epub"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in (MEMBERS | changed).items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6)), text, kind)
    return path


def read(path: Path) -> Document:
    return READERS.load("epub").read(path, name=path.name, language="fr", config=DocumentConfig())


def rebuilt(document: Document, *, capital: bool) -> zipfile.ZipFile:
    path = document.path.with_name("rebuilt.epub")
    with READERS.load("epub").rebuild(document, path, language="en") as rebuilder:
        for block in document.blocks:
            text = without_codes(block.text, block.codes).upper() if capital and not block.codes else block.text
            rebuilder.write(block, text, block.codes)
    return zipfile.ZipFile(path)


def test_parts_are_read_in_the_order_of_reading(tmp_path: Path) -> None:
    found = [(block.part, without_codes(block.text, block.codes)) for block in read(write_book(tmp_path)).blocks]
    assert found == [
        ("a b/livre.opf", "Un conte"),
        ("a b/livre.opf", "Enfance"),
        ("a b/p/un 1.xhtml", "Il était une fois."),
        ("a b/nav.xhtml", "Début"),
        ("a b/toc.ncx", "Un conte"),
        ("a b/toc.ncx", "Début"),
    ]


def test_a_book_stays_as_it_was_but_for_its_texts_and_their_language(tmp_path: Path) -> None:
    document = read(write_book(tmp_path))
    with rebuilt(document, capital=True) as book:
        found = {name: book.read(name).decode() for name in book.namelist()}
        assert list(found) == list(MEMBERS)
        assert book.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert {info.date_time for info in book.infolist()} == {(2020, 1, 2, 3, 4, 6)}
    assert found["a b/livre.opf"] == (
        PACKAGE.replace("Un conte", "UN CONTE").replace("Enfance", "ENFANCE").replace("fr-FR", "en")
    )
    assert found["a b/toc.ncx"] == (
        CONTENTS.replace("Un conte", "UN CONTE").replace("Début", "DÉBUT").replace('"fr"', '"en"')
    )
    assert found["a b/p/deux.xhtml"] == MEMBERS["a b/p/deux.xhtml"].replace('"fr"', '"en"')
    assert found["a b/notes.xhtml"] == MEMBERS["a b/notes.xhtml"]
    assert list(document.notices) == ["1 picture with text kept as it is"]


def test_where_nothing_was_translated_the_book_is_the_same_bytes(tmp_path: Path) -> None:
    path = write_book(tmp_path)
    rebuilt(read(path), capital=False).close()
    assert path.with_name("rebuilt.epub").read_bytes() == path.read_bytes()


def encryption(algorithm: str, name: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData '
        'xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
        f'<e:EncryptionMethod Algorithm="{algorithm}"/><e:CipherData><e:CipherReference URI="{name}"/></e:CipherData>'
        "</e:EncryptedData></encryption>"
    )


def test_obfuscated_fonts_are_no_obstacle(tmp_path: Path) -> None:
    fonts = encryption("http://www.idpf.org/2008/embedding", "a b/f.otf")
    assert len(list(read(write_book(tmp_path, **{"META-INF/encryption.xml": fonts})).blocks)) == 6


@pytest.mark.parametrize(
    ("member", "text", "reason"),
    [
        ("META-INF/encryption.xml", encryption("aes", "a%20b/p/un%201.xhtml"), r"un 1.xhtml is encrypted \(DRM\)"),
        ("mimetype", "application/vnd.oasis.opendocument.text", "expected application/epub"),
        ("META-INF/container.xml", "<container/>", "names no package document"),
        ("META-INF/container.xml", CONTAINER.replace("livre", "autre"), "has no member a b/autre.opf"),
        ("a b/livre.opf", "<package>", "not well-formed|no element"),
        ("a b/p/un 1.xhtml", "<p>\0</p>", "un 1.xhtml: has a NUL"),
    ],
)
def test_what_is_no_readable_book_is_refused(tmp_path: Path, member: str, text: str, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        list(read(write_book(tmp_path, **{member: text})).blocks)
