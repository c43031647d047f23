"""A PDF comes in, the characters that its pages show go out, each with its place and its look.

Reads by PDFium; places are in points (1/72 inch), y upward, turned so that the text of a look runs to the right.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Any, NamedTuple

from translate.errors import DocumentError
from translate.records import dataclass

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    "\x02": "-", "\u2010": "-", "\x1f": "-",
}  # fmt: skip
"""What some PDFs write for several letters; and for a hyphen at the end of a line."""
BULLET = "\u2022"
_QUARTER = 90
_MOST_SLANT = 8
"""Degrees that a text may be off a right angle; with more it is a watermark."""
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_ITALIC_NAMES = ("italic", "oblique", "slanted")
_THIN = 3.0
"""Points of a line drawn between cells at most."""
_MOST_RULES = 4_000
_MOST_GLYPHS = 200_000
"""Of a page."""


class Look(NamedTuple):
    """How characters are set: size in points, and to which quarter they are turned (0 to 3, counter-clockwise)."""

    size: float
    is_bold: bool
    is_italic: bool
    turn: int


class Glyph(NamedTuple):
    """A character: where it begins and ends, and its baseline."""

    text: str
    left: float
    right: float
    base: float
    look: Look


@dataclass(slots=True)
class Rules:
    """Lines and edges of boxes that are drawn: `across` as (y, left, right), `down` as (x, bottom, top)."""

    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What a page shows. `number` counts from 1; `label` is what its reader is shown as its number."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: Rules
    pictures: int
    slanted: int
    """Characters at an odd angle, as watermarks have, which are left out."""
    unreadable: int
    """Characters of fonts that do not say which letters they show."""


class Pages:
    """The pages of a PDF that is open for reading.

    :param most: pages that it may have.
    :raises DocumentError: where it is none, is damaged, protected by a password, or has more pages.
    """

    def __init__(self, path: Path, most: int) -> None:
        import pypdfium2 as pdfium  # an extra, which only a PDF needs
        from pypdfium2 import raw

        self._raw: Any = raw
        try:
            self._document: Any = pdfium.PdfDocument(str(path))
            count = len(self._document)
        except pdfium.PdfiumError as exc:
            code = raw.FPDF_GetLastError()
            if code == raw.FPDF_ERR_PASSWORD or "assword" in str(exc):
                raise DocumentError(
                    "is protected by a password; save it without one, as by printing it to a PDF.", path=path
                ) from exc
            raise DocumentError("is a damaged PDF, or none; save or print it to a PDF again.", path=path) from exc
        if not 0 < count <= most:
            raise DocumentError(
                f"has {count:,} pages; expected 1 to {most:,}. Split it, or raise max_pages.", path=path
            )
        if self._document.get_formtype():
            self._document.init_forms()

    def __iter__(self) -> Iterator[SeenPage]:
        for number in range(len(self._document)):
            yield self._read(number)

    @property
    def title(self) -> str:
        """What its properties call it."""
        return " ".join(str(self._document.get_metadata_value("Title")).split())

    def _read(self, number: int) -> SeenPage:
        page = self._document[number]
        try:
            if self._document.formenv:
                page.flatten()  # what forms are filled in with is text of the page
                page.close()
                page = self._document[number]
            width, height = page.get_size()
            left, bottom, right, top = page.get_mediabox()
            rules, pictures = self._drawn(page, max(right - left, top - bottom))
            seen = _Seen(self._raw, page)
            return SeenPage(
                number + 1, width, height, tuple(seen.glyphs), rules, pictures, seen.slanted, seen.unreadable
            )
        finally:
            page.close()

    def _drawn(self, page: Any, size: float) -> tuple[Rules, int]:
        raw, rules, pictures = self._raw, Rules(), 0
        edges = [ctypes.c_float() for _ in range(4)]
        for number in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_GLYPHS)):
            drawn = raw.FPDFPage_GetObject(page.raw, number)
            kind = raw.FPDFPageObj_GetType(drawn)
            pictures += kind == raw.FPDF_PAGEOBJ_IMAGE
            if kind != raw.FPDF_PAGEOBJ_PATH or len(rules.across) + len(rules.down) > _MOST_RULES:
                continue
            if not raw.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, edges)):
                continue
            left, bottom, right, top = (edge.value for edge in edges)
            if max(right - left, top - bottom) > size:
                continue
            if top - bottom <= _THIN < right - left:
                rules.across.append(((top + bottom) / 2, left, right))
            elif right - left <= _THIN < top - bottom:
                rules.down.append(((left + right) / 2, bottom, top))
            elif right - left > _THIN and top - bottom < size / 2:
                rules.across += [(top, left, right), (bottom, left, right)]
                rules.down += [(left, bottom, top), (right, bottom, top)]
        return rules, pictures


class _Seen:
    """The characters of a page, in the order in which they are drawn."""

    def __init__(self, raw: Any, page: Any) -> None:
        self._raw = raw
        self.glyphs: list[Glyph] = []
        self.slanted = self.unreadable = 0
        textpage = page.get_textpage()
        try:
            self._collect(textpage.raw, min(textpage.count_chars(), _MOST_GLYPHS))
        finally:
            textpage.close()

    def _collect(self, text: Any, count: int) -> None:
        raw = self._raw
        looks: dict[int, Look | None] = {}
        was_private = False
        box = raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(count):
            if raw.FPDFText_IsGenerated(text, index) == 1:
                continue
            drawn = raw.FPDFText_GetTextObject(text, index)
            if not drawn:
                continue
            address = ctypes.addressof(drawn.contents)
            if address not in looks:
                looks[address] = self._look(text, index, drawn)
            look = looks[address]
            code = raw.FPDFText_GetUnicode(text, index)
            sign = chr(code) if 0 < code < 0x110000 else "\ufffd"
            sign = _LIGATURES.get(sign, sign)
            if look is None:
                self.slanted += not sign.isspace()
                continue
            is_private = "\ue000" <= sign <= "\uf8ff"
            if is_private and not was_private:
                sign = BULLET  # as fonts of signs have it
            self.unreadable += (
                sign == "\ufffd" or (is_private and was_private) or raw.FPDFText_HasUnicodeMapError(text, index) == 1
            )
            was_private = is_private
            if sign < " " or "\ud800" <= sign <= "\udfff":
                continue
            if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
                continue
            raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
            self.glyphs.append(_turned(sign, look, (box.left, box.bottom, box.right, box.top), (x.value, y.value)))

    def _look(self, text: Any, index: int, drawn: Any) -> Look | None:
        """Return the look of a piece of text; None for one at an odd angle."""
        raw = self._raw
        matrix = raw.FS_MATRIX()
        size = raw.FPDFText_GetFontSize(text, index)
        angle = 0.0
        if raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d) or 1.0
            angle = math.degrees(math.atan2(matrix.b, matrix.a))
        if abs(angle - round(angle / _QUARTER) * _QUARTER) > _MOST_SLANT:
            return None
        font = raw.FPDFTextObj_GetFont(drawn)
        name = self._font_name(font).lower()
        slant = ctypes.c_int()
        raw.FPDFFont_GetItalicAngle(font, ctypes.byref(slant))
        is_bold = raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or any(word in name for word in _BOLD_NAMES)
        is_italic = slant.value != 0 or any(word in name for word in _ITALIC_NAMES)
        return Look(round(size * 2) / 2 or 0.5, is_bold, is_italic, round(angle / _QUARTER) % 4)

    def _font_name(self, font: Any) -> str:
        room = ctypes.create_string_buffer(256)
        length = self._raw.FPDFFont_GetBaseFontName(font, room, len(room))
        return room.raw[: max(0, min(length, len(room)) - 1)].decode("utf-8", "replace")


def _turned(sign: str, look: Look, box: tuple[float, float, float, float], origin: tuple[float, float]) -> Glyph:
    """Return a character as if its text ran to the right."""
    left, bottom, right, top = box
    if look.turn == 0:
        return Glyph(sign, left, right, origin[1], look)
    if look.turn == 1:
        return Glyph(sign, bottom, top, -origin[0], look)
    if look.turn == 2:
        return Glyph(sign, -right, -left, -origin[1], look)
    return Glyph(sign, -top, -bottom, origin[0], look)
