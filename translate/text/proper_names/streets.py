"""Streets and squares within a sentence, « la rue de la Paix »: a text comes in, where they stand goes out.

Another language keeps their names; a model translates half of one, *the Rue de la Peace*. One street it knows, and all
others can be asked as that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING

from translate.records import dataclass
from translate.text.gated import gated
from translate.text.late import late, late_plain
from translate.text.words import straighten

if TYPE_CHECKING:
    import re

    import regex

NAME = "{name}"
"""In a pattern of what a model makes of a street, the name of the one that was asked."""
ANY = "any"
"""What is asked is a name alone, whatever stands before it."""
_NONE, _NO_SPACE = gated("(?!)x"), late_plain("(?!)")
_WORD = late(r"[\p{L}\p{M}]+")


@dataclass(frozen=True, slots=True)
class Street:
    """Characters [start, end) of a text that are a street, with the article before it where another one is asked."""

    start: int
    end: int
    asked: str
    """A street that a model knows, with its article; a name that it copies where only that is another one."""
    name: str
    """Its name alone."""
    said: str
    """The street, or the name, as any language writes it, without an article."""
    kind: str = ANY
    """What stands before the name in what is asked, small."""


@dataclass(frozen=True, slots=True, eq=False)
class StreetForms:
    """How a language names its streets."""

    kinds: tuple[str, ...] = ()
    """What stands before the names of streets and buildings, small."""
    small: re.Pattern[str] = _NO_SPACE
    """Of the space and the small words between one and a name."""
    pattern: regex.Pattern[str] = _NONE
    """Of a street: `lead`, its article and what is in one word with it; `kind`; `name`."""
    more: regex.Pattern[str] = _NONE
    """Of what is a part of a name behind a first name or a rank: « Alfred *de Musset* »."""
    square: regex.Pattern[str] = _NONE
    """Of the kind behind its article that another language translates where it is abroad: *Kossuth Square*."""
    town: regex.Pattern[str] = _NONE
    """Of the `town` behind a square."""
    home: frozenset[str] = frozenset()
    """Towns, small, whose squares keep their names."""
    ranks: frozenset[str] = frozenset()
    """Such first names and ranks, small."""
    kind: str = ""
    """The kind that a model knows best, small."""
    names: tuple[str, ...] = ()
    """Names that a model copies behind it; the first that a text has not is taken."""
    leads: Mapping[str, str] = field(default_factory=dict)
    """By the articles of the other kinds, small, what stands before this one."""
    buildings: regex.Pattern[str] = _NONE
    """Of the `name` of a garden, a school or the like, whose kind is translated; `whole` is one with its `kind`."""
    made: Mapping[str, str] = field(default_factory=dict)
    """By what a language asks before the `NAME`, the pattern of what a model makes of both in this one."""

    def find(self, text: str) -> list[Street]:
        """Return the streets, buildings and gardens of a text, as many as can be asked."""
        ends = _ends(self.kinds)
        if not any(text.endswith(ends, 0, match.start()) for match in self.small.finditer(text)):
            return []
        names = [name for name in self.names if name not in text]
        return [*self._find_streets(text, names), *self._find_buildings(text, names)]

    def _find_streets(self, text: str, names: list[str]) -> Iterator[Street]:
        for match in self.pattern.finditer(text) if names else ():
            end = match.end("name")
            while _WORD.findall(text[:end])[-1].lower() in self.ranks:
                if not (more := self.more.match(text, end)):
                    break
                end = more.end()
            lead, kind = match["lead"] or "", match["kind"]
            town = self.square.match(text, match.start("kind")) and self.town.match(text, end)
            if town and town["town"].lower() not in self.home:
                continue
            before = self.leads.get(straighten(lead.lower().strip()), lead)
            if before != lead:
                before = (before[0].upper() + before[1:] if lead[0].isupper() else before) + " "
            is_capital = kind[0].isupper() and not lead
            asked = self.kind[0].upper() + self.kind[1:] if is_capital else self.kind
            name = names.pop(0)
            said = text[match.start("kind") : end]
            yield Street(match.start(), end, f"{before}{asked} {name}", name, said[0].upper() + said[1:], self.kind)
            if not names:
                return

    def _find_buildings(self, text: str, names: list[str]) -> Iterator[Street]:
        for match in self.buildings.finditer(text) if names else ():
            name = names.pop()
            if whole := match["whole"]:
                kind = match["kind"]
                yield Street(*match.span("whole"), f"{kind} {name}", name, whole[0].upper() + whole[1:], kind.lower())
            else:
                yield Street(*match.span("name"), name, name, match["said"])
            if not names:
                return


@cache
def _ends(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without their first letters, which may be large."""
    return tuple(kind[1:] for kind in kinds)


NO_STREETS = StreetForms()
