"""Numbers of two aligned texts, without those that only number: of an item, an article, or the page of a contents line.

A translator who adds an item numbers all that follow anew, and a translation has its contents on other pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from translate.checks.base import PlainCheck
from translate.checks.numbers import NUMBERS
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.text.late import late_plain
from translate.text.words import has_letters

_SPACE = r"[ \t\u00a0\u202f]"
_LEVEL = r"\d{1,3}(?:\.\d{1,3})*"
_ITEM = rf"[(\[]?{_LEVEL}(?:\.?[)\]°]|\.(?:-|{_SPACE}?[–—])?|{_SPACE}?[–—·•-](?={_SPACE}))"
_LEVELS = r"\d{1,3}(?:\.\d{1,3})+"
_SIGN = rf"(?:§{{1,2}}|#){_SPACE}?{_LEVEL}(?:\.?{_SPACE}?[:–—-]|[.)])?"
_TITLE = rf"[^\W\d_]+(?:[.°º]{_SPACE}?|{_SPACE})(?:{_LEVEL}|(?<=\s)[IVXLC]{{1,7}})(?:\.?{_SPACE}?[:–—-]|[.)]|(?=\s*\n))"
_MARK = late_plain(rf"\s*[*_]{{0,3}}(?:{_ITEM}|{_LEVELS}|{_SIGN}|{_TITLE})[*_]{{0,3}}(?:\s+|$)")
"""What opens a segment and numbers it: `3.`, `(3)`, `3°`, `2.1`, `§ 4`, `§ 4.`, `Article 5 –`."""
_PAGE = late_plain(
    rf"(?:(?:{_SPACE}?\.){{4,}}|…{{2,}}|_{{4,}}|{_SPACE}*\t|{_SPACE}{{4,}}){_SPACE}*(?:\d{{1,4}}|[ivxlc]{{1,7}})\s*$"
)
"""The page at the end of a line of a table of contents, with the dots that lead to it."""
_TAIL = 200
"""Characters at the end of a text that these may take, so that a search need not try each place of a long one."""


def without_numbering(text: str) -> str:
    """Return `text` without the number that opens it and the page that ends it; as it is where no word is left."""
    mark = _MARK.match(text)
    start = mark.end() if mark else 0
    tail = max(start, len(text.rstrip()) - _TAIL)
    page = _PAGE.search(text, tail)
    kept = text[start : page.start() if page else len(text)]
    return kept if has_letters(kept) else text


def _check_aligned(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report what the check `numbers` does, unless it has less to report without the numbering of both sides."""
    issues = tuple(NUMBERS.check(unit, config))
    if not issues:
        return ()
    texts = [without_numbering(variant.text) for variant in (unit.source, unit.target)]
    if texts == [unit.source.text, unit.target.text]:
        return issues
    source, target = (
        replace(variant, text=text, codes=variant.codes if text == variant.text else ())
        for variant, text in zip((unit.source, unit.target), texts, strict=True)
    )
    again = tuple(NUMBERS.check(replace(unit, source=source, target=target), config))
    return min(issues, again, key=_weight)


def _weight(issues: tuple[Issue, ...]) -> tuple[int, int]:
    return sum(issue.severity is Severity.ERROR for issue in issues), len(issues)


ALIGNED_NUMBERS = PlainCheck(NUMBERS.name, _check_aligned)
"""The check `numbers` for the pairs that an aligner found."""
