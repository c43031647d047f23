"""Beads of the segments that took part come in; out come beads of all, with those that were set aside alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.aligning.reading import ReadDocument
from translate.data import Bead


def put_back(
    beads: Sequence[Bead], documents: tuple[ReadDocument, ReadDocument]
) -> tuple[tuple[Bead, ...], tuple[ReadDocument, ReadDocument]]:
    """Return beads that cover both documents, and the documents in the order that these count.

    What was set aside within a bead comes behind it, for a bead holds segments that follow each other.
    """
    if all(len(document.kept) == len(document.segments) for document in documents):
        return tuple(beads), documents
    source = _Order(documents[0], [bead.source for bead in beads])
    target = _Order(documents[1], [bead.target for bead in beads])
    return tuple(_woven(beads, source, target)), (source.document, target.document)


class _Order:
    """The segments of a document, ordered so that each bead's follow each other.

    :param ranges: of each bead, in the segments that took part.
    """

    def __init__(self, document: ReadDocument, ranges: Sequence[range]) -> None:
        kept = document.kept
        order: list[int] = []
        self.places: list[range] = [range(0)] * len(ranges)
        """Where the segments of each bead stand now; for one without, an empty range at its place."""
        self.lone: list[list[int]] = [[] for _ in ranges]
        """By bead: where those stand that were set aside, and come behind it."""
        following = kept[0]
        self.first = self._append(document, order, 0, following)
        for bead in sorted(range(len(ranges)), key=lambda number: (ranges[number].start, ranges[number].stop)):
            held = kept[ranges[bead].start : ranges[bead].stop]
            self.places[bead] = range(len(order), len(order) + len(held))
            order += held
            if held:
                stop = kept[ranges[bead].stop] if ranges[bead].stop < len(kept) else len(document.segments)
                self.lone[bead] = self._append(document, order, following, stop)
                following = stop
        self.document = replace(
            document,
            segments=tuple(document.segments[place] for place in order),
            marks=tuple(document.marks[place] for place in order),
            asides=tuple(document.asides[place] for place in order),
        )

    @staticmethod
    def _append(document: ReadDocument, order: list[int], start: int, stop: int) -> list[int]:
        """Add those of [start, stop) to `order` that were set aside, and return their places in it."""
        found = [place for place in range(start, stop) if document.asides[place] is not None]
        order += found
        return list(range(len(order) - len(found), len(order)))


def _woven(beads: Sequence[Bead], source: _Order, target: _Order) -> Iterator[Bead]:
    yield from _lone(source.first, target.first, 0, 0)
    for number, bead in enumerate(beads):
        one, other = source.places[number], target.places[number]
        yield replace(bead, source=one, target=other)
        yield from _lone(source.lone[number], target.lone[number], one.stop, other.stop)


def _lone(source: Sequence[int], target: Sequence[int], source_stop: int, target_stop: int) -> Iterator[Bead]:
    """Yield a bead for each segment that was set aside; that nothing matches it is certain.

    :param source_stop: where the segments before them end; so with `target_stop`.
    """
    for place in source:
        yield Bead(range(place, place + 1), range(target_stop, target_stop), 0.0)
    for place in target:
        here = source[-1] + 1 if source else source_stop
        yield Bead(range(here, here), range(place, place + 1), 0.0)
