"""What a text must have for an expression to match anything: a pattern comes in, out comes a cheap question.

Most texts hold nothing of what a rule looks for, and looking for a literal takes a hundredth of the time that an
expression with many alternatives takes to find nothing. So of each alternative the longest literal is taken that every
match of it has, and a text without any of these is not searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from pathlib import Path

from translate.files import Remembered, digest_of

_DIGIT = "\\d"
"""Stands for whatever digit among what is needed."""
_ANY_DIGIT = re.compile(r"\d")
_OTHER_CASES = "\u0130\u0131\u017f\u212a"
"""Letters that match others in any case, and become none of these in small letters."""
_OF_SIGN, _OF_MARK = 3, 2
_MARKS = ".,'’-"
"""What nearly every text has."""
_LETTERS_OF_ORDINALS = frozenset("ªº")
_MOST_FORMS = 8
"""Ways to write one literal, « b[âa]t », that are told apart."""
_MOST_REMEMBERED = 1024
"""Patterns whose needs are remembered from one process to the next: a start has some two hundred."""
BEGINNING = 3
"""Characters by which the literals of a table are found: few texts have those of more than a few of them."""
_TEXTS_KEPT = 256
"""Texts whose answers are remembered: some forty rules ask the same of each."""
_FEW_KEPT = 16
"""Texts whose beginnings are, which take more room."""
_SIGNS = frozenset("\\.^$[](){}*+?|")
_ESCAPE = re.compile(r"\\(?:[pP]\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|\w|(?P<literal>.))", re.S)
_CLASS = re.compile(r"\[(?P<not>\^?)(?P<all>\]?(?:\\.|[^\]\\])*)\]", re.S)
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|<[a-zA-Z_]\w*>|[imsx]*(?:-[imsx]+)?:|>|=|!|<=|<!))?")
_QUANTIFIER = re.compile(r"(?P<optional>[?*]|\{0?,|\{0\})|(?P<many>[+{])")
_WHOLE_QUANTIFIER = re.compile(r"(?:[?*+]|\{[\d,]*\})[?+]?")

Needed = frozenset[str]


_read_patterns: Remembered[str] = Remembered(lambda: f"gates/{digest_of(Path(__file__))[:16]}", _MOST_REMEMBERED)


@lru_cache(maxsize=_TEXTS_KEPT)
def has_digit(text: str) -> bool:
    """Tell whether a text has a figure of any script."""
    return _ANY_DIGIT.search(text) is not None


@lru_cache(maxsize=_TEXTS_KEPT)
def has_other_cases(text: str) -> bool:
    """Tell whether a text has a letter that matches another in any case, and is not found by small letters."""
    return not text.isascii() and any(map(text.__contains__, _OTHER_CASES))


@lru_cache(maxsize=_TEXTS_KEPT)
def lowered(text: str) -> str:
    """Return a text in small letters."""
    return text.lower()


@lru_cache(maxsize=_FEW_KEPT)
def beginnings_in(text: str) -> frozenset[str]:
    """Return all that literals found in a text may begin with: whatever `BEGINNING` characters stand side by side."""
    return frozenset({text[place : place + BEGINNING] for place in range(len(text) - BEGINNING + 1)})


class Gate:
    """Tells texts in which a pattern of `re` or `regex`, in whatever case, may match from others.

    What it cannot read of a pattern it takes for something that may match anywhere.
    """

    def __init__(self, pattern: str) -> None:
        needed: Needed | None = _read_patterns.find(pattern, lambda text: (_Reader(text).read(),))[0]
        is_idle = needed is None or any(len(one) == 1 and (one.isalpha() or one.isspace()) for one in needed)
        self.needed: Needed | None = None if is_idle or needed is None else needed - {_DIGIT}
        """Literals of which a text has one, those in small letters in whatever case; None where it may have none."""
        self._cased = [one for one in self.needed or () if one != one.lower()]
        self.is_digit_enough = needed is not None and _DIGIT in needed

    def opens(self, text: str) -> bool:
        """Tell whether the pattern may match somewhere in a text."""
        if self.needed is None or (self.is_digit_enough and has_digit(text)):
            return True
        small = lowered(text)
        for one in self.needed:
            if one in small:
                return True
        for one in self._cased:
            if one in text:
                return True
        return has_other_cases(text)


class _UnreadableError(Exception):
    """What stands in a pattern is not known here."""


class _Reader:
    """Reads one pattern."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._place = pattern, 0
        self._is_exact = False

    def read(self) -> Needed | None:
        """Return strings of which each match has one; None where nothing is sure."""
        try:
            needed = self._alternatives()
        except _UnreadableError:
            return None
        return needed if self._place == len(self._pattern) else None

    def _alternatives(self) -> Needed | None:
        """Read up to the end of a group."""
        branches = [self._branch()]
        while self._pattern.startswith("|", self._place):
            self._place += 1
            branches.append(self._branch())
        known = [one for one in branches if one is not None]
        return frozenset().union(*known) if len(known) == len(branches) else None

    def _branch(self) -> Needed | None:
        pattern, found = self._pattern, _Found()
        while self._place < len(pattern) and pattern[self._place] not in "|)":
            sign = pattern[self._place]
            if sign == "(":
                needed = self._group()
                found.end()
                if not self._is_optional() and needed:
                    found.items.append(needed)
            elif sign == "[":
                self._add(found, self._class())
            elif sign == "\\":
                self._add(found, self._escape())
            elif sign in _SIGNS:
                self._place += 1
                found.end()
                self._is_optional()
            else:
                self._place += 1
                self._add(found, [sign])
        found.end()
        return found.best()

    def _add(self, found: _Found, forms: list[str]) -> None:
        """Take a character that may be one of some forms; of whatever form where there are none."""
        quantifier = _QUANTIFIER.match(self._pattern, self._place)
        is_optional = self._is_optional()
        if forms == [_DIGIT] or not forms:
            found.end()
            found.items += [frozenset(forms)] if forms and not is_optional else []
        elif quantifier is None or quantifier["optional"] == "?":
            cased = forms if self._is_exact else [one.lower() for one in forms]
            found.take(["", *cased] if quantifier else cased)
        else:
            found.end()

    def _is_optional(self) -> bool:
        """Pass over a quantifier; tell whether what it stands behind may be absent."""
        quantifier = _QUANTIFIER.match(self._pattern, self._place)
        whole = _WHOLE_QUANTIFIER.match(self._pattern, self._place)
        if quantifier is None:
            return False
        if whole is None:
            raise _UnreadableError
        self._place = whole.end()
        return quantifier["optional"] is not None

    def _group(self) -> Needed | None:
        """Read a group; what must stand beside a match must be in the text too."""
        opening = _OPENING.match(self._pattern, self._place)
        if opening is None or self._pattern.startswith(("(?P=", "(?(", "(?#"), self._place):
            raise _UnreadableError
        if opening[0] == "(" and self._pattern.startswith("(?", self._place):
            raise _UnreadableError
        was_exact, self._place = self._is_exact, opening.end()
        self._is_exact = "-i" in opening[0] or (was_exact and not opening[0].endswith("i:"))
        needed = self._alternatives()
        if not self._pattern.startswith(")", self._place):
            raise _UnreadableError
        self._place, self._is_exact = self._place + 1, was_exact
        return None if "!" in opening[0] else needed

    def _class(self) -> list[str]:
        match = _CLASS.match(self._pattern, self._place)
        if match is None:
            raise _UnreadableError
        self._place = match.end()
        members = match["all"]
        is_plain = not match["not"] and "\\" not in members and "-" not in members and "[" not in members
        return list(members) if is_plain and len(members) <= _MOST_FORMS else []

    def _escape(self) -> list[str]:
        match = _ESCAPE.match(self._pattern, self._place)
        if match is None:
            raise _UnreadableError
        self._place = match.end()
        return [_DIGIT] if match[0] == _DIGIT else [match["literal"]] if match["literal"] else []


class _Found:
    """The literals of one alternative."""

    def __init__(self) -> None:
        self.items: list[Needed] = []
        self._run = [""]

    def take(self, forms: list[str]) -> None:
        if len(self._run) * len(forms) > _MOST_FORMS:
            self.end()
        self._run = ["".join(pair) for pair in product(self._run, forms)]

    def end(self) -> None:
        """End a literal."""
        if all(self._run):
            self.items.append(frozenset(self._run))
        self._run = [""]

    def best(self) -> Needed | None:
        """Return what tells most: the longest literal, of the fewest forms."""
        return max(self.items, key=_worth, default=None)


def _worth(needed: Iterable[str]) -> tuple[int, int]:
    some = list(needed)
    return min(map(_rarity, some)), -len(some)


def _rarity(literal: str) -> int:
    """Return how much a literal tells, as its number of letters; a sign that few texts have as three of them, a letter
    alone as none."""
    if literal == _DIGIT:
        return _OF_SIGN
    if len(literal) == 1 and literal.isalpha():
        return 0
    return sum(_weight_of(one) for one in literal) if literal.strip(_MARKS) else 1


def _weight_of(character: str) -> int:
    if character in _MARKS:
        return _OF_MARK
    is_plain = character.isspace() or (character.islower() and character not in _LETTERS_OF_ORDINALS)
    return 1 if is_plain else _OF_SIGN
