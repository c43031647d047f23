"""Fuzzy matches of a memory in the corridor: passages come in; drafts, and suggestions for the others, go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from translate.config import MemoryConfig
from translate.data import Hypothesis, Origin, Passage, State, Suggestion, TranslationUnit
from translate.engines.led import Lead
from translate.languages import Language
from translate.memory.analysis import LookUp
from translate.memory.matches import Kind, Match, Query
from translate.memory.percentage import tokens
from translate.memory.repair import Repair, fit_case, repair
from translate.run.lookup import Fuzzy

MATCH = "x-match"
"""Property of a unit whose target is a match: of how many per cent."""
SUGGESTED = 3
"""Suggestions of a unit at most."""
_LED = 0.85
"""Of the words of a target that answer to the equal beginning of the sources, how many lead."""
_FEWEST_LED = 2
_SURE = 85
"""From this percentage on a lead is followed wherever the model can; below, where it finds it not too improbable."""
_TOLERANCE, _SURE_TOLERANCE = 0.4, 9.0
_ALIKE = 99
"""What a match that differs in nothing that is left to translate counts."""
_KEPT = 100_000
"""Answers that are kept: each document is asked for when it is translated, and when it is written."""


NOTHING = Fuzzy()


class FuzzyMatches:
    """Finds fuzzy matches for passages.

    :param look_up: gives the matches of the memory from the threshold on.
    :param name: of the memory, for its suggestions.
    """

    def __init__(self, look_up: LookUp, name: str, config: MemoryConfig, languages: tuple[Language, Language]) -> None:
        self._look_up, self._name, self._config, self._languages = look_up, name, config, languages
        self._known: dict[Passage, Fuzzy] = {}
        self._leads: dict[str, Lead] = {}

    def find(self, passages: Sequence[Passage]) -> Mapping[Passage, Fuzzy]:
        """Return what the memory has for passages that it has no exact match for."""
        asked = [passage for passage in dict.fromkeys(passages) if passage not in self._known]
        if len(self._known) + len(asked) > _KEPT:
            self._known.clear()
            self._leads.clear()
            asked = list(dict.fromkeys(passages))
        queries = [Query(passage.text, passage.codes) for passage in asked]
        for passage, matches in zip(asked, self._look_up(queries), strict=True):
            self._known[passage] = self._fuzzy(passage, matches) if matches else NOTHING
        return {passage: self._known[passage] for passage in passages}

    def find_lead(self, text: str) -> Lead | None:
        """Return how the target of a text begins that was looked up; None where no match says."""
        return self._leads.get(text)

    def _fuzzy(self, passage: Passage, matches: Sequence[Match]) -> Fuzzy:
        suggested = tuple(
            Suggestion(match.unit.source.text, match.unit.target.text, match.percentage, self._name)
            for match in matches[:SUGGESTED]
        )
        draft = self._draft(passage, sorted(matches, key=lambda match: -match.worth))
        if draft is None and self._config.lead and (lead := lead_of(passage.text, matches[0])):
            self._leads[passage.text] = lead
        return Fuzzy(draft and replace(draft, suggestions=suggested), suggested)

    def _draft(self, passage: Passage, matches: Sequence[Match]) -> Hypothesis | None:
        """Return the target of the first match of which nothing is left to translate, or where any is to be taken, of
        the first of all.
        """
        tried = ((match, self._repaired(passage, match)) for match in matches)
        known = ((match, mended, mended.is_whole and _has_same_codes(passage, match.unit)) for match, mended in tried)
        first = next(known)  # mostly whole: no other match is repaired then
        otherwise = first if self._config.fuzzy_as == "draft" else None
        chosen = first if first[2] else next((one for one in known if one[2]), otherwise)
        if chosen is None:
            return None
        match, mended, is_whole = chosen
        unit = match.unit
        figure = min(match.worth if not mended.edits or not is_whole else _ALIKE, _ALIKE)
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


def lead_of(text: str, match: Match) -> Lead | None:
    """Return the beginning of a match's target, as far as the sources begin alike; None where that is too little.

    Targets follow their sources only roughly, so that some words less are taken.
    """
    mine, theirs = tokens(text), tokens(match.unit.source.text)
    pairs = enumerate(zip(mine, theirs, strict=False))
    alike = next((place for place, (one, other) in pairs if one != other), min(len(mine), len(theirs)))
    words = match.unit.target.text.split(" ")
    kept = words[: int(_LED * alike / len(theirs) * len(words))]
    if len(kept) < _FEWEST_LED or match.unit.target.codes:
        return None
    return Lead(" ".join(kept) + " ", _SURE_TOLERANCE if match.percentage >= _SURE else _TOLERANCE)


def _has_same_codes(passage: Passage, unit: TranslationUnit) -> bool:
    """Tell whether a passage has the codes of a unit's source, as they are written."""
    sides = ((passage.text, passage.codes), (unit.source.text, unit.source.codes))
    mine, theirs = ([(code.kind, text[code.start : code.end]) for code in codes] for text, codes in sides)
    return mine == theirs
