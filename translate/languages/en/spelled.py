"""Whole numbers in English words: a value comes in, `two hundred and fifty thousand` goes out."""

from __future__ import annotations

from translate.languages.en.ordinals import write_ordinal
from translate.text.amounts.measures import Spelled, Value, WrittenMeasure

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def write_spelled(number: Value) -> WrittenMeasure | None:
    """Return a number in words, and what a model may have made of its figures; None of another value."""
    if not isinstance(number, Spelled):
        return None
    figures = f"{number.value:,}".replace(",", "[ ,.\u00a0\u202f]?")
    match number.sense:
        case "percent":
            return WrittenMeasure(f"{spell(number.value)} per cent", rf"{figures} ?(?:%|per ?cent(?!\w))")
        case "euro":
            return WrittenMeasure(
                f"{spell(number.value)} euros", f"(?:(?:EUR|€) ?{figures}|{figures} ?(?:[Ee]uros?|EUR|€))"
            )
        case "rank" | "day":
            return _write_rank(number.value, is_day=number.sense == "day")
        case "ordinal":
            return WrittenMeasure(_ordinal(spell(number.value)), f"{figures}(?:st|nd|rd|th)")
        case "count":
            return WrittenMeasure(spell(number.value))


def _write_rank(value: int, *, is_day: bool) -> WrittenMeasure:
    written = write_ordinal(value)
    if is_day:
        return WrittenMeasure(f"the {written}", f"(?<!the ){written}")
    return WrittenMeasure(written, f"{_ordinal(spell(value))}|{value}(?:st|nd|rd|th)?")


def _ordinal(spelled: str) -> str:
    """Return the ordinal of a number in words."""
    place = max(spelled.rfind(" "), spelled.rfind("-")) + 1
    last = spelled[place:]
    return spelled[:place] + _ORDINALS.get(last, f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def spell(value: int) -> str:
    """Return a whole number below a trillion in words."""
    said = []
    for scale, name in _SCALES:
        count, value = divmod(value, scale)
        if count:
            said.append(f"{_below_thousand(count)} {name}")
    if value and said and value < 100:
        said.append(f"and {_below_thousand(value)}")
    elif value or not said:
        said.append(_below_thousand(value))
    return " ".join(said)


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return _below_hundred(rest)
    return f"{_ONES[hundreds]} hundred" + (f" and {_below_hundred(rest)}" if rest else "")


def _below_hundred(value: int) -> str:
    if value < len(_ONES):
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
