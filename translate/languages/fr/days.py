"""Days of a month in French texts that name no month, « avant le 15 », and spans of days: where they stand, and what a
model is asked for them.

A small model copies a number, *before 15*; of an ordinal it makes one. « Inclus » behind a span it puts before it, and
« courant juin » is the current one to it.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.languages.fr.months import NAMES
from translate.text.gated import gated
from translate.text.measures import FoundMeasure, Spelled

_SPACE = "[ \u00a0\u202f]"
_MONTH = "|".join(NAMES.split())
_DAY = r"(?P<day>[2-9]|[12]\d|3[01])"
_MEETINGS = (
    "réunion|rendez-vous|séance|assemblée|échéance|courrier|courriel|mail|lettre|message|conseil|matinée|soirée|nuit|journée"
    "|commande|livraison|facture"
)
_END = (
    rf"(?=\s*(?:[.,;:!?)]|\Z)(?!\d)|{_SPACE}(?:du|de{_SPACE}(?:chaque|ce)){_SPACE}mois(?!\w)"
    rf"|{_SPACE}au{_SPACE}(?:soir|matin)(?!\w)"
    rf"|(?<=(?!soir|séa)(?:{_MEETINGS}){_SPACE}du{_SPACE}\d{{1,2}}){_SPACE}(?:(?:est|sera|a{_SPACE}été|aura{_SPACE}lieu)(?!\w)|n['’]))"
)
_BARE = gated(
    rf"(?<=(?<!\w)(?:(?:avant|après|depuis|dès|d['’]ici|au{_SPACE}plus{_SPACE}tard){_SPACE}le|(?:jusqu|d['’]ici){_SPACE}?['’]?au"
    rf"|à{_SPACE}(?:partir|compter){_SPACE}du|(?:{_MEETINGS})(?:{_SPACE}n°{_SPACE}?\S+)?{_SPACE}du|(?:report|décal|avanc|repouss|fix)\w*{_SPACE}au"
    rf"|(?:payé|dû|payable|versée?s?){_SPACE}le){_SPACE}){_DAY}{_END}",
    regex.I,
)
"""A day that a preposition, what is held on it or a verb tells to be one."""
_RESUMED = gated(
    rf"(?<=\d(?:er)?{_SPACE}(?:{_MONTH})(?!\w)[^.;\d]{{1,40}}[,;]{_SPACE}(?:et{_SPACE})?le{_SPACE}){_DAY}"
    rf"(?={_SPACE}(?:(?:ne|il|elle|on|nous|je|aussi|est|sera|non)(?!\w)|[cn]['’]))"
)
"""A day behind one with its month: « le 8 mai est férié, le 9 ne l'est pas »."""
_SPAN = gated(
    rf"(?<!\w)du{_SPACE}(?P<first>\d{{1,2}}(?:er)?)(?={_SPACE}au{_SPACE}\d{{1,2}}{_SPACE}(?P<month>{_MONTH})(?:{_SPACE}\d{{4}})?{_SPACE}inclus(?!\w))",
    regex.I,
)
_DURING = gated(rf"(?<!\w)(?<!(?:en|\d){_SPACE})courant(?={_SPACE}(?:{_MONTH})(?!\w))", regex.I)


def find_days(text: str) -> Iterator[FoundMeasure]:
    """Yield the days without a month of a French text, the first days of spans, and what says *during* a month."""
    for pattern in (_BARE, _RESUMED):
        for match in pattern.finditer(text):
            yield FoundMeasure(*match.span("day"), f"{match['day']}e", Spelled(int(match["day"]), "day"))
    for match in _SPAN.finditer(text):
        yield FoundMeasure(*match.span("first"), f"{match['first']} {match['month'].lower()}")
    for match in _DURING.finditer(text):
        yield FoundMeasure(*match.span(), "En" if match[0][0].isupper() else "en")
