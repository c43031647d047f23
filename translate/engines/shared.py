"""An engine that several threads work with at once: what each asks for is batched with what the others do.

Only one thread at a time runs; one that waits for the engine lets the others go on. A draft depends on its own text
alone, so that it is the same whoever asks beside.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from weakref import WeakValueDictionary

from translate.engines.base import DEFAULT_WAY, Draft, Drafting, Engine, Way
from translate.engines.marian import MarianDrafting
from translate.errors import EngineError


class SharedEngine:
    """An engine for several threads.

    A thread works with it, and with all care around it, only while it holds `turn`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.turn = threading.Condition(threading.Lock())
        self.pool = _Pool(engine.begin(), self.turn)

    @property
    def signature(self) -> str:
        return self._engine.signature

    def begin(self) -> Drafting:
        return _Own(self.pool)

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> Draft | None:
        return self._engine.continue_draft(text, target, suppressed=suppressed)

    def can_write(self, character: str) -> bool:
        return self._engine.can_write(character)

    def can_read(self, character: str) -> bool:
        return self._engine.can_read(character)


class _Pool:
    """The texts of all threads on their way, and whose they are."""

    def __init__(self, drafting: Drafting, turn: threading.Condition) -> None:
        self.drafting, self.turn = drafting, turn
        if isinstance(drafting, MarianDrafting):
            drafting.ahead = 1  # what comes later shall not wait long
        self._owners: WeakValueDictionary[int, _Own] = WeakValueDictionary()
        self._left: deque[set[int]] = deque()
        self._is_collecting = False

    def ask(self, own: _Own, texts: Sequence[str], way: Way) -> range:
        self._forget_left()
        numbers = self.drafting.ask(texts, way)
        for number in numbers:
            self._owners[number] = own
        return numbers

    def wait(self, own: _Own) -> None:
        """Wait until a thread has drafts; whoever comes first brings in those of all.

        :raises EngineError: where the engine fails.
        """
        while not own.ready:
            if self._is_collecting:
                self.turn.wait()
            elif self.drafting.is_busy:
                self._collect()
            else:
                raise EngineError("The engine lost texts when it failed at others; ask again.")

    def _collect(self) -> None:
        self._is_collecting = True
        try:
            if isinstance(self.drafting, MarianDrafting):
                batch = self.drafting.first_running()
                if batch is not None:
                    self.turn.release()
                    try:
                        with suppress(EngineError):  # `take` raises it again, and forgets the batch
                            batch.wait()
                    finally:
                        self.turn.acquire()
            self._forget_left()
            for number, draft in self.drafting.take().items():
                owner = self._owners.pop(number, None)
                if owner is not None:
                    owner.ready[number] = draft
        finally:
            self._is_collecting = False
            self.turn.notify_all()

    def is_waiting(self, numbers: set[int]) -> bool:
        """Tell whether a text of these is not being decoded yet."""
        if isinstance(self.drafting, MarianDrafting):
            return self.drafting.is_waiting(numbers)
        return not self.drafting.is_dry

    def leave(self, numbers: set[int]) -> None:
        """Take note of texts that nobody waits for any more; any thread may say so, whoever has the turn."""
        self._left.append(numbers)

    def _forget_left(self) -> None:
        while self._left:
            numbers = self._left.popleft()
            if isinstance(self.drafting, MarianDrafting):
                self.drafting.drop(numbers)


class _Own:
    """What one thread asks for."""

    def __init__(self, pool: _Pool) -> None:
        self._pool = pool
        self._asked: set[int] = set()
        self.ready: dict[int, Draft] = {}

    @property
    def is_busy(self) -> bool:
        return bool(self._asked)

    @property
    def is_dry(self) -> bool:
        return not self._pool.is_waiting(self._asked)

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        numbers = self._pool.ask(self, texts, way)
        self._asked |= set(numbers)
        return numbers

    def take(self) -> Mapping[int, Draft]:
        if not self._asked:
            return {}
        self._pool.wait(self)
        done, self.ready = self.ready, {}
        self._asked -= done.keys()
        return done

    def __del__(self) -> None:
        if self._asked:
            self._pool.leave(self._asked)
