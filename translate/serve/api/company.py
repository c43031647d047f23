"""How long texts wait for others: the engine works at half the cost on texts that it has together."""

from __future__ import annotations

import time
from collections.abc import Callable

WINDOW_SECONDS, LONGEST_WINDOW = 0.005, 0.05
"""How long a group waits for others to join it, anew after each, as clients that were answered come again; at most."""
SURELY_ALONE = 4
"""After so many groups of one request each, a request waits for no others: there is one client."""
_SHARE = 0.1
"""How long a group waits for clients that were there a moment ago, in usual times of a group."""
_PATIENCE = 1.5
"""How long a group waits for the one before it, in usual times of a group: together, texts cost half as much."""
_SHORTEST_PATIENCE, _LONGEST_PATIENCE = 0.05, 1.0
_USUAL_RATE = 20.0
"""Texts a second, as long as nobody has measured it."""
_FORGETTING = 0.9


class Company:
    """Knows how many requests there usually are at once, and how long a group of texts takes."""

    def __init__(self) -> None:
        self.present = self._most = self._alone = 0
        """Requests that are neither answered nor given up; the most of them since a group began; groups of one."""
        self._usual_seconds = _SHORTEST_PATIENCE
        self.rate = _USUAL_RATE
        """Texts a second."""

    def come(self) -> None:
        """Take note of a request."""
        self.present += 1
        self._most = max(self._most, self.present)

    def go(self) -> None:
        """Take note that a request is answered, or not wanted any more."""
        self.present -= 1

    @property
    def is_alone(self) -> bool:
        """Whether there is one client, whom nobody joins."""
        return self._alone >= SURELY_ALONE

    @property
    def patience(self) -> float:
        """Seconds that a request waits for the groups that are with the engine."""
        return min(_LONGEST_PATIENCE, max(_SHORTEST_PATIENCE, _PATIENCE * self._usual_seconds))

    def let_join(self, count: Callable[[], int]) -> None:
        """Wait until no more requests come, and a while for those that were there at once when others were.

        :param count: says how many requests wait.
        """
        began, known = time.monotonic(), 0
        while (lasted := time.monotonic() - began) < LONGEST_WINDOW:
            is_whole = self.present >= self._most or lasted >= _SHARE * self._usual_seconds
            if (now := count()) == known and is_whole:
                break
            known = now
            time.sleep(WINDOW_SECONDS)

    def begin(self, requests: int) -> None:
        """Take note of how many requests a group has."""
        self._alone = self._alone + 1 if requests == 1 else 0
        self._most = self.present

    def measure(self, texts: int, seconds: float) -> None:
        """Take note of how long a group took."""
        self.rate = _FORGETTING * self.rate + (1 - _FORGETTING) * texts / max(seconds, 0.001)
        self._usual_seconds = _FORGETTING * self._usual_seconds + (1 - _FORGETTING) * seconds
