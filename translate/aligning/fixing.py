"""Beads that a person fixed: the rest of both documents is aligned anew between them, and only where it must be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from translate.data import Bead
from translate.records import dataclass

Realign = Callable[[Sequence[int], Sequence[int]], Sequence[Bead]]
"""Aligns some segments of both documents, by their places; its beads count these."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a person says: these segments are one bead. Two empty ranges are a point: a part begins on both sides."""

    source: range
    target: range

    @property
    def has_both(self) -> bool:
        return bool(self.source) == bool(self.target)


def fix(beads: Sequence[Bead], links: Sequence[Link], counts: tuple[int, int], realign: Realign) -> list[Bead]:
    """Return beads among which are `links`, each segment in exactly one.

    What the aligner found and no link contradicts stays as it is, with its score.

    :param beads: what the aligner found.
    :param links: none of them overlap.
    :param counts: the segments of both documents.
    """
    found = {(bead.source, bead.target): bead for bead in beads}
    if all((link.source, link.target) in found or _is_passed(link, beads) for link in links):
        return list(beads)
    chain = _in_order([link for link in links if link.has_both])
    apart = [
        _bead(found, link, is_moved=link.has_both)
        for link in links
        if link not in chain and (link.source or link.target)
    ]
    held = _Held([*chain, *(Link(bead.source, bead.target) for bead in apart)])
    apart += [bead for bead in beads if bead.is_moved and not held.touches(bead)]
    taken = _Held([Link(bead.source, bead.target) for bead in apart])
    result = list(apart)
    start = (0, 0)
    for link in [*chain, Link(range(counts[0], counts[0]), range(counts[1], counts[1]))]:
        region = Link(range(start[0], link.source.start), range(start[1], link.target.start))
        result += _between(beads, region, taken, realign)
        if link.source:
            result.append(_bead(found, link))
        start = link.source.stop, link.target.stop
    return _sorted(result)


def _is_passed(link: Link, beads: Sequence[Bead]) -> bool:
    """Tell whether beads part both documents at a point already."""
    if link.source or link.target:
        return False
    main = [bead for bead in beads if not bead.is_moved]
    sides = [(bead.source.stop <= link.source.start, bead.target.stop <= link.target.start) for bead in main]
    starts = [(bead.source.start < link.source.start, bead.target.start < link.target.start) for bead in main]
    return all(
        (before == begun or not held)
        for bead, stops, begins in zip(main, sides, starts, strict=True)
        for before, begun, held in zip(stops, begins, (bead.source, bead.target), strict=True)
    ) and all(stops[0] == stops[1] for bead, stops in zip(main, sides, strict=True) if bead.source and bead.target)


class _Held:
    """The segments that some links hold."""

    def __init__(self, links: Sequence[Link]) -> None:
        self.source = {place for link in links for place in link.source}
        self.target = {place for link in links for place in link.target}

    def touches(self, bead: Bead) -> bool:
        return not self.source.isdisjoint(bead.source) or not self.target.isdisjoint(bead.target)


def _bead(found: dict[tuple[range, range], Bead], link: Link, *, is_moved: bool = False) -> Bead:
    """Return the bead of a link; a person is sure of it."""
    known = found.get((link.source, link.target))
    return known or Bead(link.source, link.target, 0.0, is_moved)


def _in_order(links: Sequence[Link]) -> list[Link]:
    """Return as many of the links as can be, none of which crosses another (Fredman 1975)."""
    ordered = sorted(links, key=lambda link: (link.source.start, link.target.start, link.source.stop))
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, link in enumerate(ordered):
        length = bisect_left(ends, link.target.start + 1)
        before.append(last[length - 1] if length else None)
        if length == len(ends):
            ends.append(link.target.stop)
            last.append(number)
        elif link.target.stop < ends[length]:
            ends[length], last[length] = link.target.stop, number
    chain: list[Link] = []
    place = last[-1] if last else None
    while place is not None:
        chain.append(ordered[place])
        place = before[place]
    return chain[::-1]


def _between(beads: Sequence[Bead], region: Link, taken: _Held, realign: Realign) -> list[Bead]:
    """Return the beads of what lies between two links."""
    sources = [place for place in region.source if place not in taken.source]
    targets = [place for place in region.target if place not in taken.target]
    inside = [bead for bead in beads if _lies_in(bead, region) and not taken.touches(bead)]
    covered = sum(len(bead.source) for bead in inside), sum(len(bead.target) for bead in inside)
    if covered == (len(sources), len(targets)):
        return inside
    if not sources or not targets:
        rest = [
            Bead(range(place, place + 1), range(region.target.start, region.target.start), 0.0) for place in sources
        ]
        return rest + [
            Bead(range(region.source.stop, region.source.stop), range(place, place + 1), 0.0) for place in targets
        ]
    return [one for bead in realign(sources, targets) for one in _placed(bead, sources, targets)]


def _lies_in(bead: Bead, region: Link) -> bool:
    return (
        bead.source.start >= region.source.start
        and bead.source.stop <= region.source.stop
        and bead.target.start >= region.target.start
        and bead.target.stop <= region.target.stop
    )


def _placed(bead: Bead, sources: Sequence[int], targets: Sequence[int]) -> Iterator[Bead]:
    """Yield a bead at its place; what another link holds within it parts it."""
    runs = [_runs([places[n] for n in held]) for places, held in ((sources, bead.source), (targets, bead.target))]
    points = [
        places[held.start] if held.start < len(places) else (places[-1] + 1 if places else 0)
        for places, held in ((sources, bead.source), (targets, bead.target))
    ]
    first = [side[0] if side else range(point, point) for side, point in zip(runs, points, strict=True)]
    yield replace(bead, source=first[0], target=first[1])
    for run in runs[0][1:]:
        yield Bead(run, range(first[1].stop, first[1].stop), bead.cost)
    for run in runs[1][1:]:
        yield Bead(range(first[0].stop, first[0].stop), run, bead.cost)


def _runs(places: Sequence[int]) -> list[range]:
    runs: list[range] = []
    for place in places:
        if runs and runs[-1].stop == place:
            runs[-1] = range(runs[-1].start, place + 1)
        else:
            runs.append(range(place, place + 1))
    return runs


def _sorted(beads: Sequence[Bead]) -> list[Bead]:
    """Return beads in the order of the source; those without one behind what ends before them in the target."""
    main = sorted((bead for bead in beads if bead.source), key=lambda bead: bead.source.start)
    lone = sorted((bead for bead in beads if not bead.source), key=lambda bead: bead.target.start)
    result: list[Bead] = []
    at = 0
    for bead in main:
        while at < len(lone) and not bead.is_moved and bead.target and lone[at].target.stop <= bead.target.start:
            place = result[-1].source.stop if result else 0
            result.append(replace(lone[at], source=range(place, place)))
            at += 1
        result.append(bead)
    place = result[-1].source.stop if result else 0
    return [*result, *(replace(bead, source=range(place, place)) for bead in lone[at:])]
