"""Counts of pages, « Page 3 sur 12 »: too few words for a model to keep their order, with fields for figures."""

from __future__ import annotations

import re
from functools import cache

from translate.care.base import Request
from translate.engines.base import Draft
from translate.languages import Language
from translate.text.compiled import compile_plain


def draft_pages(request: Request, source: Language, target: Language) -> Draft | None:
    """Return what a text says that counts pages and nothing else; None for any other."""
    own, other = source.paging, target.paging
    match = _pattern(own.page, own.read).fullmatch(request.text) if own.page and other.page else None
    if match is None or not all(_is_number(match[name], request) for name in ("one", "all")):
        return None
    page = match["page"]
    word = other.page.upper() if page.isupper() else other.page.capitalize() if page[0].isupper() else other.page
    between = match["slash"] or (f" {other.of.upper() if page.isupper() else other.of} " if match["all"] else "")
    return Draft(f"{match['lead']}{word} {match['one']}{between}{match['all'] or ''}{match['trail']}", 0.0)


def _is_number(text: str | None, request: Request) -> bool:
    return text is None or text.isdigit() or text in request.shielded.placeholders


@cache
def _pattern(page: str, read: str) -> re.Pattern[str]:
    joint = rf"(?:\s(?:{read})\s|(?P<slash>\s?/\s?))"
    return compile_plain(
        rf"(?P<lead>\W*)(?P<page>{page})\s(?P<one>\w+)(?:{joint}(?P<all>\w+))?(?P<trail>\W*)", re.IGNORECASE
    )
