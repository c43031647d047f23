"""The schedule: items to idle workers, again where a worker ended, aside where an item ends every worker."""

from __future__ import annotations

import logging
import time
from bisect import insort
from collections import deque
from collections.abc import Iterator
from dataclasses import field
from itertools import islice
from typing import Generic, cast

from translate.errors import BitexteError
from translate.executors.base import Crew, Done, Event, Item, Renewing, Result
from translate.executors.interruption import deferred_signals
from translate.records import dataclass

MOST_DEATHS = 3
"""So many workers may end while they do one item without getting on with it, or one after the other before any is
ready."""
MOST_LATER_STARTS = 20
"""So many, where one was ready before: it can be done, and something ends workers now and then."""
PATIENCE = 10
"""An item may take so many times as long as half of the items before took at most."""
LONGEST_PATIENCE = 3
"""And so many times as long as the longest took: items may be of many sizes."""
FIRST_PATIENCE = 36
"""So many times as long as an item may always take, one may take while nobody knows what is usual."""
AHEAD = 4
"""Items, for each worker, that may be done before an earlier one is."""
_LISTENING_SECONDS = 1.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rules:
    """When a worker is refused, and when it is taken for one that hangs."""

    mixed: bool = False
    """Whether workers may differ in what :meth:`Work.begin` returns."""
    least_patience: float = 600.0
    """Seconds that an item, or the start of a worker, may always take."""


@dataclass(slots=True)
class _Held(Generic[Item]):
    """An item on its way."""

    number: int
    item: Item
    deaths: list[str] = field(default_factory=list)
    since: float = 0.0


class Schedule(Generic[Item, Result]):
    """Has a crew do items. An item is done by one worker at a time, and by another one where that ended.

    The first ^C, or SIGTERM, hands out nothing any more and waits for what is being done; the second ends all at once.
    """

    def __init__(self, crew: Crew, workers: int, rules: Rules, work: object = None) -> None:
        """:param work: what is done, where it may be half done (:class:`translate.executors.base.Renewing`)."""
        self._crew, self._workers, self._rules = crew, workers, rules
        self._renew = work.renew if isinstance(work, Renewing) else None
        self._idle: deque[int] = deque()
        self._starting: dict[int, float] = {}
        """Workers that are not ready, and since when."""
        self._longest_start = 0.0
        """Seconds until the slowest worker was ready; 0 where none is yet."""
        self._doing: dict[int, _Held[Item]] = {}
        self._again: deque[_Held[Item]] = deque()
        self._ready: dict[int, Done[Item, Result]] = {}
        self._seconds: list[float] = []
        """What each item took, from short to long."""
        self._print: tuple[str, str] | None = None
        """What the first worker that was ready returned, and its name."""
        self._deaths: list[str] = []
        self._has_begun = False
        self._stops = 0
        self._error: BaseException | None = None
        self._following: Iterator[tuple[int, Item]] = iter(())
        self._upcoming: deque[tuple[int, Item]] = deque()
        """Items that are next, as many as there may be workers: so few items get no more workers than they need."""

    def run(self, items: Iterator[Item]) -> Iterator[Done[Item, Result]]:
        """Yield what becomes of each item, in their order.

        :raises BitexteError: where a worker raised it, workers differ, or none can be started.
        :raises KeyboardInterrupt: where the user stopped the run.
        """
        self._following = enumerate(items)
        self._look_ahead()
        told = 0
        with deferred_signals(self._stop):
            try:
                while self._is_going_on(told):
                    while told in self._ready:
                        yield self._ready.pop(told)
                        told += 1
                    if self._stops > 1 or not self._is_going_on(told):
                        break
                    if not self._is_ending:
                        self._hand_out(told)
                    for event in self._crew.listen(_LISTENING_SECONDS):
                        self._take(event)
                    self._end_hanging()
            finally:
                self._crew.close()
        if self._error is not None:
            raise self._error
        if self._stops:
            raise KeyboardInterrupt

    @property
    def _is_ending(self) -> bool:
        return self._error is not None or self._stops > 0

    def _is_going_on(self, told: int) -> bool:
        """Tell whether there is something to wait for, to hand out, or to tell."""
        is_left = bool(self._upcoming or self._again) and not self._is_ending
        return bool(self._doing) or is_left or told in self._ready

    def _hand_out(self, told: int) -> None:
        """Give items to idle workers, and hire more while there is work for them."""
        self._hire(len(self._doing) + len(self._again) + len(self._upcoming))
        if not self._has_begun and self._starting:  # whoever differs must be known before anything is done
            return
        self._has_begun = True
        while self._idle and (self._again or self._upcoming):
            if self._again:
                self._give(self._again.popleft())
            elif self._upcoming[0][0] < told + AHEAD * self._workers:
                self._give(_Held(*self._upcoming.popleft()))
                self._look_ahead()
            else:
                return

    def _look_ahead(self) -> None:
        self._upcoming.extend(islice(self._following, self._workers - len(self._upcoming)))

    def _stop(self) -> None:
        self._stops += 1

    def _hire(self, wanted: int) -> None:
        present = len(self._idle) + len(self._starting) + len(self._doing)
        for _ in range(min(self._workers, wanted) - present):
            self._starting[self._crew.hire()] = time.monotonic()

    def _give(self, held: _Held[Item]) -> None:
        worker = self._idle.popleft()
        held.since = time.monotonic()
        self._doing[worker] = held
        self._crew.give(worker, held.item)

    def _take(self, event: Event) -> None:
        worker = event.worker
        if event.kind == "ready":
            self._longest_start = max(self._longest_start, time.monotonic() - self._starting.pop(worker))
            self._compare(worker, str(event.value))
            self._idle.append(worker)
            self._deaths.clear()
        elif event.kind == "done":
            held = self._doing.pop(worker)
            insort(self._seconds, time.monotonic() - held.since)
            self._ready[held.number] = Done(held.item, cast(Result, event.value))
            self._idle.append(worker)
        elif event.kind == "failed":
            self._error = self._error or cast(BaseException, event.value)
            self._starting.pop(worker, None)
            self._doing.pop(worker, None)
            self._crew.dismiss(worker)
        else:
            self._bury(worker, str(event.value))

    def _compare(self, worker: int, found: str) -> None:
        """Refuse a worker that is not like the first one."""
        if self._print is None:
            self._print = found, self._crew.name(worker)
        elif found != self._print[0] and not self._rules.mixed:
            expected, first = self._print
            self._error = self._error or BitexteError(
                f"{self._crew.name(worker)} computes differently (kernel {found}) from {first} (kernel {expected}), so "
                "texts would depend on where they are translated. Use the same --isa on all, one that every processor "
                "has, or allow it with --mixed."
            )

    def _bury(self, worker: int, how: str) -> None:
        """Go on without a worker; what it did is done again, unless that ended too many."""
        held = self._doing.pop(worker, None)
        if held is None:
            self._starting.pop(worker, None)
            if worker in self._idle:
                self._idle.remove(worker)
            self._deaths.append(how)
            most = MOST_LATER_STARTS if self._longest_start else MOST_DEATHS
            if len(self._deaths) >= most and not self._doing and not self._idle:
                self._error = BitexteError(f"{len(self._deaths)} workers ended before they were ready: {how}.")
            return
        held.deaths.append(how)
        if self._renew is not None:
            held.item, has_more = self._renew(held.item, len(held.deaths))
            if has_more:  # whatever ends workers, the item gets on
                held.deaths.clear()
        if len(held.deaths) < MOST_DEATHS:
            self._again.append(held)
        else:
            reason = f"ended {MOST_DEATHS} workers: {'; '.join(dict.fromkeys(held.deaths))}"
            self._ready[held.number] = Done(held.item, None, reason)

    def _end_hanging(self) -> None:
        """End workers that take far longer than the items before took, or than others took to be ready."""
        least, now = self._rules.least_patience, time.monotonic()
        limit = max(least, PATIENCE * self._longest_start) if self._longest_start else FIRST_PATIENCE * least
        for worker in [worker for worker, since in self._starting.items() if now - since > limit]:
            _log.warning("%s is not ready after %.0f s: going on without it.", self._crew.name(worker), limit)
            self._crew.dismiss(worker)
            self._bury(worker, f"not ready after {limit:.0f} s")
            self._has_begun = self._has_begun or bool(self._idle)
        limit = FIRST_PATIENCE * least
        if self._seconds:
            usual, longest = self._seconds[len(self._seconds) // 2], self._seconds[-1]
            limit = max(least, PATIENCE * usual, LONGEST_PATIENCE * longest)
        for worker, held in list(self._doing.items()):
            if now - held.since > limit:
                self._crew.dismiss(worker)
                self._bury(worker, f"no answer for {limit:.0f} s")
