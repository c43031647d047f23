"""An engine around another one, which is asked for each text once: for all that is translated again and again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from translate.engines.base import DEFAULT_WAY, Draft, Drafting, Engine, Way


class Remembering:
    """An engine that is asked for each text once."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.signature = engine, engine.signature
        self.can_write, self.can_read = engine.can_write, engine.can_read
        self.known: dict[tuple[str, Way], Draft] = {}
        self._led: dict[tuple[str, str, tuple[str, ...]], Draft | None] = {}

    def begin(self) -> RememberingDrafting:
        return RememberingDrafting(self)

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> Draft | None:
        key = (text, target, tuple(suppressed))
        if key not in self._led:
            self._led[key] = self.engine.continue_draft(text, target, suppressed=suppressed)
        return self._led[key]


@dataclass
class RememberingDrafting:
    own: Remembering
    count: int = 0
    ready: dict[int, Draft] = field(default_factory=dict)
    asked: dict[int, tuple[int, tuple[str, Way]]] = field(default_factory=dict)
    inner: Drafting = field(init=False)

    def __post_init__(self) -> None:
        self.inner = self.own.engine.begin()

    @property
    def is_busy(self) -> bool:
        return bool(self.ready) or self.inner.is_busy

    @property
    def is_dry(self) -> bool:
        return not self.ready and self.inner.is_dry

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        numbers = range(self.count, self.count + len(texts))
        self.count += len(texts)
        new = [(number, (text, way)) for number, text in zip(numbers, texts, strict=True)]
        self.ready |= {number: self.own.known[key] for number, key in new if key in self.own.known}
        new = [(number, key) for number, key in new if key not in self.own.known]
        self.asked |= dict(zip(self.inner.ask([key[0] for _, key in new], way), new, strict=True))
        return numbers

    def take(self) -> Mapping[int, Draft]:
        if self.ready:
            done, self.ready = self.ready, {}
            return done
        done = {}
        for inner, draft in self.inner.take().items():
            number, key = self.asked.pop(inner)
            done[number] = self.own.known[key] = draft
        return done
