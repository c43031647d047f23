"""Numbers in figures as English writes them, and what stands beside them."""

from __future__ import annotations

from translate.text.numerals import SPACES, Numerals

_THOUSAND, _MILLION, _BILLION, _TRILLION = 10**3, 10**6, 10**9, 10**12

NUMERALS = Numerals(
    decimal=".",
    joint=rf"\+?[{SPACES}-]?",
    hour=r"[ap]\.?\s?m\b|o['’]clock|hrs?\b|hours\b",
    scale=rf"(?:(?:thousand[{SPACES}])?(?:million|billion)|thousand|trillion|dozen|hundred)s?\b|(?:bn|tn|trn|mn)\b",
    short=r"(?:(?:m|b|k|K|M|B|G)(?![^\W\d_])|[kM](?=[A-Z]{3}(?![^\W\d_])))",
    decade=r"['’]?s(?![^\W\d_])",
    scales={
        "thousand": _THOUSAND, "thousands": _THOUSAND, "k": _THOUSAND, "million": _MILLION, "millions": _MILLION,
        "m": _MILLION, "mn": _MILLION, "billion": _BILLION, "billions": _BILLION, "b": _BILLION, "bn": _BILLION,
        "trillion": _TRILLION, "trillions": _TRILLION, "tn": _TRILLION, "trn": _TRILLION, "g": _BILLION, "dozen": 12,
        "dozens": 12, "hundred": 100, "hundreds": 100,
    },
    is_day_first=False,
    is_half_day=True,
    halves=(r"a\.?\s?m\b|in the morning", r"p\.?\s?m\b|in the (?:afternoon|evening)|at night"),
    noon=frozenset({"noon", "midday"}),
    midnight=frozenset({"midnight"}),
    signs={
        "×": frozenset({"times", "by", "of", "each", "once", "twice", "thrice", "per", "a"}),
        "±": frozenset({"plus", "give", "about", "within"}),
        "≤": frozenset({"less", "most", "more", "maximum", "equal", "up", "below", "under", "exceed", "exceeding"}),
        "≥": frozenset({"more", "least", "less", "minimum", "equal", "over", "above", "from", "least"}),
        "-": frozenset(
            {"minus", "below", "negative", "down", "fall", "drop", "decline", "decrease", "loss", "lower", "less", "fell",
             "dropped", "subzero"}
        ),
    },
    before_time="at|from|to|until|till|by|before|after|around|about",
    ordinal_endings=("th", "st", "nd", "rd"),
)  # fmt: skip
