"""Negations: two texts come in, what the one denies and the other may not goes out."""

from __future__ import annotations

from functools import cache

import regex

from translate.records import dataclass
from translate.text.gated import gated


@dataclass(frozen=True, slots=True)
class Negations:
    """How a language denies, as patterns of `regex` in any case."""

    surely: str = "(?!)"
    """What denies, whatever stands around it."""
    maybe: str = "(?!)"
    """What may say a denial of another language: *not*, *without*, *unhappy*, *fails to*."""

    each: str = "(?!)"
    """What denies one word, so that each needs a denial of its own: « non échangeables et non remboursables »."""
    answering: str = ""
    """What may be one of these in a translation, fewer than `maybe`; empty where that is all the same."""
    phrases: tuple[tuple[str, str], ...] = ()
    """What is said with a denial in one language and without in another: a name for what both mean, and the pattern."""

    @property
    def is_known(self) -> bool:
        return self.maybe != "(?!)"


NO_NEGATIONS = Negations()


@dataclass(frozen=True, slots=True)
class Denials:
    """What denies in a translation, and what in an original it may be for, as patterns of `regex` in any case."""

    said: str = ""
    """What denies, and stands for nothing else."""
    implied: str = ""
    """What another language may say by that: words and their beginnings."""


NO_DENIALS = Denials()


def find_gained_negation(source: str, own: Denials, target: str, other: Denials) -> str:
    """Return what denies in `target`, where nothing in `source` may; empty where all is well, or nobody knows."""
    if not (own.implied and other.said):
        return ""
    found = _compiled(other.said).search(target)
    return found[0] if found and not _compiled(own.implied).search(source) else ""


def find_lost_negation(source: str, own: Negations, target: str, other: Negations) -> str:
    """Return what denies in `source`, where nothing in `target` may; empty where all is well."""
    found = _compiled(own.surely).search(source)
    if found and not _compiled(other.maybe).search(target):
        return "" if _is_said(source, found, own, target, other) else found[0]
    each = _compiled(own.each).findall(source)
    if not each:
        return ""
    return each[-1] if len(each) > len(_compiled(other.answering or other.maybe).findall(target)) else ""


def _is_said(source: str, found: regex.Match[str], own: Negations, target: str, other: Negations) -> bool:
    """Tell whether what denies in `source` belongs to a phrase that `target` says without a denial."""
    said = dict(other.phrases)
    for sense, pattern in own.phrases:
        phrase = _compiled(pattern).search(source, found.start()) if sense in said else None
        if phrase and phrase.start() < found.end() and _compiled(said[sense]).search(target):
            return True
    return False


def denies(source: str, own: Negations, target: str, other: Denials) -> bool:
    """Tell whether a source or its target surely denies something."""
    found = _compiled(own.surely).search(source)
    return found is not None or bool(other.said and _compiled(other.said).search(target))


def may_deny(text: str, negations: Negations) -> bool:
    """Tell whether a text has a word that denies or implies a denial, *fearless*."""
    return _compiled(negations.maybe).search(text) is not None


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return gated(pattern, regex.I)
