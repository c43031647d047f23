"""What a conversion could not take over, kept for a person to look at: a line of JSON for each, with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

import orjson

from translate.files import replace_file, together
from translate.formats.base import Remark, Verdict


class Rejects:
    """Counts the remarks on a conversion, shows each, and writes those on rejected units to a file."""

    def __init__(self, path: Path, stack: ExitStack, show: Callable[[Remark], None]) -> None:
        self.path = path
        self.counts: Counter[Verdict] = Counter()
        self._stack, self._show = stack, show
        self._file: BinaryIO | None = None

    def report(self, remark: Remark) -> None:
        """Take a remark, as any `report` of a format does."""
        self.counts[remark.verdict] += 1
        self._show(remark)
        if remark.verdict is not Verdict.REJECTED:
            return
        if self._file is None:
            self._file = self._stack.enter_context(replace_file(self.path))
        value = {
            "file": str(remark.path),
            "line": remark.line,
            "unit": _plain(remark.unit),
            "reason": _plain(remark.message),
            "content": _plain(remark.content),
        }
        self._file.write(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE))


def _plain(text: str | None) -> str | None:
    """Return `text` with bytes of another encoding, and lone surrogates, as escapes."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode()


@contextmanager
def keep_rejects(path: Path, show: Callable[[Remark], None]) -> Iterator[Rejects]:
    """Write the rejects of a conversion to `path`: it appears when the context ends well and something was rejected.

    Where nothing was, what an earlier conversion left there is removed.
    """
    with together() as batch, ExitStack() as stack:
        rejects = Rejects(path, stack, show)
        yield rejects
        if not rejects.counts[Verdict.REJECTED]:
            batch.remove(path)
