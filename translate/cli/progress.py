"""A progress bar on standard error: speed and remaining time, only on a terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from tqdm import tqdm


class Bar:
    """Shows how many characters are done; silent where standard error is no terminal."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._shows = not quiet and sys.stderr.isatty()
        self._bar: tqdm[NoReturn] | None = None

    def start(self, characters: int) -> None:
        if self._shows:
            from tqdm import tqdm  # a tenth of a second that a quiet run need not spend

            self._bar = tqdm(total=characters, unit=" characters", unit_scale=True, leave=False, dynamic_ncols=True)

    def advance(self, characters: int) -> None:
        if self._bar is not None:
            self._bar.update(characters)

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()
