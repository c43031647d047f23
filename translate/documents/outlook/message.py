"""A message of Outlook (*MS-OXMSG*, *MS-OXPROPS*) comes in by its streams, the same as an e-mail goes out.

What an e-mail has a field or a part for is taken over: subject, sender, recipients, date, texts and attachments.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from struct import unpack_from

from translate.documents.outlook.pages import encoding_of
from translate.documents.outlook.rtf import original_of, unpacked
from translate.records import dataclass

Streams = Mapping[tuple[str, ...], bytes]

_PROPERTIES = "__properties_version1.0"
_TEXT = "__substg1.0_{}{}"
_ATTACHMENT, _RECIPIENT = "__attach_version1.0_#", "__recip_version1.0_#"
_CLASS, _SUBJECT, _BODY, _HTML, _RTF, _ID = "001A", "0037", "1000", "1013", "1009", "1035"
_SENDER, _SENDER_ADDRESSES = ("0C1A", "0042"), ("5D01", "0C1F", "0065")
_NAME, _ADDRESSES = "3001", ("39FE", "3003")
_DATA, _FILE_NAMES, _TYPE, _CONTENT_ID = "3701", ("3707", "3704", "3001"), "370E", "3712"
_CODE_PAGES, _HTML_CODE_PAGES = (0x3FFD, 0x66C3), (0x3FDE,)
_SENT = (0x0039, 0x0E06)
_KIND_OF_RECIPIENT = 0x0C15
_FIELDS = {1: "To", 2: "Cc", 3: "Bcc"}
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_ROOT_HEAD, _HEAD = 32, 8
"""Bytes before the properties of a message, and of a recipient or an attachment."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A message, a recipient or an attachment: what stands below `path`."""

    streams: Streams
    path: tuple[str, ...] = ()

    def number(self, *names: int) -> int | None:
        """Return a property of fixed size, of the first of these names that is there."""
        data = self.streams.get((*self.path, _PROPERTIES), b"")
        found = {}
        for place in range(_HEAD if self.path else _ROOT_HEAD, len(data) - 15, 16):
            kind, name = unpack_from("<HH", data, place)
            found[name] = unpack_from("<q" if kind == 0x0040 else "<i", data, place + 8)[0]
        return next((found[name] for name in names if name in found), None)

    def text(self, *names: str) -> str:
        for name in names:
            wide, narrow = (self.streams.get((*self.path, _TEXT.format(name, kind))) for kind in ("001F", "001E"))
            if wide is not None:
                return wide.decode("utf-16-le", "replace").rstrip("\0")
            if narrow is not None:
                return narrow.decode(_Part(self.streams).encoding(_CODE_PAGES), "replace").rstrip("\0")
        return ""

    def data(self, name: str) -> bytes | None:
        return self.streams.get((*self.path, _TEXT.format(name, "0102")))

    def encoding(self, names: tuple[int, ...]) -> str:
        return encoding_of(self.number(*names))

    def parts(self, prefix: str) -> list[_Part]:
        """Return the recipients or attachments, in order."""
        names = sorted({path[0] for path in self.streams if path[0].startswith(prefix)})
        return [_Part(self.streams, (name,)) for name in names]


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail as it is sent, and how many attachments were messages or objects, which it goes without."""

    content: bytes
    left: int


def mail_of(streams: Streams) -> Mail | None:
    """Return a message as an e-mail; None where it has no text that can be read."""
    message = _Part(streams)
    plain, page = _texts_of(message)
    if not plain and not page and (message.data(_RTF) or not message.text(_SUBJECT)):
        return None
    mail = EmailMessage(policy=SMTP)
    _set_heads(mail, message)
    if plain or not page:
        mail.set_content(plain, cte="quoted-printable")
    if page and plain:
        mail.add_alternative(page, subtype="html", cte="quoted-printable")
    elif page:
        mail.set_content(page, subtype="html", cte="quoted-printable")
    left = 0
    for attachment in message.parts(_ATTACHMENT):
        data = attachment.data(_DATA)
        if data is None:
            left += 1
            continue
        main, _, sub = (attachment.text(_TYPE) or "application/octet-stream").partition("/")
        if main in ("text", "message", "multipart") or not sub.isascii():
            main, sub = "application", "octet-stream"
        identity = attachment.text(_CONTENT_ID)
        mail.add_attachment(
            data,
            maintype=main,
            subtype=sub or "octet-stream",
            filename=_one_line(attachment.text(*_FILE_NAMES)) or "attachment",
            cid=f"<{_one_line(identity)}>" if identity.isascii() and identity else None,
        )
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_part_{number}_of_a_message")
    return Mail(mail.as_bytes(), left)


def kind_of_message(streams: Streams) -> str:
    """Return the class of a message, such as `IPM.Note`; empty where it has none."""
    return _Part(streams).text(_CLASS)


def _texts_of(message: _Part) -> tuple[str, str]:
    """Return the text of a message, and its HTML, which Outlook keeps in RTF; either may be empty."""
    plain, page = message.text(_BODY).replace("\r\n", "\n"), _page_of(message)
    packed = message.data(_RTF)
    rtf = unpacked(packed) if packed and not page else None
    if rtf:
        original = original_of(rtf)
        if original.is_page:
            page = original.text
        plain = plain or (original.text if not original.is_page else "")
    return plain, page


def _page_of(message: _Part) -> str:
    data = message.data(_HTML)
    if data is not None:
        return data.decode(message.encoding(_HTML_CODE_PAGES), "replace").rstrip("\0").replace("\r\n", "\n")
    return message.text(_HTML).replace("\r\n", "\n")


def _set_heads(mail: EmailMessage, message: _Part) -> None:
    mail["Subject"] = _one_line(message.text(_SUBJECT))
    sender = _address(message.text(*_SENDER), next(filter(_is_address, map(message.text, _SENDER_ADDRESSES)), ""))
    if sender is not None:
        mail["From"] = sender
    found: dict[str, list[Address]] = {}
    for one in message.parts(_RECIPIENT):
        address = _address(one.text(_NAME), next(filter(_is_address, map(one.text, (*_ADDRESSES, _NAME))), ""))
        if address is not None:
            found.setdefault(_FIELDS.get(one.number(_KIND_OF_RECIPIENT) or 1, "To"), []).append(address)
    for field, addresses in found.items():
        mail[field] = tuple(addresses)
    sent = message.number(*_SENT)
    if sent is not None and sent > 0:
        with suppress(OverflowError):
            mail["Date"] = format_datetime(_EPOCH + timedelta(microseconds=sent // 10))
    identity = message.text(_ID)
    if identity.isascii() and identity.isprintable() and identity:
        mail["Message-ID"] = identity


def _one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _is_address(text: str) -> bool:
    return text.isascii() and "@" in parseaddr(text)[1] and not any(sign in text for sign in ' ,;<>"\\\r\n')


def _address(name: str, address: str) -> Address | None:
    """Return who somebody is; None where there is neither a name nor an address."""
    user, _, domain = address.rpartition("@")
    shown = _one_line(name)
    if not shown and not address:
        return None
    try:
        return Address(shown, user, domain)
    except ValueError:
        return Address(shown or address)
