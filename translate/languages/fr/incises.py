"""Who says something, behind what is said: « Au marché, répondit Paul »: a French text comes in, the verbs go out.

A small model takes what is said for the verb's object, *Paul replied to the market*; « dit » it knows in that place.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.text.amounts.measures import FoundMeasure, Meaning
from translate.text.gated import gated
from translate.text.words import straighten

_SPACE = "[ \u00a0\u202f]"
_MEANT = {
    "répond": "replied",
    "répliqu": "replied",
    "rétorqu": "retorted",
    "précis": "explained",
    "lanç": "called",
    "souffl": "whispered",
}
"""By how a verb begins, what it says in English."""
_TO = rf"{_SPACE}(?:à|aux?){_SPACE}"
"""Whom it is said to: « dit-il à sa mère » is *told*."""
_NAMED = rf"-(?:t-)?(?:ils?+|elles?+)(?!{_TO})|{_SPACE}\p{{Lu}}(?!\p{{Ll}}*{_TO})"
_CALLED = rf"{_NAMED}|{_SPACE}(?:le|la|les|un|une|son|sa|mon|ma){_SPACE}\p{{Ll}}|{_SPACE}l['’]\p{{Ll}}"
_WORD = rf"{_SPACE}[\p{{L}}\d'’-]+"
_END = rf"{_SPACE}?[,!?…»]{_SPACE}"
_VERB = gated(
    rf"(?<=\A[—–«“-]{_SPACE}?(?i:à|aux?|avec|sans|chez)(?:{_WORD}){{1,3}}{_END})"
    rf"(?P<verb>répond|répliqu|rétorqu|précis)(?P<ending>it|a|irent|èrent)(?={_NAMED})"
    rf"|(?<=\A[—–«“-]{_SPACE}?[\p{{L}}\d'’-]+(?:{_WORD}){{0,3}}{_END})"
    rf"(?P<verb>lanç|souffl)(?P<ending>a|èrent)(?={_CALLED})"
)
"""Behind a few words with a dash or a quotation mark: elsewhere something may be thrown, « la balle, lança le ballon »,
and behind a whole sentence a model knows what is meant."""
_PLURAL = ("irent", "èrent")


def find_incises(text: str) -> Iterator[FoundMeasure]:
    """Yield the verbs of a French text, in the past, with which what somebody says ends."""
    for match in _VERB.finditer(text):
        asked = "dirent" if match["ending"] in _PLURAL else "dit"
        end = match.end() + 2 * text.startswith("-t-", match.end())  # « dit-il », « précisa-t-il »
        meant = _MEANT[straighten(match["verb"])]
        yield FoundMeasure(match.start(), end, asked, Meaning(meant, is_many=False))
