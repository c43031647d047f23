"""Scorers: what judges the beads that are in question, by reading their texts."""

from __future__ import annotations

from typing import Protocol

from translate.alignment.hard import BeadScorer
from translate.config import Config
from translate.registry import Registry

__all__ = ["SCORERS", "BeadScorer", "ScorerPlugin"]


class ScorerPlugin(Protocol):
    """How to load a scorer."""

    def load(self, config: Config) -> BeadScorer | None:
        """Return None where nobody named its model, and it does not know the languages.

        :raises UsageError: where somebody did, and it does not.
        :raises ModelError: where its model is not to be had.
        """
        ...


SCORERS: Registry[ScorerPlugin] = Registry(
    "scorer",
    {
        "model": "translate.aligning.scorers.model:PLUGIN",
        "labse": "translate.aligning.scorers.labse:PLUGIN",
    },
)
