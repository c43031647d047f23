"""Orders of French recipes, « Laissez mijoter à feu doux »: where they stand, and what they mean.

A small model takes « laissez » for *let's*, and « faites cuire » apart.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.amounts.measures import FoundMeasure, Meaning
from translate.text.gated import gated
from translate.text.late import late

_SPACE = "[ \u00a0\u202f]"
_LEFT = {
    "cuire": "cook", "mijoter": "simmer", "refroidir": "cool", "tiédir": "cool", "reposer": "stand", "tremper": "soak",
    "mariner": "marinate", "infuser": "infuse", "dorer": "brown", "fondre": "melt", "égoutter": "drain",
    "sécher": "dry", "bouillir": "boil", "macérer": "macerate", "gonfler": "swell",
    "réduire": "reduce",
}  # fmt: skip
_LEFT_WITH_OBJECT = {"mijoter": "simmer", "reposer": "stand"}
"""What a model copies before what is left so."""
_MADE = {
    "cuire": "cook", "bouillir": "boil", "fondre": "melt", "chauffer": "heat", "réchauffer": "reheat",
    "dorer": "brown", "griller": "grill", "mijoter": "simmer", "revenir": "gently fry", "sauter": "brown",
    "tremper": "soak", "mariner": "marinate", "infuser": "infuse", "réduire": "reduce", "rissoler": "brown",
}  # fmt: skip
_WITHIN = {"boil": "bring to the boil", "cook": "cook", "brown": "brown"}
"""What a model copies within a sentence, where it makes *die* of *melt*."""
_FIRST = {"melt": "melt down"}
"""What a model copies where an order begins with it: of *Melt* alone it makes another word."""
_OBJECT = late(rf"{_SPACE}(?:l(?:es?|a){_SPACE}|l['’]|une?{_SPACE}|votre{_SPACE})", regex.I)
_HEATS = {"doux": "low", "moyen": "medium", "vif": "high"}
_ORDER = late(
    rf"(?:\A|(?<=[.!?:;,(–-]{_SPACE}|(?<!\w)(?:et|puis|ensuite){_SPACE}))(?P<lead>laisse[rz]?|fai(?:s|tes|re)){_SPACE}"
    rf"(?P<act>{'|'.join(sorted({*_LEFT, *_MADE}))})(?!\w)",
    regex.I,
)
_HEAT = gated(
    rf"(?<!\w)(?:à|sur){_SPACE}(?:un{_SPACE})?(?:petit{_SPACE})?feu{_SPACE}(?P<heat>doux|moyen|vif)(?!\w)", regex.I
)
_OVEN = late(
    r"(?<!\w)(?:th\.|thermostat|(?<=\()th)[ \u00a0\u202f]?(?P<mark>\d{1,2}(?:[-–/]\d{1,2})?)(?!\w|[,.]\d)", regex.I
)
"""How hot an oven is, by the mark of its dial."""
_HOTTEST = 10


def find_cooking(text: str) -> Iterator[FoundMeasure]:
    """Yield the orders of a French recipe, and how hot its fire is."""
    for match in _ORDER.finditer(text):
        act, is_left = match["act"].lower(), match["lead"][0] in "lL"
        is_first = match[0][0].isupper()
        if is_left:
            has_object = _OBJECT.match(text, match.end())
            left = _LEFT_WITH_OBJECT if has_object else _LEFT
            meant = asked = f"let{'' if has_object else ' it'} {left[act]}" if act in left else ""
        else:
            meant = _MADE.get(act, "")
            asked = _FIRST.get(meant, meant) if is_first else _WITHIN.get(meant, "")
        if asked:
            asked = asked[0].upper() + asked[1:] if is_first else asked
            yield FoundMeasure(*match.span(), asked, Meaning(meant, is_many=False))
    for match in _OVEN.finditer(text):
        if max(map(int, regex.split("[-–/]", match["mark"]))) <= _HOTTEST:
            mark = Meaning(f"gas mark {match['mark']}", is_many=False)
            yield FoundMeasure(*match.span(), f"thermostat {match['mark']}", mark)
    for match in _HEAT.finditer(text):
        yield FoundMeasure(*match.span(), "", Meaning(f"over {_HEATS[match['heat'].lower()]} heat", is_many=False))
