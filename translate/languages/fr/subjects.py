"""Subjects that are persons, « Elle habite à Lyon »: a French text comes in, the pronouns go out.

A small model says *it* of them where nothing but the verb tells.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.gated import gated
from translate.text.measures import FoundMeasure, Meaning

_SPACE = "[ \u00a0\u202f]"
_MEANT = {"il": "he", "elle": "she"}
_SUBJECT = gated(
    rf"(?<![\w'’-])(?P<pronoun>il|elle)(?={_SPACE}(?:n['’]|ne{_SPACE}|y{_SPACE})?"
    r"(?:(?:habit|étudi|enseign|travaill|épous|présid|milit)(?:e|ait|a|era))(?!\w))",
    regex.I,
)
_BEING = rf"(?:n['’])?(?:est|était|sera|fut|serait)(?:{_SPACE}(?:pas|plus|déjà|encore|toujours|aussi))?{_SPACE}"
_STATE = gated(
    rf"(?<![\w'’-])(?P<pronoun>il|elle)(?={_SPACE}{_BEING}"
    r"(?:(?:mari|divorc|pacs|décéd|retrait|diplôm)ée?|veuf|veuve|célibataire|âgée?\sde\s\d\d\sans)(?!\w))",
    regex.I,
)
_BORN = gated(
    rf"(?<=\A|[.!?…»]{_SPACE})(?P<pronoun>Il|Elle)(?={_SPACE}{_BEING}née?{_SPACE}?(?:[.,]|(?:à|aux?|en|le|dans|vers)(?!\w)))"
)
"""Behind another subject it may be an idea, « elle est née en Amérique »."""


def find_subjects(text: str) -> Iterator[FoundMeasure]:
    """Yield the pronouns of a French text whose verb only persons have for a subject."""
    for pattern in (_SUBJECT, _STATE, _BORN):
        for match in pattern.finditer(text):
            yield FoundMeasure(*match.span(), match[0], Meaning(_MEANT[match["pronoun"].lower()], is_many=False))
