"""Numbers in figures as French writes them, and what stands beside them."""

from __future__ import annotations

from translate.text.numbers.numerals import SPACES, Numerals

_THOUSAND, _MILLION, _MILLIARD, _BILLION = 10**3, 10**6, 10**9, 10**12

NUMERALS = Numerals(
    decimal=",",
    hour=r"(?:[hH]|heures?)(?![^\W\d_])",
    scale="|".join(
        (
            rf"(?:milliers|(?:mille[{SPACES}])?(?:millions?|milliards?)|mille|trillions?|billions?)(?![^\W\d_])",
            r"(?:dizaines?|douzaines?|vingtaines?|centaines?|M(?:ds?|rds?)|mds?|[Mm]io)(?![^\W\d_])",
            rf"M(?=[{SPACES}]d(?:['’]|e[{SPACES}]))",
        )
    ),
    half=rf"[{SPACES}]et[{SPACES}]demie?(?![^\W\d_])",
    short=r"[kKM](?:(?![^\W\d_])|(?!ARS)(?=[A-Z]{3}(?![^\W\d_])))",
    scales={
        "milliers": _THOUSAND, "mille": _THOUSAND, "k": _THOUSAND, "million": _MILLION, "millions": _MILLION,
        "mio": _MILLION, "m": _MILLION, "milliard": _MILLIARD, "milliards": _MILLIARD, "md": _MILLIARD,
        "mds": _MILLIARD, "mrd": _MILLIARD, "mrds": _MILLIARD, "billion": _BILLION,
        "billions": _BILLION, "trillion": _BILLION, "trillions": _BILLION, "dizaine": 10, "dizaines": 10,
        "douzaine": 12, "douzaines": 12, "vingtaine": 20, "vingtaines": 20, "centaine": 100, "centaines": 100,
    },
    before_decade="années",
    ordinal_endings=("e", "ème", "er", "re", "ère", "ième"),
)  # fmt: skip
