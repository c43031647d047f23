"""Dimensions with letters, « L 120 × l 60 × H 75 cm », in French texts: where they stand, and how they are said.

A small model drops the letters. It copies `120x60x75 cm`.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.text.amounts.measures import FoundMeasure, Meaning
from translate.text.late import late

_SPACE = "[ \u00a0\u202f]"
_LETTERS = {"L": "L", "l": "W", "H": "H", "h": "H", "P": "D", "E": "T", "e": "T"}
"""By the letter of length, width, height, depth and thickness, that of the other language."""
_ONE = rf"(?P<letter>[LlHhPEe])\.?{_SPACE}?(?P<amount>\d+(?:,\d+)?)(?P<unit>{_SPACE}?(?:mm|cm|m)(?!\w))?"
_DIMENSIONS = late(rf"(?<![\w.'’]){_ONE}(?:{_SPACE}?(?P<sign>[x×X]){_SPACE}?{_ONE})+(?!\w|,\d)")


def find_dimensions(text: str) -> Iterator[FoundMeasure]:
    """Yield two dimensions or more of a French text that have a letter each."""
    for match in _DIMENSIONS.finditer(text):
        letters, amounts = match.captures("letter"), match.captures("amount")
        unit = match["unit"] or ""
        signs = ["", *match.captures("sign")]
        said = " ".join(
            f"{sign} {_LETTERS[letter]} {amount.replace(',', '.')}".strip()
            for sign, letter, amount in zip(signs, letters, amounts, strict=True)
        )
        asked = "x".join(amounts) + unit
        yield FoundMeasure(*match.span(), asked, Meaning(f"{said}{unit}", is_many=False))
