"""Numbers in figures as German writes them, and what stands beside them."""

from __future__ import annotations

from translate.text.numbers.numerals import Numerals

_THOUSAND, _MILLION, _MILLIARD, _BILLION = 10**3, 10**6, 10**9, 10**12

NUMERALS = Numerals(
    decimal=",",
    hour=r"Uhr(?![^\W\d_])",
    scale=r"(?:Tausend|Million(?:en)?|Milliarden?|Billion(?:en)?|Tsd|Mio|Mrd|Bio|Dutzend)(?![^\W\d_])",
    short=r"[kK](?![^\W\d_])",
    decade=r"er(?![^\W\d_])",
    scales={
        "tausend": _THOUSAND, "tsd": _THOUSAND, "k": _THOUSAND, "million": _MILLION, "millionen": _MILLION,
        "mio": _MILLION, "milliarde": _MILLIARD, "milliarden": _MILLIARD, "mrd": _MILLIARD, "billion": _BILLION,
        "billionen": _BILLION, "bio": _BILLION, "dutzend": 12,
    },
)  # fmt: skip
