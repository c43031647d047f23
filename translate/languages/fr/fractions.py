"""French fractions and scales, « 3/4 de litre », « au 1/25 000 »: where they stand, and what a model is asked.

Of a scale a model makes a range, *1-500*, or it drops the 1; of « 1/4 de tasse de sucre » a *sugar cup*.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.text.amounts.measures import FoundMeasure
from translate.text.late import late

_SPACE = "[ \u00a0\u2009\u202f]"
_LED = rf"(?:au|(?:échelle|dilution)(?:{_SPACE}de)?)"
_SCALE = late(
    rf"(?<=(?<!\w)(?i:{_LED}){_SPACE})1/(?!1[0-2](?!\d))(?P<times>\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d{{2,7}})"
    rf"(?!\w|[./,-]\d|{_SPACE}?(?:[smg%]|d[eu])(?!\w))"
)
_MEASURE = (
    "(?:(?:centi|déci|milli|kilo)?(?:litre|mètre|gramme)|kilo|tonne|pouce|seconde|tasse|verre|bol|cuillère"
    "|cuillerée|louche|sachet|paquet|bouteille|boîte|page|baguette|tablette|plaquette|dose)"
)
_OF_MEASURE = late(rf"(?<=(?<![\w/.,-])\d{{1,2}}/\d{{1,2}}{_SPACE})de{_SPACE}(?P<measure>{_MEASURE})(?!\w)")


def find_fractions(text: str) -> Iterator[FoundMeasure]:
    """Yield the scales of a French text as ratios, and the measures behind fractions as English sets them."""
    if "/" not in text:
        return
    for match in _SCALE.finditer(text):
        yield FoundMeasure(*match.span(), f"1:{match['times']}")
    for match in _OF_MEASURE.finditer(text):
        yield FoundMeasure(*match.span(), match["measure"])
