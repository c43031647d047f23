"""Works for tests: they double, wait, fail, or end their worker, as their items say."""

from __future__ import annotations

import gc
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from translate.errors import DocumentError


@dataclass(frozen=True)
class Doubling:
    """Doubles a number. `folder` is where it leaves word of each try; what it does else is in the item's name."""

    folder: Path
    prints: tuple[str, ...] = ("",)
    """What the workers return, one after the other, when they begin."""

    def begin(self) -> str:
        begun = self._leave("begun")
        return self.prints[min(begun, len(self.prints)) - 1]

    def end(self) -> None:
        self._leave("ended")

    def do(self, item: tuple[int, str]) -> int:
        number, what = item
        tried = self._leave(f"tried-{number}")
        if what == "end always" or (what == "end once" and tried == 1):
            os.kill(os.getpid(), signal.SIGKILL)
        if what == "hang once" and tried == 1:
            time.sleep(600)
        if what == "out of memory":
            raise MemoryError
        if what == "slow":
            time.sleep(0.2)
        if what == "collect":
            gc.collect()
        if what == "fail":
            raise DocumentError("the number is wrong", path="numbers.txt", line=number)
        return 2 * number

    def _leave(self, name: str) -> int:
        """Leave word of an event; return how often it has happened."""
        for count in range(1, 1_000):
            try:
                (self.folder / f"{name}.{count}").touch(exist_ok=False)
            except FileExistsError:
                continue
            return count
        raise AssertionError(name)


@dataclass(frozen=True)
class Unable:
    """Ends every worker as it begins."""

    def begin(self) -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        return ""

    def end(self) -> None:
        """Nothing was taken."""

    def do(self, item: int) -> int:
        return item


def tries(folder: Path, number: int) -> int:
    """Return how often an item was tried."""
    return len(list(folder.glob(f"tried-{number}.*")))


def nothing() -> None:
    """Prepare nothing."""
