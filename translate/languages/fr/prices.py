"""Prices behind what is sold in French texts, « 2 places à 15 € et 1 à 10 € »: where they stand, and their values.

A small model takes « à » before an amount for *to*, and leaves out what is counted before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from translate.languages.fr.money import find_money
from translate.text.amounts.measures import FoundMeasure, Money
from translate.text.late import late

_SPACE = "[ \u00a0\u2009\u202f]"
_HINT = late(rf"{_SPACE}à{_SPACE}\d")
_COUNT = r"\d+|une?|d(?:es|eux)|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quelques"
_GOODS = late(
    rf"(?:\A|(?<![\w,.])(?:{_COUNT}){_SPACE})(?:[\p{{L}}'’-]+{_SPACE}){{1,5}}?à{_SPACE}\Z",
    regex.I,
)
_MORE = late(rf"(?:,|(?<!\w)(?:et|ou|puis)){_SPACE}(?:\d+|une?|d(?:es|eux)|trois){_SPACE}à{_SPACE}\Z", regex.I)
"""What is counted has been said."""
_MOVED = late(
    r"(?<!\w)(?:pass|port|mont|baiss|rédui|ramen|augment|fix|estim|évalu|limit|él[eè]v|revien|rang|égal|creus|tomb|grimp|chut|bondi|progress|recul|gagn|perd)\p{L}*[^\w.;][^.;]*\Z",
    regex.I,
)
"""What makes *to* of « à » before an amount."""
_WINDOW = 80


def find_prices(text: str) -> Iterator[FoundMeasure]:
    """Yield the prices of a French text, each with the « à » before it."""
    if not _HINT.search(text):
        return
    is_price = False
    for money in sorted(find_money(text), key=lambda one: one.start):
        value, window = money.value, max(0, money.start - _WINDOW)
        if not isinstance(value, Money) or len(value.amounts) > 1:
            continue
        is_more = is_price and _MORE.search(text, window, money.start)
        is_price = bool(is_more or _GOODS.search(text, window, money.start))
        is_price = is_price and not _MOVED.search(text, window, money.start)
        if is_price:
            yield replace(money, start=money.start - len(" à "), asked="", value=replace(value, is_at=True))
