"""A TMX file cut into its head and its units, as text with line numbers, so that one bad unit spoils no other.

A parser for the whole file would stop at the first fault. What lies between `<tu` and `</tu>` is found by search
instead, and each unit is parsed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NoReturn

from translate.errors import FormatError
from translate.formats.sources import CHUNK_CHARACTERS, Text
from translate.records import dataclass
from translate.text.late import late_plain

MAX_UNIT_CHARACTERS = 1 << 24
MAX_HEAD_CHARACTERS = 1 << 24
MAX_STRAY_CHARACTERS = 200
MAX_READ_CHARACTERS = 1 << 16
MIN_QUICK_CHARACTERS = 1 << 13
MAX_STEP_CHARACTERS = 1 << 20

_OPEN = late_plain(r"<tu(?=[\s/>])|<!--|<!\[CDATA\[|</body\s*>|</tmx\s*>")
_INSIDE = late_plain(r"</tu\s*>|<!--|<!\[CDATA\[")
_PROLOG = late_plain(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = late_plain(r"<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>", re.DOTALL)
_ROOT = late_plain(r"<([A-Za-z_][\w.:-]*)")
_BODY = late_plain(r"<!--.*?-->|<body(?=[\s/>])[^>]*>|<tu(?=[\s/>])", re.DOTALL)
_CLOSERS = {"<!--": re.compile("-->"), "<![CDATA[": re.compile(r"\]\]>")}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the file, and the 1-based line it begins on."""

    text: str
    line: int


class Scanner:
    """Cuts one file; :meth:`head` first, then :meth:`units` or :meth:`pieces`."""

    def __init__(self, text: Text, stray: Callable[[Piece], None]) -> None:
        """:param stray: receives the beginning of any text between units, which belongs nowhere."""
        self._text, self._stray = text, stray
        self._buffer, self._at = "", 0
        # `_line` and `_before`, the characters before it on its line, say where `_counted` is in the file.
        self._counted, self._line, self._before = 0, 1, 0
        self._last: re.Match[str] | None = None

    @property
    def line(self) -> int:
        """The 1-based line on which the last match of `units` begins; counted when it is asked for."""
        if self._last is not None:
            self._count(self._last.start("attributes"))
        return self._line

    def head(self) -> Piece:
        """Return everything from the root element to the first unit, or to the start of the body.

        :raises FormatError: where the file is of another kind, or would declare entities.
        """
        self._skip_prolog()
        while True:
            found = (m for m in _BODY.finditer(self._buffer, self._at) if not m[0].startswith("<!--"))
            if (match := next(found, None)) is not None:
                return self._take(match.end() if match[0].startswith("<body") else match.start())
            if self._size > MAX_HEAD_CHARACTERS or not self._fill():
                self._fail("has no <body>, where the units are. Is the file complete?")

    def units(self, quick: re.Pattern[str]) -> Iterator[Piece | re.Match[str]]:
        """Yield each unit, from `<tu` to `</tu>`: a match of `quick`, with the white space before, or else its text.

        :raises FormatError: where the file ends too early.
        """
        match_at = quick.match
        while True:
            if len(self._buffer) - self._at < MIN_QUICK_CHARACTERS:
                self._forget()
                self._fill()
            match = self._last = match_at(self._buffer, self._at)
            if match is not None:
                self._at = match.end()
                yield match
            elif (piece := self._piece()) is not None:
                yield piece
            else:
                return

    def pieces(self) -> Iterator[Piece]:
        """Yield the text of each unit.

        :raises FormatError: where the file ends too early.
        """
        while (piece := self._piece()) is not None:
            yield piece

    def _piece(self) -> Piece | None:
        while True:
            match = _OPEN.search(self._buffer, self._at)
            if match is None:
                cut = self._buffer.rfind("<", self._at)  # A tag may be cut in two by the end of the chunk.
                self._pass_over(cut if cut >= 0 else len(self._buffer))
                if self._size > MAX_UNIT_CHARACTERS or not self._fill():
                    self._take(len(self._buffer))
                    self._fail("ends without </body> and </tmx>: the file is truncated. Copy or export it again")
                continue
            self._pass_over(match.start())
            if match[0] == "<!--":
                self._take(self._end_of(match[0], self._at))
            elif match[0] == "<![CDATA[":
                self._pass_over(self._end_of(match[0], self._at))
            elif match[0].startswith("</"):
                self._finish()
                return None
            else:
                return self._take(self._end_of_unit())

    def _count(self, end: int) -> None:
        """Count the lines up to `end`."""
        start, self._counted, self._last = self._counted, end, None
        self._line += self._buffer.count("\n", start, end)
        last = self._buffer.rfind("\n", start, end)
        self._before = end - last - 1 if last >= 0 else self._before + end - start

    def _forget(self) -> None:
        """Drop what lies before `_at`."""
        self._count(self._at)
        self._buffer, self._at, self._counted = self._buffer[self._at :], 0, 0

    def _pass_over(self, end: int) -> None:
        piece = self._take(end)
        if piece.text and not piece.text.isspace():
            blank = piece.text[: len(piece.text) - len(piece.text.lstrip())]
            self._stray(Piece(piece.text.strip()[:MAX_STRAY_CHARACTERS], piece.line + blank.count("\n")))

    def _end_of_unit(self) -> int:
        at = self._at
        while True:
            match = self._find(_INSIDE, at, "</tu>")
            if match[0] not in _CLOSERS:
                return match.end()
            at = self._end_of(match[0], match.start())

    def _end_of(self, opener: str, start: int) -> int:
        return self._find(_CLOSERS[opener], start + len(opener), f"end of {opener}").end()

    def _find(self, pattern: re.Pattern[str], at: int, what: str) -> re.Match[str]:
        """Search from `at`, filling the buffer as far as the limit. What stands at `_at` needs what is looked for."""
        while True:
            match = pattern.search(self._buffer, at)
            if match is not None:
                return match
            at = max(at, len(self._buffer) - 16)
            if self._size > MAX_UNIT_CHARACTERS:
                self._fail(f"no {what} follows in {MAX_UNIT_CHARACTERS:,} characters")
            if not self._fill():
                self._fail(f"the file ends before the {what}: it is truncated. Copy or export it again")

    def _finish(self) -> None:
        while "</tmx" not in self._buffer[self._at :]:
            if self._size > MAX_UNIT_CHARACTERS or not self._fill():
                self._take(len(self._buffer))
                self._fail("ends without </tmx>: the file is truncated. Copy or export it again")

    def _skip_prolog(self) -> None:
        """Go to the root element. A DOCTYPE is passed over, unless it declares entities; nothing is fetched."""
        while True:
            match = _PROLOG.match(self._buffer, self._at)
            if match is None and (match := _DOCTYPE.match(self._buffer, self._at)) and "<!ENTITY" in (match[1] or ""):
                self._fail("the DOCTYPE declares entities, which is a security risk; remove it")
            if match is not None:
                self._take(match.end())
                continue
            root = _ROOT.match(self._buffer, self._at)
            if root is not None and root.end() < len(self._buffer):
                break
            if self._size > MAX_HEAD_CHARACTERS or (root is None and self._is_hopeless()) or not self._fill():
                shown = self._buffer[self._at : self._at + 20].strip()
                self._fail(
                    f"begins with {shown!r}; expected XML with the root <tmx>" if shown else "is empty; expected TMX"
                )
        if root[1].lower() != "tmx":
            self._fail(f"is XML, but its root is <{root[1]}>; expected <tmx>")

    def _is_hopeless(self) -> bool:
        """Tell whether what stands here is no beginning of XML, however it goes on."""
        found = self._buffer[self._at : self._at + 2]
        return len(found) == 2 and not re.match(r"<[?!A-Za-z_]", found)

    @property
    def _size(self) -> int:
        return len(self._buffer) - self._at

    def _fill(self) -> bool:
        # A long unit grows in larger steps, so that time stays about linear.
        chunk = self._text.read(min(max(CHUNK_CHARACTERS, self._size), MAX_STEP_CHARACTERS))
        self._buffer += chunk
        return bool(chunk)

    def _take(self, end: int) -> Piece:
        """Go on to `end`, and return what lies before it."""
        self._count(self._at)
        piece = Piece(self._buffer[self._at : end], self._line)
        self._at = end
        self._count(self._at)
        if end > MAX_READ_CHARACTERS:
            self._forget()
        return piece

    def _fail(self, message: str) -> NoReturn:
        self._count(self._at)
        raise FormatError(f"{message}.", path=self._text.path, line=self._line, column=self._before + 1)
