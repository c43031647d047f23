"""Which encoding a page is in: its bytes come in, its characters go out.

A byte-order mark decides; then the XML declaration, or a `meta` in the first bytes (HTML standard, 13.2.3); a page that
says nothing is judged like any text. What it says must be so.
"""

from __future__ import annotations

import codecs
from pathlib import Path

import regex

from translate.documents.encoding import Encoding, find_encoding
from translate.errors import DocumentError
from translate.records import dataclass

_HEAD_BYTES = 2048
_XML = regex.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_META = regex.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", regex.IGNORECASE)
_COMMENT = regex.compile(rb"<!--.*?-->", regex.DOTALL)
_WIDE = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_AS_BROWSERS = {
    **dict.fromkeys(("iso8859-1", "ascii", "latin-1"), "cp1252"),
    **{"utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8", "iso8859-9": "cp1254"},
}
"""What browsers read for what a page says."""
_NO_TEXTS = frozenset({"utf-7", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"})
_MULTI_BYTE = regex.compile(rb"[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a page, without byte-order mark, and what they were in."""

    text: str
    encoding: Encoding

    def encoded(self, text: str, mark: bytes) -> bytes:
        """Return the bytes of another text; what the encoding cannot write becomes a character reference."""
        return mark + text.encode(self.encoding.name, "xmlcharrefreplace")


def decode_page(data: bytes, path: Path, *, declared: str | None = None, part: str = "") -> Decoded:
    """Decode a page.

    :param declared: the encoding that the user named.
    :param part: which file of a package it is.
    :raises DocumentError: where it is no text, or not in the encoding that it says.
    """
    found = None if declared or part else _said(data)
    if part:
        found = _said(data) or Encoding("utf-8")
    place = f"{part}: " if part else ""
    if found is None:
        found = find_encoding(path, declared)
    elif not found.skip and found.name == "cp1252" and (better := _is_utf8(data)):
        found = better
    name = found.name
    try:
        text = data[found.skip :].decode(name)
    except UnicodeDecodeError as exc:
        if name == "cp1252":  # browsers read five bytes of it that have no meaning
            text, found = data.decode("latin-1"), Encoding("latin-1")
        else:
            raise DocumentError(
                f"{place}not valid {name.upper()} at byte {exc.start + found.skip}, although the page says that it is;"
                " correct what it says, or give --encoding.",
                path=path,
            ) from exc
    if (nul := text.find("\0")) >= 0:
        raise DocumentError(f"{place}has a NUL character (character {nul}): binary or damaged.", path=path)
    return Decoded(text, found)


def _said(data: bytes) -> Encoding | None:
    """Return the encoding that a page says; None where it says none that is known."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return Encoding(name, len(mark))
    for start, name in _WIDE:
        if data.startswith(start):
            return Encoding(name)
    head = data[:_HEAD_BYTES]
    said = _XML.match(head) or _META.search(_COMMENT.sub(b"", head))
    if said is None:
        return None
    try:
        info = codecs.lookup(said[1].decode())
    except LookupError:
        return None
    name = _AS_BROWSERS.get(info.name, info.name)
    is_text = "".encode(name) == b"" if name not in _NO_TEXTS else False
    return Encoding(name.removesuffix("-sig")) if is_text else None


def _is_utf8(data: bytes) -> Encoding | None:
    """Return UTF-8 for a page that says otherwise, but is in it: a template that nobody changed."""
    if not _MULTI_BYTE.search(data):
        return None
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return Encoding("utf-8", notice="read as UTF-8, which it is, although it says another encoding")
