"""The words for numbers of English."""

from __future__ import annotations

from decimal import Decimal

from translate.text.numbers.number_words import NumberWords

_HALF = Decimal("0.5")

_CARDINALS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES: dict[str, int] = {
    "hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000, "million": 10**6, "millions": 10**6,
    "billion": 10**9, "billions": 10**9, "trillion": 10**12, "trillions": 10**12,
}  # fmt: skip
_ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_OTHERS: dict[str, tuple[int | Decimal, ...]] = {
    "a": (1,), "an": (1,), "single": (1,), "once": (1,), "only": (1,), "twice": (2,), "double": (2,), "both": (2,),
    "every other": (2,), "couple": (2,), "pair": (2,), "twofold": (2,), "half": (1, 2, 30, 50, _HALF), "halves": (2,),
    "quarter": (1, 4, 15, 25), "quarters": (4, 45), "triple": (3,), "thrice": (3,), "decade": (10,),
    "dozen": (12,), "dozens": (12,), "fortnight": (14, 15, 2), "noon": (12,), "midday": (12,),
    "midnight": (0, 12, 24), "century": (100,), "centuries": (100,),
    "millennium": (1000,), "millennia": (1000,), "no": (0,), "none": (0,), "nil": (0,),
    "twenties": (20, 1920),
    "thirties": (30, 1930), "forties": (40, 1940), "fifties": (50, 1950), "sixties": (60, 1960),
    "seventies": (70, 1970), "eighties": (80, 1980), "nineties": (90, 1990), "teens": (10,),
}  # fmt: skip

NUMBER_WORDS = NumberWords(
    _CARDINALS,
    _SCALES,
    _ORDINALS,
    _OTHERS,
    joiners=frozenset({"and"}),
)
