"""RTF of Outlook: what is packed comes out as it was, and what it was made of comes out of it."""

from __future__ import annotations

import pytest

from tests.documents.outlook.messages import packed
from translate.documents.outlook.pages import encoding_of
from translate.documents.outlook.rtf import Original, original_of, unpacked

EXAMPLES = [
    (
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
        b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
    ),
    ("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0", b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
]
"""Those of MS-OXRTFCP, sections 4.1 and 4.2."""
HEAD = rb"{\rtf1\ansi\ansicpg1252\fromhtml1 {\fonttbl{\f0 Arial;}{\f1\fnil\fcharset204 Arial;}{\f2\fcharset128 M;}}"
PARTS = [
    (rb"L'\'e9t\'e9", "L'été"),
    (rb"\u8217?a\u-10179 ?\u-8694?b\uc0\u233 c", "’a😊béc"),
    (rb"\u233\'e9d{\uc2\u233 ??}e", "édée"),
    (rb"{\f1\'e0}\'e0\f2\'82\'a0\f0\'e0", "аàあà"),
    (rb"{\*\htmltag84 <b>}\htmlrtf {\b \htmlrtf0 mot\htmlrtf }\htmlrtf0 {\*\htmltag92 </b>}", "<b>mot</b>"),
    (rb"{\*\htmltag240 &nbsp;}\htmlrtf \'a0\htmlrtf0 x", "&nbsp;x"),
    (rb"{\*\mhtmltag84 <a>}{\*\generator W;}{\pict\wmetafile8 0123}{\info{\title T}}x", "x"),
    (rb"a\par" b"\r\n" rb"b\tab c\lquote d\rquote\~\{\}\\", "a\nb\tc‘d’\u00a0{}\\"),
    (rb"{\*\htmltag64 <p title=\'22\'e9\'22>}", '<p title="é">'),
]


@pytest.mark.parametrize(("data", "expected"), EXAMPLES)
def test_the_examples_of_the_specification_are_unpacked(data: str, expected: bytes) -> None:
    assert unpacked(bytes.fromhex(data)) == expected


def test_what_is_not_packed_is_as_it_is_and_what_is_damaged_is_nothing() -> None:
    rtf = b"{\\rtf1 " + bytes(range(65, 90)) * 400 + b"}"
    assert unpacked(packed(rtf)) == rtf
    assert unpacked(b"\x14\0\0\0\x08\0\0\0MELA\0\0\0\0{\\rtf1 }") == b"{\\rtf1 }"
    assert unpacked(b"short") is None
    assert unpacked(packed(rtf).replace(b"LZFu", b"XXXX")) is None
    assert unpacked(bytes.fromhex(EXAMPLES[0][0])[:-6]) is None


@pytest.mark.parametrize(("rtf", "expected"), PARTS)
def test_html_is_parted_from_the_rtf_around_it(rtf: bytes, expected: str) -> None:
    assert original_of(HEAD + rtf + b"}") == Original(expected, is_page=True)


def test_other_rtf_gives_its_text() -> None:
    assert original_of(rb"{\rtf1\ansi{\fonttbl{\f0 A;}}{\colortbl;\red0;}Un {\b mot}\par}") == Original(
        "Un mot\n", False
    )
    assert original_of(b"}}{\\'e9 \\") == Original("é ", False)


def test_code_pages_have_encodings() -> None:
    pages = {28605: "iso8859-15", 65001: "utf-8", 1251: "cp1251", 936: "gbk", 0: "cp1252", 99: "cp1252"}
    assert {page: encoding_of(page) for page in pages} == pages
    assert encoding_of(None) == "cp1252"
