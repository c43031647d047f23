"""How French messages take leave, « à demain », « à plus »: a text comes in, where that is and what it means go out.

A small model takes « à » for *to* or leaves it out: of « Merci et à demain ! » it makes *Thank you and tomorrow!*
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.amounts.measures import FoundMeasure, Meaning
from translate.text.late import late
from translate.text.words import straighten

_SPACE = "[ \u00a0\u202f]"
_WHEN = {
    "demain": "see you tomorrow", "bientôt": "see you soon", "plus tard": "see you later", "plus": "see you later",
    "toute": "see you later",
    "tout à l'heure": "see you later", "tout de suite": "see you in a moment", "ce soir": "see you tonight",
    "la prochaine": "see you next time", "la semaine prochaine": "see you next week",
    "lundi": "see you on Monday", "mardi": "see you on Tuesday", "mercredi": "see you on Wednesday",
    "jeudi": "see you on Thursday", "vendredi": "see you on Friday", "samedi": "see you on Saturday",
    "dimanche": "see you on Sunday",
}  # fmt: skip
"""By what stands behind « à », what it says; the longer ones first."""
_FAREWELL = late(
    rf"(?:\A|(?<=[,.!?;:…–—-]{_SPACE}|(?<!\w)(?:merci|bis(?:es|ous)|bonne{_SPACE}(?:journée|soirée|nuit)|allez|bon|et|donc|alors)"
    rf"{_SPACE}))à{_SPACE}(?P<when>{'|'.join(_WHEN).replace(' ', _SPACE).replace(chr(39), '[' + chr(39) + '’]')})"
    rf"(?={_SPACE}?(?:[!.,;…]|\Z))",
    regex.I,
)


def find_farewells(text: str) -> Iterator[FoundMeasure]:
    """Yield where a French text takes leave, but for one that does nothing else: that is a label."""
    for match in _FAREWELL.finditer(text):
        if match[0] == text.strip(" \u00a0\u202f!.…"):
            continue
        said = _WHEN[straighten(regex.sub(_SPACE, " ", match["when"].lower()))]
        asked = said[0].upper() + said[1:] if match[0][0].isupper() else said
        yield FoundMeasure(*match.span(), asked, Meaning(said, is_many=False))
