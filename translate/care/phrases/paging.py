"""Counts of pages and steps, « Page 3 sur 12 », « Étape 2 sur 5 »: too few words for a model to keep their order."""

from __future__ import annotations

import re
from functools import lru_cache

from translate.care.base import Request
from translate.engines.base import Draft
from translate.languages import Language
from translate.text.compiled import compile_plain
from translate.text.numbers.paging import Paging


def draft_pages(request: Request, source: Language, target: Language) -> Draft | None:
    """Return what a text says that counts pages, or parts of a whole, and nothing else; None for any other."""
    own, other = source.paging, target.paging
    match = _pattern(own, other).fullmatch(request.text) if own.page and other.page else None
    if match is None or not all(_is_number(match[name], request) for name in ("one", "all")):
        return None
    what = match["page"] or match["part"]
    word = other.page if match["page"] else _counted(own, other).get(what.lower(), "")
    if not word or (match["part"] and not match["all"]):
        return None
    word = word.upper() if what.isupper() else word.capitalize() if what[0].isupper() else word
    between = match["slash"] or (f" {other.of.upper() if what.isupper() else other.of} " if match["all"] else "")
    return Draft(f"{match['lead']}{word} {match['one']}{between}{match['all'] or ''}{match['trail']}", 0.0)


def _is_number(text: str | None, request: Request) -> bool:
    return text is None or text.isdigit() or text in request.shielded.placeholders


def _counted(own: Paging, other: Paging) -> dict[str, str]:
    return {word: other.counted[kind] for kind, word in own.counted.items() if kind in other.counted}


@lru_cache(maxsize=8)
def _compiled(page: str, read: str, of: tuple[str, ...], parts: tuple[str, ...]) -> re.Pattern[str]:
    words = rf"(?P<page>{page})|(?P<part>{'|'.join(parts) or '(?!)'})"
    joint = rf"(?:\s(?:(?(page)(?:{read})|(?!))|{'|'.join(of)})\s|(?P<slash>\s?/\s?))"
    return compile_plain(
        rf"(?P<lead>\W*)(?:{words})\s(?P<one>\w+)(?:{joint}(?P<all>\w+))?(?P<trail>\W*)", re.IGNORECASE
    )


def _pattern(own: Paging, other: Paging) -> re.Pattern[str]:
    """Return the pattern of a count; « sur » between fields is the target's word for it already."""
    return _compiled(own.page, own.read, (own.of, other.of), tuple(own.counted.values()))
