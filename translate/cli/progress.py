"""Progress on standard error: a bar with speed and remaining time on a terminal, elsewhere a line every 30 s."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from tqdm import tqdm

T = TypeVar("T")
SECONDS_BETWEEN_LINES = 30.0
_EACH = 1024


class Bar:
    """Shows how many of what there is are done.

    What an earlier run did is skipped: it shows as done, and does not count as speed, so that the remaining time of a
    resumed run is that of what is left.

    :param noun: what is counted, in the plural.
    :param clock: seconds, from whatever moment on.
    """

    def __init__(
        self, *, quiet: bool = False, noun: str = "characters", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._noun, self._clock, self._is_quiet = noun, clock, quiet
        self._bar: tqdm[NoReturn] | None = None
        self._total: int | None = None
        self._done = self._skipped = 0
        self._began = self._said = clock()

    def start(self, total: int | None) -> None:
        """Begin to count.

        :param total: how many there are; None where nobody knows.
        """
        self._total, self._began = total, self._clock()
        self._said = self._began
        if not self._is_quiet and sys.stderr.isatty():
            from tqdm import tqdm  # a tenth of a second that a quiet run need not spend

            self._bar = tqdm(total=total, unit=f" {self._noun}", unit_scale=True, leave=False, dynamic_ncols=True)

    def advance(self, count: int) -> None:
        self._done += count
        if self._bar is not None:
            self._bar.update(count)
        elif not self._is_quiet and self._clock() - self._said >= SECONDS_BETWEEN_LINES:
            self._said = self._clock()
            print(self.line(), file=sys.stderr, flush=True)

    def skip(self, count: int) -> None:
        """Count what was done before."""
        self._done += count
        self._skipped += count
        if self._bar is not None:
            self._bar.initial += count
            self._bar.update(count)

    def line(self) -> str:
        """Return how far it is: share, speed, and the time that is left."""
        speed = (self._done - self._skipped) / max(self._clock() - self._began, 1e-9)
        if not self._total:
            return f"{self._done:,} {self._noun}, {speed:,.0f} per second"
        share = min(self._done / self._total, 1.0)
        left = f", {_time(max(self._total - self._done, 0) / speed)} left" if speed > 0 else ""
        return f"{share:.0%}: {self._done:,} of {self._total:,} {self._noun}, {speed:,.0f} per second{left}"

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()


def showing(items: Iterable[T], noun: str, *, quiet: bool = False, total: int | None = None) -> Iterator[T]:
    """Yield `items`, and show how many there were.

    :param noun: what they are, in the plural.
    :param total: how many there are; None where nobody knows.
    """
    with Bar(quiet=quiet, noun=noun) as bar:
        bar.start(total)
        count = 0
        for item in items:
            yield item
            count += 1
            if count == _EACH or total is not None:  # few things of a known number are slow ones
                bar.advance(count)
                count = 0


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
