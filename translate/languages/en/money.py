"""Amounts of money as English writes them, `€2.8 million`: values come in, what is said and what models make go out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from translate.text.amounts.measures import Money, Value, WrittenMeasure
from translate.text.late import late

_SCALES = {10**6: "million", 10**9: "billion", 10**12: "trillion"}
_MADE_SCALES = {10**6: r"millions?|m(?!\w)", 10**9: r"billions?|milliards?|bn(?!\w)", 10**12: "trillions?|billions?"}
_NAMES = {
    "€": "€|EUR|[Ee]uros?",
    "$": r"(?:US)?\$|USD|(?:US )?[Dd]ollars?",
    "£": r"£|GBP|[Pp]ounds?(?: [Ss]terling)?",
    "¥": "¥|JPY|[Yy]en",
    "CA$": r"(?:CA|US|Canadian )?\$|USD|CAD|(?:Canadian )?[Dd]ollars?",
    "CHF": "CHF|(?:Swiss )?[Ff]rancs?(?: Swiss)?",
}
"""By the sign: what models call it."""
_SIGNED = ("€", "$", "£", "¥")
_SPACE = "[ \u00a0\u202f-]"
_CODE = late(r"(?<!\w)(?P<code>EUR|USD|GBP)[ \u00a0](?=\d)")
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£"}


def mend_amounts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the characters [start, end) of codes before an amount, and the signs that English has for them."""
    for match in _CODE.finditer(text):
        yield *match.span(), _SIGNS[match["code"]]


def write_money(money: Value) -> WrittenMeasure | None:
    """Return what English says for an amount of money, and what a model may have made of its words.

    None of another value.
    """
    if not isinstance(money, Money):
        return None
    sign = money.currency if money.currency.endswith(_SIGNED) else f"{money.currency} "
    scale = _SCALES.get(money.scale, "")
    said = [f"{sign}{amount:,f}" for amount in money.amounts]
    said[-1] += f"{' ' * bool(scale)}{scale}{' ' * bool(money.kind)}{money.kind}{_per(money.per)}"
    *lower, last = [_figures(amount) for amount in money.amounts]
    name, worded = (
        _NAMES.get(money.currency, money.currency),
        rf"(?:{_SPACE}?(?:{_MADE_SCALES[money.scale]}))" if scale else "",
    )
    made = rf"(?:(?:{name}){_SPACE}?)?{last}{worded}(?:{_SPACE}?(?:of )?(?:{name})(?!\w))?"
    if money.kind:
        made += f"(?: {money.kind})?"
    if money.per:
        made += f"(?:(?:,? (?:per|an?|each|every) |/){money.per}| {money.per})?"
    for low in lower:
        first = rf"(?:(?:{name}){_SPACE}?)?{low}{f'{worded}?' if scale else ''}(?:{_SPACE}?(?:{name}))?"
        made = rf"(?:{first}(?P<between>,? ?(?:to|and|or|[-–]) ?))?{made}"
    if money.is_at:  # behind a comma a model keeps what is counted
        return WrittenMeasure(f" at {said[0]}", rf",? (?:at|to|for) {made}", f", at {said[0]}")
    return WrittenMeasure("{between}".join(said), made)


def _per(unit: str) -> str:
    return f" {unit}" if unit == "each" else f" per {unit}" if unit else ""


def _figures(amount: Decimal) -> str:
    """Return a pattern of a number in figures, in whatever groups, with noughts at its end or without."""
    whole, _, part = f"{amount:,f}".partition(".")
    figures = whole.replace(",", "[ ,.\u00a0\u202f]?")
    part = part.rstrip("0")
    return figures + (rf"[.,]{regex.escape(part)}0*" if part else r"(?:[.,]0+(?!\d))?")
