"""Wrong numbers of every kind: a human translation comes in, the same with one number, scale, currency or unit wrong.

What replaces what is said below, kind by kind; each place of a text where a kind applies gives one made error.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

Replace = Callable[[re.Match[str], random.Random], str]

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_SMALL = "two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth".split()
_SCALES = ("thousand", "million", "billion", "trillion")
_UNITS = {
    "km": ("miles", "m"), "miles": ("km", "metres"), "metres": ("km", "feet"), "meters": ("kilometers", "feet"),
    "kilometers": ("meters", "miles"), "kilometres": ("metres", "miles"), "m": ("km", "cm"), "cm": ("mm", "m"),
    "kg": ("g", "tonnes"), "mg": ("g", "µg"), "ml": ("l", "cl"), "feet": ("metres",), "hours": ("days", "minutes"),
    "minutes": ("hours", "seconds"), "days": ("weeks", "hours"), "weeks": ("days", "months"),
    "months": ("years", "weeks"), "years": ("months", "weeks"), "°C": ("°F",), "%": (" kg",),
}  # fmt: skip
_NUMBER = r"(?<![\w.,/-])\d+(?:,\d{3})*(?:\.\d+)?"


def _other(items: Sequence[str]) -> Replace:
    """Return what replaces one of `items` by another, its capital and its plural kept."""
    lowered = [item.lower() for item in items]

    def replace(match: re.Match[str], random_state: random.Random) -> str:
        written = match[0]
        place = lowered.index(written.lower().removesuffix("s") if written.lower() not in lowered else written.lower())
        other = items[(place + random_state.randrange(1, len(items))) % len(items)]
        other = other if written[0].isupper() else other.lower()
        return other + ("s" if written.lower() not in lowered else "")

    return replace


def _drop(match: re.Match[str], random_state: random.Random) -> str:
    return ""


def _constant(*texts: str) -> Replace:
    return lambda match, random_state: random_state.choice([text for text in texts if text != match[0]])


def _other_currency(match: re.Match[str], random_state: random.Random) -> str:
    own = {"euros": "€", "dollars": "$"}.get(match[0], match[0])
    return random_state.choice([text for text in ("$", "€", "£", "yen ") if text != own])


def _digit(match: re.Match[str], random_state: random.Random) -> str:
    place = random_state.choice([place for place, sign in enumerate(match[0]) if sign.isdecimal()])
    digit = (int(match[0][place]) + random_state.randint(1, 9)) % 10
    return match[0][:place] + str(digit) + match[0][place + 1 :]


def _unit(match: re.Match[str], random_state: random.Random) -> str:
    return match[1] + random_state.choice(_UNITS[match[2]])


def _next_number(match: re.Match[str], random_state: random.Random) -> str:
    number = int(match[1]) + random_state.choice((-1, 1, 10))
    return f"{max(number, 1)}{match[2]}"


def _half_of_day(match: re.Match[str], random_state: random.Random) -> str:
    return match[0].translate(str.maketrans("apAP", "paPA"))


def _turned(match: re.Match[str], random_state: random.Random) -> str:
    return f"{match[2]}/{match[1]}"


def _before(text: str) -> Replace:
    return lambda match, random_state: text + match[0]


KINDS: dict[str, tuple[str, Replace]] = {
    "digit": (_NUMBER, _digit),
    "number lost": (rf"{_NUMBER}(?=\s)", _drop),
    "scale: other word": (rf"(?<=\d )(?:{'|'.join(_SCALES)})s?\b", _other(_SCALES)),
    "scale: word lost": (rf"(?<=\d) (?:{'|'.join(_SCALES)})\b", _drop),
    "scale: three noughts lost": (r"(?<=\d),000\b(?!,)", _drop),
    "scale: three noughts more": (rf"{_NUMBER}(?=,000\b)", lambda match, random_state: f"{match[0]},000"),
    "decimal mark lost": (r"(?<=\d)\.(?=\d)(?!\d+\.)", _drop),
    "decimal comma": (
        r"(?<![\d.,])\d{1,3}\.\d{3}(?!\d)|(?<=\d),(?=\d{3}\b)",
        lambda match, _: match[0].replace(",", "."),
    ),
    "currency: other": (r"[$€£](?=\d)|(?<=\d )(?:euros|dollars)\b", _other_currency),
    "currency: lost": (r"[$€£](?=\d)|(?<=\d) (?:euros|dollars)\b|(?<=illion) (?:euros|dollars)\b", _drop),
    "currency: from nowhere": (r"(?<![\w.,/$€£-])\d{1,3},\d{3}\b(?![,\d])", _before("£")),
    "unit: other": (rf"(?<![\w.,/-])(\d+(?:[.,]\d+)?\s?)({'|'.join(map(re.escape, _UNITS))})(?!\w)", _unit),
    "unit: lost": (r"(?<=\d)\s?(?:%|percent|per cent|km|kg|mg|cm|ml|°C|m|metres|meters|miles)(?![\w/])", _drop),
    "number in words": (rf"\b(?:{'|'.join(_SMALL)})\b(?! of (?:the|them|us)\b)", _other(_SMALL)),
    "number in words: scale": (r"(?<=[a-z] )(?:hundred|thousand|million|billion)s?\b", _other(("hundred", *_SCALES))),
    "ordinal in words": (rf"\b(?:{'|'.join(_ORDINALS)})\b", _other(_ORDINALS)),
    "ordinal, century": (r"\b(\d{1,2})(st|nd|rd|th)\b", _next_number),
    "year": (r"(?<![\d.,$€£])(?:19|20)\d\d(?![\d,.]\d|\d)", _digit),
    "month": (rf"\b(?:{'|'.join(_MONTHS)})\b(?= \d)|(?<=\d )(?:{'|'.join(_MONTHS)})\b", _other(_MONTHS)),
    "weekday": (rf"\b(?:{'|'.join(_DAYS)})\b", _other(_DAYS)),
    "time: minutes": (r"(?<=\d:)[0-5]\d(?!\d)", _digit),
    "time: half of the day": (r"(?<=\d)\s?[apAP]\.?\s?[mM]\b", _half_of_day),
    "range": (r"(?<=\d[-–])\d{1,3}(?![\d.,-])", _digit),
    "fraction turned": (r"(?<![\d/.,])(\d{1,2})/(\d{1,2})(?![\d/])", _turned),
    "sign lost": (r"[±≤≥×](?=\s?\d)|(?<=[\s(])[-−](?=\d)", _drop),
}
"""By kind: where it applies, and what is written there."""


def iter_wrong_numbers(target: str, kind: str, random_state: random.Random) -> Iterator[str]:
    """Yield a text with one number wrong for each place where a kind applies."""
    pattern, replace = KINDS[kind]
    for match in re.finditer(pattern, target):
        written = replace(match, random_state)
        if written != match[0]:
            yield target[: match.start()] + written + target[match.end() :]
