"""Languages without a folder: the little that is known of some of them, by their codes."""

from __future__ import annotations

from translate.languages.base import Language
from translate.text.numbers.numerals import PLAIN_NUMERALS, Numerals

_WITH_DECIMAL_POINT = frozenset({"zh", "ja", "ko", "he", "th", "hi", "ga", "mt"})
"""They write 1,000.5; most others write 1.000,5 or 1 000,5."""
_WITH_SPACED_MARKS = {"br": "!?;:", "oc": "!?;:"}
_POINT = Numerals(decimal=".")


def describe(code: str) -> Language:
    """Return a language of which there is no folder."""
    return Language(
        code=code,
        name=code,
        spaced_marks=_WITH_SPACED_MARKS.get(code, ""),
        numerals=_POINT if code in _WITH_DECIMAL_POINT else PLAIN_NUMERALS,
    )
