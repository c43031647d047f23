"""Fluent 1.0 (.ftl; *Project Fluent, Syntax Guide*): texts of messages, terms, attributes and variants.

Placeables, `{ $name }`, stay at their words; what a select says is translated variant by variant, and the text around
it apart. Identifiers, comments and indents stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.tokens import Escaping, Token, character_of, escape_beyond, token
from translate.documents.strings.values import StringsFile, Value, is_text
from translate.text.faults import FaultError

_ENTRY = re.compile(r"^(?P<name>-?[A-Za-z][\w-]*)[ ]*=[ ]*", re.MULTILINE)
_ATTRIBUTE = re.compile(r"\s*^[ ]+\.(?P<name>[A-Za-z][\w-]*)[ ]*=[ ]*", re.MULTILINE)
_VARIANT = re.compile(r"\s*\*?\[\s*(?P<key>[\w.-]+)\s*\][ ]*")
_GOES_ON = re.compile(r"(?:[ ]*\r?\n)+[ ]+(?![ .*\[}\r\n])|(?:[ ]*\r?\n)+[ ]*(?=\{)")
_IN_TEXT = re.compile(r"[^{}\r\n]+|\r(?!\n)")
_IN_PLACEABLE = re.compile(r'"(?P<literal>(?:\\.|[^"\\\n])*)"|(?P<arrow>->)|(?P<sign>[{}])|(?P<fault>")|[^"{}-]+|-')
_TOKEN = re.compile(r'\{(?:"(?:\\.|[^"\\\n])*"|[^{}"])*\}|(?:[ ]*\r?\n)+[ ]*|\w+(?: \w+)*|.', re.DOTALL)
_LITERAL = re.compile(r'\{\s*"((?:\\.|[^"\\\n])*)"\s*\}')
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))")
_BRACE = re.compile(r"[{}\x00-\x08\x0b\x0c\x0e-\x1f]")
_SPECIAL = re.compile(r"(?:\A|(?<=\n))([ ]*)([.*\[])")
"""What a line of a text may not begin with."""
_MAX_NESTING = 50


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the texts of a file of Fluent.

    :raises FaultError: where a brace is open that nobody closes, or closed that nobody opened.
    """
    text = file.text
    position = 0
    while entry := _ENTRY.search(text, position):
        reading = _Reading(text)
        position = reading.pattern(entry.end(), entry["name"], 0)
        end = len(reading.texts)
        while attribute := _ATTRIBUTE.match(text, position):
            position = reading.pattern(attribute.end(), f"{entry['name']}.{attribute['name']}", 0)
        if entry["name"].startswith("-"):
            del reading.texts[end:]  # attributes of a term choose variants, and nobody reads them
        for start, end, path in reading.texts:
            shown = "".join(one.text for one in _split(text[start:end]) if not one.code)
            if file.keys.offers(path, shown, is_text):
                yield Value(start, end, path, _ESCAPING, _as_lines)


class _Reading:
    """The texts of a message, as far as it is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.texts: list[tuple[int, int, str]] = []

    def pattern(self, position: int, path: str, depth: int) -> int:
        """Read what a message, an attribute or a variant says, and return where it ends."""
        text, start = self._text, position
        while position < len(text):
            if text[position] == "{":
                end, variants = self._placeable(position, depth)
                if variants:
                    self._put(start, position, path)
                    end = start = self._variants(variants, path, depth, position)
                position = end
            elif text[position] == "}":
                raise _fault("a brace is closed that is not open", position)
            elif more := _IN_TEXT.match(text, position):
                position = more.end()
            elif line := _GOES_ON.match(text, position):
                position = line.end()
            else:
                break
        self._put(start, position, path)
        return position

    def _put(self, start: int, end: int, path: str) -> None:
        if start < end:
            self.texts.append((start, end, path))

    def _placeable(self, opening: int, depth: int) -> tuple[int, int]:
        """Return where a placeable ends, and where the variants of it begin; 0 where it has none."""
        if depth >= _MAX_NESTING:
            raise _fault("braces are nested too deeply", opening)
        position, level = opening, 0
        while one := _IN_PLACEABLE.match(self._text, position):
            position = one.end()
            if one["fault"]:
                raise _fault("a string that does not end", one.start())
            if one["arrow"] and level == 1:
                return position, position
            level += {"{": 1, "}": -1}.get(one["sign"] or "", 0)
            if level == 0:
                return position, 0
        raise _fault("a brace is not closed", opening)

    def _variants(self, position: int, path: str, depth: int, opening: int) -> int:
        """Read the variants of a select, and return where it ends."""
        while variant := _VARIANT.match(self._text, position):
            position = self.pattern(variant.end(), f"{path}.{variant['key']}", depth + 1)
        closing = re.compile(r"\s*\}").match(self._text, position)
        if closing is None:
            raise _fault("a select is not closed, or has no variants", opening)
        return closing.end()


def _fault(what: str, place: int) -> FaultError:
    return FaultError(f"not valid Fluent ({what}); correct the file.", place)


def _split(native: str) -> Iterator[Token]:
    for one in _TOKEN.findall(native):
        if one.startswith("{") and len(one) > 1:
            yield _placeable(one)
        elif "\n" in one:
            yield Token(one, "\n", token(one, "\n").code)
        else:
            yield token(one, one)


def _placeable(native: str) -> Token:
    """Return a placeable; a string in one is text, but for braces, which other texts have around placeholders."""
    literal = _LITERAL.fullmatch(native)
    if not literal:
        return Token(native, native, "x-var")
    text = _ESCAPE.sub(lambda one: character_of(one[1] or one[2], one[0]) if one[1] or one[2] else one[3], literal[1])
    return Token(native, native, "x-quoted") if _BRACE.search(text) else token(native, text)


def _write(text: str) -> str:
    """Write a text in which braces and control characters are strings."""
    return _BRACE.sub(lambda match: f'{{"{escape_beyond(match[0], "~")}"}}', text)


def _as_lines(text: str, native: str) -> str:
    """Write lines none of which begins as an attribute or a variant does."""
    return _SPECIAL.sub(r'\1{"\2"}', text)


_ESCAPING = Escaping(_split, _write)
READER = StringsReader("fluent", find_values)
