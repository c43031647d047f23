"""What is asked of a memory, and what it answers: queries, matches with their percentage, and what is taken off it."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from translate.data import Edit, InlineCode, TranslationUnit
from translate.records import dataclass

EXACT = 100
"""The percentage of equal texts."""
IN_CONTEXT = 101
"""Shown for equal texts with equal neighbours."""


class Kind(StrEnum):
    """How a match agrees with what was asked, best first."""

    CONTEXT = "context"
    """Equal to the character, and both neighbours too; none is equal to none. Shown as 101."""
    EXACT = "exact"
    """Equal to the character."""
    TYPOGRAPHY = "typography"
    """Equal but for apostrophes, kinds of space and the normal form: the target needs no change."""
    CASE = "case"
    """Equal but for capital letters: 100, as in OmegaT, but never taken without being asked for."""
    REPAIRED = "repaired"
    """Fuzzy, and what differed was put right in the target."""
    FUZZY = "fuzzy"


class Score(StrEnum):
    """By which figure matches are ranked, kept and banded."""

    ALL = "all"
    """All tokens, spaces and punctuation too: OmegaT's third figure."""
    WORDS = "words"
    """Words alone: OmegaT's second figure, nearer to Trados and memoQ."""
    REPAIRED = "repaired"
    """The percentage once numbers, tags, apostrophes and spaces are put right."""


@dataclass(frozen=True, slots=True)
class Query:
    """A source text to look up. `before` and `after` are its neighbours; None at the ends of the document."""

    source: str
    codes: tuple[InlineCode, ...] = ()
    """Inline codes of `source`; each counts as one token, as a tag `<x1/>` does."""
    before: str | None = None
    after: str | None = None
    name: str = ""
    """The identifier of the segment, for files that go by keys; see :attr:`LookupSettings.is_context_name`."""
    has_context: bool = False
    """Whether the neighbours are known: without, no match is one in context."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """What is taken off a percentage, and for what: `mt`, `draft`, `domain`, `age`, `file`."""

    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Penalties:
    """How many points of a percentage are taken off; 0 for none."""

    mt: int = 10
    """Of what a machine translated and nobody has reviewed."""
    draft: int = 5
    domain: int = 0
    """Of what was imported for another domain than :attr:`LookupSettings.domain`."""
    age: int = 0
    """For each whole year since the last change."""


@dataclass(frozen=True, slots=True)
class LookupSettings:
    """How a memory is looked up."""

    threshold: int = 75
    """Whole per cent, penalties taken off; what lies below is no match, unless it differs in apostrophes and spaces
    only: of that, the percentage of an equal text counts."""
    count: int = 5
    """Matches of a query at most."""
    score: Score = Score.ALL
    is_thorough: bool = False
    """Whether to look at four times as many candidates."""
    has_all_targets: bool = False
    """Whether each different target of one source is a match of its own, over `count` where there are more."""
    is_context_name: bool = False
    """Whether a match is in context where the name of the unit is that of the query, whatever its neighbours."""
    domain: str = ""
    penalties: Penalties = field(default_factory=Penalties)
    today: str = ""
    """`20260131`, from which ages are counted; empty where age does not count."""


@dataclass(frozen=True, slots=True)
class Match:
    """A unit of the memory that agrees with a query."""

    unit: TranslationUnit
    number: int
    """Of the unit in its memory, lowest first imported."""
    percentage: int
    """101 in context, else 100 to 0; penalties are taken off."""
    kind: Kind
    words: int
    """The figure over words alone."""
    after_repair: int
    """The figure once numbers, tags, apostrophes and spaces are put right."""
    changed: str = ""
    """When the unit was last changed, `20260131T235959Z`; empty where its file does not say."""
    penalties: tuple[Penalty, ...] = ()
    repaired: str | None = None
    """The target with its placeables put right; None where nobody has tried."""
    edits: tuple[Edit, ...] = ()
    """What was put right."""
    left: str = ""
    """Why nothing was put right, where somebody has tried."""

    @property
    def worth(self) -> int:
        """The percentage, and of a text that differs in apostrophes and spaces only, that of an equal one."""
        if self.kind is not Kind.TYPOGRAPHY:
            return self.percentage
        return max(self.percentage, EXACT - sum(penalty.points for penalty in self.penalties))
