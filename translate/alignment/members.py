"""Members of enumerations that are missing: two enumerations come in, out come the members that nothing answers to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from translate.alignment.linking import Linked, Word
from translate.text.usage.enumerations import LEAST_MEMBERS, Enumeration, find_enumerations

_LEAST, _LEAST_THERE = 3, 2
_LEAST_EVIDENCE, _MOST_FREE = 1.0, 0.8
"""Of a member without an answer, and of the words in its place that answer nothing."""
_LEAST_KEPT = 0.5
"""Share of the other members that stand in the target."""

Place = tuple[int, int]


def find_lost_members(
    source: str,
    target: str,
    conjunctions: tuple[Collection[str], Collection[str]],
    places: Sequence[Place],
    ours: Sequence[Word],
    unanswered: Sequence[float],
    link: Callable[[], Linked],
) -> Iterator[tuple[Place, int]]:
    """Yield the characters [start, end) of members without an answer, and how many members the target has fewer.

    :param conjunctions: of both languages.
    :param places: characters of the words of the source, which are `ours`.
    :param unanswered: their evidence where nothing answers them, otherwise 0.
    :param link: links both texts; asked only where it matters.
    """
    enumerations = find_enumerations(source, conjunctions[0], least=_LEAST)
    if not enumerations:
        return
    there = find_enumerations(target, conjunctions[1], least=_LEAST_THERE)
    longest = max((len(one.members) for one in there), default=0)
    for enumeration in enumerations:
        count = len(enumeration.members)
        words = [
            [n for n, place in enumerate(places) if ours[n].evidence and start <= place[0] < end]
            for start, end in enumeration.members
        ]
        lost = [member for member in words if member and all(unanswered[n] for n in member)]
        if not lost:
            continue
        if count >= LEAST_MEMBERS and _LEAST <= longest < count:
            yield from (((places[one[0]][0], places[one[-1]][1]), count - longest) for one in lost)
            continue
        pair = link()
        fewer = count - _members_there(words, there, pair)
        for member in lost if fewer > 0 else ():
            is_whole = member is not words[0] or enumeration.is_bare
            if is_whole and _is_gone(member, unanswered, pair) and _are_kept(words, member, pair):
                yield (places[member[0]][0], places[member[-1]][1]), fewer


def _members_there(words: Sequence[Sequence[int]], there: Sequence[Enumeration], pair: Linked) -> int:
    """Return how many members that enumeration of the target has which renders most of these; 0 where none does."""
    most, members = 0, 0
    for one in there:
        start, end = one.members[0][0], one.members[-1][1]
        rendered = sum(
            any(start <= pair.theirs[pair.links[n]].start < end for n in member if n in pair.links) for member in words
        )
        if rendered > most:
            most, members = rendered, len(one.members)
    return members


def _is_gone(member: Sequence[int], unanswered: Sequence[float], pair: Linked) -> bool:
    """Tell whether a member is sure to be rendered, and nothing stands where that should be."""
    gap = pair.gap(pair.linked_before(member[0]), pair.linked_after(member[-1]))
    free = sum(value for place, value in pair.free.items() if gap.first - 1 <= place <= gap.last + 1)
    return not gap.is_crossed and free <= _MOST_FREE and sum(unanswered[n] for n in member) >= _LEAST_EVIDENCE


def _are_kept(words: Sequence[Sequence[int]], lost: Sequence[int], pair: Linked) -> bool:
    kept = sum(any(n in pair.links for n in member) for member in words if member is not lost)
    return kept >= _LEAST_KEPT * (len(words) - 1)
