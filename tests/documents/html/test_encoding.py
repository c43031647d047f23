"""A page is read in the encoding that it says, as browsers understand it, and what it says must be so."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.documents.html.encoding import decode_page
from translate.errors import DocumentError

_META = '<meta charset="{}">'
_TEXT = "<p>Déjà l'été à Nîmes</p>"


def page(folder: Path, content: bytes) -> Path:
    path = folder / "a.html"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("said", "encoding", "name"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("UTF-8", "utf-8", "utf-8"),
        ("iso-8859-1", "cp1252", "cp1252"),
        ("latin1", "cp1252", "cp1252"),
        ("us-ascii", "cp1252", "cp1252"),
        ("windows-1252", "cp1252", "cp1252"),
        ("iso-8859-15", "iso8859-15", "iso8859-15"),
        ("iso-8859-9", "cp1254", "cp1254"),
        ("macintosh", "mac-roman", "mac-roman"),
        ("utf-16", "utf-8", "utf-8"),
    ],
)
def test_what_a_page_says_is_read_as_browsers_do(tmp_path: Path, said: str, encoding: str, name: str) -> None:
    text = _META.format(said) + _TEXT
    decoded = decode_page(text.encode(encoding), page(tmp_path, text.encode(encoding)))
    assert (decoded.text, decoded.encoding.name) == (text, name)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<?xml version="1.0" encoding="iso-8859-15"?>', "iso8859-15"),
        ("<?xml version='1.0' encoding='iso-8859-15'?><meta charset=utf-8>", "iso8859-15"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso8859-15"),
        ("<META CHARSET=iso-8859-15>", "iso8859-15"),
        ("<!-- <meta charset='iso-8859-15'> --><meta charset='utf-8'>", "utf-8"),
        ("<meta charset='idna'>", "utf-8"),
        ("<meta charset='unheard-of'>", "utf-8"),
        ("<p>" + "x" * 3000 + "<meta charset='iso-8859-15'>", "utf-8"),
    ],
)
def test_a_page_says_its_encoding_at_its_beginning(tmp_path: Path, head: str, encoding: str) -> None:
    content = (head + _TEXT).encode(encoding)
    decoded = decode_page(content, page(tmp_path, content))
    assert (decoded.text, decoded.encoding.name) == (head + _TEXT, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"", "utf-16-le")],
)
def test_a_byte_order_mark_is_believed_before_the_page(tmp_path: Path, mark: bytes, encoding: str) -> None:
    text = _META.format("iso-8859-1") + _TEXT
    content = mark + text.encode(encoding)
    decoded = decode_page(content, page(tmp_path, content))
    assert (decoded.text, decoded.encoding.name, decoded.encoding.skip) == (text, encoding, len(mark))
    assert decoded.encoded(decoded.text, mark) == content


def test_utf_8_that_says_otherwise_is_read_as_it_is_and_told(tmp_path: Path) -> None:
    content = (_META.format("iso-8859-1") + _TEXT).encode()
    decoded = decode_page(content, page(tmp_path, content))
    assert _TEXT in decoded.text
    assert "although it says another encoding" in (decoded.encoding.notice or "")


def test_bytes_without_meaning_in_the_encoding_come_back_as_they_were(tmp_path: Path) -> None:
    content = _META.format("windows-1252").encode() + b"<p>\x81 d\xe9j\xe0</p>"
    decoded = decode_page(content, page(tmp_path, content))
    assert decoded.encoded(decoded.text, b"") == content


@pytest.mark.parametrize(
    ("content", "part", "message"),
    [
        (b"<meta charset=utf-8><p>d\xe9j\xe0", "", r"not valid UTF-8 at byte 24, although the page says .* --encoding"),
        (b"<p>d\xe9j\xe0", "a.xhtml", r"a\.xhtml: not valid UTF-8 at byte 4"),
        (b"\xef\xbb\xbf<p>\xe9", "", "not valid UTF-8 at byte 6"),
        (b"<meta charset=utf-8><p>a\0b", "", r"has a NUL character \(character 24\): binary or damaged"),
    ],
)
def test_a_page_that_is_not_what_it_says_is_refused(tmp_path: Path, content: bytes, part: str, message: str) -> None:
    path = page(tmp_path, content)
    with pytest.raises(DocumentError, match=message) as caught:
        decode_page(content, path, part=part)
    assert str(caught.value).startswith(str(path))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
    st.sampled_from(["iso-8859-15", "windows-1252"]),
)
def test_what_an_encoding_lacks_becomes_a_reference(tmp_path: Path, text: str, said: str) -> None:
    source = _META.format(said).encode()
    decoded = decode_page(source, page(tmp_path, source))
    plain = text.replace("&", "")
    assert unescape(decoded.encoded(plain, b"").decode(said)) == plain
