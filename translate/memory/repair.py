"""Repair of fuzzy matches: where numbers, dates, times, codes or names alone differ, the source's own come in.

One to one or not at all: what differs must stand once in the memory's source, and once in its target. Else the target
stays as it is, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from translate.data import Edit, InlineCode, Stage
from translate.languages import Language
from translate.memory.changes import Change, LeftError, changes_of, with_article
from translate.memory.notation import NoNotationError
from translate.memory.placeables import Placeable, read_placeables
from translate.memory.unlike import UNLIKE, are_unlike, plain_form, spared_words, with_one_apostrophe, with_one_blank
from translate.records import dataclass

STEP = "memory"
"""What the edits of a repair are called by."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A target with its placeables put right, or as it was."""

    target: str
    edits: tuple[Edit, ...] = ()
    left: str = ""
    """Why the target was left as it was; empty where it was repaired, and where nothing differs."""

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is left to translate."""
        return not self.left

    def place(self, codes: Sequence[InlineCode]) -> tuple[InlineCode, ...]:
        """Return the codes of the old target at their places in this one.

        A code within what was replaced goes to its beginning.
        """
        return tuple(replace(code, start=self._moved(code.start), end=self._moved(code.end)) for code in codes)

    def _moved(self, position: int) -> int:
        by = 0
        for edit in self.edits:
            start = (edit.start or 0) - by
            if position >= start + len(edit.old):
                by += len(edit.new) - len(edit.old)
            elif position > start:
                return start + by
        return position + by


def repair(memory_source: str, memory_target: str, source: str, languages: tuple[Language, Language]) -> Repair:
    """Return the target of a memory's unit with the placeables of `source` in it.

    :param languages: of the source and of the target.
    """
    if plain_form(memory_source) == plain_form(source):
        return Repair(memory_target)
    try:
        changes = _changes(memory_source, memory_target, source, languages)
    except (LeftError, NoNotationError) as exc:
        return Repair(memory_target, left=str(exc))
    return _apply(memory_target, sorted(changes, key=lambda change: change.start))


def fit_case(memory_source: str, memory_target: str, source: str) -> str:
    """Return the target of a unit whose source differs from `source` in capitals alone, with its own capitals."""
    if source.isupper() and not memory_source.isupper():
        return memory_target.upper()
    if memory_source[:1].swapcase() == source[:1] and memory_source[1:] == source[1:]:
        first = memory_target[:1].upper() if source[:1].isupper() else memory_target[:1].lower()
        return first + memory_target[1:]
    return memory_target


def _apply(target: str, changes: Sequence[Change]) -> Repair:
    text, position = "", 0
    edits: list[Edit] = []
    for change in changes:
        if change.start < position:
            return Repair(target, left="two differences meet in one place of the target")
        text += target[position : change.start]
        old = target[change.start : change.end]
        edits.append(Edit(STEP, Stage.AFTER, len(text), old, change.new, change.reason))
        text += change.new
        position = change.end
    return Repair(text + target[position:], tuple(edits))


def _changes(memory_source: str, memory_target: str, source: str, languages: tuple[Language, Language]) -> list[Change]:
    """Return what to change in the target.

    :raises LeftError: where that is not sure.
    """
    own, other = languages
    if are_unlike(memory_source, source, spared_words(own)):
        raise LeftError(UNLIKE)
    here, there = read_placeables(memory_source, own), read_placeables(source, own)
    if len(here) != len(there) or _between(memory_source, here, own) != _between(source, there, own):
        raise LeftError(UNLIKE)
    changes: list[Change] = []
    for old, new in zip(here, there, strict=True):
        if plain_form(old.text) == plain_form(new.text):
            continue
        changes += changes_of(old, new, (memory_source, memory_target, source), languages)
    return [with_article(change, memory_target, other) for change in changes]


def _between(text: str, placeables: Sequence[Placeable], own: Language) -> list[str]:
    """Return what stands around the placeables, as it counts; a word that may be elided before a name is."""
    ends = [0, *(one.end for one in placeables)]
    starts = [*(one.start for one in placeables), len(text)]
    elided = _elided(own.elided)
    return [
        elided.sub("'", with_one_blank(with_one_apostrophe(text[end:start])))
        for end, start in zip(ends, starts, strict=True)
    ]


@cache
def _elided(words: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern of what words lose at the end of a text: the `e ` of « de »."""
    stems = "|".join(rf"(?<=(?<!\w){re.escape(word[:-1])}){re.escape(word[-1])} " for word in sorted(words))
    return re.compile(rf"(?:{stems or '(?!)'})\Z")
