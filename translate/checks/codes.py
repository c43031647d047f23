"""Codes: what is to be carried over letter by letter: addresses, placeholders, tags, numbers of parts and accounts.

What protects a text and what checks it read one table, `translate/text/protected/kind_table.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from translate.alignment.single import knows_word
from translate.checks.base import PlainCheck, enumerate_found
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.text.inline.emptied import emptied_issue
from translate.text.late import late_plain
from translate.text.protected.figured import FIGURED
from translate.text.protected.kept import Kept, find_kept
from translate.text.protected.kinds import Family

_EMPTY_ELEMENTS = frozenset({"br", "hr", "img", "input", "wbr", "x", "ph"})
_BARE = late_plain(
    r"<(?!(?:a|abbr|b|big|br|code|del|div|em|g|h[1-6]|hr|i|img|input|ins|kbd|li|mark|ol|p|ph|q|s|small|span"
    r"|strong|sub|sup|t[dhr]|u|ul|var|wbr|x)\d*>)[^\W\d_][\w-]*>"
)
"""What is written as a tag is, and may be a word in angle brackets: no element of HTML, without attributes."""
_WORDS_OF_TAG = late_plain(
    r"(\s(?:alt|title|placeholder|summary|label|abbr|aria-label|aria-description|lang|xml:lang|hreflang)=)"
    r"(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+)"
)
"""Attributes of tags that a translation says in other words, and the language that they are in."""
_TAG_NAME = late_plain(r"[<\[](/?)([\w:-]+)")
_EMPTY_PAIR = late_plain(r"<([^\W\d_][\w:-]*)(?:\s[^<>]*)?>\s*</\1>")
_FIGURE = late_plain(r"\d")
_NO_LETTER = late_plain(r"[\W_]+")
_SPACED = frozenset(FIGURED)
"""Kinds that people group, hyphenate and capitalise as they like: « IL-6 », « IL6 »."""
_NAME_IN_CODE, _KEY = "name in code", "_"
_SHORTEST_WORD = 3
"""Letters of the shortest word that a name in code is made of."""
_MAX_COMPARED = 50


def _kept_of(text: str, family: Family) -> list[str]:
    return [text[one.start : one.end] for one in find_kept(text) if one.kind.family is family]


def _compare(name: str, kind: str, source: Iterable[str], target: Iterable[str]) -> list[Issue]:
    """Report what one side has more often than the other; `value` is how many."""
    in_source, in_target = Counter(source), Counter(target)
    if in_source == in_target:
        return []
    issues = []
    lost, gained = in_source - in_target, in_target - in_source
    if lost:
        message = (
            f"The {kind} {enumerate_found(lost)} of the source {_is(lost)} not kept "
            f"(found: {enumerate_found(in_target)})."
        )
        issues.append(Issue(name, Severity.ERROR, message, float(lost.total())))
    if gained:
        message = f"The target has the {kind} {enumerate_found(gained)}, which is not in the source, or less often."
        issues.append(Issue(name, Severity.WARNING if lost else Severity.ERROR, message, float(gained.total())))
    return issues


def _is(items: Counter[str]) -> str:
    return "is" if len(items) == 1 else "are"


def _check_urls(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    source, target = (_kept_of(side.text, Family.ADDRESS) for side in (unit.source, unit.target))
    ended = ([address.removesuffix("/") for address in side] for side in (source, target))
    return _compare("urls", "address", *ended) if source or target else ()


def _check_placeholders(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    source, target = (_kept_of(side.text, Family.PLACEHOLDER) for side in (unit.source, unit.target))
    return _compare("placeholders", "placeholder", source, target) if source or target else ()


def _check_tags(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    before, after = (
        [_WORDS_OF_TAG.sub(r"\1…", tag) for tag in _kept_of(side.text, Family.TAG)]
        for side in (unit.source, unit.target)
    )
    if not before and not after:
        return ()
    issues = [_weighed(issue, before, after) for issue in _compare("tags", "tag", before, after)]
    if not issues and after and _is_nested(before) and not _is_nested(after):
        message = f"The tags of the target are badly nested: {enumerate_found(after)}."
        issues.append(Issue("tags", Severity.ERROR, message, float(len(after))))
    if emptied := _EMPTY_PAIR.findall(unit.target.text)[len(_EMPTY_PAIR.findall(unit.source.text)) :]:
        message = f"The target has nothing between <{emptied[0]}> and its end, unlike the source."
        issues.append(Issue("tags", Severity.WARNING, message, float(len(emptied))))
    return issues


def _weighed(issue: Issue, before: Sequence[str], after: Sequence[str]) -> Issue:
    """Let what only looks like a tag, « <Entrée> », be translated or written otherwise."""
    differing = set(before) ^ set(after)
    is_markup = any(not _BARE.fullmatch(tag) or f"</{tag[1:]}" in (*before, *after) for tag in differing)
    return issue if is_markup or not differing else replace(issue, severity=Severity.WARNING)


def _check_codes(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report numbers of accounts, parts and persons, paths, formulas and the like that a side has less often."""
    source, target = unit.source.text, unit.target.text
    lost = [one for one in _iter_missing(source, target) if not _is_access_key(unit, one)]
    gained = [one for one in _iter_missing(target, source) if _FIGURE.search(target, one.start, one.end)]
    if lost:
        codes = enumerate_found(source[one.start : one.end] for one in lost)
        message = f"Missing from the target: {codes} of the source."
        yield Issue("codes", _severity(lost), message, float(len(lost)))
    if gained:
        codes = enumerate_found(target[one.start : one.end] for one in gained)
        message = f"The target has {codes}, which is not in the source, or less often."
        yield Issue("codes", Severity.WARNING, message, float(len(gained)))


def _is_access_key(unit: TranslationUnit, one: Kept) -> bool:
    """Tell whether what looks like a name in code is a word with an access key, « En_registrer », as is the target."""
    code = unit.source.text[one.start : one.end]
    if one.kind.name != _NAME_IN_CODE or not unit.source.text.count(_KEY) == unit.target.text.count(_KEY) == 1:
        return False
    knows = knows_word(find_language(unit.source.language).code, find_language(unit.target.language).code)
    words = code.lower().split(_KEY)
    whole = "".join(words)
    if knows is None or not whole.isalpha() or all(len(word) >= _SHORTEST_WORD and knows(word) for word in words):
        return False  # `couleur_fond`
    return knows(whole)


def _iter_missing(text: str, other: str) -> Iterator[Kept]:
    """Yield the codes of `text` that `other` has less often."""
    kept = [one for one in find_kept(text) if one.kind.family is Family.CODE][:_MAX_COMPARED]
    wanted = Counter(text[one.start : one.end] for one in kept)
    for one in kept:
        code = text[one.start : one.end]
        found = len(_written(code, is_spaced=one.kind in _SPACED).findall(other))
        if found < (wanted[code] if one.kind.is_exact else 1):  # a name may be said again as a word
            wanted[code] -= 1
            yield one


def _written(code: str, *, is_spaced: bool) -> re.Pattern[str]:
    """Return a pattern of a code; where it `is_spaced`, whatever lies between its letters, and whatever their case."""
    if not is_spaced:
        before, after = (r"(?<!\w)" if code[0].isalnum() else ""), (r"(?!\d|\w\w)" if code[-1].isalnum() else "")
        return re.compile(before + re.escape(code) + after)
    characters = [re.escape(character) for character in _NO_LETTER.sub("", code)] or [re.escape(code)]
    return re.compile(r"(?<!\w)" + r"(?:(?![,;])[\W_]){0,2}".join(characters) + r"(?!\d|\w\w)", re.IGNORECASE)


def _severity(lost: Iterable[Kept]) -> Severity:
    return Severity.ERROR if any(one.kind.is_exact for one in lost) else Severity.WARNING


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
CODES = PlainCheck("codes", _check_codes)
EMPTIED = PlainCheck("emptied", _check_emptied)
