"""Numbers in Roman figures: `XIX` and ordinals such as `XIXe` of a text come in, their values go out."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from translate.text.compiled import compile_plain
from translate.text.late import late_plain
from translate.text.numbers.numerals import Number

_ROMAN = r"(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_ROMAN_BARE = late_plain(rf"\b(?=[IVXLCDM]+\b)({_ROMAN})\b")
_REGNAL = late_plain(
    r"(?<![^\W\d_])[^\W\d_a-z][\w'’-]*[^\W\dA-Z_]\s(?P<roman>(?=[IVX])(?:XX|X)?(?:IX|IV|V?I{0,3}))"
    r"(?P<ending>er|re|e|ᵉʳ|ᵉ)?(?![\w'’-]|\.\w|\s[A-Z]\.)"
)
"""A number behind a name: *Louis XIV*."""
_MAY_BE_REGNAL = late_plain(r"[IVX](?<=\s.)[IVXerᵉ]")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def hints_at_roman_ordinals(text: str, endings: tuple[str, ...]) -> bool:
    """Tell in little time whether there may be Roman figures with one of `endings`."""
    return bool(endings and _roman_hint(endings).search(text))


def read_roman_ordinals(text: str, endings: tuple[str, ...]) -> tuple[Number, ...]:
    """Return the ordinals in Roman figures, such as `XIXe`; those of one figure are too often something else."""
    if not endings:
        return ()
    found = ((match[0], roman_value(match[1])) for match in _roman_ordinal(endings).finditer(text) if len(match[1]) > 1)
    return tuple(Number(written, ((value,),)) for written, value in found if value)


def bare_roman_values(text: str, endings: tuple[str, ...]) -> frozenset[int]:
    """Return the values of whatever may be a number in Roman figures, such as `XIV`."""
    ordinals = _roman_ordinal(endings).finditer(text) if endings else ()
    values = (roman_value(match[1]) for match in chain(_ROMAN_BARE.finditer(text), ordinals))
    return frozenset(value for value in values if value)


def regnal_numbers(text: str) -> dict[int, str]:
    """Return the numbers in Roman figures behind names, such as *Louis XIV*, with the name; none that is a mere `I`."""
    if not _MAY_BE_REGNAL.search(text):
        return {}
    return {
        roman_value(match["roman"]): match[0]
        for match in _REGNAL.finditer(text)
        if match[0][0].isupper() and (len(match["roman"]) > 1 or match["ending"])
    }


@cache
def _roman_ordinal(endings: tuple[str, ...]) -> re.Pattern[str]:
    initials = "".join(sorted({ending[0] for ending in endings}))
    return compile_plain(rf"\b(?=[IVXLCDM]+(?:{'|'.join(endings)})s?\b)({_ROMAN})(?:[{initials}]\w*)")


@cache
def _roman_hint(endings: tuple[str, ...]) -> re.Pattern[str]:
    return compile_plain(rf"[IVXLC][IVXLC]+(?:{'|'.join(endings)})")


def roman_value(roman: str) -> int:
    """Return the value of a well-formed number in Roman figures; 0 for the empty text."""
    if not roman:
        return 0
    values = [_ROMAN_VALUES[letter] for letter in roman]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
