"""The structure of mail (RFC 5322, 2045, 2046): characters that are bytes come in, parts and their places go out."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from email import message_from_string
from email.message import Message

from translate.records import dataclass

_HEADER_END = re.compile(r"(?:\r\n|\n)(?=\r\n|\n)|\Z")
_BREAK = re.compile(r"\r\n|\n")
_MAX_DEPTH = 50
_LINE_LENGTH = 76
_LOGICAL = re.compile(r"(?:[^\n]*=[ \t]*\r?\n)*+[^\n]*(?:\n|\Z)")
"""A line of quoted-printable with those that go on with it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message: its header is characters [start, body), its body [body, end) of the document."""

    native: str
    start: int
    body: int
    end: int
    header: Message
    is_message: bool = False
    """Whether it is a whole message, with a subject."""

    @property
    def type(self) -> str:
        return self.header.get_content_type()

    @property
    def is_attached(self) -> bool:
        return self.header.get_content_disposition() == "attachment"

    @property
    def coding(self) -> str:
        """How its body is written, in small letters: `base64`, `quoted-printable`, `8bit`, …"""
        return str(self.header.get("Content-Transfer-Encoding", "7bit")).strip().lower()

    @property
    def charset(self) -> str:
        """The encoding that it says; that of ASCII where it says none."""
        return self.header.get_content_charset() or "us-ascii"

    def line_end(self) -> str:
        """Return how its lines end."""
        match = _BREAK.search(self.native, self.start, self.end)
        return match[0] if match else "\n"

    def field(self, name: str) -> tuple[int, int] | None:
        """Return where the value of a field of the header stands, with the lines that go on with it."""
        pattern = re.compile(rf"^{name}[ \t]*:[ \t]*((?:[^\r\n]|\r?\n(?=[ \t]))*)", re.MULTILINE | re.IGNORECASE)
        match = pattern.search(self.native, self.start, self.body)
        return match.span(1) if match else None


def iter_parts(native: str, start: int, end: int, depth: int = 0) -> Iterator[Part]:
    """Yield a message and, in order, the parts within it that are no containers.

    What is attached is one part, and so is what is nested beyond all use.
    """
    yield from _iter(native, start, end, depth, is_message=True)


def _iter(native: str, start: int, end: int, depth: int, *, is_message: bool) -> Iterator[Part]:
    match = _HEADER_END.search(native, start, end)
    at = match.start() if match else end
    if native.startswith(("\r\n", "\n"), start):
        at = start  # a part without header
    blank = _BREAK.match(native, at, end)
    body = blank.end() if blank else end
    if at > start and blank:  # the line end of the last field, and the blank line
        blank = _BREAK.match(native, body, end)
        body = blank.end() if blank else body
    header = message_from_string(native[start:at].replace("\r\n", "\n"))
    part = Part(native, start, body, end, header, is_message)
    boundary = header.get_boundary()
    if part.type.startswith("multipart/") and boundary and depth < _MAX_DEPTH:
        if is_message:
            yield part
        for first, last in _stretches(native, body, end, boundary):
            yield from _iter(native, first, last, depth + 1, is_message=False)
    elif part.type == "message/rfc822" and not part.is_attached and depth < _MAX_DEPTH:
        yield from _iter(native, body, end, depth + 1, is_message=True)
    else:
        yield part


def _stretches(native: str, start: int, end: int, boundary: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a container: what stands between its boundaries."""
    pattern = re.compile(rf"(?:\r\n|\n|\A|(?<=\n))--{re.escape(boundary)}(--)?[ \t]*(?:\r\n|\n|\Z)")
    first = None
    for match in pattern.finditer(native, start, end):
        if first is not None:
            yield first, max(first, match.start())
        first = None if match[1] else match.end()
    if first is not None:
        yield first, end


def decode_body(part: Part) -> bytes | None:
    """Return the bytes that a body means; None where it is damaged."""
    body = part.native[part.body : part.end].encode("latin-1")
    if part.coding == "quoted-printable":
        return quopri.decodestring(body)
    if part.coding == "base64":
        try:
            return base64.b64decode(b"".join(body.split()), validate=True)
        except (binascii.Error, ValueError):
            return None
    return body


def encode_body(data: bytes, coding: str, line_end: str) -> str:
    """Return how a body with these bytes is written, as characters that are bytes."""
    if coding == "base64":
        lines = base64.b64encode(data).decode()
        whole = [lines[at : at + _LINE_LENGTH] for at in range(0, len(lines), _LINE_LENGTH)]
        return line_end.join(whole)
    if coding == "quoted-printable":
        written = quopri.encodestring(data.replace(b"\r\n", b"\n")).decode("latin-1")
        return written if line_end == "\n" else written.replace("\n", line_end)
    return data.decode("latin-1")


def encode_lines(native: str, data: bytes, line_end: str) -> str:
    """Return quoted-printable of `data`, in which the lines that were in `native` already are as they were there.

    :param native: how the body is written now.
    """
    old = [match[0] for match in _LOGICAL.finditer(native) if match[0]]
    new = data.splitlines(keepends=True)
    if len(old) != len(new):
        return encode_body(data, "quoted-printable", line_end)
    pairs = zip(old, new, strict=True)
    return "".join(
        one if quopri.decodestring(one.encode("latin-1")) == line else encode_body(line, "quoted-printable", line_end)
        for one, line in pairs
    )
