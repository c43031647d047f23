"""The engine that returns its input: for dry runs and tests of everything around an engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from translate.config import EngineConfig
from translate.data import Model
from translate.engines.base import DEFAULT_WAY, Draft, Way

_BATCH_SEGMENTS = 64


class Echo:
    """Gives each text back as it is, with the best score."""

    signature = "echo"

    def iter_draft(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> Iterator[Mapping[int, Draft]]:
        for start in range(0, len(texts), _BATCH_SEGMENTS):
            batch = texts[start : start + _BATCH_SEGMENTS]
            yield {start + offset: Draft(text, 0.0) for offset, text in enumerate(batch)}

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> None:
        return None

    def can_write(self, character: str) -> bool:
        return True


class EchoPlugin:
    weights = None

    def load(self, config: EngineConfig, model: Model | None) -> Echo:
        return Echo()


PLUGIN = EchoPlugin()
