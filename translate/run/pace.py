"""How fast this machine translates: a sample of passages comes in, words a second go out."""

from __future__ import annotations

from translate.data import Passage
from translate.run.loading import Tools, load_translator
from translate.run.timing import words_per_second


def measure_pace(passages: list[Passage], tools: Tools) -> float | None:
    """Return how many words of a sample are translated in a second, once the model is loaded; None of no sample."""
    return words_per_second(passages, load_translator(tools)) if passages else None
