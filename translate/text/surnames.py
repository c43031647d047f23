"""Surnames that begin with an article: a text comes in, where they stand goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import regex

from translate.text.compiled import compile_kept
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
    if not rules.articles or not _article(rules).search(text):
        return
    for match in _surname(rules, titles).finditer(text):
        word = match["before"] or match["behind"]
        # In capitals « Commission des marchés » looks like a name with an article.
        if not word or fold(word) in _folded(rules.first_names) or (not match[0].isupper() and is_name(word)):
            yield match.span("surname" if match["surname"] else "shouted")


@cache
def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@cache
def _article(rules: NameRules) -> regex.Pattern[str]:
    return compile_kept(rf"(?<!\w)(?:{'|'.join(rules.articles)})\p{{Lu}}")


@cache
def _surname(rules: NameRules, titles: TitleForms | None) -> regex.Pattern[str]:
    title = "|".join((*titles.forms.values(), *titles.in_full.values())) if titles else "(?!)"
    article = "|".join(rules.articles)
    return compile_kept(
        rf"(?<![\w@-])(?:(?:{title}|(?:\p{{Lu}}\.-?){{1,4}})|(?:\p{{Lu}}\p{{L}}*-)*(?P<before>\p{{Lu}}\p{{L}}+))"
        r"[ \u00a0\u202f]"
        rf"(?P<surname>(?:{article})\p{{Lu}}[\p{{L}}\p{{M}}'’-]*\p{{L}})"
        rf"|(?<![\w@-])(?P<shouted>(?:{article})\p{{Lu}}{{2,}})(?= (?P<behind>\p{{Lu}}\p{{Ll}}+))"
    )
