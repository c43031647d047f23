"""Surnames that begin with an article: a text comes in, where they stand goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import regex

from translate.text.names import NameRules
from translate.text.titles import TitleForms
from translate.text.words import fold


def find_surnames(
    text: str, rules: NameRules, titles: TitleForms | None, is_name: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of surnames with an article that has a capital, « Le Goff », behind a title, an
    initial or a first name.

    :param is_name: tells first names among words with a capital, those of the rules apart.
    """
    for match in _surname(rules, titles).finditer(text) if rules.articles else ():
        word = match["before"]
        # In capitals « Commission des marchés » looks like a name with an article.
        if not word or fold(word) in _folded(rules.first_names) or (not match[0].isupper() and is_name(word)):
            yield match.span("surname")


@cache
def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@cache
def _surname(rules: NameRules, titles: TitleForms | None) -> regex.Pattern[str]:
    title = "|".join(titles.forms.values()) if titles else "(?!)"
    return regex.compile(
        rf"(?<![\w@-])(?:(?:{title}|(?:\p{{Lu}}\.-?)+)|(?:\p{{Lu}}\p{{L}}*-)*(?P<before>\p{{Lu}}\p{{L}}+))"
        r"[ \u00a0\u202f]"
        rf"(?P<surname>(?:{'|'.join(rules.articles)})(?-i:\p{{Lu}})[\p{{L}}\p{{M}}'’-]*\p{{L}})"
    )
