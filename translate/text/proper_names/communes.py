"""Small towns whose names are words, « La Grande-Motte »: a text comes in, where they stand goes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from translate.text.late import late, late_plain
from translate.text.proper_names.names import NameRules, ending_in
from translate.text.words import straighten

_CAPITAL = late(r"(?<![\w'’-])\p{Lu}\w*")
_RUN = late_plain(r"\w+(?:[ '’-]\w+){0,7}")
_PART = late_plain(r"\w+")
_WITHIN = frozenset(" -'’")
_JOINTS = "'’-"


IsWord = Callable[[str], bool]


def find_communes(text: str, rules: NameRules, is_word: IsWord) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of the communes of `rules` that a model would read as words.

    They have several words; where these may mean something, « La Couture », they are found behind what stands before a
    place. Those of one word a model copies, or is asked again.

    :param is_word: tells whether a word with a capital has a meaning.
    """
    end = 0
    for match in _CAPITAL.finditer(text):
        start = match.start()
        if start < end or match[0].lower() not in _heads(rules.communes):
            continue
        name = _longest(text, start, rules.communes)
        if not name or _WITHIN.isdisjoint(name) or _is_saint(name, rules):
            continue
        if not _means(name, rules, is_word) or ending_in(rules.before_place).search(text[:start]):
            end = start + len(name)
            yield start, end


def find_hidden_article(text: str, span: tuple[int, int], article: str, rules: NameRules, is_word: IsWord) -> str:
    """Return what is behind the article of a commune that the word before has: « Ban-Saint-Martin » behind « au ».

    Nothing where it may be something else: « Herbiers » needs somebody who lives there, or the town's hall.

    :param span: characters [start, end) of that word, with the space behind it.
    """
    begin, start = span
    if not text[start : start + 1].isupper() or article not in _heads(rules.communes):
        return ""
    rest = _longest(text, start, rules.communes, f"{article} ")
    is_told = not _means(f"{article} {rest}", rules, is_word) or ending_in(rules.before_town).search(text[:begin])
    return rest if is_told else ""


def is_commune(name: str, rules: NameRules, is_word: IsWord) -> bool:
    """Tell whether a text that is nothing else is the name of a commune rather than words."""
    return _key(name) in rules.communes and not _means(name, rules, is_word)


def _means(name: str, rules: NameRules, is_word: IsWord) -> bool:
    """Tell whether the words of a name may mean something: « La Couture », and not « La Grande-Motte »."""
    if _key(name) in rules.worded_communes:
        return True
    if "-" in name and not name.isupper():
        return False
    capitals = [part for part in _PART.findall(name) if part[0].isupper() and part.lower() not in rules.words]
    return all(map(is_word, capitals))


def _longest(text: str, start: int, names: frozenset[str], article: str = "") -> str:
    """Return the longest of `names` that stands at a place, without the article that is hidden before it."""
    run = _RUN.match(text, start)
    ends = [match.end() for match in _PART.finditer(run[0])] if run else []
    for end in reversed(ends):
        name = text[start : start + end]
        if _key(article + name) in names and _is_whole(text, start, start + end):
            return name
    return ""


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a name is written as one: its last word has a capital, and no hyphen joins it to another."""
    last = [match[0] for match in _PART.finditer(text, start, end)][-1]
    return last[0].isupper() and not last.isupper() and text[end : end + 1] not in tuple(_JOINTS)


def _is_saint(name: str, rules: NameRules) -> bool:
    """Tell whether a name is a saint's and nothing else, so that it may be a church: « Saint-Denis »."""
    first, _, rest = name.lower().partition("-")
    return first in rules.saints and "-" not in rest


def _key(name: str) -> str:
    return straighten(name.lower())


@cache
def _heads(names: frozenset[str]) -> frozenset[str]:
    """Return the first word of each name."""
    return frozenset(match[0] for name in names if (match := re.match(r"\w+", name)))
