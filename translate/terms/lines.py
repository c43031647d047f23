"""The lines of a termbase that is plain text, in whatever encoding it is."""

from __future__ import annotations

import logging
from pathlib import Path

from translate.errors import GlossaryError

logger = logging.getLogger(__name__)


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file in UTF-8, UTF-16 with its mark, or Windows-1252, which is told.

    :raises GlossaryError: where it is neither.
    """
    data = path.read_bytes()
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding).split("\n")
    except UnicodeDecodeError as exc:
        fault = exc
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise GlossaryError(f"is not UTF-8 (byte {fault.start}); save it as UTF-8.", path=path) from fault
    if "\0" in text:
        raise GlossaryError(f"is not UTF-8 (byte {fault.start}); save it as UTF-8.", path=path) from fault
    logger.warning("%s: is not UTF-8; it is read as Windows-1252.", path)
    return text.split("\n")
