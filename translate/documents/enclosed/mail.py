"""Mail (RFC 5322 and MIME), one message or a box of them: subjects, plain texts and pages; all else as it is.

Plain texts are read as wrapped paragraphs; attachments are kept, and all other fields of the headers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.charset import Charset
from email.errors import MessageError
from email.header import Header, decode_header, make_header

from translate.documents.enclosed.mime import Part, decode_body, encode_body, encode_lines, iter_parts
from translate.documents.enclosed.reader import Change, EnclosingReader, Enclosure
from translate.documents.enclosed.texts import PageText, Surroundings, line_text, mail_text
from translate.languages import base_code
from translate.records import dataclass
from translate.text.faults import FaultError

_FIELD = re.compile(r"(?:From |[!-9;-~]+[ \t]*:)")
_ANSWER = re.compile(r"(?:[^\W\d_]{1,3}(?:\[\d+\]|\(\d+\))?[ \u00a0]?:[ \t\u00a0]*)+(?=\S)")
"""Marks of answers and forwarded messages, at the beginning of a subject."""
_START = re.compile(r"^From [^\r\n]*\r?\n", re.MULTILINE)
_WORD = re.compile(r"=\?([^?*]+)(?:\*[^?]*)?\?([bBqQ])\?[^?]*\?=")
_CHARSET = re.compile(r"""(charset[ \t]*=[ \t]*)("[^"]*"|[^\s;"]+)""", re.IGNORECASE)
_LANGUAGE = re.compile(r"^Content-Language:[ \t]*([\w-]+)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_FROM = re.compile(r"^(?=>*From )", re.MULTILINE)
_TYPES = {"text/plain": "text", "text/html": "HTML"}
_UNREAD = {
    "application/pkcs7-mime": "messages in S/MIME that are encrypted or signed as one",
    "application/x-pkcs7-mime": "messages in S/MIME that are encrypted or signed as one",
    "application/pgp-encrypted": "messages that are encrypted with PGP",
    "text/calendar": "invitations",
}


@dataclass(frozen=True, slots=True)
class _Body:
    """The body of a part, whose bytes are in `encoding`."""

    part: Part
    encoding: str
    is_boxed: bool

    def encode(self, text: str) -> list[Change]:
        """Return the changes that put `text` in place of a body, in UTF-8 where its encoding lacks a character."""
        part, changes, coding = self.part, list[Change](), self.part.coding
        end = part.line_end()
        try:
            data = text.encode(self.encoding)
        except UnicodeEncodeError:
            data = text.encode()
            changes += self._with_charset("utf-8")
        if coding not in ("base64", "quoted-printable") and not data.isascii() and coding != "8bit":
            coding = "quoted-printable"
            changes += self._with_coding(coding)
        native = part.native[part.body : part.end]
        if coding == "quoted-printable" and part.coding == coding:
            written = encode_lines(native, data, end)
        else:
            written = encode_body(data, coding, end)
        if coding == "base64":
            written += native[len(native.rstrip("\r\n")) :]
        if self.is_boxed:
            written = _FROM.sub(">", written)
        return [*changes, (part.body, part.end, written)]

    def _with_charset(self, charset: str) -> list[Change]:
        place = self.part.field("Content-Type")
        if place is None:
            return [(self.part.start, self.part.start, f"Content-Type: text/plain; charset={charset}{self._end}")]
        value = self.part.native[slice(*place)]
        new = _CHARSET.sub(rf"\g<1>{charset}", value) if _CHARSET.search(value) else f"{value}; charset={charset}"
        return [(*place, new)]

    def _with_coding(self, coding: str) -> list[Change]:
        place = self.part.field("Content-Transfer-Encoding")
        if place is None:
            return [(self.part.start, self.part.start, f"Content-Transfer-Encoding: {coding}{self._end}")]
        return [(*place, coding)]

    @property
    def _end(self) -> str:
        return self.part.line_end()


@dataclass(frozen=True, slots=True)
class _Subject:
    """The subject of a message: characters [start, end), which stand behind the name of the field."""

    part: Part
    start: int
    end: int

    def parted(self) -> tuple[str, str]:
        """Return the marks before a subject, and the subject."""
        whole = self._read()
        mark = _ANSWER.match(whole)
        return (mark[0], whole[mark.end() :]) if mark else ("", whole)

    def _read(self) -> str:
        native = self.part.native[self.start : self.end]
        if _WORD.search(native):
            try:
                return str(make_header(decode_header(re.sub(r"\r?\n(?=[ \t])", "", native))))
            except (MessageError, LookupError, ValueError):
                return ""
        return re.sub(r"\r?\n[ \t]+", " ", native.encode("latin-1").decode("utf-8", "replace"))

    def encode(self, text: str) -> list[Change]:
        native, text = self.part.native[self.start : self.end], self.parted()[0] + " ".join(text.split())
        word = _WORD.search(native)
        if text.isascii():
            written = text
        elif word is None and not native.isascii():
            written = text.encode().decode("latin-1")
        else:
            charset = word[1].lower() if word else "utf-8"
            try:
                Charset(charset)
                text.encode(charset)
            except (MessageError, ValueError, LookupError):
                charset = "utf-8"
            written = Header(text, charset, header_name="Subject").encode(linesep=self.part.line_end())
        return [(self.start, self.end, written)]


def _enclosures(parts: Iterator[Part], around: Surroundings, before: str, *, is_boxed: bool) -> Iterator[Enclosure]:
    counts: dict[str, int] = {}

    def name(what: str) -> str:
        counts[what] = counts.get(what, 0) + 1
        return f"{before}{what}" if counts[what] == 1 else f"{before}{what} {counts[what]}"

    for part in parts:
        place = part.field("Subject") if part.is_message else None
        if place:
            subject = _Subject(part, *place)
            yield Enclosure(name("subject"), line_text(subject.parted()[1], around), subject.encode)
        if part.type in ("multipart/signed", "application/pkcs7-signature"):
            around.left_out.remark("a digital signature is no longer valid, because the text has changed")
        what = _TYPES.get(part.type)
        if what is None or part.is_attached:
            _count(part, around)
            continue
        decoded = _decoded(part)
        if decoded is None:
            around.left_out.add("texts whose encoding is not the one that they say")
            continue
        text, encoding = decoded
        if text.strip():
            called = name(what)
            inner = PageText(text, around, called) if what == "HTML" else mail_text(text, around)
            yield Enclosure(called, inner, _Body(part, encoding, is_boxed).encode)


def _count(part: Part, around: Surroundings) -> None:
    if part.type in _UNREAD and not part.is_attached:
        around.left_out.add(_UNREAD[part.type])
    elif part.is_attached or part.header.get_filename():
        around.left_out.add("attachments")


def _decoded(part: Part) -> tuple[str, str] | None:
    """Return the text of a part and its encoding; None where they do not fit."""
    data = decode_body(part)
    if data is None:
        return None
    said = part.charset
    for encoding in (said, "utf-8") if said == "us-ascii" else (said,):
        try:
            text = data.decode(encoding)
            if text.encode(encoding) == data and "\0" not in text:
                return text, encoding
        except (ValueError, LookupError):  # a name with a NUL character is no value
            continue
    return None


def find_in_message(native: str, around: Surroundings) -> Iterator[Enclosure]:
    """Yield the texts of a message.

    :raises FaultError: where it is none.
    """
    if not _FIELD.match(native.removeprefix("\xef\xbb\xbf")):
        raise FaultError("begins with no field of a header; expected an e-mail, as mail programs save it.", 0)
    first = _START.match(native)
    parts = iter_parts(native, first.end() if first else 0, len(native))
    yield from _enclosures(parts, around, "", is_boxed=False)


def find_in_box(native: str, around: Surroundings) -> Iterator[Enclosure]:
    """Yield the texts of a box of messages, message by message.

    :raises FaultError: where it is none.
    """
    if not _START.match(native):
        raise FaultError("does not begin with a line 'From …'; expected a box of messages (mbox).", 0)
    starts = [
        match
        for match in _START.finditer(native)
        if match.start() == 0 or native.endswith(("\n\n", "\r\n\r\n"), 0, match.start())
    ]
    ends = [match.start() for match in starts[1:]] + [len(native)]
    for number, (match, end) in enumerate(zip(starts, ends, strict=True), 1):
        parts = iter_parts(native, match.end(), end)
        yield from _enclosures(parts, around, f"message {number}, ", is_boxed=True)


def _language_marks(native: str, language: str, target: str) -> list[Change]:
    return [
        (*match.span(1), target) for match in _LANGUAGE.finditer(native) if base_code(match[1]) == base_code(language)
    ]


MESSAGE = EnclosingReader("mail", find_in_message, "latin-1", _language_marks)
BOX = EnclosingReader("mailbox", find_in_box, "latin-1", _language_marks)
