"""Other translations of a passage: what the engine found less probable, each with all the care of the first."""

from __future__ import annotations

from dataclasses import replace

from translate.data import Hypothesis, Passage
from translate.engines.base import Engine, PassageTranslator
from translate.engines.ranked import RankedEngine
from translate.run.loading import Tools, load_translator


class OtherWays:
    """Finds alternatives; the translators for them are made when they are asked for, around one engine."""

    def __init__(self, tools: Tools, engine: Engine) -> None:
        config = replace(tools.config, repair=replace(tools.config.repair, tries=()))
        self._tools, self._engine = replace(tools, config=config), engine
        self._translators: dict[int, PassageTranslator] = {}

    def find(self, passage: Passage, count: int, best: str | None = None) -> list[Hypothesis]:
        """Return at most `count` different translations, the most probable first, none of them `best`."""
        found: dict[str, Hypothesis] = {}
        for rank in range(count + 1):
            if len(found) == count:
                break
            for done in self._at(rank).iter_translate([passage]):
                hypothesis = done[passage]
                if hypothesis.text != best:
                    found.setdefault(hypothesis.text, hypothesis)
        return list(found.values())

    def _at(self, rank: int) -> PassageTranslator:
        if rank not in self._translators:
            self._translators[rank] = load_translator(self._tools, engine=RankedEngine(self._engine, rank))
        return self._translators[rank]
