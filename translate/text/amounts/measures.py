"""Times, durations, rates and amounts as values: one language's folder finds them, another's writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Literal

from translate.records import dataclass

Sense = Literal["count", "ordinal", "rank", "day", "percent", "euro"]
PriceKind = Literal["", "gross", "net"]
GreetingWord = Literal["hello", "evening", "dear"]
Addressed = Literal["madam", "sir", "madams", "sirs", "miss"]
ClosingLead = Literal[
    "answer",
    "favour",
    "meeting",
    "disposal",
    "questions",
    "thanks",
    "reply",
    "understanding",
    "attention",
    "help",
    "trust",
]
"""What a letter says last: that an answer is awaited, that one may ask, or for what thanks go in advance."""
_TEXTS_KEPT = 1024
"""Texts whose measures are remembered: checks ask again for those of a source when the engine has answered."""
LinkSense = Literal["at", "of", "BC", "AD", "district", "districts"]


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours, with minutes or without (empty): a time of the day or a duration.

    `lasts` is None where nothing beside it tells which. `is_at` tells that the preposition is part of it: « à 14 h ».
    `seconds` are those of a duration. `is_exact` tells that it is that time and no other: « 8 h pile ».
    """

    hours: str
    minutes: str
    lasts: bool | None
    is_at: bool = False
    seconds: str = ""
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class HourRange:
    """From one duration to a longer one, in hours, which may have a part, and minutes (empty: none).

    Where it does not last, from one time of the day to another.
    """

    hours: tuple[Decimal, Decimal]
    minutes: tuple[str, str]
    lasts: bool = True


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


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money, or two of them, from one to the other.

    `amounts` are numbers without scale; what they are multiplied by is `scale`; `currency` is its sign, or its ISO 4217
    code where it has none of its own; `per` is what it is paid for: *month*, *person*; `kind`, what of it is
    meant. `is_at` tells that the preposition of a price is part of it: « deux places à 15 € ».
    """

    amounts: tuple[Decimal, ...]
    scale: int
    currency: str
    per: str = ""
    kind: PriceKind = ""
    is_at: bool = False


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words, and what it is: what counts or, with the words for it, what is counted.

    A `rank` is an ordinal that its text has in figures, and that a model is asked in words; a `day` is one of a month
    that is not named.
    """

    value: int
    sense: Sense = "count"


@dataclass(frozen=True, slots=True)
class Dose:
    """So many of a form in which a medicine is taken: `2` of `tablet`; without an amount, only that form.

    `amount` is in figures, `1/2` for a half; `is_spelled` tells that its text has it in words, `is_many` that a form
    without an amount is in the plural, `is_of` that what it is a dose of follows.
    """

    amount: str
    form: str
    is_spelled: bool = False
    is_many: bool = False
    is_of: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """The sense of a word that has several, by the English word for it, and whether it is a noun in the plural."""

    sense: str
    is_many: bool


@dataclass(frozen=True, slots=True)
class Coded:
    """A thing with its code behind it, by the English word for it: *order* `CMD-12`."""

    sense: str
    code: str


@dataclass(frozen=True, slots=True)
class Link:
    """A word beside a measure, of which a model sees no sense: `2 mL` *at* `5 %`, `2 tablets` *of* `500 mg`."""

    sense: LinkSense


@dataclass(frozen=True, slots=True)
class DayRange:
    """From one day of the week to another, by their numbers: Monday is 0."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Greeting:
    """How a letter or a speech begins, with whom it addresses and no name: *Dear Sir*.

    `is_letter` where it is all of its text.
    """

    word: GreetingWord
    persons: tuple[Addressed, ...]
    is_letter: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """A sentence that closes a letter and is all of its text; `is_warm` to somebody who is known or dear.

    `leads` says what it begins with, `Dans l'attente de votre réponse, …`; `is_many` where several write.
    """

    is_warm: bool
    leads: tuple[ClosingLead, ...] = ()
    is_many: bool = False


@dataclass(frozen=True, slots=True)
class Per:
    """What stands behind the stroke of a rate, in English: `/` *year*."""

    unit: str


Value = (
    Closing
    | Coded
    | DayRange
    | Greeting
    | Link
    | Meaning
    | Per
    | Hours
    | HourRange
    | Rate
    | Amount
    | Money
    | Spelled
    | Dose
)


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


Finder = Callable[[str], Iterator[FoundMeasure]]


class Finding:
    """Finds the measures of all kinds, kind by kind; it remembers the last texts.

    :param of_meanings: those of the finders that yield a :class:`Meaning`.
    """

    def __init__(self, *finders: Finder, of_meanings: Sequence[Finder] = ()) -> None:
        self._finders, self._of_meanings = finders, of_meanings
        self._latest: dict[str, tuple[FoundMeasure, ...]] = {}

    def __call__(self, text: str) -> Iterator[FoundMeasure]:
        found = self._latest.get(text)
        if found is None:
            if len(self._latest) >= _TEXTS_KEPT:
                self._latest.pop(next(iter(self._latest), text), None)  # other threads ask too
            found = self._latest[text] = tuple(chain.from_iterable(finder(text) for finder in self._finders))
        return iter(found)

    def meanings(self, text: str) -> Iterator[FoundMeasure]:
        """Yield those that mean something; of a text that was not asked for, other kinds are not looked for."""
        found = self._latest.get(text)
        all_of_it = chain.from_iterable(finder(text) for finder in self._of_meanings) if found is None else found
        return (measure for measure in all_of_it if isinstance(measure.value, Meaning))


@dataclass(frozen=True, slots=True)
class WrittenMeasure:
    """A value in words. `made` is a pattern of what a model makes of it where it does not copy what it was asked.

    A group `between` of that pattern, what the model says between two amounts, stands in `said` for `{between}`; where
    it says only one, what is said begins behind it. `asked` is what a model copies better than what is said; empty
    where that will do. `needed` is a pattern of words of which a translation has one, whatever else it says; empty
    where that is open.
    """

    said: str
    made: str = ""
    asked: str = ""
    needed: str = ""


def writing(*writers: Callable[[Value], WrittenMeasure | None]) -> Callable[[Value], WrittenMeasure]:
    """Return what writes values of all kinds: each is written by the first that knows its kind.

    :raises LookupError: of a kind that none knows.
    """

    def write(value: Value) -> WrittenMeasure:
        for writer in writers:
            if written := writer(value):
                return written
        raise LookupError(f"no way to write {value}")

    return write
