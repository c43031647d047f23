"""Headings: a paragraph comes in, and out comes whether a part of a document begins with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from translate.languages import Language

_NUMBER_ALONE = r"\s*[IVXLC]+\s*\.?\s*$"


@cache
def begins_part(languages: tuple[Language, ...]) -> Callable[[str], bool]:
    """Return what tells whether a paragraph begins a part of a document, in any of `languages`: *Chapter II*, *IV.*"""
    words = "|".join(word for language in languages for word in language.headings)
    heading = re.compile(rf"(?i)\s*(?:{words})\b|{_NUMBER_ALONE}" if words else rf"(?i){_NUMBER_ALONE}")
    return lambda text: bool(heading.match(text))
