"""Marks that are repeated, `!!!`, `---`: as often in a target as in its source; a model writes two of them, or four."""

from __future__ import annotations

from collections.abc import Iterator

from translate.care.replacing import Replacement
from translate.text.late import late

_MARKS = late(r"[!?]+|-{2,}")
_REPEATED = late(r"[!?]{2}|--")


def iter_repeats(source: str, target: str) -> Iterator[Replacement]:
    """Yield the runs of marks of a target that are others than in its source, where both have as many runs."""
    if not _REPEATED.search(source) and not _REPEATED.search(target):
        return
    own, found = _MARKS.findall(source), list(_MARKS.finditer(target))
    for marks, match in zip(own, found, strict=True) if len(own) == len(found) else ():
        if match[0] != marks and max(len(marks), len(match[0])) > 1:
            yield *match.span(), marks
