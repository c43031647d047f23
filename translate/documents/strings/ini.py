"""Settings by lines, `key = value` under `[section]` (.ini, .cfg), and the desktop entries of freedesktop.org.

Comments are lines that begin with `;` or `#`; a sign of them within a line is text, as Python's `configparser` has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.tokens import BRANCH, Escaping, Token, token
from translate.documents.strings.values import StringsFile, Value, is_prose, is_text

_LINE = re.compile(
    r"""^(?:[^\S\r\n]*(?P<comment>[;\#][^\r\n]*)
    |[^\S\r\n]*\[(?P<section>[^\]\r\n]*)\][^\r\n]*
    |(?![^\S\r\n]*[\w.-]+[^\S\r\n]*=)[^\S\r\n]+(?P<rest>[^\r\n]+)
    |(?P<key>[^=:\r\n]+?)[^\S\r\n]*[=:][^\S\r\n]*(?P<value>[^\r\n]*)
    |[^\r\n]*)""",
    re.VERBOSE | re.MULTILINE,
)
_TOKEN = re.compile(r"\r?\n[^\S\r\n]*|\w+(?: \w+)*|.", re.DOTALL)
_QUOTED = re.compile(r"""(["'])(?P<inner>.*)\1\s*""")
_DESKTOP = re.compile(r"Name|GenericName|Comment|Keywords|X-GNOME-FullName|X-KDE-Keywords")
_LISTS = ("Keywords", "X-KDE-Keywords")
_DESKTOP_TOKEN = re.compile(r"\\.|\w+(?: \w+)*|.")
_DESKTOP_SIGNS = {"s": " ", "n": "\n", "t": "\t", "r": "\n", "\\": "\\", ";": ";"}


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the values of settings that read as texts; a path is the section and the key."""
    for section, key, first, last in _iter_values(file.text):
        path = ".".join(filter(None, (section, key)))
        quoted = _QUOTED.fullmatch(file.text, first, last)
        start, end = quoted.span("inner") if quoted else (first, last)
        if file.keys.offers(path, file.text[start:end], is_prose):
            yield Value(start, end, path, Escaping(_split, _writes(quoted[1] if quoted else "")))


def find_entries(file: StringsFile) -> Iterator[Value]:
    """Yield the names, comments and keywords of a desktop entry that are of no language of their own."""
    for section, key, start, end in _iter_values(file.text):
        path = ".".join(filter(None, (section, key)))
        is_named = _DESKTOP.fullmatch(key) is not None
        if file.keys.offers(path, file.text[start:end], is_text if is_named else lambda text: False):
            yield Value(start, end, path, _LIST if key in _LISTS else _ENTRY)


def _iter_values(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield section, key and place of each value, with the indented lines in which it goes on."""
    section, found = "", None
    for match in _LINE.finditer(text):
        if match["rest"] is not None:
            found = (*found[:3], match.end("rest")) if found else None
            continue
        if found:
            yield found
        found = None
        if match["section"] is not None:
            section = match["section"].strip()
        elif match["key"] is not None:
            found = (section, match["key"].strip(), *match.span("value"))
    if found:
        yield found


def _writes(mark: str) -> Callable[[str], str]:
    """Return how a value is written between quotation marks of a kind, of which it has none itself."""
    other = {'"': "\u201d", "'": "\u2019"}.get(mark, "")
    return lambda text: text.replace(mark, other) if mark else text


def _split(native: str) -> Iterator[Token]:
    return (token(one, "\n" if "\n" in one else one) for one in _TOKEN.findall(native))


def _split_entry(native: str) -> Iterator[Token]:
    for one in _DESKTOP_TOKEN.findall(native):
        yield token(one, _DESKTOP_SIGNS.get(one[1], one) if one[0] == "\\" and len(one) > 1 else one)


def _split_list(native: str) -> Iterator[Token]:
    """Part a list, each of whose items is a text."""
    return (Token(one.native, ";", BRANCH) if one.native == ";" else one for one in _split_entry(native))


def _write_entry(text: str) -> str:
    return text.replace("\\", "\\\\")


_ENTRY = Escaping(_split_entry, _write_entry)
_LIST = Escaping(_split_list, lambda text: _write_entry(text).replace(";", "\\;"))

INI = StringsReader("ini", find_values)
DESKTOP = StringsReader("desktop", find_entries)
