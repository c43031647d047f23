"""The numbers that a text spells out: its words and number words come in, the numbers that they make go out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from functools import cache
from itertools import pairwise

from translate.records import dataclass
from translate.text.late import late_plain
from translate.text.words import split_lowered

Values = frozenset[int | Decimal]

_PLURAL = "s"
_HUNDRED, _THOUSAND = 100, 1000
_SHORT = 2
"""Letters of the longest article."""
_ENDING = 30
_HALF = Decimal("0.5")
_TOKEN = late_plain(r"[^\W\d_]+|[^\w\s'’‑+-]|\d")
"""A word, or what parts two numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """The words for numbers of a language, in small letters. A composed number adds cardinals and ordinals up and
    multiplies them by the scales."""

    cardinals: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    """Their plural in -s is a fraction or a group, and counts alike."""
    others: Mapping[str, tuple[int | Decimal, ...]] = field(default_factory=dict)
    """What stands for a number by itself, one word or two, and for which: *midi* is 12, *every other* two."""
    composed: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """A word after another that counts otherwise than alone, and what it adds: (*quatre*, *vingts*) 76."""
    joiners: frozenset[str] = frozenset()
    """Words within a number that add nothing: *and*."""
    phrases: frozenset[tuple[str, str]] = frozenset()
    """A word before a number word that is none behind it: (*pour*, *cent*)."""


NO_NUMBER_WORDS = NumberWords()


@dataclass(frozen=True, slots=True)
class SpelledNumber:
    """A number in words, as composed as it can be read."""

    words: tuple[str, ...]
    value: int | Decimal
    is_ordinal: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.words)


def may_spell_numbers(lowered: Collection[str], words: NumberWords) -> bool:
    """Tell in little time whether a text with these words, in small letters, may spell out a number."""
    return not _vocabulary(words).isdisjoint(lowered)


def tells_numbers(lowered: Collection[str], words: NumberWords) -> bool:
    """Tell in little time whether a text with these words may spell out a number greater than one."""
    return not _telling(words).isdisjoint(lowered)


def ends_with_number(text: str, words: NumberWords) -> bool:
    """Tell whether a number word ends `text`, or stands before a small word that does: *un milliard d'*."""
    ending = split_lowered(text[-_ENDING:])[-2:]
    return any(word in _telling(words) for word in ending[-1:]) or (
        len(ending) == 2 and len(ending[1]) <= _SHORT and ending[0] in words.scales
    )


def read_spelled_numbers(text: str, words: NumberWords) -> tuple[SpelledNumber, ...]:
    """Return the numbers that `text` spells out, each once and whole."""
    if not words.cardinals:
        return ()
    known = _vocabulary(words)
    reader = _Reader(words)
    previous = ""
    for token in _TOKEN.findall(text.lower()):
        if reader.is_open or token in known:
            reader.read(token, previous)
        if token not in words.scales or not previous.isdecimal():  # *5 million* is none in words
            previous = token
    reader.close()
    return tuple(reader.found)


def spelled_values(text: str, words: NumberWords) -> Values:
    """Return every value that the number words of `text` may stand for, those with several meanings among them."""
    return values_of(split_lowered(text), read_spelled_numbers(text, words), words)


def values_of(lowered: Sequence[str], spelled: Sequence[SpelledNumber], words: NumberWords) -> Values:
    """Return what numbers in words may stand for: their values, years in two halves, words with several meanings."""
    found = {number.value for number in spelled}
    found.update(int(number.value) for number in spelled if number.value % 1)  # *seven and a half*
    for one, other in pairwise(spelled):
        if 10 <= one.value < _HUNDRED and 0 <= other.value < _HUNDRED:
            found.add(one.value * _HUNDRED + other.value)  # *nineteen eighty-four*
    others = words.others
    for word in (*lowered, *map(" ".join, pairwise(lowered))):
        if word in others:
            found.update(others[word])
    return frozenset(found)


@cache
def _vocabulary(words: NumberWords) -> frozenset[str]:
    ordinals = frozenset(words.ordinals)
    others = {part for other in words.others for part in other.split()}
    return frozenset({*words.cardinals, *words.scales, *others}) | ordinals | {word + _PLURAL for word in ordinals}


@cache
def _telling(words: NumberWords) -> frozenset[str]:
    ordinals = {word for word, value in words.ordinals.items() if value > 2}
    return frozenset({word for word, value in words.cardinals.items() if value > 1} | {*words.scales} | ordinals)


class _Reader:
    """Adds number words up, word by word: `current` stands below a thousand, `total` above."""

    def __init__(self, words: NumberWords) -> None:
        self._rules = words
        self.found: list[SpelledNumber] = []
        self._clear()

    def _clear(self) -> None:
        self._words: list[str] = []
        self._total: int | Decimal = 0
        self._current: int | Decimal = 0
        self._scale = 0
        """The last scale from a thousand on."""
        self._scaled = 0
        """How many words `total` has."""
        self._is_half = self._is_joined = False

    @property
    def is_open(self) -> bool:
        return bool(self._words)

    def read(self, word: str, previous: str) -> None:
        rules = self._rules
        if (previous, word) in rules.phrases or (previous.isdecimal() and word in rules.scales):
            self.close()
            return
        value = rules.cardinals.get(word)
        is_ordinal = False
        if value is None:
            value = rules.ordinals.get(word) or rules.ordinals.get(word.removesuffix(_PLURAL))
            is_ordinal = value is not None
        if value is not None:
            self._add(word, value, is_ordinal=is_ordinal)
        elif word in rules.scales:
            self._multiply(word, rules.scales[word])
        elif _HALF in rules.others.get(word, ()):
            self._halve(word)
        elif word in rules.joiners and self._words:
            self._is_joined = True
        elif not (word.isalpha() and len(word) <= _SHORT and (self._is_half or self._is_joined)):
            self.close()  # but *half a million*, *one and a half*

    def close(self, *, is_ordinal: bool = False) -> None:
        if self._words and not self._is_half:
            self.found.append(SpelledNumber(tuple(self._words), self._total + self._current, is_ordinal))
        self._clear()

    def _add(self, word: str, value: int, *, is_ordinal: bool) -> None:
        composed = self._rules.composed.get((self._words[-1] if self._words else "", word))
        if composed is not None:
            value = composed
        elif self._words and not self._may_add(value):
            self.close()
        self._words.append(word)
        self._current += value
        self._is_joined = False
        if is_ordinal:
            self.close(is_ordinal=True)

    def _may_add(self, value: int) -> bool:
        current = self._current % _HUNDRED
        if self._is_half:
            return False
        if not current:
            return value < _HUNDRED or (value < _THOUSAND <= self._current and not self._current % _THOUSAND)
        return (current >= 20 and current % 10 == 0 and 0 < value < 10) or (current in (60, 80) and 0 < value < 20)

    def _multiply(self, word: str, scale: int) -> None:
        if self._is_half:
            self._current, self._is_half = _HALF, False
        if self._is_joined:
            self.close()
        if scale == _HUNDRED:
            if self._current >= _HUNDRED:
                self.close()
            self._current = (self._current or 1) * scale
        elif self._scale and scale >= self._scale and not self._current:
            self._total *= scale  # *thousand million*
        else:
            if self._scale and scale >= self._scale:
                self._part()
            self._total, self._current = self._total + (self._current or 1) * scale, 0
        self._words.append(word)
        self._is_joined = False
        if scale >= _THOUSAND:
            self._scale, self._scaled = scale, len(self._words)

    def _part(self) -> None:
        """Begin a new number with what stands behind the last scale."""
        words, current = self._words[self._scaled :], self._current
        self._words, self._current = self._words[: self._scaled], 0
        self.close()
        self._words, self._current = words, current

    def _halve(self, word: str) -> None:
        if self._is_joined and self._words and (self._current or self._scale):
            self._current += _HALF if self._current else _HALF * self._scale  # *one and a half*, *un million et demi*
            self._words.append(word)
            self._is_joined = False
        else:
            self.close()
            self._words, self._is_half = [word], True
