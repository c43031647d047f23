"""What every engine promises: one hypothesis for each segment, whatever the batches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, Protocol

from translate.config import EngineConfig
from translate.data import Hypothesis, Model
from translate.errors import EngineError

Weights = Literal["ctranslate2", "huggingface"]


class Engine(Protocol):
    """A model, loaded and ready."""

    @property
    def signature(self) -> str:
        """Everything that decides what a hypothesis says; the journal's key. No batch size, no threads."""
        ...

    def iter_translate(self, texts: Sequence[str]) -> Iterator[Mapping[int, Hypothesis]]:
        """Yield the hypotheses of one batch after the other, by index in `texts`; each index comes exactly once.

        A hypothesis depends on its own text alone, never on its neighbours.

        :raises EngineError: where the engine fails; batches already yielded stand.
        """
        ...


class EnginePlugin(Protocol):
    """How to load an engine."""

    @property
    def weights(self) -> Weights | None:
        """The form of the model that the engine runs; None where it runs none."""
        ...

    def load(self, config: EngineConfig, model: Model | None) -> Engine:
        """Load `model`.

        :raises ModelError: where its files are broken.
        """
        ...


def translate(engine: Engine, texts: Sequence[str]) -> tuple[Hypothesis, ...]:
    """Translate `texts` and return one hypothesis for each, in order.

    :raises EngineError: where the engine broke its promise or failed.
    """
    found: dict[int, Hypothesis] = {}
    for batch in engine.iter_translate(texts):
        found.update(batch)
    if found.keys() != set(range(len(texts))):
        raise EngineError(f"The engine returned {len(found)} hypotheses for {len(texts)} segments.")
    return tuple(found[index] for index in range(len(texts)))
