"""Streets and squares within a sentence, « la rue de la Paix »: a text comes in, where they stand goes out.

Another language keeps their names; a model translates half of one, *the Rue de la Peace*. One street it knows, and all
others can be asked as that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from translate.records import dataclass
from translate.text.gated import gated
from translate.text.late import late

if TYPE_CHECKING:
    import regex

NAME = "{name}"
"""In a pattern of what a model makes of a street, the name of the one that was asked."""
_NONE = gated("(?!)x")
_WORD = late(r"[\p{L}\p{M}]+")


@dataclass(frozen=True, slots=True)
class Street:
    """Characters [start, end) of a text that are a street, with the article before it where another one is asked."""

    start: int
    end: int
    asked: str
    """A street that a model knows, with its article."""
    name: str
    """Its name alone."""
    said: str
    """The street as any language writes it, without an article."""


@dataclass(frozen=True, slots=True, eq=False)
class StreetForms:
    """How a language names its streets."""

    pattern: regex.Pattern[str] = _NONE
    """Of a street: `lead`, its article and what is in one word with it; `kind`; `name`."""
    more: regex.Pattern[str] = _NONE
    """Of what is a part of a name behind a first name or a rank: « Alfred *de Musset* »."""
    ranks: frozenset[str] = frozenset()
    """Such first names and ranks, small."""
    kind: str = ""
    """The kind that a model knows best, small."""
    names: tuple[str, ...] = ()
    """Names that a model copies behind it; the first that a text has not is taken."""
    leads: Mapping[str, str] = field(default_factory=dict)
    """By the articles of the other kinds, small, what stands before this one."""
    made: str = ""
    """Pattern of what a model makes of such a street in this language, with the `NAME` of it."""

    def find(self, text: str) -> Iterator[Street]:
        """Yield the streets of a text, in order, as many as can be asked."""
        names = [name for name in self.names if name not in text]
        for match in self.pattern.finditer(text) if names else ():
            end = match.end("name")
            while _WORD.findall(text[:end])[-1].lower() in self.ranks:
                if not (more := self.more.match(text, end)):
                    break
                end = more.end()
            lead, kind = match["lead"] or "", match["kind"]
            before = self.leads.get(lead.lower().strip().replace("’", "'"), lead)
            if before != lead:
                before = (before[0].upper() + before[1:] if lead[0].isupper() else before) + " "
            is_capital = kind[0].isupper() and not lead
            asked = self.kind[0].upper() + self.kind[1:] if is_capital else self.kind
            name = names.pop(0)
            said = text[match.start("kind") : end]
            yield Street(match.start(), end, f"{before}{asked} {name}", name, said[0].upper() + said[1:])
            if not names:
                return


NO_STREETS = StreetForms()
