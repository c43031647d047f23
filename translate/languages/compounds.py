"""The noun of languages for what joins nouns to one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Joints:
    """Small words between nouns."""

    of: frozenset[str] = frozenset()
    """Behind them stands what a thing is for, of or made of."""
    having: frozenset[str] = frozenset()
    """Behind them stands what a thing has."""
    linking: Mapping[str, str] = field(default_factory=dict)
    """What stands between two nouns in the order of the source, and what it says: *with*, *without*."""
    coordinating: Mapping[str, str] = field(default_factory=dict)
    """What stands between the members of a list, and what it says: *and*, *or*."""
    participles: tuple[str, ...] = ()
    """How participles end that stand beside a noun as an adjective does: « colis égaré »."""
    participle: str = ""
    """One of its participles, whose form others take."""
    past: str = ""
    """One of its pasts, whose form others take."""
    agreeing: tuple[str, ...] = ()
    """What a participle, of whatever verb, takes where it agrees with its noun: « comprise »."""
    articles: frozenset[str] = frozenset()
    """What may stand behind either."""
    bare: frozenset[str] = frozenset()
    """Those of `of` that are no article too."""
    denying: frozenset[str] = frozenset()
    """What denies the adjective behind it: « frais non compris », *costs not included*."""
    preposed: frozenset[str] = frozenset()
    """Adjectives that may be nouns too, and stand before a noun."""
    counting: frozenset[str] = frozenset()
    """Nouns that stand before what they count or are a part of, and `counted` between the two: *number of parcels*."""
    counted: str = ""
    whose: tuple[str, ...] = ()
    """How a word ends that says whose a thing is."""
    leading: frozenset[str] = frozenset()
    """With which a phrase that says how or where may begin."""


NO_JOINTS = Joints()
