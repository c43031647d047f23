"""How gettext writes strings: a text comes in, and the quoted lines of a PO file go out, wrapped as its tools do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.documents.strings.tokens import Token, token
from translate.languages import find_language

_TOKEN = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|.)|.", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_WIDTH = 79
_LONG = re.compile(rf'^(?:msg[^\n"]*)?"[^\n]{{{_WIDTH},}}"\r?$', re.MULTILINE)
_PART = re.compile(r"(?:\\n|(?!\\n).)*?(?:\\n|\Z)", re.DOTALL)
_WORD = re.compile(r"(?:\\.|[^ \\])*(?: +|\Z)", re.DOTALL)
_LANGUAGE = re.compile(r"(?<![\w-])(Language: ?)[\w@.-]*(?=\\n)")
_PLURALS = re.compile(r"(Plural-Forms: ?)nplurals=(?P<count>\d)[^\\]*(?=\\n)")


def split(native: str) -> Iterator[Token]:
    """Part a string as it is written, without quotation marks, into tokens."""
    for match in _TOKEN.finditer(native):
        one = match[0]
        yield token(one, _SIGNS.get(one[1:], one[1:]) if one.startswith("\\") else one)


def escape(text: str) -> str:
    """Return how a text is written between quotation marks."""
    return "".join(_WRITTEN.get(sign, sign) for sign in text)


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


def with_languages(header: str, language: str) -> str:
    """Return the header of a catalogue with the language of its translations, and its rule for plural forms.

    The rule stays where the language's has another count of forms, for the messages have those of the file.
    """
    header = _LANGUAGE.sub(lambda match: match[1] + language.replace("-", "_"), header)
    rule = find_language(language).plural_forms
    match = _PLURALS.search(header)
    if rule and match and rule.startswith(f"nplurals={match['count']};"):
        header = _PLURALS.sub(lambda match: match[1] + rule, header)
    return header
