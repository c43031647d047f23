"""Compiled catalogues of gettext, `.mo` (*GNU gettext manual*, chapter 10.3): a PO file comes in, the messages go out.

As with `msgfmt`, what nobody has translated is left out, and what is marked `fuzzy` unless somebody asks for it.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path

from translate.errors import FormatError
from translate.files import replace_file
from translate.formats.po.entries import Entry, Text, read_entries
from translate.formats.po.strings import read
from translate.text.faults import FaultError

_MAGIC = 0x950412DE
_HEAD = 28
"""Bytes before the first table."""
_CONTEXT = "\x04"
_CHARSET = re.compile(rb"charset=([\w.:-]+)")


def write_compiled(source: Path, target: Path, *, with_drafts: bool = False) -> tuple[int, int]:
    """Write the messages of a PO file as a compiled catalogue.

    :param with_drafts: whether those marked `fuzzy` are taken, too.
    :return: how many messages there are in it, and how many were left out.
    :raises FormatError: where the file cannot be read, with its line.
    :raises OutputError: where the disk refuses.
    """
    try:
        data = source.read_bytes()
        said = _CHARSET.search(data)
        charset = said[1].decode() if said and said[1] != b"CHARSET" else "utf-8"
        text = data.decode(charset).removeprefix("\ufeff")
    except OSError as exc:
        raise FormatError(f"cannot be read: {exc.strerror or exc}.", path=source) from exc
    except (ValueError, LookupError) as exc:
        raise FormatError("not in the encoding that its header names; correct the header.", path=source) from exc
    try:
        entries = list(read_entries(text))
        messages = dict(_messages(text, entries, with_drafts=with_drafts))
    except FaultError as exc:
        line, column = exc.line_and_column(text)
        raise FormatError(exc.message, path=source, line=line, column=column) from exc
    with replace_file(target) as file:
        file.write(compiled({key.encode(charset): value.encode(charset) for key, value in messages.items()}))
    count = len(messages) - ("" in messages)
    return count, len(entries) - len(messages)


def compiled(messages: dict[bytes, bytes]) -> bytes:
    """Return the compiled catalogue of messages, which stand in the order of their bytes and end with NUL."""
    tables: tuple[list[bytes], list[bytes]] = [], []
    strings: list[bytes] = []
    place = _HEAD + 16 * len(messages)
    for number, table in enumerate(tables):
        for pair in sorted(messages.items()):
            table.append(struct.pack("<II", len(pair[number]), place))
            strings.append(pair[number] + b"\0")
            place += len(pair[number]) + 1
    behind = _HEAD + 8 * len(messages)
    head = struct.pack("<7I", _MAGIC, 0, len(messages), _HEAD, behind, 0, behind + 8 * len(messages))
    return b"".join([head, *tables[0], *tables[1], *strings])


def _messages(text: str, entries: list[Entry], *, with_drafts: bool) -> Iterator[tuple[str, str]]:
    for entry in entries:
        assert entry.text
        key = _said(text, entry.text)
        is_header = not key and entry.context is None
        targets = [_said(text, target) for _, target in sorted(entry.targets.items())]
        if not targets[0] or (entry.is_fuzzy and not with_drafts and not is_header):
            continue
        if entry.context is not None:
            key = _said(text, entry.context) + _CONTEXT + key
        if entry.plural is not None:
            key += "\0" + _said(text, entry.plural)
        yield key, "\0".join(targets)


def _said(text: str, string: Text) -> str:
    return read("".join(text[start:end] for start, end in string.pieces))
