"""French scores and marks, « l'emporte 28 à 24 », « a eu 17/20 »: a text comes in, where they stand goes out.

A model takes « à » for *to* or *and*, and makes a range of a mark; but it copies `28-24`, and knows « 17 sur 20 ».
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.amounts.measures import FoundMeasure, Meaning
from translate.text.gated import gated
from translate.text.late import late

_SPACE = "[ \u00a0\u202f]"
_SCORE = late(
    r"(?<=(?<!\w)(?:(?:emport|gagn|perd|bat|men|inclin|impos|qualifi|dispos)\w*|victoire|défaite|score|nul)(?:\s[\w'’-]+){0,4}\s)"
    rf"(?P<own>\d{{1,3}}){_SPACE}à{_SPACE}(?P<other>\d{{1,3}})(?!\d|{_SPACE}?[%€$°]|[,.]\d)"
    rf"(?!{_SPACE}?(?!(?:face|contre|devant|à|aux?|en|après|hier|et|mais|ce|pour)(?!\w))\p{{L}})",
    regex.I,
)
_ALL = gated(rf"(?<![\w.,-])(?P<own>\d{{1,2}}){_SPACE}partout(?!\w)", regex.I)
"""What both have: « 1 partout »."""
_WINS = gated(r"(?<!\w)s['’]impos(?P<many>e|ent)(?=\s(?:\d{1,3}-\d|\d{1,3}\sà\s\d))")
_WINS_AT = gated(
    rf"(?<!\w)s['’]impos(?P<many>e|ent)(?={_SPACE}(?:(?:à|face{_SPACE}à|contre|devant){_SPACE}\p{{Lu}}|au{_SPACE}|chez{_SPACE})"
    r"[^.;:!?]*?\d{1,3}-\d)"
)
_LOSES = gated(
    rf"(?<!\w)s['’]inclin(?P<many>e|ent)(?={_SPACE}(?:à{_SPACE}domicile|contre|face{_SPACE}à|à{_SPACE}\p{{Lu}}\p{{L}}*)(?!\w))"
)
_WON = gated(
    rf"(?<!\w)s(?:['’]est|e{_SPACE}(?P<many>sont)){_SPACE}imposée?s?"
    rf"(?={_SPACE}(?:à{_SPACE}\p{{Lu}}\p{{L}}*|face{_SPACE}(?:à|aux?)|contre|devant)(?!\w)(?![^.;:!?]*(?<!\w)comme(?!\w)))"
)
"""Of a team; somebody who establishes himself does so « comme » something."""
_EARNS = gated(
    rf"(?<!\w)(?<!\b[Oo]n{_SPACE})gagn(?P<many>e|ent)(?={_SPACE}\d{{1,3}}-\d{{1,3}}"
    rf"(?:,{_SPACE}\d|{_SPACE}?[.!;]|\Z|{_SPACE}(?:contre|face|devant|chez|à{_SPACE}domicile)(?!\w)))"
)
"""With a score and nothing that is counted: no « gagne 1-2 points », which are earned; « on » may be *we*."""
_MARK = late(
    r"(?<=(?<!\w)(?:eue?s?|obt(?:ien|en)\w*|reçu|not(?:e|es|é|ée|és|ées)|moyenne|mis)(?:\s\p{L}[\w'’-]*){0,3}\s)"
    r"(?P<got>\d{1,3}(?:,\d{1,2})?)/(?P<of>10|20|100)(?![\d/]|,\d)",
    regex.I,
)


def find_scores(text: str) -> Iterator[FoundMeasure]:
    """Yield the scores of games that « à » joins, what wins by them, and marks out of 10, 20 or 100."""
    for match in _SCORE.finditer(text) if " à " in text else ():
        yield FoundMeasure(*match.span(), f"{match['own']}-{match['other']}")
    for match in _ALL.finditer(text):
        yield FoundMeasure(*match.span(), f"{match['own']}-{match['own']}")
    for match in _WINS.finditer(text):
        yield FoundMeasure(*match.span(), "gagnent" if match["many"] == "ent" else "gagne")
    for match in _WINS_AT.finditer(text):
        yield FoundMeasure(*match.span(), "gagnent" if match["many"] == "ent" else "gagne")
    for match in _LOSES.finditer(text):
        yield FoundMeasure(*match.span(), "perdent" if match["many"] == "ent" else "perd")
    for match in _WON.finditer(text):
        yield FoundMeasure(*match.span(), "ont gagné" if match["many"] else "a gagné")
    for match in _EARNS.finditer(text):
        yield FoundMeasure(*match.span(), match[0], Meaning("win" if match["many"] == "ent" else "wins", is_many=False))
    for match in _MARK.finditer(text) if "/" in text else ():
        yield FoundMeasure(*match.span(), f"{match['got']} sur {match['of']}")
