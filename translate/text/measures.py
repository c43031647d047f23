"""Times, durations, rates and amounts as values: one language's folder finds them, another's writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours, with minutes or without (empty): a time of the day or a duration.

    `lasts` is None where nothing beside it tells which.
    """

    hours: str
    minutes: str
    lasts: bool | None


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of a unit in each of a longer one: `7 days a week`."""

    amount: str
    unit: Literal["hour", "day"]
    per: Literal["day", "week"]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount, as its text writes it, and the symbol of its unit, the same in all languages: `5` of `MB`."""

    amount: str
    unit: str


Value = Hours | Rate | Amount


@dataclass(frozen=True, slots=True)
class FoundMeasure:
    """Characters [start, end) of a text that stand for a value.

    `asked` is the wording of the text's own language that a model knows; empty where it gets that of the target
    language instead, which it copies. Without `value` the wording is the model's to translate.
    """

    start: int
    end: int
    asked: str
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class WrittenMeasure:
    """A value in words. `made` is a pattern of what a model makes of it where it does not copy what it was asked."""

    said: str
    made: str = ""
