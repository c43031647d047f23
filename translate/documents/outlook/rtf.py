"""The RTF that Outlook keeps a message in: packed bytes come in, and the HTML or text that it was made of goes out.

It is unpacked as *MS-OXRTFCP* says, and parted from the RTF around it as *MS-OXRTFEX* does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from struct import error, unpack_from

from translate.documents.outlook.pages import encoding_of
from translate.records import dataclass

_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" b"\r\n" rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)  # fmt: skip
"""What every message may refer to as if it stood before it."""
_PACKED, _PLAIN = b"LZFu", b"MELA"
_HEAD_BYTES, _WINDOW = 16, 4096
_MOST_BYTES = 100_000_000
_TOKEN = re.compile(
    rb"(?P<sign>[{}])|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<symbol>[^a-zA-Z'])|(?P<end>[\r\n]+)|(?P<text>[^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_SYMBOLS = {b"~": "\u00a0", b"_": "\u00ad", b"-": "", b"\n": "\n", b"\r": "\n"}
_WORDS = {
    "par": "\n", "line": "\n", "tab": "\t", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c",
    "rdblquote": "\u201d", "bullet": "\u2022", "endash": "\u2013", "emdash": "\u2014", "emspace": "\u2003",
    "enspace": "\u2002",
}  # fmt: skip
_OTHER = frozenset(("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer"))
"""Groups that hold no text of the message, besides those that begin with `\\*`."""
_PAGES = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""Encodings of fonts by their character set; that of the document for all others."""


def unpacked(data: bytes) -> bytes | None:
    """Return RTF as it was before it was packed; None where it is damaged."""
    try:
        whole, size, kind = unpack_from("<II4s", data)
    except error:
        return None
    content = data[_HEAD_BYTES : min(whole + 4, len(data))]
    if kind == _PLAIN:
        return content[:size]
    return _unpack(content, min(size, _MOST_BYTES)) if kind == _PACKED else None


def _unpack(content: bytes, size: int) -> bytes | None:
    window = bytearray(_START.ljust(_WINDOW, b"\0"))
    at, place, done = len(_START), 0, bytearray()
    while place < len(content) and len(done) < size:
        flags = content[place]
        place += 1
        for bit in range(8):
            if place >= len(content) or len(done) >= size:
                break
            if not flags >> bit & 1:
                taken = bytearray(content[place : place + 1])
                place += 1
            else:
                if place + 2 > len(content):
                    return None
                pair = content[place] << 8 | content[place + 1]
                place += 2
                start, length = pair >> 4, (pair & 15) + 2
                if start == at:
                    return bytes(done)
                taken = bytearray()
                for step in range(length):
                    sign = window[(start + step) % _WINDOW]
                    window[(at + step) % _WINDOW] = sign
                    taken.append(sign)
            for step, sign in enumerate(taken):
                window[(at + step) % _WINDOW] = sign
            at = (at + len(taken)) % _WINDOW
            done += taken
    return bytes(done[:size]) if len(done) >= size else None


@dataclass(frozen=True, slots=True)
class Original:
    """What RTF was made of."""

    text: str
    is_page: bool
    """Whether it is HTML."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds up to the next brace: whether text is shown, or is of RTF alone, and its encoding."""

    is_shown: bool = True
    is_rtf: bool = False
    encoding: str = ""
    skipped: int = 1
    """How many signs stand behind a `\\u` for who does not know it."""


def original_of(rtf: bytes) -> Original:
    """Return what a message was before it became RTF: HTML or text; of other RTF, its text."""
    is_page = re.search(rb"\\fromhtml1?\b", rtf[:1000]) is not None
    return Original(_Reader(rtf).text(), is_page)


class _Reader:
    def __init__(self, rtf: bytes) -> None:
        self._rtf = rtf
        page = re.search(rb"\\ansicpg(\d{1,5})\b", rtf[:1000])
        self._usual = encoding_of(int(page[1]) if page else None)
        self._fonts = {
            int(number): _PAGES[int(kind)]
            for number, kind in re.findall(rb"\{\\f(\d{1,5})\b[^{}]*?\\fcharset(\d{1,3})\b", rtf)
            if int(kind) in _PAGES
        }
        self._group = _Group(encoding=self._usual)
        self._outer: list[_Group] = []
        self._bytes, self._encoding = b"", self._usual
        """What was read and waits, for a character may have several bytes, and what it is in."""
        self._left = 0
        """Signs to pass over, which stand for a character of Unicode in programs that know none."""
        self._done: list[str] = []

    def text(self) -> str:
        is_first = False
        for match in _TOKEN.finditer(self._rtf):
            sign, word = match["sign"], match["word"]
            if sign == b"{":
                self._outer.append(self._group)
            elif sign:
                self._group = self._outer.pop() if self._outer else self._group
            elif word:
                self._word(word.decode(), int(match["number"] or -1), is_first, has_number=bool(match["number"]))
            elif match["symbol"] == b"*":
                is_first = True
                continue
            elif match["byte"]:
                self._show_bytes(bytes.fromhex(match["byte"].decode()))
            elif match["symbol"]:
                shown = _SYMBOLS.get(match["symbol"])
                self._show(match["symbol"].decode("latin-1") if shown is None else shown)
            elif match["text"]:
                self._show_bytes(match["text"])
            is_first = False
        self._flush()
        return "".join(self._done).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _word(self, word: str, number: int, is_first: bool, *, has_number: bool) -> None:
        """Take a control word; `is_first` says that programs which do not know it pass its group over."""
        if word == "htmltag" and is_first:
            self._group = replace(self._group, is_shown=True, encoding=self._usual)
        elif is_first or word in _OTHER:
            self._group = replace(self._group, is_shown=False)
        elif word == "htmlrtf":
            self._group = replace(self._group, is_rtf=number != 0)
        elif word == "f":
            self._group = replace(self._group, encoding=self._fonts.get(number, self._usual))
        elif word == "plain":
            self._group = replace(self._group, encoding=self._usual)
        elif word == "uc":
            self._group = replace(self._group, skipped=max(number, 0))
        elif word == "u" and has_number:
            self._show(chr(number % 0x10000))
            self._left = self._group.skipped
        elif word in _WORDS:
            self._show(_WORDS[word])

    def _show(self, text: str) -> None:
        self._left, is_passed = max(self._left - 1, 0), self._left > 0
        if not is_passed and self._group.is_shown and not self._group.is_rtf:
            self._flush()
            self._done.append(text)

    def _show_bytes(self, data: bytes) -> None:
        passed = min(self._left, len(data))
        self._left -= passed
        if self._group.is_shown and not self._group.is_rtf and data[passed:]:
            if self._group.encoding != self._encoding:
                self._flush()
            self._bytes += data[passed:]
            self._encoding = self._group.encoding

    def _flush(self) -> None:
        if self._bytes:
            self._done.append(self._bytes.decode(self._encoding, "replace"))
            self._bytes = b""
