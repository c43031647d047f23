"""Numbers in figures as English writes them, and what stands beside them."""

from __future__ import annotations

from translate.text.numerals import SPACES, Numerals

_THOUSAND, _MILLION, _BILLION, _TRILLION = 10**3, 10**6, 10**9, 10**12

NUMERALS = Numerals(
    decimal=".",
    joint=rf"[{SPACES}-]?",
    hour=r"[ap]\.?\s?m\b|o['’]clock|hrs?\b|hours\b",
    scale=rf"(?:(?:thousand[{SPACES}])?(?:million|billion)|thousand|trillion)s?\b",
    short=r"(?:mn|bn|m|b|k|K|M|B)(?![^\W\d_])",
    decade=r"['’]?s(?![^\W\d_])",
    scales={
        "thousand": _THOUSAND, "thousands": _THOUSAND, "k": _THOUSAND, "million": _MILLION, "millions": _MILLION,
        "m": _MILLION, "mn": _MILLION, "billion": _BILLION, "billions": _BILLION, "b": _BILLION, "bn": _BILLION,
        "trillion": _TRILLION, "trillions": _TRILLION,
    },
    before_time="at|from|to|until|till|by|before|after|around|about",
    ordinal_endings=("th", "st", "nd", "rd"),
)  # fmt: skip
