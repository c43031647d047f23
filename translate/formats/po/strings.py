"""Strings of gettext: a text comes in, and the quoted lines of a PO file go out, wrapped as its tools do; and back."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|.)|\w+(?: \w+)*|.", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_CONTROL = re.compile(r"[\x00-\x1f]")
_WIDTH = 79
_LONG = re.compile(rf'^(?:msg[^\n"]*)?"[^\n]{{{_WIDTH},}}"\r?$', re.MULTILINE)
_PART = re.compile(r"(?:\\n|(?!\\n).)*?(?:\\n|\Z)", re.DOTALL)
_WORD = re.compile(r"(?:\\.|[^ \\])*(?: +|\Z)", re.DOTALL)


def iter_read(native: str) -> Iterator[tuple[str, str]]:
    """Yield characters and words of a string as it is written, without quotation marks, each with what it means."""
    for match in _TOKEN.finditer(native):
        yield match[0], _meaning(match[0])


def read(native: str) -> str:
    """Return what a string means."""
    return "".join(shown for _, shown in iter_read(native)) if "\\" in native else native


def _meaning(one: str) -> str:
    if len(one) < 2 or one[0] != "\\":
        return one
    if one[1] in "01234567":
        return chr(int(one[1:], 8))
    return chr(int(one[2:], 16)) if one[1] == "x" and len(one) > 2 else _SIGNS.get(one[1], one[1])


def escape(text: str) -> str:
    """Return how a text is written between quotation marks."""
    written = "".join(_WRITTEN.get(sign, sign) for sign in text)
    return _CONTROL.sub(lambda match: f"\\{ord(match[0]):03o}", written)


def wraps(text: str) -> bool:
    """Tell whether a catalogue parts its long strings, as gettext does unless it is told not to."""
    return _LONG.search(text) is None


def quoted(written: str, keyword: int, end: str, *, wraps: bool) -> str:
    """Return a string in quotation marks: on one line where it fits behind its keyword, else on lines of its own.

    :param keyword: length of the keyword.
    :param end: what ends a line.
    """
    parts = [part for part in _PART.findall(written) if part]
    if len(parts) <= 1 and (not wraps or keyword + len(written) + 3 <= _WIDTH):
        return f'"{written}"'
    lines = [""]
    for part in parts:
        line = ""
        for word in filter(None, _WORD.findall(part) if wraps else [part]):
            if line and len(line) + len(word) + 2 > _WIDTH:
                lines.append(line)
                line = ""
            line += word
        lines.append(line)
    return end.join(f'"{line}"' for line in lines)
