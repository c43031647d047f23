"""Small towns whose names are words, « La Grande-Motte »: a text comes in, where they stand goes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import regex

from translate.text.compiled import compile_kept
from translate.text.late import late, late_plain
from translate.text.names import NameRules, begins_sentence

_CAPITAL = late(r"(?<![\w'’-])\p{Lu}\w*")
_RUN = late_plain(r"\w+(?:[ '’-]\w+){0,7}")
_NAME_BEHIND = late(r"[ -]\p{Lu}")
_PART = late_plain(r"\w+")
_WITHIN = frozenset(" -'’")
_JOINTS = "'’-"


def find_communes(text: str, rules: NameRules, is_word: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of the communes of `rules` that a model would read as words.

    Those of several words are found where they are written as names; those of one word behind what stands before a
    place, where they are words too.

    :param is_word: tells whether a word with a capital has a meaning, « Bonne ».
    """
    end = 0
    for match in _CAPITAL.finditer(text):
        start = match.start()
        if start < end or match[0].lower() not in _heads(rules.communes):
            continue
        name = _longest(text, start, rules.communes)
        if not name or _is_saint(name, rules):
            continue
        if _WITHIN.isdisjoint(name):
            is_lone = not _NAME_BEHIND.match(text, start + len(name))
            is_found = is_lone and name.lower() not in rules.first_names and is_word(name)
            is_found = is_found and bool(_before_place(rules.before_place).search(text[:start]))
        else:
            is_found = _key(name) not in rules.worded_communes or not begins_sentence(text, start, rules)
        if is_found:
            end = start + len(name)
            yield start, end


def find_hidden_article(text: str, start: int, article: str, rules: NameRules) -> str:
    """Return what is behind the article of a commune that stands in the word before, « Herbiers » behind « aux »; empty
    where it may be something else."""
    if not text[start : start + 1].isupper() or article not in _heads(rules.communes):
        return ""
    run = _RUN.match(text, start)
    for end in _ends(run[0]) if run else ():
        rest = text[start : start + end]
        name = _key(f"{article} {rest}")
        if name in rules.communes and name not in rules.worded_communes and _is_whole(text, start, start + end):
            return rest
    return ""


def is_commune(name: str, rules: NameRules, is_word: Callable[[str], bool]) -> bool:
    """Tell whether a text that is nothing else is the name of a commune rather than words."""
    small = _key(name)
    if small not in rules.communes:
        return False
    if name.isupper() or _WITHIN.isdisjoint(name):
        return small not in rules.worded_communes and not is_word(_PART.findall(name)[-1])
    return True


def _longest(text: str, start: int, names: frozenset[str]) -> str:
    run = _RUN.match(text, start)
    for end in _ends(run[0]) if run else ():
        name = text[start : start + end]
        if _key(name) in names and _is_whole(text, start, start + end):
            return name
    return ""


def _ends(run: str) -> list[int]:
    """Return where the words of a run end, the last one first."""
    return [match.end() for match in _PART.finditer(run)][::-1]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a name is written as one: its last word has a capital, and no hyphen joins it to another."""
    last = [match[0] for match in _PART.finditer(text, start, end)][-1]
    return last[0].isupper() and not last.isupper() and text[end : end + 1] not in tuple(_JOINTS)


def _is_saint(name: str, rules: NameRules) -> bool:
    """Tell whether a name is a saint's and nothing else, so that it may be a church: « Saint-Denis »."""
    first, _, rest = name.lower().partition("-")
    return first in rules.saints and "-" not in rest


def _key(name: str) -> str:
    return name.lower().replace("’", "'")


@cache
def _heads(names: frozenset[str]) -> frozenset[str]:
    """Return the first word of each name."""
    return frozenset(match[0] for name in names if (match := re.match(r"\w+", name)))


@cache
def _before_place(words: str) -> regex.Pattern[str]:
    return compile_kept(rf"(?<!\w)(?:{words})\Z")
