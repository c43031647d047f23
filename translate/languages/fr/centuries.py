"""Centuries, districts and kings in French texts, « XVIᵉ s. », « François Iᵉʳ »: what a model is asked for them.

A small model reads Roman figures by their look, and says the nineteenth century of the twelfth; those of Arabic figures
it knows.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.amounts.measures import FoundMeasure, Link
from translate.text.gated import Gated
from translate.text.late import late
from translate.text.numbers.roman import roman_value

_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = r"(?P<roman>[IVX]+)(?P<ending>è?me|ᵉʳ|er|ᵉ|e)(?![\w.])"
_AFTER = (
    rf"(?=(?:{_SPACE}?(?:et|ou|à|au|-|–|—|/|,){_SPACE}?(?:(?:d[ue]|au|fin|début|milieu|des|aux|le|la){_SPACE})*[IVX]+\p{{L}}{{1,3}}){{0,4}}"
    rf"{_SPACE}?(?P<noun>siècles?|s\.|arr(?:ondissements?|t?\.)|républiques?|millénaires?|dynasties?)(?!\w))"
)
_ORDINAL = late(rf"(?<!\w){_NUMBER}{_AFTER}", regex.I)
_CENTURY = late(rf"(?<=[IVX]\p{{L}}{{1,3}}{_SPACE})s\.(?P<end>(?=\s*(?:\Z|\p{{Lu}})))?")
_KING = late(
    rf"(?<=(?!(?:Du|Au|Les?){_SPACE})\p{{Lu}}\p{{Ll}}+{_SPACE})I(?:er|ᵉʳ)(?!\w)(?!{_SPACE}(?:siècle|s\.|arr|mill))"
)
_PART_BEFORE = late(rf"(?<!\w)(?:fin|début|milieu){_SPACE}\Z", regex.I)
_DASH_AFTER = late(rf"{_SPACE}?[-–—]{_SPACE}?(?=\p{{L}})")
_DASH_BEFORE_NUMBER = late(rf"{_SPACE}?[-–/]{_SPACE}?(?=[IVX]+\p{{L}})")
_ERA = late(
    rf"(?<!\w)(?:(?P<before>av)\.|apr?\.|(?P<before>avant)|après){_SPACE}?J\.{_SPACE}?-?{_SPACE}?C(?:\.(?!\Z)|(?!\w))"
)
_DISTRICT = Gated(r"(?<!\w)arrondissement(?P<many>s?)(?!\w)|(?<=\d(?:er|è?me|e)[ \u00a0])(?P<short>arrt?\.)(?!\w)")
_HINT = late("[IVX](?:è?me|e|ᵉ)", regex.I)


def find_centuries(text: str) -> Iterator[FoundMeasure]:
    """Yield the ordinals in Roman figures of a French text that a model is asked in others, kind by kind."""
    for match in _ERA.finditer(text) if "J." in text else ():
        is_before = match["before"] is not None
        asked = "avant Jésus-Christ" if is_before else "après Jésus-Christ"
        yield FoundMeasure(*match.span(), asked, Link("BC" if is_before else "AD"))
    for match in _DISTRICT.finditer(text):
        asked = "arrondissement" if match["short"] else match[0]
        yield FoundMeasure(*match.span(), asked, Link("districts" if match["many"] else "district"))
    if not _HINT.search(text):
        return
    kings = {match.start() for match in _KING.finditer(text)}
    for match in _ORDINAL.finditer(text):
        if match.start() not in kings and (value := roman_value(match["roman"].upper())):
            end = match.end()
            asked = f"{value}er" if value == 1 else f"{value}e"
            if match["noun"][0] in "sS" and _PART_BEFORE.search(text, max(0, match.start() - 10), match.start()):
                is_last = match.start("noun") <= match.end() + 1
                asked = f"du {asked}" if is_last else f"du {asked} siècle"
                if dash := _DASH_AFTER.match(text, end):
                    end, asked = dash.end(), f"{asked} – "
            elif dash := _DASH_BEFORE_NUMBER.match(text, end):
                end, asked = dash.end(), f"{asked} et "
            yield FoundMeasure(match.start(), end, asked)
    for match in _CENTURY.finditer(text):
        yield FoundMeasure(*match.span(), "siècle" if match["end"] is None else "siècle.")
    for place in kings:
        yield FoundMeasure(place, place + len("Ier"), "I")
