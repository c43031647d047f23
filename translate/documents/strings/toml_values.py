"""TOML 1.0: the strings of tables and lists that read as texts, by their paths; keys, comments and quotes stay."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.tokens import Escaping, Token, split_escapes, token
from translate.documents.strings.values import StringsFile, Value, is_prose
from translate.text.faults import FaultError

_LEXEME = re.compile(
    r"""\#[^\n]* | [^\S\n]+ | (?P<mark>\"{3}|'{3}|["']) | (?P<sign>[\[\]{},=\n]) | (?P<bare>[^\s"'\#\[\]{},=]+)""",
    re.VERBOSE,
)
_ENDS = {
    '"""': re.compile(r'(?:\\.|[^\\"]|"(?!""))*+("{3,5})', re.DOTALL),
    "'''": re.compile(r"(?:[^']|'(?!''))*+('{3,5})", re.DOTALL),
    '"': re.compile(r'(?:\\.|[^"\\\n])*+(")'),
    "'": re.compile(r"[^'\n]*+(')"),
}
_TOKEN = re.compile(r"\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[^\S\n]*\r?\n\s*|\\.|\r\n|\w+(?: \w+)*|.", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\n", "b": "\b", "f": "\f"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_PLACE = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the strings of a TOML document that read as texts for people.

    :raises FaultError: where it is no TOML.
    """
    try:
        tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as exc:
        raise _fault(file.text, str(exc)) from exc
    except RecursionError as exc:
        raise FaultError("TOML that is nested too deeply to be read.", 0) from exc
    for start, end, mark, path in _iter_strings(file.text):
        escaping = _ESCAPINGS[mark]
        shown = "".join(one.text for one in escaping.split(file.text[start:end]))
        if file.keys.offers(path, shown, is_prose):
            yield Value(start, end, path, escaping)


def _fault(text: str, message: str) -> FaultError:
    said = _PLACE.search(message)
    place = len(text)
    if said and said["line"]:
        place = sum(len(line) for line in text.splitlines(keepends=True)[: int(said["line"]) - 1])
        place += int(said["column"]) - 1
    return FaultError(f"not valid TOML ({_PLACE.sub('', message)}); correct the file.", place)


def _iter_strings(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the places of all strings that are values, with their quotation mark and path."""
    table = ""
    around: list[tuple[str, int | None]] = []  # path and number of the next element of what is open; None in a table
    key: list[str] = []
    is_key, is_header = True, False
    position = 0
    while match := _LEXEME.match(text, position):
        position = match.end()
        sign, mark = match["sign"], match["mark"]
        if mark:
            end = _ENDS[mark].match(text, position)
            assert end
            start, position = position, end.end()
            if is_key or is_header:
                key.append(text[start : end.start(1)])
            else:
                stop = end.end() - len(mark)
                yield start, stop, mark, _path(table, around, key)
        elif match["bare"]:
            key += [match["bare"]] if is_key or is_header else []
        elif sign == "=" and is_key:
            is_key = False
        elif sign == "\n" and not around:
            is_key, is_header, key = True, False, []
        elif sign == "[" and is_key and not around:
            is_header, key = True, []
        elif sign == "]" and is_header:
            table, key = "".join(key) or table, []
        elif sign in ("[", "{"):
            around.append((_path(table if not around else "", around, key), 0 if sign == "[" else None))
            is_key, key = sign == "{", []
        elif sign in ("]", "}"):
            around.pop()
            is_key, key = False, []
        elif sign == "," and around:
            path, number = around[-1]
            around[-1] = path, None if number is None else number + 1
            is_key, key = number is None, []


def _path(table: str, around: list[tuple[str, int | None]], key: list[str]) -> str:
    if not around:
        return ".".join(filter(None, (table, "".join(key))))
    path, number = around[-1]
    return ".".join(filter(None, (path, "".join(key) if number is None else str(number))))


def _split(native: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(native):
        one = match[0]
        if one.startswith("\\U"):
            yield token(one, chr(int(one[2:], 16)))
        elif one.startswith("\\") and "\n" in one:
            yield Token(one, "")
        else:
            yield from split_escapes(one, _TOKEN, _SIGNS)


def _split_literal(native: str) -> Iterator[Token]:
    return (token(sign, sign) for sign in re.findall(r"\r\n|\w+(?: \w+)*|.", native, re.DOTALL))


def _controls(text: str) -> str:
    """Write control characters, but for line ends, as escapes."""
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


_ESCAPINGS = {
    '"': Escaping(_split, lambda text: _controls(text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"))),
    '"""': Escaping(_split, lambda text: _controls(text.replace("\\", "\\\\").replace('"""', '""\\"'))),
    "'": Escaping(_split_literal, lambda text: text.replace("'", "\u2019")),
    "'''": Escaping(_split_literal, lambda text: text.replace("'''", "\u2019" * 3)),
}
"""By quotation mark. What stands between simple ones knows no escapes, so an apostrophe becomes one of print."""

READER = StringsReader("toml", find_values)
