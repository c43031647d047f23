"""JSON (RFC 8259): the strings of objects and lists that read as texts, by their paths; keys stay, and all else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from translate.documents.strings.json_messages import Messages
from translate.documents.strings.json_places import read_json
from translate.documents.strings.reader import StringsReader
from translate.documents.strings.tokens import Escaping, Token, escape_beyond, escaped_as, part_branches, split_escapes
from translate.documents.strings.values import StringsFile, Value

_TOKEN = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\.|\w+(?: \w+)*|.", re.DOTALL)
_LEXEME = re.compile(r'"(?P<string>(?:\\.|[^"\\])*)"|(?P<sign>[\[\]{},:])')
_SIGNS = {"n": "\n", "t": "\t", "r": "\n", "b": "\b", "f": "\f"}
_ESCAPED = re.compile(r"\\u(?!20[0-2])[0-9a-fA-F]{4}")
_CONTROL = re.compile(r"[\x00-\x1f]")
_HELD = re.compile(r"\{\$\w+\}|\$t\([^()]*\)|@:\(?[\w.]+\)?|%[A-Za-z]\w*%")
"""Placeholders of Angular, i18next, Vue and Symfony."""


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the strings of a JSON text that read as texts for people.

    :raises FaultError: where it is no JSON.
    """
    read_json(file.text)
    last = "\x7f" if file.text.isascii() and _ESCAPED.search(file.text) else file.last_character
    escaping = Escaping(_split, lambda text: write_string(text, last), _HELD)
    messages = Messages.of(path for _, _, path in iter_strings(file.text))
    for start, end, path in iter_strings(file.text):
        text = "".join(one.text for one in split_string(file.text[start:end]))
        if file.keys.offers(".".join(path), text, partial(messages.offers, path)):
            yield Value(start, end, ".".join(path), escaping, escaped_as)


def iter_strings(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the places of all strings that are values, and the path to each, which is true until the next one."""
    path: list[str] = []
    numbers: list[int | None] = []  # of the next element; None in an object
    key: tuple[int, int] | None = None
    for match in _LEXEME.finditer(text):
        sign = match["sign"]
        if sign is None:
            if numbers and numbers[-1] is None and key is None:
                key = match.span("string")
                path[-1] = text[slice(*key)]
            else:
                yield *match.span("string"), path
        elif sign in "[{":
            numbers.append(0 if sign == "[" else None)
            path.append("0")
            key = None
        elif sign in "]}":
            numbers.pop()
            path.pop()
        elif sign == ",":
            key = None
            number = numbers[-1]
            if number is not None:
                numbers[-1] = number + 1
                path[-1] = str(number + 1)


def _split(native: str) -> Iterator[Token]:
    return part_branches(split_string(native))


def split_string(native: str) -> Iterator[Token]:
    """Part a string as it is written, without quotation marks, into tokens."""
    return split_escapes(native, _TOKEN, _SIGNS)


def write_string(text: str, last: str) -> str:
    """Return how a text is written between quotation marks; characters behind `last` are escapes."""
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return escape_beyond(_CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text), last)


READER = StringsReader("json", find_values)
