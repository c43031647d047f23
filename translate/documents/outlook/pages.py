"""Code pages of Windows (*Code Page Identifiers*): a number comes in, the name of an encoding goes out."""

from __future__ import annotations

import codecs

_USUAL = "cp1252"
_NAMES = {
    0: _USUAL, 1: _USUAL, 1200: "utf-16-le", 10000: "mac-roman", 20127: _USUAL, 20866: "koi8-r", 20932: "euc-jp",
    21866: "koi8-u", 28591: _USUAL, 50220: "iso2022-jp", 50221: "iso2022-jp", 50222: "iso2022-jp", 51932: "euc-jp",
    51949: "euc-kr", 54936: "gb18030", 65000: "utf-7", 65001: "utf-8",
    **{28590 + part: f"iso8859-{part}" for part in range(2, 17)},
}  # fmt: skip
"""Of ASCII and ISO-8859-1 mail has the signs of Windows mostly, as web pages have them."""


def encoding_of(page: int | None) -> str:
    """Return the encoding of a code page; that of western languages where it has no number, or an unknown one."""
    name = _USUAL if page is None else _NAMES.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return _USUAL
