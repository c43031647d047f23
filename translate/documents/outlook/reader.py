"""The reader of messages of Outlook: one is written as an e-mail, and that is translated."""

from __future__ import annotations

from pathlib import Path

from translate.config import DocumentConfig
from translate.documents.archives.converted import ConvertedReader
from translate.documents.encoding import refuse_known_binary
from translate.documents.outlook.container import SIGNATURE, DamagedError, read_streams
from translate.documents.outlook.message import kind_of_message, mail_of
from translate.errors import DocumentError

_SEALED = "SMIME"
_MEGABYTE = 1_000_000


class OutlookReader(ConvertedReader):
    """Reader of `.msg`."""

    kind = "outlook"

    def convert(self, path: Path, folder: Path, language: str, config: DocumentConfig) -> tuple[Path, tuple[str, ...]]:
        data = _read(path, config)
        try:
            streams = read_streams(data)
        except DamagedError as exc:
            raise DocumentError(f"is damaged: the file {exc}. Save it again.", path=path) from exc
        kind = kind_of_message(streams)
        if _SEALED in kind.upper():
            raise DocumentError("is encrypted or signed as one (S/MIME); save it as .eml without.", path=path)
        mail = mail_of(streams)
        if mail is None:
            shown = f" ({kind})" if kind else ""
            raise DocumentError(f"has no plain text or HTML{shown}; save it as .eml in Outlook.", path=path)
        made = folder / "copy.eml"
        made.write_bytes(mail.content)
        remarks = ["converted from .msg, and written as .eml"]
        if mail.left:
            remarks.append(f"{mail.left:,} attachments that are messages or objects are left out")
        return made, tuple(remarks)


def _read(path: Path, config: DocumentConfig) -> bytes:
    most = config.max_member_mb * _MEGABYTE
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as exc:
        raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
    if not data:
        raise DocumentError("is empty, a file of 0 bytes. Fetch or save it again.", path=path)
    if len(data) > most:
        message = f"has more than {config.max_member_mb:,} MB; save it without attachments, or raise max_member_mb."
        raise DocumentError(message, path=path)
    if not data.startswith(SIGNATURE):
        refuse_known_binary(path, data, expected="a message of Outlook")
        raise DocumentError(f"begins with {data[:8]!r}; expected a message of Outlook. Save it again.", path=path)
    return data


READER = OutlookReader()
