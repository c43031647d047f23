"""The months that a text names, and the days that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from translate.text.words import split_lowered

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_SHORT = {
    "fr": "janv févr . avr . . juil . sept oct nov déc",
    "en": "jan feb mar apr . jun jul aug sept oct nov dec",
}
_MONTH_NUMBERS = {
    language: {name: number for number, name in enumerate(names.split(), 1)} for language, names in _MONTHS.items()
}
for _language, _names in _SHORT.items():
    _MONTH_NUMBERS[_language] |= {name: number for number, name in enumerate(_names.split(), 1) if name != "."}
_MONTH_NUMBERS["en"]["sep"] = 9


def months_in(text: str, language: str) -> frozenset[int]:
    """Return the months, 1 to 12, that `text` names in `language`."""
    numbers = _MONTH_NUMBERS.get(language, {})
    return frozenset(numbers[word] for word in split_lowered(text) if word in numbers)


def knows_months(language: str) -> bool:
    """Tell whether the names of the months are known."""
    return language in _MONTH_NUMBERS


def iter_dated_months(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield the months that stand beside a day, such as « 14 mai » or `May 14`, with how that is written."""
    if language in _MONTH_NUMBERS:
        for match in _pattern(language).finditer(text):
            word = (match["after"] or match["before"]).lower()
            yield _MONTH_NUMBERS[language][word], match[0]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(sorted(_MONTH_NUMBERS[language], key=len, reverse=True))
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    return re.compile(
        rf"(?<![\w.,/]){day}(?:er|st|nd|rd|th|\.)?\s(?:de\s|of\s)?(?P<after>{names})\b"
        rf"|\b(?P<before>{names})\.?\s{day}(?:st|nd|rd|th)?(?![\w/]|[.,]\d)",
        re.IGNORECASE,
    )
