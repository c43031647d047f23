"""Titles of persons, `Mr`, `Dr`, and the names behind them: a text comes in, persons with their places go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from functools import cache, lru_cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.gated import gated

_REACH = 24
"""Characters before a title in which another one may stand that shares its name."""
_TEXTS_KEPT = 1024
"""Texts whose persons are remembered: sources are prepared long before their targets are judged."""


class Title(StrEnum):
    """What a person is called before the name."""

    MR = "mr"
    MRS = "mrs"
    MISS = "miss"
    DOCTOR = "doctor"
    PROFESSOR = "professor"
    COUNSEL = "counsel"
    """A lawyer, where the language has a title for one."""
    SISTER = "sister"
    """A nun."""
    UNCLE = "uncle"
    AUNT = "aunt"


SEXES: Mapping[Title, str] = {Title.MR: "male", Title.MRS: "female", Title.MISS: "female"}


@dataclass(frozen=True, slots=True)
class Person:
    """Characters [start, end) of a title, and [first, last) of the name that it belongs to.

    The title is empty where one in the plural stands before several names, of which this is a later one.
    """

    title: Title
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class TitleForms:
    """How a language writes titles, as patterns of `regex`."""

    forms: Mapping[Title, str]
    """By the title: how it may be written before one name."""
    plurals: Mapping[Title, str] = field(default_factory=dict)
    """How it is written before several names."""
    in_full: Mapping[Title, str] = field(default_factory=dict)
    """Words that a model knows: they need no care, only a look."""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Small words before a title, and what is left of them before one of another language."""
    joint: str = "(?!)"
    """The word between two titles, or two names."""
    particles: str = "(?!)"
    """What stands small before a surname, with the space or apostrophe behind it."""
    written: Mapping[Title, tuple[str, ...]] = field(default_factory=dict)
    """By the title: how a translation into the language may write it, the best way first."""

    def iter_persons(self, text: str, *, in_full: bool = False) -> Iterator[Person]:
        """Give the persons of a text with their titles; of `Mr and Mrs Smith` both.

        :param in_full: finds titles in full too.
        """
        return iter(_persons(self, text, in_full))


@lru_cache(maxsize=_TEXTS_KEPT)
def _persons(rules: TitleForms, text: str, in_full: bool) -> tuple[Person, ...]:
    """Return what several steps and checks of a unit ask for."""
    return tuple(_iter_persons(rules, text, in_full))


def _iter_persons(rules: TitleForms, text: str, in_full: bool) -> Iterator[Person]:
    single, before, plural, following = _patterns(rules, in_full)
    for match in single.finditer(text):
        yield Person(_title(match), *match.span("title"), *match.span("name"))
        if other := before.search(text, max(0, match.start() - _REACH), match.start()):
            yield Person(_title(other), *other.span("title"), *match.span("name"))
    for match in plural.finditer(text) if rules.plurals else ():
        title = _title(match)
        yield Person(title, *match.span("title"), *match.span("name"))
        other = following.match(text, match.end("name"))
        while other and not any(pattern.match(text, other.start("name")) for pattern in (single, plural)):
            yield Person(title, other.start("name"), other.start("name"), *other.span("name"))
            other = following.match(text, other.end("name"))


@cache
def behind_particle(particles: str) -> regex.Pattern[str]:
    """Return a pattern of a first name with a surname behind a particle: « Anne d'Arc »."""
    return gated(
        rf"(?<![\w-])(?P<first>\p{{Lu}}\p{{L}}+)(?:-\p{{Lu}}\p{{L}}+)?[ \u00a0](?P<particle>(?:{particles})+)"
        r"(?P<last>\p{Lu}[\p{L}\p{M}'’-]*\p{L})"
    )


def _title(match: regex.Match[str]) -> Title:
    return next(title for title in Title if match.groupdict().get(title.value))


@cache
def _patterns(rules: TitleForms, in_full: bool) -> tuple[regex.Pattern[str], ...]:
    """Return patterns of a title before a name, of one that shares the name of the next, of one in the plural, and of
    the names that follow."""
    name = (
        rf"(?P<name>(?!(?i:{rules.joint})\s)(?:{rules.particles})*\p{{Lu}}(?:[\p{{L}}\p{{M}}'’-]*\p{{L}}|(?:\.-?\p{{Lu}})*\.)?"
        rf"(?:[\s-](?!(?i:{rules.joint})\s)(?:{rules.particles})*\p{{Lu}}[\p{{L}}\p{{M}}'’-]*\p{{L}})*)"
    )
    single = dict(rules.forms)
    if in_full:
        for title, pattern in rules.in_full.items():
            single[title] = f"{single[title]}|{pattern}" if title in single else pattern
    one, several = _alternatives(single), _alternatives(rules.plurals)
    return (
        compile_kept(rf"(?<![\w@.-]){one}\s+{name}"),
        compile_kept(rf"(?<![\w@.-]){one}\s+(?i:{rules.joint})\s+\Z"),
        gated(rf"(?<![\w@.-]){several}\s+{name}"),
        compile_kept(rf"(?:,\s+|\s+(?i:{rules.joint})\s+){name}(?!\w)"),
    )


def _alternatives(forms: Mapping[Title, str]) -> str:
    return f"(?P<title>{'|'.join(f'(?P<{title}>{pattern})' for title, pattern in forms.items()) or '(?!)'})"
