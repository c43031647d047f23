"""Numbers in figures as English writes them, and what stands beside them."""

from __future__ import annotations

from translate.text.numbers.numerals import SPACES, Numerals

_THOUSAND, _MILLION, _BILLION, _TRILLION = 10**3, 10**6, 10**9, 10**12

NUMERALS = Numerals(
    decimal=".",
    joint=rf"\+?[{SPACES}-]?",
    hour=r"[apAP]\.?\s?[mM]\b|o['’]clock|hrs?\b|hours\b",
    scale="|".join(
        (
            rf"(?:(?:thousand[{SPACES}])?(?:million|billion)|thousand|trillion|dozen|hundred)s?\b",
            r"(?:bn|tn|trn|mn)\b",
        )
    ),
    short=r"(?:m|b|k|K|M|B)(?:(?![^\W\d_])|(?=[A-Z]{3}(?![^\W\d_])))",
    decade=r"['’]?s(?![^\W\d_])",
    scales={
        "thousand": _THOUSAND, "thousands": _THOUSAND, "k": _THOUSAND, "million": _MILLION, "millions": _MILLION,
        "m": _MILLION, "mn": _MILLION, "billion": _BILLION, "billions": _BILLION, "b": _BILLION, "bn": _BILLION,
        "trillion": _TRILLION, "trillions": _TRILLION, "tn": _TRILLION, "trn": _TRILLION, "dozen": 12,
        "dozens": 12, "hundred": 100, "hundreds": 100,
    },
    is_day_first=False,
    before_time="at|from|to|until|till|by|before|after|around|about",
    ordinal_endings=("th", "st", "nd", "rd"),
)  # fmt: skip
