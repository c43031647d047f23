"""Places: codes that stood within a word, spaces beside tags, and access keys of labels are kept in the target."""

from __future__ import annotations

from collections.abc import Iterable

from translate.checks.base import PlainCheck
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.text.inline.inner_codes import count_inner
from translate.text.late import late
from translate.text.protected.kept import find_kept
from translate.text.protected.kinds import Family

_KEY = late(r"(?<![\p{L}\p{N}&.@/\\])(?P<sign>[&_])\p{L}++(?![&_;.]?[\p{L}\p{N}&_]|;)")
_ANY_KEY = late(r"[&_](?=\p{L})")
_MAX_LABEL_WORDS = 12
_BREAKS = ("<br", "<hr", "<wbr", "<p", "</p", "<li", "</li", "<div", "</div", "<td", "</td")
"""How tags begin that part words as a space does."""
_SHOWN = 12
"""Characters of a message on either side of the place that it speaks of."""


def _check_inner_codes(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    source, target = unit.source, unit.target
    if not source.codes or not target.text:
        return ()
    lost = count_inner(source.text, source.codes) - count_inner(target.text, target.codes)
    if lost <= 0:
        return ()
    message = f"Inline codes that stand within a word in the source stand around or beside words in the target: {lost}."
    return (Issue("inner_codes", Severity.WARNING, message, float(lost)),)


def _check_access_keys(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    source, target = unit.source.text, unit.target.text
    if ("&" not in source and "_" not in source) or source.endswith(".") or not target:
        return ()
    keys = [match["sign"] for match in _KEY.finditer(source)]
    if len(keys) != 1 or source.count(keys[0]) != 1 or len(source.split()) > _MAX_LABEL_WORDS:
        return ()
    if target.count(keys[0]) == 1 and _ANY_KEY.search(target):
        return ()
    message = f"The label has an access key in the source ({keys[0]}), and none in the target."
    return (Issue("access_keys", Severity.WARNING, message, 1.0),)


def _check_tag_spaces(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report tags between two words without a space, and spaces within a pair of tags, more than the source has."""
    source, target = unit.source.text, unit.target.text
    if "<" not in target or "<" not in source:
        return ()
    issues = []
    (glued, spaced), (own_glued, own_spaced) = _spaces(target), _spaces(source)
    if len(glued) > len(own_glued):
        message = f"Words run together at a tag of the target: {_around(target, glued[-1])}."
        issues.append(Issue("tag_spaces", Severity.WARNING, message, float(len(glued) - len(own_glued))))
    if len(spaced) > len(own_spaced):
        message = f"A space stands within a pair of tags of the target: {_around(target, spaced[-1])}."
        issues.append(Issue("tag_spaces", Severity.INFO, message, float(len(spaced) - len(own_spaced))))
    return issues


def _spaces(text: str) -> tuple[list[int], list[int]]:
    """Return where tags stand between two words without a space, and where one is next to a space within its pair."""
    tags = [(one.start, one.end) for one in find_kept(text) if one.kind.family is Family.TAG and text[one.start] == "<"]
    glued, spaced = [], []
    first = 0
    for number, (start, end) in enumerate(tags):
        if text.startswith("</", start):
            spaced += [start] if text[start - 1 : start].isspace() else []
        elif not text.startswith("/", end - 2):
            spaced += [end] if text[end : end + 1].isspace() else []
        if tags[number + 1 : number + 2] and tags[number + 1][0] == end:
            continue  # tags that touch part words as one
        begin = tags[first][0]
        is_break = any(text.startswith(_BREAKS, place) for place, _ in tags[first : number + 1])
        if not is_break and text[begin - 1 : begin].isalnum() and text[end : end + 1].isalnum():
            glued.append(begin)
        first = number + 1
    return glued, spaced


def _around(text: str, place: int) -> str:
    return f"…{text[max(place - _SHOWN, 0) : place + 2 * _SHOWN]}…"


TAG_SPACES = PlainCheck("tag_spaces", _check_tag_spaces)
INNER_CODES = PlainCheck("inner_codes", _check_inner_codes)
ACCESS_KEYS = PlainCheck("access_keys", _check_access_keys)
