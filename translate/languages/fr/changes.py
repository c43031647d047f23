"""Changes from one number to another, « est passé de 3,1 % à 2,8 % »: where they stand, and whether they rise or fall.

A small model says *has risen* of whatever has passed from one number to another. It is asked by the verb that the
numbers tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from translate.text.amounts.measures import Amount, FoundMeasure
from translate.text.gated import gated
from translate.text.late import late
from translate.text.numbers.figures import digits_of

_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = rf"\d{{1,3}}(?:(?:{_SPACE}\d{{3}})+|\d*)(?:,\d+)?"
_UNIT = rf"(?:{_SPACE}?(?:%|[€$£]|°C?|\p{{L}}[\p{{L}}²³]*))"
_AUXILIARIES = {"est": "a", "sont": "ont", "était": "avait", "étaient": "avaient", "sera": "aura", "seront": "auront"}
_ENDINGS = {
    "passe": "e", "passent": "ent", "passera": "era", "passeront": "eront", "passait": "ait", "passaient": "aient",
    "passer": "er",
}  # fmt: skip
"""By a form of the verb: how that of another ends."""
_FALLS, _RISES = "baiss", "augment"
_CHANGE = late(
    rf"(?<![\w-])(?:(?P<auxiliary>{'|'.join(_AUXILIARIES)})(?P<between>{_SPACE}(?:\w+{_SPACE})?)passée?s?"
    rf"|(?P<verb>{'|'.join(_ENDINGS)}))(?={_SPACE}de{_SPACE}(?P<low>{_NUMBER})(?P<low_unit>{_UNIT})?{_SPACE}à{_SPACE}"
    rf"(?P<high>{_NUMBER})(?![\d,]?\d)(?P<high_unit>{_UNIT})?)",
    regex.I,
)
_NOUNS = "hausse|baisse|progression|recul|repli|augmentation|diminution|chute|bond"
_CHANGED = late(
    rf"\A(?P<noun>{_NOUNS}){_SPACE}de{_SPACE}{_NUMBER}{_UNIT}?(?P<to>,{_SPACE}à)(?={_SPACE}{_NUMBER}(?![\d,]?\d))",
    regex.I,
)
"""What begins a heading: « Hausse de 0,75 point, à 4,25 % », of which a model makes *from 0.75*."""
_MOVES = (
    "per(?:d|dent|du|dait)|gagn\\p{L}+|recul\\p{L}*|progress\\p{L}+|baiss\\p{L}+|grimp\\p{L}+|chut\\p{L}+|cèd\\p{L}+|cédé|bondi\\p{L}*"
    "|augment\\p{L}+|avanc\\p{L}+|abandonn\\p{L}+"
)
_TIME = "h|heures?|min|minutes?|secondes?|jours?|journées?|semaines?|mois|ans"
_MOVED = late(
    rf"(?<![\w-])(?:{_MOVES}){_SPACE}(?P<by>de{_SPACE})?{_NUMBER}{_SPACE}?(?P<unit>%|point)s?(?P<to>{_SPACE}à)"
    rf"(?={_SPACE}{_NUMBER}(?![\d,]?\d)(?!{_SPACE}?(?:{_TIME})(?!\w))(?:{_SPACE}?(?P<other>%|point))?)",
    regex.I,
)
"""By how much, and where to: « gagne 4,5 % à 23,10 € », of which a model makes *from 4.5%*."""
_RECEDES = gated(
    rf"(?<![\w-])recul(?P<ending>e|ent|ée?s?|ait|aient|er|era|eront)(?={_SPACE}(?:de{_SPACE})?{_NUMBER}{_SPACE}?(?:%|point))",
    regex.I,
)
_WORSENED = late(rf"(?<=(?<!\w)(?:creusée?s?|ralenti\p{{L}}*){_SPACE})à(?={_SPACE}{_NUMBER}{_UNIT})", regex.I)
_POINTS = late(rf"(?<![\w.,/])(?P<amount>{_NUMBER}){_SPACE}point(?P<many>s?)(?!\w|{_SPACE}(?:de|sur|d)(?!\w))")
"""Of a share, which a model takes for the share itself."""
_MASCULINE = frozenset({"recul", "repli", "bond"})
_NO_AMOUNT = frozenset({"h", "heure", "heures", "e", "er", "re", "ème"})
"""Behind a number, what says that it is a time or a rank."""
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


def find_changes(text: str) -> Iterator[FoundMeasure]:
    """Yield the verbs of a French text that say that a number has become another, where both have the same unit."""
    for match in _CHANGE.finditer(text) if "pass" in text or "Pass" in text else ():
        low, high = (_value(match[name]) for name in ("low", "high"))
        units = [(match[f"{name}_unit"] or "").strip(" \u00a0\u2009\u202f").lower() for name in ("low", "high")]
        is_years = not units[0] and all(_FIRST_YEAR <= one <= _LAST_YEAR for one in (low, high))
        if low == high or is_years or not _NO_AMOUNT.isdisjoint(units) or (units[0] and units[0] != units[1]):
            continue
        stem = _FALLS if high < low else _RISES
        if match["verb"]:
            asked = stem + _ENDINGS[match["verb"].lower()]
        else:
            asked = f"{_AUXILIARIES[match['auxiliary'].lower()]}{match['between']}{stem}é"
        yield FoundMeasure(*match.span(), asked[0].upper() + asked[1:] if match[0][0].isupper() else asked)
    for match in _MOVED.finditer(text) if "%" in text or "point" in text else ():
        if not (match["by"] and match["unit"] == match["other"]):  # « baisse de 20 % à 10 % »
            yield FoundMeasure(*match.span("to"), ", pour atteindre")
    for match in _RECEDES.finditer(text):
        yield FoundMeasure(*match.span(), f"{'B' if match[0][0].isupper() else 'b'}aiss{match['ending']}")
    for match in _WORSENED.finditer(text) if " à " in text else ():
        yield FoundMeasure(*match.span(), "pour atteindre")
    for match in _POINTS.finditer(text) if "%" in text else ():
        unit = "points" if match["many"] or "," in match["amount"] else "point"
        yield FoundMeasure(*match.span(), f"{match['amount']} {unit}", Amount(match["amount"], unit))
    for match in _CHANGED.finditer(text):
        article = "Un" if match["noun"].lower() in _MASCULINE else "Une"
        yield FoundMeasure(*match.span("noun"), f"{article} {match['noun'].lower()}")
        yield FoundMeasure(*match.span("to"), ", pour atteindre")


def _value(written: str) -> Decimal:
    whole, _, part = written.partition(",")
    return Decimal(f"{digits_of(whole)}.{part or 0}")
