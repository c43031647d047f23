"""Doubled apostrophes of messages (`L''heure`; `MessageFormat` of Java and ICU): values come in, read with single ones.

Whoever formats a message takes two apostrophes for one, and what stands between single ones, `'{'`, for characters
without a meaning; so targets get their apostrophes doubled again, and what is quoted stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from translate.documents.strings.tokens import Escaping, Token
from translate.documents.strings.values import Value
from translate.records import dataclass
from translate.text.protected.messages import find_messages, may_have_messages

QUOTED = "x-quoted"
"""Type of the code of characters that are quoted, and stand for themselves."""
PRINTED = "\u2019"
"""The apostrophe of print, which quotes nothing."""
_APOSTROPHE = "'"
_BRACES = ("{", "}")
_BEFORE_BRACE = re.compile("''(?=[{}])")
_LIKELY = re.compile(r"(?:\\?'|\\u0027|&apos;|&#0*39;|&#x0*27;){2}", re.IGNORECASE)
_IN_WORD = re.compile(r"(?<=[^\W\d_])''(?=[^\W\d_])")
_SINGLE_IN_WORD = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_ARGUMENT = re.compile(r"(?<![{$])\{\s*\w+\s*(?:,[^{}]*)?\}(?!\})|(?<![{$])\{\s*\w+\s*,\s*(?:plural|select|choice)")
_ESCAPE = len("\\u0027")
_PARTS = re.compile("'|[^']+")


@dataclass(frozen=True, slots=True)
class Habit:
    """Whether a file doubles apostrophes: `anywhere`, in messages with arguments, in texts without any.

    A file that doubles them in one message with arguments does so in all; in texts without any, as most of them do.
    """

    anywhere: bool
    in_messages: bool
    in_plain: bool

    @classmethod
    def of(cls, text: str, values: Iterable[tuple[Escaping, str]]) -> Habit:
        """Take a file and its values, each as it is written."""
        if not _LIKELY.search(text):
            return cls(False, False, False)
        found = [_Shown.of(escaping, native) for escaping, native in values]
        plain = [shown for shown in found if not shown.has_arguments]
        return cls(
            any(shown.doubles for shown in found),
            any(shown.doubles and shown.has_arguments for shown in found),
            sum(shown.doubles for shown in plain) > sum(shown.is_single for shown in plain),
        )

    def escaping_of(self, escaping: Escaping, native: str) -> Escaping:
        """Return how a value is read and written in a file with this habit."""
        elided = self.elision_of(escaping, native)
        return _doubling(escaping, elided) if elided else escaping

    def elision_of(self, escaping: Escaping, native: str) -> str:
        """Return what two apostrophes of a value are read as where a brace follows; nothing where they are two."""
        if not self.anywhere:
            return ""
        shown = _Shown.of(escaping, native)
        as_others = self.in_messages if shown.has_arguments else self.in_plain and not shown.is_single
        return shown.elision if shown.doubles or as_others else ""


PLAIN = Escaping(lambda native: iter((Token(native, native),)), str)
"""Of texts that have no escapes."""


def read_singly(text: str, values: Iterable[Value]) -> Iterable[Value]:
    """Return the values of a file; those whose apostrophes are doubled are read with single ones."""
    if not _LIKELY.search(text):
        return values
    found = list(values)
    habit = Habit.of(text, ((value.escaping, text[value.start : value.end]) for value in found))
    return (
        replace(value, escaping=habit.escaping_of(value.escaping, text[value.start : value.end])) for value in found
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the apostrophes of a value say of it.

    `doubles`: two stand within a word, or beside arguments; `is_single`: one stands within a word; `elision`: what two
    are read as before a brace, where a plain one would quote it in branches, or nothing where no sign will do.
    """

    doubles: bool
    is_single: bool
    has_arguments: bool
    elision: str

    @classmethod
    def of(cls, escaping: Escaping, native: str) -> _Shown:
        text = "".join("\0" if one.code else one.text for one in escaping.split(native))
        has_arguments = _ARGUMENT.search(text) is not None
        has_two = "''" in text and "'''" not in text
        doubles = has_two and (has_arguments or _IN_WORD.search(text) is not None)
        signs = (_APOSTROPHE, PRINTED) if doubles and may_have_messages(text) else ()
        read = ((sign, _BEFORE_BRACE.sub(sign, text).replace("''", _APOSTROPHE)) for sign in signs)
        elision = next((sign for sign, shown in read if find_messages(shown)), "") if signs else _APOSTROPHE
        return cls(doubles, _SINGLE_IN_WORD.search(text) is not None, has_arguments, elision)


def _doubling(escaping: Escaping, elision: str) -> Escaping:
    def write(text: str) -> str:
        return escaping.write(text.replace("'", "''"))

    keeps = "".join(one.text for one in escaping.split(escaping.write(_APOSTROPHE))) == _APOSTROPHE
    return replace(
        escaping, split=lambda native: _split(escaping, native, elision), write=write if keeps else escaping.write
    )


def _split(escaping: Escaping, native: str, elision: str) -> Iterator[Token]:
    tokens = [part for one in escaping.split(native) for part in _parts(one)]
    place = 0
    while place < len(tokens):
        if _is_apostrophe(tokens, place):
            if _is_apostrophe(tokens, place + 1):
                opens = tokens[place + 2].text[:1] in _BRACES if place + 2 < len(tokens) else False
                written = tokens[place].native + tokens[place + 1].native
                yield Token(written, elision if opens else _APOSTROPHE)
                place += 2
                continue
            end = _quoted_to(tokens, place)
            if end > place + 1:
                quoted = "".join(one.native for one in tokens[place:end])
                yield Token(quoted, quoted, QUOTED)
                place = end
                continue
        yield tokens[place]
        place += 1


def _parts(one: Token) -> Iterator[Token]:
    """Part a token of text at its apostrophes; one may be words, or a row of escapes."""
    if one.code or _APOSTROPHE not in one.text:
        yield one
    elif one.native == one.text:
        yield from (Token(part, part) for part in _PARTS.findall(one.text))
    elif len(one.native) == _ESCAPE * len(one.text):
        for number, sign in enumerate(one.text):
            yield Token(one.native[_ESCAPE * number : _ESCAPE * (number + 1)], sign)
    else:
        yield one


def _is_apostrophe(tokens: list[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].text == _APOSTROPHE and not tokens[place].code


def _quoted_to(tokens: list[Token], place: int) -> int:
    """Return where what an apostrophe before a brace quotes ends; the next place where it quotes nothing."""
    if place + 1 < len(tokens) and tokens[place + 1].text[:1] in _BRACES:
        for end in range(place + 2, len(tokens)):
            if _is_apostrophe(tokens, end):
                return end + 1
    return place + 1
