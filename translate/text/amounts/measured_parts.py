"""Measures that words tell by a part of their unit: a text comes in, values with units go out.

« une heure et quart » is 1.25 hours, « un demi-siècle » and *half a century* are .5 of one, *a day* is one.
"""

from __future__ import annotations

from decimal import Decimal

from translate.text.amounts.units import UnitWords
from translate.text.late import late_plain
from translate.text.numbers.multiples import Multiples
from translate.text.numbers.number_words import NumberWords
from translate.text.numbers.numerals import Value

Measured = tuple[tuple[Value, str], ...]

_TOKEN = late_plain(r"[^\W\d_]+|\d+|[^\w\s'’‑-]")
_SMALL = 2
"""Letters of the longest word that stands between a part and its unit: *of an*."""


def read_measured_parts(text: str, units: UnitWords, words: NumberWords, multiples: Multiples) -> Measured:
    """Return the measures of `text` that have a part of a unit, or one of it behind an article, each with its unit."""
    tokens: list[str] = _TOKEN.findall(text.lower())
    found: list[tuple[Value, str]] = []
    for place, token in enumerate(tokens):
        if token in multiples.parts:
            found += _parted(tokens, place, units, words, multiples.parts[token])
        elif token in units.words and place and words.others.get(tokens[place - 1]) == (1,):
            found.append((1, units.words[token]))
    return tuple(found)


def _parted(tokens: list[str], place: int, units: UnitWords, words: NumberWords, whole: int) -> list[tuple[Value, str]]:
    """Return the measures that the part of a whole at `place` may belong to: *half an hour*, *an hour and a half*."""
    found: list[tuple[Value, str]] = []
    count = words.cardinals.get(tokens[place - 1], 0) if place else 0
    share = round(Decimal(count or 1) / whole, 6)
    after = next((one for one in tokens[place + 1 : place + 4] if len(one) > _SMALL or not one.isalpha()), "")
    if after in units.words:
        found.append((share, units.words[after]))
    last = place - (2 if count > 1 else 1)
    while last > 0 and len(tokens[last]) <= _SMALL and tokens[last].isalpha() and tokens[last] not in words.joiners:
        last -= 1
    if last > 1 and tokens[last] in words.joiners and tokens[last - 1] in units.words:
        before = tokens[last - 2]
        number = int(before) if before.isdecimal() else words.cardinals.get(before, words.others.get(before, (0,)))
        value = number if isinstance(number, int) else number[0]
        found += [(value + share, units.words[tokens[last - 1]])] if value else []
    return found
