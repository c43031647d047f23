"""Times and durations in French words, « deux heures vingt »: where they stand and their values.

A small model drops the minutes, or the hours. It has « et quart », « et demie » and « moins le quart » right.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.languages.fr.measures import LASTS_AFTER, LASTS_BEFORE
from translate.languages.fr.number_words import NUMBER_WORDS
from translate.text.amounts.measures import FoundMeasure, Hours
from translate.text.late import late

_SPACE = "[ \u00a0\u202f]"
_DAY, _HOUR = 24, 60
_WINDOW = 40
"""Characters that are looked at before a time."""
_UNITS = {value: word for word, value in NUMBER_WORDS.cardinals.items() if word != "vingts"}
_TENS = (20, 30, 40, 50)
_NUMBERS = (
    {_UNITS[value]: value for value in _UNITS if value < _HOUR}
    | {
        f"{_UNITS[tens]}{joint}{_UNITS[ones]}": tens + ones
        for tens in _TENS
        for ones in range(1, 10)
        for joint in (("-et-", " et ") if ones == 1 else ("-", " "))
    }
    | {f"dix-{_UNITS[ones]}": 10 + ones for ones in range(7, 10)}
)
"""The numbers up to 59 by their words."""


def _words(least: int, most: int) -> str:
    words = (word for word, value in _NUMBERS.items() if least <= value <= most)
    return "|".join(sorted(words, key=len, reverse=True))


_BEHIND = (
    r"(?=\s*(?:[.,;:!?)»…–—]|\Z)|\s+(?:et|à|d[eu]|pour|le|la|les|sur|par|dans|après|avant|précises)(?!\w)|\s+d['’])"
)
"""What may follow the minutes: « deux heures cinq jours sur sept » has none."""
_TIME = late(
    rf"(?<![\w-])(?:(?P<hours>{_words(1, _DAY - 1)}){_SPACE}heures?|(?P<noon>midi)|minuit){_SPACE}"
    rf"(?:(?P<less>moins){_SPACE})?(?P<minutes>{_words(5, _HOUR - 1)})(?:{_SPACE}minutes(?!\w)|(?:{_BEHIND}))",
    regex.I,
)
_NOON_HALF = late(rf"(?<![\w-])midi{_SPACE}et{_SPACE}demie?(?!\w)", regex.I)
_AT = late(rf"(?<![\w'’])à{_SPACE}\Z", regex.I)
_MOVED = late(
    r"(?<!\w)(?:(?:report|décal|repouss|avanc|déplac|ramen|prolong)\w*(?:\s+\w+){0,2}|(?:d[eu]|dès|entre|depuis)\s[^.;]{1,40})\s+\Z",
    regex.I,
)
"""What makes *to* of « à » before a time."""
_CLOCK = late(r"(?<!\w)(?:à|vers|dès|avant|après|est|était|sera)\s+\Z", regex.I)
_ELIDED = late(r"(?<!\w)d['’]\Z", regex.I)


def find_spoken_times(text: str) -> Iterator[FoundMeasure]:
    """Yield the times and durations of a French text whose hours or minutes are words."""
    lowered = text.lower()
    if not ("heure" in lowered or "midi" in lowered or "minuit" in lowered):
        return
    for match in _TIME.finditer(text):
        more = _NUMBERS[match["minutes"].lower()]
        hours = _NUMBERS[match["hours"].lower()] if match["hours"] else _DAY // 2 if match["noon"] else 0
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        lasts = _lasts(text, match, before)
        if match["less"]:
            if lasts:
                continue
            hours, more = (hours - 1) % _DAY, _HOUR - more
        yield _at(match, before, Hours(str(hours), f"{more:02}", lasts))
    for match in _NOON_HALF.finditer(text):
        yield _at(match, text[max(0, match.start() - _WINDOW) : match.start()], Hours("12", "30", lasts=False))


def _at(match: regex.Match[str], before: str, value: Hours) -> FoundMeasure:
    """Return a time, with the « à » before it."""
    asked = f"{value.hours}:{value.minutes}"
    to = _AT.search(before) if value.lasts is False else None
    if to is None or _MOVED.search(before, 0, to.start()):
        return FoundMeasure(*match.span(), asked, value)
    start = match.start() - len(to[0])
    return FoundMeasure(
        start, match.end(), f"{to[0]}{asked}", Hours(value.hours, value.minutes, lasts=False, is_at=True)
    )


def _lasts(text: str, match: regex.Match[str], before: str) -> bool | None:
    """Tell a duration from a time of the day; None where nothing beside it tells."""
    if match["hours"] is None or _CLOCK.search(before):
        return False
    if LASTS_BEFORE.search(before) or LASTS_AFTER.match(text, match.end()) or _ELIDED.search(before):
        return True
    return None
