"""The noun of languages for words that stand for others: frequent ones, which mean one thing and any model knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class StandIns:
    """Words by what they stand for; of each list the first that fits is taken, by how it begins and inflects."""

    masculine: tuple[str, ...] = ()
    """Nouns."""
    feminine: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    without_object: tuple[str, ...] = ()
    """Verbs that stand for one with its object: « coupez le courant »."""
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    """Adjectives and nouns of places."""
    places: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    """Surnames that every model has in the plural where it should."""
    no_families: tuple[str, ...] = ()
    """How names end behind an article in the plural that are rather those of a place: « Cévennes »."""
    organisations: tuple[str, ...] = ()
    """Names that every model writes as they are, which begin with a vowel."""
    organisation_leads: Mapping[str, str] = field(default_factory=dict)
    """What stands before an organisation's name, small, with the space behind it, and what stands before those."""
    feminine_words: frozenset[str] = frozenset()
    """Small words before a noun that say that it is feminine."""
    plurals: Mapping[str, str] = field(default_factory=dict)
    """Of nouns and adjectives that do not just take an *s*."""
    endings: Mapping[str, str] = field(default_factory=dict)
    """Of forms of irregular verbs, the ending that the same form has of others."""
    orders: tuple[str, ...] = ()
    """Endings of verbs that are an order where a text begins."""
    opening: str = ""
    """Letters, small, before which small words lose their vowel, so that a word is only taken for another alike."""


NO_STAND_INS = StandIns()
