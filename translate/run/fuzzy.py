"""Fuzzy matches of a memory in the corridor: passages come in; drafts, and suggestions for the others, go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from translate.config import MemoryConfig
from translate.data import Hypothesis, Origin, Passage, State, Suggestion, TranslationUnit
from translate.languages import Language
from translate.memory.analysis import LookUp
from translate.memory.matches import Kind, Match, Query
from translate.memory.repair import Repair, fit_case, repair

MATCH = "x-match"
"""Property of a unit whose target is a match: of how many per cent."""
SUGGESTED = 3
"""Suggestions of a unit at most."""
_ALIKE = 99
"""What a match that differs in nothing that is left to translate counts."""
_KEPT = 100_000
"""Answers that are kept: each document is asked for when it is translated, and when it is written."""


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """What a memory has for a passage: a draft to take instead of a translation, and what to suggest with one."""

    draft: Hypothesis | None = None
    suggestions: tuple[Suggestion, ...] = ()


NOTHING = Fuzzy()


class FuzzyMatches:
    """Finds fuzzy matches for passages.

    :param look_up: gives the matches of the memory from the threshold on.
    :param name: of the memory, for its suggestions.
    """

    def __init__(self, look_up: LookUp, name: str, config: MemoryConfig, languages: tuple[Language, Language]) -> None:
        self._look_up, self._name, self._config, self._languages = look_up, name, config, languages
        self._known: dict[Passage, Fuzzy] = {}

    def find(self, passages: Sequence[Passage]) -> Mapping[Passage, Fuzzy]:
        """Return what the memory has for passages that it has no exact match for."""
        asked = [passage for passage in dict.fromkeys(passages) if passage not in self._known]
        if len(self._known) + len(asked) > _KEPT:
            self._known.clear()
            asked = list(dict.fromkeys(passages))
        queries = [Query(passage.text, passage.codes) for passage in asked]
        for passage, matches in zip(asked, self._look_up(queries), strict=True):
            self._known[passage] = self._fuzzy(passage, matches) if matches else NOTHING
        return {passage: self._known[passage] for passage in passages}

    def _fuzzy(self, passage: Passage, matches: Sequence[Match]) -> Fuzzy:
        suggested = tuple(
            Suggestion(match.unit.source.text, match.unit.target.text, match.percentage, self._name)
            for match in matches[:SUGGESTED]
        )
        draft = self._draft(passage, matches[0])
        return Fuzzy(draft and replace(draft, suggestions=suggested), suggested)

    def _draft(self, passage: Passage, match: Match) -> Hypothesis | None:
        """Return the target of a match where nothing of it is left to translate, or where any match is to be taken."""
        unit = match.unit
        mended = self._repaired(passage, match)
        is_whole = mended.is_whole and _has_same_codes(passage, unit)
        if not is_whole and self._config.fuzzy_as != "draft":
            return None
        figure = min(match.percentage if not mended.edits or not is_whole else _ALIKE, _ALIKE)
        return Hypothesis(
            mended.target,
            0.0,
            codes=mended.place(unit.target.codes),
            origin=Origin.MEMORY,
            edits=mended.edits,
            state=State.DRAFT,
            properties=((MATCH, str(figure)),),
        )

    def _repaired(self, passage: Passage, match: Match) -> Repair:
        unit = match.unit
        if match.kind is Kind.CASE:
            return Repair(fit_case(unit.source.text, unit.target.text, passage.text))
        mended = repair(unit.source.text, unit.target.text, passage.text, self._languages)
        if mended.edits and not self._config.repair:
            return Repair(unit.target.text, left="repair is switched off")
        return mended


def _has_same_codes(passage: Passage, unit: TranslationUnit) -> bool:
    """Tell whether a passage has the codes of a unit's source, as they are written."""
    sides = ((passage.text, passage.codes), (unit.source.text, unit.source.codes))
    mine, theirs = ([(code.kind, text[code.start : code.end]) for code in codes] for text, codes in sides)
    return mine == theirs


def with_suggestions(hypothesis: Hypothesis, fuzzy: Fuzzy) -> Hypothesis:
    """Return a translation with what the memory suggests."""
    return replace(hypothesis, suggestions=fuzzy.suggestions) if fuzzy.suggestions else hypothesis
