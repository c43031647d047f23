"""Words that French texts write for both sexes or numbers, « salarié(e)s », « étudiant·es »: in one form, for a model.

A small model copies the brackets and points, or doubles the word; English has one form.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.text.amounts.measures import FoundMeasure
from translate.text.gated import Gated
from translate.text.late import late

_FEMININE = "e|ne|le|te|re|se|fe|ve|ère|ice|rice|trice|euse|ale|esse|elle|enne"
_BRACKETED = late(rf"(?<![\w(])(?P<word>\p{{L}}{{3,}}|\p{{L}}[éui])\((?:{_FEMININE})\)(?P<many>s(?!\w)|\(s\))?(?!\w)")
_POINTED = late(
    rf"(?<![\w.·•-])(?P<word>\p{{L}}{{2,}})(?:[·•](?:{_FEMININE})(?:[·•]?(?P<many>s))?|\.e(?P<many>\.s)|-e(?P<many>-s))"
    r"(?![\w·•]|[.-]\w)"
)
_VERB = late(r"(?<![\w(])(?P<word>\p{L}{2,}e)\(nt\)(?!\w)")
_HINT = Gated(r"\((?:\p{L}{1,5})\)|\p{L}[·•]|\.e\.s|-e-s")


def find_inclusive(text: str) -> Iterator[FoundMeasure]:
    """Yield such words, each asked in its masculine form, in the plural where it may be one."""
    if not _HINT.search(text):
        return
    for pattern in (_BRACKETED, _POINTED, _VERB):
        for match in pattern.finditer(text):
            is_many = bool(match.groupdict().get("many")) and match["word"][-1] not in "sxz"
            yield FoundMeasure(*match.span(), match["word"] + "s" * is_many)
