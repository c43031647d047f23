"""Hypotheses of placed segments: a reviewer's, the memory's or the translator's, a window of blocks at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from translate.data import Hypothesis, MemoryMatch, Origin, Passage, Segment, Suggestion
from translate.errors import DocumentError
from translate.memory import best_match
from translate.records import dataclass
from translate.run.placed import PlacedBlock, is_translatable
from translate.run.settling import NOTHING, Settled

WINDOW_BLOCKS = 512
Find = Callable[[Sequence[Passage]], Mapping[Passage, Hypothesis]]


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """What a memory has for a passage: a draft to take instead of a translation, and what to suggest with one."""

    draft: Hypothesis | None = None
    suggestions: tuple[Suggestion, ...] = ()


Approach = Callable[[Sequence[Passage]], Mapping[Passage, Fuzzy]]
Recall = Callable[[Sequence[str]], Mapping[str, Sequence[MemoryMatch]]]


def look_up(
    placed: Iterable[PlacedBlock],
    find: Find,
    path: Path,
    *,
    recall: Recall | None = None,
    approach: Approach | None = None,
    settled: Settled = NOTHING,
) -> Iterator[tuple[PlacedBlock, tuple[Hypothesis, ...]]]:
    """Give each block its hypotheses, one a segment, a window at a time: from the memory, else from `find`.

    :param settled: what reviewers decided, which comes before both.
    :param approach: gives what the memory has that is like a passage; None where only exact matches count.
    :raises DocumentError: where `find` does not know a segment, because the document at `path` changed meanwhile.
    """
    blocks = iter(placed)
    before: str | None = None
    reached = 0
    window = list(islice(blocks, WINDOW_BLOCKS))
    while window:
        following = list(islice(blocks, WINDOW_BLOCKS))
        after = next((s.text for p in following for s in p.segments), None)
        segments = [s for p in window for s in p.segments]
        known = _remember(segments, before, after, recall) if recall else {}
        if settled.standing:
            decided = ((number, settled.hypothesis(reached + number)) for number in range(len(segments)))
            known |= {number: hypothesis for number, hypothesis in decided if hypothesis}
            reached += len(segments)
        missing = [s.passage for number, s in enumerate(segments) if number not in known and is_translatable(s.text)]
        fuzzy = approach(list(dict.fromkeys(missing))) if approach else {}
        drafts = {passage: one.draft for passage, one in fuzzy.items() if one.draft}
        missing = [passage for passage in missing if passage not in drafts]
        found = dict(find(list(dict.fromkeys(missing))))
        if any(passage not in found for passage in missing):
            raise DocumentError("changed while it was being translated; run again.", path=path)
        for passage in fuzzy.keys() & found.keys():
            found[passage] = with_suggestions(found[passage], fuzzy[passage])
        found |= drafts
        numbers = count()
        for item in window:
            yield item, tuple(_answer(s, known.get(next(numbers)), found) for s in item.segments)
        before = segments[-1].text if segments else before
        window = following


def _remember(
    segments: Sequence[Segment], before: str | None, after: str | None, recall: Recall
) -> dict[int, Hypothesis]:
    """Return what the memory has for consecutive segments, by number; the match of the same context comes first."""
    matches = recall(list(dict.fromkeys(s.text for s in segments if is_translatable(s.text))))
    known: dict[int, Hypothesis] = {}
    for number, segment in enumerate(segments):
        found = matches.get(segment.text)
        if found:
            left = segments[number - 1].text if number else before
            right = segments[number + 1].text if number + 1 < len(segments) else after
            match = best_match(found, left, right)
            known[number] = Hypothesis(match.target, 0.0, codes=match.codes, origin=Origin.MEMORY)
    return known


def _answer(segment: Segment, known: Hypothesis | None, found: Mapping[Passage, Hypothesis]) -> Hypothesis:
    if known:
        return known
    if is_translatable(segment.text):
        return found[segment.passage]
    return Hypothesis(segment.text, 0.0, codes=segment.codes, origin=Origin.CARRIED)


def with_suggestions(hypothesis: Hypothesis, fuzzy: Fuzzy) -> Hypothesis:
    """Return a translation with what the memory suggests."""
    return replace(hypothesis, suggestions=fuzzy.suggestions) if fuzzy.suggestions else hypothesis
