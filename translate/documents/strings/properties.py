"""Java properties (`java.util.Properties.load`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.tokens import Escaping, Token, escape_beyond, token, units_token
from translate.documents.strings.values import StringsFile, Value, is_text, wrapped_as

_ENTRY = re.compile(
    r"^[ \t\f]*(?:[#!][^\r\n]*|(?P<key>(?:\\(?:\r\n|.)|[^\\=:\s#!])(?:\\(?:\r\n|.)|[^\\=:\s])*)"
    r"(?:[ \t\f]*[=:])?[ \t\f]*(?P<value>(?:\\(?:\r\n|.)|[^\\\r\n])*))",
    re.MULTILINE | re.DOTALL,
)
_TOKEN = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\(?:\r\n|\r|\n)[ \t\f]*|\\.|\w+(?: \w+)*|.", re.DOTALL)
_CONTINUED = re.compile(r"\\(?:\r\n|\r|\n)[ \t\f]*")
_SIGNS = {"n": "\n", "t": "\t", "r": "\n", "f": " "}
_ESCAPED = re.compile(r"\\u[0-9a-fA-F]{4}")


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the values of a properties file that are texts.

    Characters are written as escapes where the file has such, where it is ASCII, and where its encoding lacks them.
    """
    last = "\x7f" if file.text.isascii() or _ESCAPED.search(file.text) else file.last_character
    escaping = Escaping(_split, lambda text: _write(text, last))
    for match in _entries(file.text):
        path = match["key"].replace("\\", "")
        if file.keys.offers(path, "".join(one.text for one in _split(match["value"])), is_text):
            yield Value(*match.span("value"), path, escaping, _wrapped)


def _entries(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _ENTRY.finditer(text) if match["key"])


def _split(native: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(native):
        one = match[0]
        if one.startswith("\\u") and len(one) > 2:
            yield units_token(one)
        elif one.startswith("\\"):
            yield token(one, "" if one[1:2] in "\r\n" else _SIGNS.get(one[1:], one[1:]))
        else:
            yield token(one, one)


def _write(text: str, last: str) -> str:
    return escape_beyond(text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"), last)


def _wrapped(text: str, native: str) -> str:
    return wrapped_as(text, native, _CONTINUED, "")


READER = StringsReader("properties", find_values, encoding="latin-1")
