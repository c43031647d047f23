"""Sentences over lines that were broken anywhere: what a first search shows comes in, groups of segments go out.

Lines of verse, items and cells are broken too, but both languages have them at the same places, and a sentence seldom
goes on in the next one with a small letter. Where lines were broken anywhere, a sentence is what is aligned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from translate.alignment.layout import LEAST_BROKEN, SENTENCE_ENDS, Layout

_BROKEN = 0.4
"""How much of what goes on the beads of a first search must have joined, from 0 to 1."""
_FEWEST = 2
"""Sentences over several lines that say how a document was broken."""
_WHOLE = 0.85
"""Share of them that begin with a capital and end with an end mark, where lines are parts of sentences."""
_MOST_PAUSES = 0.25
"""Share of the breaks within sentences that stand behind a comma or the like, which most of those of verse do."""
_LONGEST = 40
"""Lines that are never more than one sentence; a text without end marks has no sentences."""
Texts = Sequence[str]


def find_sentences(texts: tuple[Texts, Texts], layout: Layout) -> tuple[list[range], list[range]] | None:
    """Return the segments of both sides in groups, sentences over broken lines together; None where there are none."""
    are_many = [goes_on.sum() >= max(1, LEAST_BROKEN * len(goes_on)) for goes_on in layout.goes_on]
    if not any(are_many):
        return None
    runs = [list(_iter_runs(side, goes_on)) for side, goes_on in zip(texts, layout.goes_on, strict=True)]
    are_parted = all(are_many) and all(_are_sentences(side, own) for side, own in zip(texts, runs, strict=True))
    joins = [
        is_many and (are_parted or broken >= _BROKEN) for is_many, broken in zip(are_many, layout.broken, strict=True)
    ]
    if not any(is_joined and len(own) < len(side) for side, own, is_joined in zip(texts, runs, joins, strict=True)):
        return None
    one, other = (
        own if is_joined else [range(n, n + 1) for n in range(len(side))]
        for side, own, is_joined in zip(texts, runs, joins, strict=True)
    )
    return one, other


def _iter_runs(texts: Texts, goes_on: NDArray[np.bool_]) -> Iterator[range]:
    """Yield the segments of a side, those of one sentence together."""
    starts = [number for number, goes in enumerate(goes_on.tolist()) if not goes or not number]
    for first, end in pairwise([*starts, len(texts)]):
        if end - first <= _LONGEST:
            yield range(first, end)
        else:
            yield from (range(number, number + 1) for number in range(first, end))


def _are_sentences(texts: Texts, runs: Sequence[range]) -> bool:
    """Tell whether lines are parts of sentences, as in subtitles, and neither verse nor items."""
    several = [[texts[number] for number in run] for run in runs if len(run) > 1]
    breaks = [line[-1:] for lines in several for line in lines[:-1]]
    pauses = sum(not mark.isalnum() for mark in breaks)
    whole = sum(_is_whole(lines) for lines in several)
    return len(several) >= _FEWEST and whole >= _WHOLE * len(several) and pauses <= _MOST_PAUSES * len(breaks)


def _is_whole(lines: Texts) -> bool:
    begins = lines[0].lstrip("—–-«»“\"' \u00a0\u202f")[:1]
    return (begins.isupper() or begins.isdigit()) and lines[-1][-1:] in SENTENCE_ENDS
