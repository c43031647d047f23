"""What a reader keeps as it is although a person may see it, counted by kind, for the user to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator


class LeftOut:
    """Counts what is kept; iterated, it gives a line for each kind: `12 hidden rows kept as they are`.

    A kind is called by its plural, whose first word that ends in `s` loses it for one: `hidden rows`, `passages in
    other languages`.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._remarks: dict[str, None] = {}

    def clear(self) -> None:
        """Begin to count anew."""
        self._counts.clear()
        self._remarks.clear()

    def add(self, kind: str, count: int = 1) -> None:
        """Count what is kept."""
        self._counts[kind] += count

    def remark(self, line: str) -> None:
        """Keep a line as it is, once."""
        self._remarks[line] = None

    def __iter__(self) -> Iterator[str]:
        for kind, count in sorted(self._counts.items()):
            yield f"1 {_one(kind)} kept as it is" if count == 1 else f"{count:,} {kind} kept as they are"
        yield from self._remarks


def _one(kind: str) -> str:
    words = kind.split()
    place = next((number for number, word in enumerate(words) if word.endswith("s")), 0)
    words[place] = words[place].removesuffix("s")
    return " ".join(words)
