"""Codes: what is to be carried over letter by letter, such as addresses, placeholders and tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from translate.checks.base import PlainCheck, enumerate_found
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.text.emptied import emptied_issue

_DOMAIN_HINT = re.compile(r"\.[a-z]{2}")
_URL = re.compile(
    r"(?:https?|ftps?|file)://[^\s<>«»“”\"]+"
    r"|\bwww\.[^\s<>«»“”\"]+"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|fr|eu|uk|de|ca|ch|be|int|edu|gov|info)\b(?:/[^\s<>«»“”\"]*)?"
)
_URL_TRAIL = ".,;:!?)'’]…*_"
_TAG = re.compile(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|&(?:[A-Za-z]\w{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_PLACEHOLDER = re.compile(
    r"`[^`\n]+`"
    r"|\$?\{\{?\s*[\w.:\[\]!-]*\s*\}?\}"
    r"|%\(\w+\)[-+0#]*\d*(?:\.\d+)?[sdifgxXeEc]"
    r"|(?<!\d)(?<!\d[ \u00a0\u202f])%(?:\d+\$)?[-+0#]*\d*(?:\.\d+)?[sdifgxXeEc@](?![^\W\d_])"
)
_PLACEHOLDER_HINT = re.compile(r"[`{%]")
_EMPTY_ELEMENTS = frozenset({"br", "hr", "img", "input", "wbr", "x", "ph"})
_TAG_NAME = re.compile(r"<(/?)([\w:-]+)")


def find_urls(text: str) -> list[str]:
    """Return the web and mail addresses of `text`, without the punctuation after them."""
    return [match.rstrip(_URL_TRAIL).removesuffix("/") for match in _URL.findall(text)]


def _may_have_url(text: str) -> bool:
    return "@" in text or "://" in text or _DOMAIN_HINT.search(text) is not None


def _compare(name: str, kind: str, source: list[str], target: list[str]) -> list[Issue]:
    """Report what one side has more often than the other; `value` is how many."""
    in_source, in_target = Counter(source), Counter(target)
    if in_source == in_target:
        return []
    issues = []
    lost, gained = in_source - in_target, in_target - in_source
    if lost:
        message = (
            f"The {kind} {enumerate_found(lost)} of the source {_is(lost)} not kept (found: {enumerate_found(target)})."
        )
        issues.append(Issue(name, Severity.ERROR, message, float(lost.total())))
    if gained:
        message = f"The target has the {kind} {enumerate_found(gained)}, which is not in the source, or less often."
        issues.append(Issue(name, Severity.WARNING if lost else Severity.ERROR, message, float(gained.total())))
    return issues


def _is(items: Counter[str]) -> str:
    return "is" if len(items) == 1 else "are"


def _check_urls(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    source, target = unit.source.text, unit.target.text
    if not _may_have_url(source) and not _may_have_url(target):
        return ()
    return _compare("urls", "address", find_urls(source), find_urls(target))


def _check_placeholders(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    source, target = unit.source.text, unit.target.text
    if not _PLACEHOLDER_HINT.search(source) and not _PLACEHOLDER_HINT.search(target):
        return ()
    return _compare("placeholders", "placeholder", _PLACEHOLDER.findall(source), _PLACEHOLDER.findall(target))


def _check_tags(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    source, target = unit.source.text, unit.target.text
    if "<" not in source and "<" not in target and "&" not in source and "&" not in target:
        return ()
    before, after = _TAG.findall(source), _TAG.findall(target)
    issues = _compare("tags", "tag", before, after)
    if not issues and after and _is_nested(before) and not _is_nested(after):
        message = f"The tags of the target are badly nested: {enumerate_found(after)}."
        issues.append(Issue("tags", Severity.ERROR, message, float(len(after))))
    return issues


def _check_emptied(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    source, target = unit.source, unit.target
    issue = emptied_issue(source.text, source.codes, target.text, target.codes)
    return (issue,) if issue else ()


def _is_nested(tags: list[str]) -> bool:
    stack: list[str] = []
    for tag in tags:
        match = _TAG_NAME.match(tag)
        if not match or tag.endswith("/>") or match[2].lower() in _EMPTY_ELEMENTS:
            continue
        if not match[1]:
            stack.append(match[2])
        elif not stack or stack.pop() != match[2]:
            return False
    return not stack


URLS = PlainCheck("urls", _check_urls)
PLACEHOLDERS = PlainCheck("placeholders", _check_placeholders)
TAGS = PlainCheck("tags", _check_tags)
EMPTIED = PlainCheck("emptied", _check_emptied)
