"""Numbers in figures as French writes them, and what stands beside them."""

from __future__ import annotations

from translate.text.numerals import SPACES, Numerals

_THOUSAND, _MILLION, _MILLIARD, _BILLION = 10**3, 10**6, 10**9, 10**12

NUMERALS = Numerals(
    decimal=",",
    hour=r"(?:[hH]|heures?)(?![^\W\d_])",
    scale=(
        rf"(?:milliers|(?:mille[{SPACES}])?(?:millions?|milliards?)|mille|billions?|[Mm]ds?|[Mm]io)(?![^\W\d_])"
    ),
    short=r"[Mk](?=[€$])|M(?=\s€)",
    scales={
        "milliers": _THOUSAND, "mille": _THOUSAND, "k": _THOUSAND, "million": _MILLION, "millions": _MILLION,
        "mio": _MILLION, "m": _MILLION, "milliard": _MILLIARD, "milliards": _MILLIARD, "md": _MILLIARD,
        "mds": _MILLIARD, "billion": _BILLION, "billions": _BILLION,
    },
    before_decade="années",
    ordinal_endings=("e", "ème", "er", "re", "ère", "ième"),
)  # fmt: skip
