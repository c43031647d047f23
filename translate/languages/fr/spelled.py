"""Numbers in French words, « soixante-deux », « deux cent mille »: where they stand, and their values.

A small model takes one for another, so it gets those of more than one word in figures, which it copies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from translate.languages.fr.number_words import NUMBER_WORDS
from translate.text.amounts.measures import FoundMeasure, Sense, Spelled
from translate.text.late import late, late_plain

_WORD = late(r"[^\W\d_]+")
_JOINT = late(r"[ \u00a0\u202f]|-")
_HINT = late_plain(r"(?:ante|vingts?|trente|cents?)[- ]")
_ONES = frozenset({"un", "une", "onze", "unième", "onzième"})
_ORDINALS = {"unième": 1, **{word: value for word, value in NUMBER_WORDS.ordinals.items() if word.endswith("ième")}}
_VALUES = {**NUMBER_WORDS.cardinals, **_ORDINALS}
_FOUR_SCORE = 80
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_UNIT = late(r"[ \u00a0\u202f](?:(?P<percent>pour[ \u00a0\u202f]cent)|euros)(?!\w)", regex.I)
_LONGEST = 24
"""Words of the longest number that is looked at."""
_FRACTIONS = late(r"[- ](?:tiers|quarts?|ième|et demie?|virgule)", regex.I)


def find_spelled(text: str) -> Iterator[FoundMeasure]:
    """Yield the numbers of at least two words, and their values, in order."""
    words = list(_WORD.finditer(text)) if _HINT.search(text.lower()) else []
    place = 0
    while place < len(words):
        run = _run(text, words, place)
        count, value = _read([match[0].lower() for match in run])
        if count < 2:
            place += 1
            continue
        start, end = run[0].start(), run[count - 1].end()
        is_ordinal = run[count - 1][0].lower() in _ORDINALS
        is_whole = count == len(run) or text[end : end + 1] != "-"
        if is_whole and _is_hard(value) and not _FRACTIONS.match(text, end):
            figures = f"{value:,}".replace(",", " ")
            if unit := _UNIT.match(text, end):
                sense: Sense = "percent" if unit["percent"] else "euro"
                yield FoundMeasure(start, unit.end(), f"{figures}{unit[0].lower()}", Spelled(value, sense))
            elif is_ordinal:
                yield FoundMeasure(start, end, f"{figures}e", Spelled(value, "ordinal"))
            else:
                yield FoundMeasure(start, end, figures, Spelled(value))
        place += count


def _is_hard(value: int) -> bool:
    """Tell whether a number has tens and ones, or hundreds and what is less: « deux cent mille » has not."""
    while value:
        value, three = divmod(value, _THOUSAND)
        tens = three % _HUNDRED
        if (three > _HUNDRED and tens) or (tens > _TWENTY and (tens % _TEN or tens > 60)):
            return True
    return False


def _run(text: str, words: Sequence[regex.Match[str]], place: int) -> list[regex.Match[str]]:
    """Return the words from one on that a space or a hyphen parts, as long as they are words for numbers."""
    run: list[regex.Match[str]] = []
    for match in words[place : place + _LONGEST]:
        if run and not _JOINT.fullmatch(text, run[-1].end(), match.start()):
            break
        word = match[0].lower()
        if word not in _VALUES and word not in NUMBER_WORDS.scales and word != "et":
            break
        run.append(match)
        if word in _ORDINALS:
            break
    return run


def _read(words: Sequence[str]) -> tuple[int, int]:
    """Return how many of the words are one number, and its value."""
    count = value = total = current = 0
    largest = 10**15
    for number, word in enumerate(words):
        scale = NUMBER_WORDS.scales.get(word, 0)
        ones = current % _HUNDRED
        if word == "et":
            follower = words[number + 1] if number + 1 < len(words) else ""
            if follower not in _ONES or ones % _TEN or not _TWENTY <= ones < _FOUR_SCORE:
                break
            continue
        if scale == _HUNDRED:
            if current >= _TEN or current == 1:
                break
            current = max(current, 1) * _HUNDRED
        elif scale:
            if scale >= largest or (not current and scale != _THOUSAND):
                break
            total, current, largest = total + max(current, 1) * scale, 0, scale
        elif not _joins(current, word, _VALUES[word]):
            break
        else:
            is_score = ones == 4 and word.startswith("vingt")
            current += _FOUR_SCORE - 4 if is_score else _VALUES[word]
        count, value = number + 1, total + current
    return count, value


def _joins(current: int, word: str, value: int) -> bool:
    """Tell whether a word may follow within a number whose last three figures are `current` so far."""
    ones = current % _HUNDRED
    if not value:
        return False
    if not ones:
        return True
    if ones == 4 and word.startswith("vingt"):
        return True
    if ones in (60, _FOUR_SCORE):
        return value < _TWENTY
    if ones in (_TEN, 70, 90):
        return 7 <= value < _TEN
    return ones % _TEN == 0 and value < _TEN
