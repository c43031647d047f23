"""What a file says of itself while it is read or written, on standard error: one line a kind, at its first place."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.data import TranslationUnit
from translate.errors import DocumentError, UsageError
from translate.formats import Remark, Verdict

_VARYING = re.compile(r"'[^']*'|\"[^\"]*\"|\b[0-9][0-9,]*\b")
"""What differs in remarks of one kind: names, values, numbers."""


class Remarks:
    """Prints the first remark of each kind, and counts the others."""

    def __init__(self, *, shows_all: bool = False) -> None:
        self._shows_all = shows_all
        self._seen: Counter[tuple[Path, Verdict, str]] = Counter()
        self._first: dict[tuple[Path, Verdict, str], Remark] = {}
        self._heard: set[Path] = set()
        self.counts: Counter[Verdict] = Counter()
        self.unreadable = 0
        """Units that were rejected while a file was read, but for those without a target in its pair."""
        self.elsewhere = 0
        """Units without a target in the pair that is read."""

    def __call__(self, remark: Remark) -> None:
        is_of_unit = remark.unit is not None or remark.line is not None
        kind = (remark.path, remark.verdict, _VARYING.sub("…", remark.message) if is_of_unit else remark.message)
        self.counts[remark.verdict] += 1
        self._seen[kind] += 1
        if self._seen[kind] == 1:
            self._first[kind] = remark
        if self._shows_all or self._seen[kind] == 1:
            print(remark, file=sys.stderr)

    def read(self, remark: Remark) -> None:
        """Take a remark that was made while a file was read."""
        if remark.path in self._heard:
            return
        self.unreadable += remark.verdict is Verdict.REJECTED and not remark.is_of_pair
        self.elsewhere += remark.verdict is Verdict.REJECTED and remark.is_of_pair
        self(remark)

    def heard(self, path: Path) -> None:
        """Pass over what is said of a file that is read again."""
        self._heard.add(path)

    def close(self) -> None:
        """Print how many more there were of each kind."""
        for kind, count in self._seen.items():
            if count > 1 and not self._shows_all:
                print(f"{self._first[kind]}\n  … and {count - 1:,} more (--verbose lists all)", file=sys.stderr)


class SaidOnce:
    """Units that are read more than once, and whose file speaks of itself only the first time.

    :raises UsageError: where it can be read only once, as a pipe.
    """

    def __init__(self, units: Iterable[TranslationUnit], path: Path, remarks: Remarks) -> None:
        self._units, self._path, self._remarks = units, path, remarks
        if path.exists() and not path.is_file():
            raise UsageError(f"{path}: is read twice, and a pipe can be read only once; give a file, or - with --from.")
        self._stamp = self._look()

    def __iter__(self) -> Iterator[TranslationUnit]:
        """:raises DocumentError: where the file is another one than at the beginning."""
        yield from self._units
        self._remarks.heard(self._path)
        if self._look() != self._stamp:
            raise DocumentError("has changed while it was read; run the same command again.", path=self._path)

    def _look(self) -> tuple[int, int, int] | None:
        """Return what changes with a file; None where there is none, as of a pair that is named by its stem."""
        if not self._path.exists():
            return None
        found = self._path.stat()
        return found.st_ino, found.st_size, found.st_mtime_ns


@contextmanager
def telling(*, shows_all: bool) -> Iterator[Remarks]:
    """Print remarks, and at the end, however it comes, how many more there were of each kind."""
    remarks = Remarks(shows_all=shows_all)
    try:
        yield remarks
    finally:
        remarks.close()
