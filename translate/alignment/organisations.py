"""Organisations, institutions and buildings: a text comes in, where they stand and what they are called go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from translate.alignment.shipped import FOLDER
from translate.files import read_model_lines
from translate.text.compiled import compile_kept
from translate.text.late import late_plain
from translate.text.words import split_lowered, unmarked

_COMMENT = "#"
_KEPT = 1 << 9
_WORD = late_plain(r"[^\W_]+")
_SIGNS = {" ": "[ \u00a0\u202f]", "'": "['’]", "-": "[ -]"}


class FoundOrganisation(NamedTuple):
    """Characters [start, end) of a text, and what the other language calls what they name, maybe with an article."""

    start: int
    end: int
    said: str
    is_told: bool
    """Whether a capital within it, or figures, say that it is a name wherever it stands."""


class Organisations:
    """Names of a language and those of another, by the word that they begin with.

    :param lines: of a table, a name and what it is called a line.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._named: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for line in lines:
            if not line.startswith(_COMMENT):
                name, said = line.split("\t")
                head = _WORD.search(name)
                if head:
                    self._named[unmarked(head[0]).lower()].append((name, said))
        for same in self._named.values():
            same.sort(key=lambda one: -len(one[0]))
        names = [name for same in self._named.values() for name, _ in same]
        self._small = frozenset(name.partition(" ")[0] for name in names if name[0].islower())
        self._telling = frozenset(max(reversed(split_lowered(name)), key=len) for name in names)

    def find(self, text: str) -> Iterator[FoundOrganisation]:
        """Yield the names in a text, in order and apart, the longest of those that begin with a word."""
        if self._telling.isdisjoint(split_lowered(text)):
            return
        end = 0
        for match in _WORD.finditer(text):
            start, head = match.start(), match[0]
            if start < end or (head[0].islower() and head not in self._small):
                continue
            named = self._named.get(unmarked(head).lower(), ())
            for name, said in named if text[start - 1 : start] != "-" else ():
                found = _compiled(name).match(text, start)
                if found:
                    end = found.end()
                    yield FoundOrganisation(start, end, said, _is_told(name))
                    break


@lru_cache(maxsize=_KEPT)
def _compiled(name: str) -> regex.Pattern[str]:
    return compile_kept(_pattern_of(name))


def _pattern_of(name: str) -> str:
    """Return what a name is written as: with its capitals, and maybe others; apostrophes and hyphens of either kind."""
    parts = []
    for number, char in enumerate(name):
        begins = not number or not name[number - 1].isalpha()
        plain = unmarked(char)
        if char in _SIGNS:
            parts.append(_SIGNS[char])
        elif begins and char.islower():
            parts.append(f"[{char}{char.upper()}]")
        elif char.isupper() and plain != char:
            parts.append(f"[{char}{plain}]")
        else:
            parts.append(regex.escape(char))
    return "".join(parts) + r"(?![\w-])"


def _is_told(name: str) -> bool:
    return any(char.isupper() or char.isdecimal() for char in name[1:])


@cache
def find_organisations(stem: str) -> Organisations:
    """Return those that ship for two languages, named as their files are: `fr-en`; none where there are none."""
    return Organisations(read_model_lines(FOLDER / f"{stem}.organisations.tsv") or [])
