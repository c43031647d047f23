"""The engine that returns its input: for dry runs, and to see that a document comes back as it was."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence

from translate.config import EngineConfig
from translate.data import Model
from translate.engines.base import DEFAULT_WAY, Draft, Way

_BATCH_SEGMENTS = 64


class Echoing:
    """Texts that were asked for and not taken yet.

    :param change: makes the draft of a text.
    """

    is_dry = True

    def __init__(self, change: Callable[[str], str] = str) -> None:
        self._change = change
        self._texts: deque[tuple[int, str]] = deque()
        self._asked = 0

    @property
    def is_busy(self) -> bool:
        return bool(self._texts)

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        numbers = range(self._asked, self._asked + len(texts))
        self._texts.extend(zip(numbers, texts, strict=True))
        self._asked = numbers.stop
        return numbers

    def take(self) -> Mapping[int, Draft]:
        count = min(_BATCH_SEGMENTS, len(self._texts))
        taken = (self._texts.popleft() for _ in range(count))
        return {number: Draft(self._change(text), 0.0) for number, text in taken}


class Echo:
    """Gives each text back as it is, with the best score."""

    signature = "echo"

    def begin(self) -> Echoing:
        return Echoing()

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> None:
        return None

    def can_write(self, character: str) -> bool:
        return True

    def can_read(self, character: str) -> bool:
        return True


class EchoPlugin:
    weights = None
    is_raw = True

    def kernel(self, config: EngineConfig, model: Model | None) -> None:
        return None

    def load(self, config: EngineConfig, model: Model | None) -> Echo:
        return Echo()


PLUGIN = EchoPlugin()
