"""Closing formulas of letters: a French sentence of twenty words is an English one of two, and nothing was dropped."""

from __future__ import annotations

import re

_ENGLISH = re.compile(
    r"(?:yours (?:faithfully|sincerely|truly)|(?:with )?(?:my |our )?(?:kind|best|warm)(?:est)? (?:regards|wishes)"
    r"|(?:kind |best )?regards|(?:sincerely|respectfully)(?: yours)?|cordially)\s?[,.]?",
    re.IGNORECASE,
)
_FRENCH = re.compile(
    r"\b(?:agré(?:er|ez)|recev(?:oir|ez)|croire|croyez|salutations|sentiments|considération|respects|cordialement)\b",
    re.IGNORECASE,
)


def is_closing(source: str, target: str) -> bool:
    """Tell whether one side is an English formula to close a letter with, and the other a French one."""
    return any(
        len(english) < 40 and _ENGLISH.fullmatch(english.strip()) is not None and _FRENCH.search(french) is not None
        for french, english in ((source, target), (target, source))
    )
