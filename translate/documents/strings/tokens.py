"""Escapes: a value comes in as its file writes it, and its tokens go out, each with what it means; and texts back."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from translate.data import LINE_BREAK, TAB
from translate.records import dataclass

_CODES = {"\n": LINE_BREAK, "\t": TAB}
BRANCH = "x-branch"
"""Type of what parts texts of which one is shown, such as the forms of a plural."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a file writes, `native`, and what it means; `code` is the type of an inline code, empty for text.

    Words between single spaces are one token, as any other character is, for values are long.
    """

    native: str
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Escaping:
    """How a kind of file writes characters.

    `split` parts a value as it is written into tokens; `write` returns how a text is written.
    """

    split: Callable[[str], Iterator[Token]]
    write: Callable[[str], str]
    held: re.Pattern[str] | None = None
    """Finds placeholders of the kind, which other texts do not have and which stand for words."""


def token(native: str, text: str) -> Token:
    """Return the token of one character, or of none; what parts lines and cells is a code."""
    text = "\n" if text in ("\r\n", "\r") else text
    return Token(native, text, _CODES.get(text, ""))


def units_token(escape: str) -> Token:
    """Return the token of escapes of UTF-16 units such as `\\ud83d\\ude00`; one that is half a character is a code."""
    units = bytes.fromhex(re.sub(r"\\[uU]", "", escape))
    try:
        return token(escape, units.decode("utf-16-be"))
    except UnicodeDecodeError:
        return Token(escape, escape, "x-unit")


def split_escapes(native: str, pattern: re.Pattern[str], signs: Mapping[str, str]) -> Iterator[Token]:
    """Part a value with backslash escapes into tokens.

    :param pattern: finds one token at a time: escapes of UTF-16 units, `\\` with the sign behind it, a character.
    :param signs: what the letters behind `\\` mean; any other sign means itself.
    """
    for match in pattern.finditer(native):
        one = match[0]
        if one[:2] in ("\\u", "\\U") and len(one) > 2:
            yield units_token(one)
        else:
            yield token(one, signs.get(one[1:], one[1:]) if one.startswith("\\") else one)


_BRANCH_HEAD = re.compile(
    r"\s*(?:\{\d+(?:,\d+)*\}|[\[\]](?:-?\d+|-Inf|\*)\s*,\s*(?:-?\d+|\+?Inf|\*)[\[\]]|[a-z]+:(?=\s))\s*", re.ASCII
)
_LONGEST_HEAD = 24


def part_branches(tokens: Iterator[Token]) -> Iterator[Token]:
    """Turn bars between the forms of a plural, and the numbers that forms are for, into what parts texts.

    So `{0} Aucun|[1,*] Des fichiers` of Laravel and Symfony, and `un | deux` of Vue: a bar within braces is a filter.
    """
    found = list(tokens)
    bars = set(_bars(found)) if any(one.text == "|" for one in found) else set()
    if not bars:
        yield from found
        return
    number = 0
    while number < len(found):
        if number in bars:
            yield Token(found[number].native, "|", BRANCH)
            number += 1
        if number - 1 in bars or number == 0:
            head = _BRANCH_HEAD.match("".join(one.text for one in found[number : number + _LONGEST_HEAD]))
            end = number
            while head and end < len(found) and sum(len(one.text) for one in found[number : end + 1]) <= head.end():
                yield Token(found[end].native, found[end].text, BRANCH)
                end += 1
            if end > number:
                number = end
                continue
        if number < len(found) and number not in bars:
            yield found[number]
            number += 1


def _bars(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the numbers of bars that stand alone and in no braces."""
    depth = 0
    for number, one in enumerate(tokens):
        depth += {"{": 1, "}": -1}.get(one.text, 0)
        if one.text == "|" and depth == 0:
            beside = (
                tokens[number - 1].text if number else "",
                "".join(t.text for t in tokens[number + 1 : number + 2]),
            )
            if "|" not in beside:
                yield number


_SURROGATES = range(0xD800, 0xE000)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def escape_beyond(text: str, last: str, form: str = "\\u{:04x}") -> str:
    """Write control characters, and those behind `last`, the last that a file can hold, as escapes of UTF-16 units."""
    if all(sign <= last for sign in text) and not _CONTROL.search(text):
        return text
    done: list[str] = []
    for sign in text:
        is_plain = sign <= last and not _CONTROL.match(sign)
        units = b"" if is_plain else sign.encode("utf-16-be", "surrogatepass")
        done += [form.format(units[at] << 8 | units[at + 1]) for at in range(0, len(units), 2)] if units else [sign]
    return "".join(done)


_UNIT = re.compile(r"\\[uU][0-9a-fA-F]{4}")


def escaped_as(written: str, native: str, form: str = "\\u{:04x}") -> str:
    """Write a text in place of one that has escapes for all that is no ASCII in escapes too."""
    return escape_beyond(written, "\x7f", form) if native.isascii() and _UNIT.search(native) else written


def character_of(digits: str, escape: str) -> str:
    """Return the character of a code point in hexadecimal digits; the escape itself where it is of none."""
    point = int(digits, 16)
    return chr(point) if point <= sys.maxunicode and point not in _SURROGATES else escape
