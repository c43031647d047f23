"""Arrays of texts in PHP, as Laravel, Symfony and others keep their messages: strings in them; keys and code stay.

Read are `return [...]`, `$texts = [...]`, `$texts['key'] = '...'` and `define('KEY', '...')` (*PHP Manual, Strings*).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.tokens import Escaping, Token, character_of, escape_beyond, part_branches, token
from translate.documents.strings.values import StringsFile, Value, is_text
from translate.records import dataclass
from translate.text.faults import FaultError

_LEXEME = re.compile(
    r"""(?P<comment>//[^\r\n]*|\#(?!\[)[^\r\n]*|/\*.*?\*/)
    | '(?P<single>(?:\\.|[^'\\])*+)'
    | "(?P<double>(?:\\.|[^"\\])*+)"
    | <<<[^\S\r\n]*(?P<quote>['"]?)(?P<name>[A-Za-z_]\w*)(?P=quote)\r?\n(?P<here>.*?)(?<=\n)[^\S\r\n]*(?P=name)\b
    | (?P<variable>\$\w+)
    | (?P<word>[A-Za-z_\\][\w\\]*|\d[\w.]*)
    | (?P<sign>=>|[\[\](){},;=.])
    | (?P<fault>['"]|/\*)""",
    re.VERBOSE | re.DOTALL,
)
_START = re.compile(r"<\?php\b|<\?=|<\?(?=\s)", re.IGNORECASE)
_END = "?>"
_DEEPEST = 200
"""Brackets within brackets, or keys behind a name. Each has a path, so that without a limit paths take all memory."""
_PROGRAM = ("function", "class", "interface", "trait", "echo")
_SINGLE = re.compile(r"\\[\\']|\r\n|\w+(?: \w+)*|.", re.DOTALL)
_DOUBLE = re.compile(r"\\(?:u\{[0-9A-Fa-f]+\}|x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)|\r\n|\w+(?: \w+)*|.", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\n", "v": "\v", "f": "\f", "e": "\x1b", "\\": "\\", "$": "$", '"': '"'}
_NAMED = r"(?<![\w:]):[A-Za-z_]\w*|%[A-Za-z]\w*%|(?<!\S)[@!][a-z]\w*|(?<![\w$])\$[a-z_]\w*"
_HELD = re.compile(_NAMED)
_HELD_DOUBLE = re.compile(rf"\{{\$[^{{}}]*\}}|\$\{{\w+\}}|\$[A-Za-z_]\w*(?:->\w+|\[\w+\])?|{_NAMED}")


@dataclass(slots=True)
class _Open:
    """Brackets that are open: `kind` is `array`, `index`, `define`, `group`, or `other` where nobody reads in them.

    `number` counts what stands between commas, `key` is that of the value that comes next.
    """

    kind: str
    path: tuple[str, ...]
    number: int = 0
    key: str | None = None


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the texts of arrays.

    :raises FaultError: where the file is no PHP, or a program.
    """
    text = file.text
    start = _START.search(text)
    if start is None:
        if not text.strip():
            return
        raise FaultError("is no PHP; expected <?php and arrays of texts.", 0)
    for begin, end, mark, path in _iter_strings(text, start.end()):
        escaping = _ESCAPINGS[mark]
        shown = "".join(one.text for one in escaping.split(text[begin:end]))
        if file.keys.offers(path, shown, is_text):
            yield Value(begin, end, path, escaping)


def _iter_strings(text: str, start: int) -> Iterator[tuple[int, int, str, str]]:
    """Yield the strings that are values, with how they are quoted, and their paths."""
    reading = _Reading(text)
    end = len(text) if _END not in text else max(text.rindex(_END), start)
    for match in _LEXEME.finditer(text, start, end):
        if not match["comment"]:
            yield from reading.take(match)
    yield from reading.settle("")


class _Reading:
    """What is open in a file, as far as it is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._around: list[_Open] = []
        self._name: tuple[str, ...] = ()
        """What stands left of `=`, as keys."""
        self._is_assigned = False
        self._string: tuple[int, int, str] | None = None
        """The string that came last, and may be a key or a value."""
        self._before = ""
        """The word or sign before."""

    def take(self, match: re.Match[str]) -> Iterator[tuple[int, int, str, str]]:
        """Read one lexeme; yield the string before where it is a value."""
        word, sign = match["word"] or "", match["sign"] or ""
        if match["fault"]:
            raise _fault("a string or comment that does not end", match.start())
        if word.lower() in _PROGRAM and not self._around:
            message = "is a program in PHP; expected arrays of texts, such as return ['key' => 'text']."
            raise FaultError(message, match.start())
        yield from self.settle(sign)
        for group, mark in _MARKS.items():
            if match[group] is not None:
                self._string = (*match.span(group), mark + (match["quote"] or "" if group == "here" else ""))
        if match["variable"] and not self._around:
            self._name = ()
        self._is_assigned = self._is_assigned or word.lower() == "return"
        self._read(sign, match.start())
        self._before = word or sign or match["variable"] or "string"

    def _read(self, sign: str, place: int) -> None:
        if sign in ("[", "("):
            if len(self._around) + len(self._name) >= _DEEPEST:
                raise _fault(f"brackets are nested more than {_DEEPEST} deep", place)
            inner = self._around[-1] if self._around else None
            path = (*inner.path, _key(inner)) if inner else self._name
            self._around.append(_Open(self._kind_of(sign), path))
        elif sign in ("]", ")"):
            if not self._around:
                raise _fault("a bracket is closed that is not open", place)
            self._around.pop()
        elif sign == "," and self._around:
            self._around[-1].number += 1
            self._around[-1].key = None
        elif sign == "=>" and self._around and self._around[-1].key is None:
            self._around[-1].key = self._before
        elif sign == "=" and not self._around:
            self._is_assigned = True
        elif sign == ";" and not self._around:
            self._name, self._is_assigned = (), False

    def _kind_of(self, bracket: str) -> str:
        if bracket == "[":
            is_index = self._before.startswith("$") or self._before == "]"
            return "index" if is_index else "array"
        word = self._before.lower()
        if word in ("array", "define"):
            return word
        return "other" if word[:1].isalpha() or word.startswith("$") else "group"

    def settle(self, sign: str) -> Iterator[tuple[int, int, str, str]]:
        """Yield the string that came last where it is a value; of a key, remember it."""
        if self._string is None:
            return
        start, end, mark = self._string
        self._string = None
        inner = self._around[-1] if self._around else None
        if inner is None:
            if self._is_assigned:
                yield start, end, mark, ".".join(self._name)
        elif sign == "=>":
            inner.key = self._text[start:end]
        elif inner.kind == "index" and len(self._around) == 1:
            self._name = (*self._name, self._text[start:end])
        elif inner.kind == "define" and inner.number == 0:
            inner.path = (*inner.path, self._text[start:end])
        elif inner.kind != "index" and all(one.kind != "other" for one in self._around):
            own = () if inner.kind in ("define", "group") else (_key(inner),)
            yield start, end, mark, ".".join((*inner.path, *own))


def _key(inner: _Open) -> str:
    return str(inner.number) if inner.key is None else inner.key


def _fault(what: str, place: int) -> FaultError:
    return FaultError(f"not valid PHP ({what}); correct the file.", place)


def _split_single(native: str) -> Iterator[Token]:
    found = (token(one, one[1] if one[0] == "\\" and len(one) > 1 else one) for one in _SINGLE.findall(native))
    return part_branches(found)


def _split_double(native: str) -> Iterator[Token]:
    return part_branches(token(one, _meaning(one)) for one in _DOUBLE.findall(native))


def _meaning(one: str) -> str:
    if len(one) < 2 or one[0] != "\\":
        return one
    if one.startswith("\\u{"):
        return character_of(one[3:-1], one)
    if one.startswith("\\x") and len(one) > 2:
        return chr(int(one[2:], 16))
    return chr(int(one[1:], 8)) if one[1:].isdigit() else _SIGNS.get(one[1], one)


def _split_raw(native: str) -> Iterator[Token]:
    return part_branches(token(one, one) for one in re.findall(r"\r\n|\w+(?: \w+)*|.", native, re.DOTALL))


def _write_single(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")


def _write_double(text: str) -> str:
    return _write_here(text).replace('"', '\\"').replace("\n", "\\n")


def _write_here(text: str) -> str:
    return escape_beyond(text.replace("\\", "\\\\").replace("$", "\\$"), chr(sys.maxunicode), "\\x{:02x}")


_MARKS = {"single": "'", "double": '"', "here": "<<<"}
_ESCAPINGS = {
    "'": Escaping(_split_single, _write_single, _HELD),
    '"': Escaping(_split_double, _write_double, _HELD_DOUBLE),
    "<<<": Escaping(_split_double, _write_here, _HELD_DOUBLE),
    '<<<"': Escaping(_split_double, _write_here, _HELD_DOUBLE),
    "<<<'": Escaping(_split_raw, str, _HELD),
}
"""By how a string begins."""

READER = StringsReader("php", find_values)
