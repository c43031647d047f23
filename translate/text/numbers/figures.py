"""Numbers in figures: how a language writes them, `1 234,56` or `1,234.56`, and one of them written another's way."""

from __future__ import annotations

import regex

from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """How a language writes numbers in figures."""

    decimal: str
    """The mark before the decimals."""
    group: str
    """What stands between groups of three figures."""
    groups: str
    """All that may stand there, as a pattern."""
    is_currency_first: bool = False
    """The sign of a currency stands before its amount: `€40`."""
    longest_plain: int = 4
    """Figures of the longest number that needs no groups."""
    list_words: tuple[str, ...] = ()
    """Patterns of words after which `3,5` may be a list: *articles*."""

    @property
    def pattern(self) -> str:
        """Of a number that no other language writes so: `whole` is in groups, or there is a decimal `part`."""
        decimal = regex.escape(self.decimal)
        return (
            rf"(?:(?P<whole>\d{{1,3}}(?:{self.groups}\d{{3}})+)(?:{decimal}(?P<part>\d+))?"
            rf"|(?P<whole>\d+){decimal}(?P<part>\d+))"
        )

    def write(self, whole: str, part: str) -> str:
        """Return a number of which another language writes `whole`, maybe in groups, and the decimals `part`."""
        digits = digits_of(whole)
        is_grouped = whole != digits or len(digits) > self.longest_plain
        text = f"{int(digits):,}".replace(",", self.group) if is_grouped else digits
        return f"{text}{self.decimal}{part}" if part else text


def pattern_of_halves(one: Figures, other: Figures) -> str:
    """Return a pattern of numbers that are half written in each of two ways: `1 280.50`, `1,280,50`."""
    decimals = regex.escape(one.decimal + other.decimal)
    return rf"(?P<whole>\d{{1,3}}(?:(?:{one.groups}\d{{3}})+|(?:{other.groups}\d{{3}})+))[{decimals}](?P<part>\d+)"


def digits_of(number: str) -> str:
    return "".join(filter(str.isdecimal, number))


def value_of(whole: str, part: str) -> tuple[str, str]:
    """Return the figures before and behind the decimal mark, those behind it without noughts at the end."""
    return digits_of(whole), part.rstrip("0")
