"""ICU and Java regular expressions come in; expressions for the `regex` module, of bounded length, go out.

The translation bounds every open repetition, because a look-behind that may reach the start of the text makes time
grow with the square of its length. libsegment, the reference implementation in Java, bounds them at 100.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from operator import or_

import regex

from translate.records import dataclass
from translate.segmentation.shapes import ANY_CHARACTER, ANYTHING, NOTHING, Shape, of_letters, one_of
from translate.text.late import late, late_plain

MAX_REPETITIONS = 200
_LINE_ENDS = r"\n\r\u0085\u2028\u2029"
_DOT = f"[^{_LINE_ENDS}]"
_ZERO_WIDTH_ESCAPES = frozenset("bBAzZG")
# What ICU and Java call otherwise.
_ESCAPES = {
    "h": r"[\p{Zs}\t]",
    "H": r"[^\p{Zs}\t]",
    "R": r"(?:\r\n|[\n\x0B\f\r\u0085\u2028\u2029])",
    "v": r"[\n\x0B\f\r\u0085\u2028\u2029]",
    "V": r"[^\n\x0B\f\r\u0085\u2028\u2029]",
    "z": r"\Z",
    "Z": r"(?=\n?\Z)",
    "e": r"\x1B",
}
_PROPERTIES = {"javaUpperCase": "Lu", "javaLowerCase": "Ll", "javaLetter": "L", "javaDigit": "Nd"}
_KNOWN_FLAGS = frozenset("imsxuUdw-")
_KEPT_FLAGS = frozenset("ims-")
_LETTERS = late_plain(r"[^\W_]+(?![*+?{])")
"""Letters and figures that stand for themselves, but one that is repeated."""
_QUANTIFIER = late(r"(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})([?+]?)")
_LOOKS: dict[str, Callable[[Shape], Shape]] = {
    "=": Shape.ahead,
    "<=": Shape.behind,
    "!": Shape.denied,
    "<!": Shape.denied,
    ">": Shape.once,
}
_ESCAPE = late(
    r"\\(?:[pP](?:\{\^?(?P<name>[\w\s=.\-:]+)\}|(?P<short>\w))"
    r"|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>[0-9A-Fa-f]{8})|x\{(?P<braced>[0-9A-Fa-f]{1,6})\}|x(?P<x>[0-9A-Fa-f]{2})"
    r"|0(?P<octal>[0-7]{1,3})|c(?P<control>[A-Za-z@\[\]\\^_])|N\{[^}]+\}|(?P<plain>.))",
    regex.DOTALL,
)
_GROUP = late(r"\((?:\?(?:(?P<look><?[=!]|>|:)|(?P<flags>[A-Za-z-]+)(?P<scope>[:)])|P?<(?P<name>[\w]+)>))?")


class PatternError(ValueError):
    """The expression cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """An expression for the `regex` module (version 1 behaviour), and what is known of it."""

    text: str
    shape: Shape
    ignores_case: bool = False


def translate_pattern(source: str) -> Pattern:
    """Translate an ICU or Java expression.

    :raises PatternError: where it is not an expression, or uses a back-reference.
    """
    reader = _Reader(source)
    text, shape = reader.read_branches(closed=False)
    return Pattern(text, shape, reader.ignores_case)


class _Reader:
    """Recursive descent over one expression. Each method returns the translation of what it read, and its shape."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._dot = _DOT
        self._skips_space = False
        self.ignores_case = False

    def read_branches(self, *, closed: bool) -> tuple[str, Shape]:
        """Read alternatives up to the end of the text, or where `closed`, of the group."""
        parts: list[str] = []
        branches = [NOTHING]
        while self._at < len(self._source):
            character = self._source[self._at]
            if character == ")":
                if not closed:
                    raise PatternError(f"')' at character {self._at + 1} closes nothing")
                self._at += 1
                return "".join(parts), reduce(or_, branches)
            if character == "|":
                self._at += 1
                parts.append("|")
                branches.append(NOTHING)
                continue
            if self._skips_space and (character.isspace() or character == "#"):
                end = self._source.find("\n", self._at) if character == "#" else self._at
                self._at = end + 1 or len(self._source)
                continue
            if letters := _LETTERS.match(self._source, self._at):  # most of all rules: words, and lists of them
                self._at = letters.end()
                parts.append(letters[0])
                branches[-1] = branches[-1].then(of_letters(letters[0]))
                continue
            for text, atom in self._read_item():
                parts.append(text)
                branches[-1] = branches[-1].then(atom)
        if closed:
            raise PatternError("a '(' is never closed")
        return "".join(parts), reduce(or_, branches)

    def _read_item(self) -> Iterator[tuple[str, Shape]]:
        if self._source.startswith(r"\Q", self._at):
            end = self._source.find(r"\E", self._at)
            literal = self._source[self._at + 2 : end if end >= 0 else None]
            self._at = end + 2 if end >= 0 else len(self._source)
            for character in literal[:-1]:
                yield _literal(character), one_of(_literal(character))
            if literal:
                yield self._quantify(_literal(literal[-1]), one_of(_literal(literal[-1])))
            return
        text, shape = self._read_atom()
        yield self._quantify(text, shape)

    def _read_atom(self) -> tuple[str, Shape]:
        character = self._source[self._at]
        if character == "(":
            return self._read_group()
        if character == "[":
            text = self._read_class()
            return text, one_of(text)
        if character == "\\":
            return self._read_escape()
        self._at += 1
        if character == ".":
            return self._dot, one_of(self._dot) if self._dot == _DOT else ANY_CHARACTER
        if character in "^$":
            return character, NOTHING
        if character in "*+?":
            raise PatternError(f"'{character}' at character {self._at} repeats nothing")
        text = _literal(character)
        return text, one_of(text, needed=character)

    def _quantify(self, text: str, shape: Shape) -> tuple[str, Shape]:
        found = _QUANTIFIER.match(self._source, self._at)
        if found is None:
            return text, shape
        self._at = found.end()
        sign, least, comma, most, mode = found.groups()
        if sign:
            least, most = {"*": ("0", ""), "+": ("1", ""), "?": ("0", "1")}[sign]
        elif not comma:
            most = least
        most = most or str(int(least) + MAX_REPETITIONS)
        if int(least) > int(most):
            raise PatternError(f"the repetition {{{least},{most}}} is empty")
        repeated = shape.repeated(int(least), int(most), is_possessive=mode == "+")
        return f"{text}{{{least},{most}}}{mode}", repeated

    def _read_group(self) -> tuple[str, Shape]:
        if self._source.startswith("(?#", self._at):
            end = self._source.find(")", self._at)
            self._at = end + 1 or len(self._source)
            return "", NOTHING
        found = _GROUP.match(self._source, self._at)
        if found is None or (found.end() == self._at + 1 and self._source.startswith("(?", self._at)):
            raise PatternError(f"the group at character {self._at + 1} is of an unknown type")
        self._at = found.end()
        flags = found["flags"]
        kept = ""
        outside = self._dot, self._skips_space
        if flags is not None:
            self._use_flags(flags)
            kept = "".join(flag for flag in flags if flag in _KEPT_FLAGS).rstrip("-")
            if found["scope"] == ")":
                return (f"(?{kept})" if kept else ""), NOTHING
        text, shape = self.read_branches(closed=True)
        self._dot, self._skips_space = outside
        look = found["look"] or f"{kept}:"
        return f"(?{look}{text})", _LOOKS[look](shape) if look in _LOOKS else shape

    def _use_flags(self, flags: str) -> None:
        unknown = set(flags) - _KNOWN_FLAGS
        if unknown:
            raise PatternError(f"unknown flag '{min(unknown)}'")
        on, _, off = flags.partition("-")
        self.ignores_case = self.ignores_case or "i" in on
        if "s" in flags:
            self._dot = r"(?s:.)" if "s" in on else _DOT
        if "x" in flags:
            self._skips_space = "x" not in off

    def _read_escape(self) -> tuple[str, Shape]:
        text = self._escape_text()
        name = text[1:2] if text.startswith("\\") else ""
        if name in _ZERO_WIDTH_ESCAPES or text.startswith("(?="):
            return text, NOTHING
        if text.startswith("(") or name == "X":
            return text, ANYTHING
        return text, one_of(text)

    def _escape_text(self) -> str:
        found = _ESCAPE.match(self._source, self._at)
        if found is None:
            raise PatternError("a '\\' at the end escapes nothing")
        self._at = found.end()
        digits = found["u"] or found["U"] or found["braced"] or found["x"]
        if digits or found["octal"]:
            return _code_point(int(digits, 16) if digits else int(found["octal"], 8))
        if found["control"]:
            return _code_point(ord(found["control"].upper()) ^ 64)
        plain = found["plain"]
        if found[0].startswith(r"\N{"):
            return found[0]
        if plain is None:
            return _property(found[0], found["name"])
        if plain in "123456789k":
            raise PatternError(f"back-references such as '\\{plain}' are not supported")
        return _ESCAPES.get(plain, found[0]) if plain.isalnum() else _literal(plain)

    def _read_class(self) -> str:
        """Read a set, with sets inside it; `||` and `~~` mean nothing in ICU or Java, but do in the module."""
        start, depth, parts = self._at, 0, list[str]()
        while self._at < len(self._source):
            character = self._source[self._at]
            if character == "\\":
                parts.append(self._escape_text())
                continue
            self._at += 1
            if character == "[":
                depth += 1
                if self._source.startswith("^", self._at):
                    self._at += 1
                    character = "[^"
                if depth == 1 and self._source.startswith("]", self._at):
                    self._at += 1
                    character += r"\]"
            elif character == "]":
                depth -= 1
            parts.append("\\" + character if character in "|~" else character)
            if not depth:
                return "".join(parts)
        raise PatternError(f"the '[' at character {start + 1} is never closed")


def _code_point(number: int) -> str:
    if number > 0x10FFFF:
        raise PatternError(f"{number:X} is not a code point")
    return _literal(chr(number))


def _literal(character: str) -> str:
    """Write a character so that it means itself, in a class and out of it."""
    if character.isalnum():
        return character
    return f"\\{character}" if character.isascii() and character.isprintable() else f"\\U{ord(character):08X}"


def _property(text: str, name: str | None) -> str:
    name = (name or text[-1]).strip()
    known = _PROPERTIES.get(name, name.removeprefix("Is") if not name.startswith("IsWhite") else name)
    sign = "P" if (text[1] == "P") != ("{^" in text) else "p"
    return f"\\{sign}{{{known}}}"
