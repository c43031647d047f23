"""Apple's `.strings`: `"key" = "value";` with comments (*Apple, Resource Programming Guide, String Resources*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.tokens import Escaping, Token, escape_beyond, escaped_as, split_escapes
from translate.documents.strings.values import StringsFile, Value, is_text

_STRING = r'"(?:\\.|[^"\\])*"'
_PAIR = re.compile(
    rf"/\*.*?(?:\*/|\Z)|//[^\r\n]*|(?P<key>{_STRING}|[\w.$/:-]+)\s*=\s*\"(?P<value>(?:\\.|[^\"\\])*)\"\s*;",
    re.DOTALL,
)
_TOKEN = re.compile(r"(?:\\[uU][0-9a-fA-F]{4})+|\\.|\r\n|\w+(?: \w+)*|.", re.DOTALL)
_FORM = "\\U{:04x}"
_SIGNS = {"n": "\n", "t": "\t", "r": "\n"}


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the values of a strings file that are texts."""
    escaping = Escaping(_split, lambda text: _write(text, file.last_character))
    for match in _PAIR.finditer(file.text):
        if match["key"]:
            path = match["key"].strip('"')
            if file.keys.offers(path, "".join(one.text for one in _split(match["value"])), is_text):
                yield Value(*match.span("value"), path, escaping, _as_escaped)


def _as_escaped(written: str, native: str) -> str:
    return escaped_as(written, native, _FORM)


def _split(native: str) -> Iterator[Token]:
    return split_escapes(native, _TOKEN, _SIGNS)


def _write(text: str, last: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return escape_beyond(text, last, _FORM)


READER = StringsReader("strings", find_values)
