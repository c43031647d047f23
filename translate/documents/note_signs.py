"""Signs of notes: what is raised, and the text before it, come in; whether it refers to a note goes out."""

from __future__ import annotations

import regex

_SIGN = regex.compile(r"\*{1,3}|[†‡§]|[(\[]\w{1,3}[)\]]")
_NUMBER = regex.compile(r"\d{1,3}|[a-z]")
_NOTED = regex.compile(r"\p{Ll}{3}\Z|[.,;:!?…»”\"’)\]%€$]\Z")
"""What the number of a note stands behind."""


def is_note(raised: str, before: str) -> bool:
    """Tell whether a raised text refers to a note: behind a mark or a word that is no unit.

    :param before: what stands before it; a few characters are enough.
    """
    before = before[-4:]
    return bool(_SIGN.fullmatch(raised) and before.strip()[-1:]) or bool(
        _NUMBER.fullmatch(raised) and _NOTED.search(before)
    )
