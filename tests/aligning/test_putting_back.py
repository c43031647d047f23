"""What was set aside comes back between the beads, each segment in a bead of its own."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from translate.aligning.paragraphs import Aside
from translate.aligning.putting_back import put_back
from translate.aligning.reading import ReadDocument
from translate.data import Bead, Block, Segment, Span
from translate.run.placed import PlacedSegment


def document(asides: str) -> ReadDocument:
    """Return a document with a segment a character; `-` is one that was set aside."""
    segments = [
        PlacedSegment(Segment(f"{n}{mark}", 0, 2), Block("", f"{n}{mark}", ""), Span(n, 3 * n, 3 * n + 2))
        for n, mark in enumerate(asides)
    ]
    reasons = tuple(Aside.FURNITURE if mark == "-" else None for mark in asides)
    return ReadDocument(Path("letter"), tuple(segments), (1,) * len(asides), reasons)


def shown(beads: tuple[Bead, ...], documents: tuple[ReadDocument, ReadDocument]) -> list[str]:
    sides = [[placed.segment.text for placed in each.segments] for each in documents]
    return [
        " ".join(sides[0][bead.source.start : bead.source.stop])
        + " = "
        + " ".join(sides[1][bead.target.start : bead.target.stop])
        for bead in beads
    ]


def test_a_bead_over_a_page_break_stays_whole_and_the_break_follows_it() -> None:
    documents = document("-ab-c"), document("a-b")
    beads = [Bead(range(2), range(1), 0.1), Bead(range(2, 3), range(1, 2), 0.2)]
    assert shown(*put_back(beads, documents)) == ["0- = ", "1a 2b = 0a", "3- = ", " = 1-", "4c = 2b"]


def test_beads_that_cross_keep_their_segments() -> None:
    documents = document("a-b"), document("a-b")
    beads = [Bead(range(1), range(1, 2), 0.1), Bead(range(1, 2), range(1), 0.2)]
    assert shown(*put_back(beads, documents)) == ["0a = 2b", "1- = ", "2b = 0a", " = 1-"]


def test_where_nothing_was_set_aside_nothing_changes() -> None:
    documents = document("ab"), document("a")
    beads = (Bead(range(2), range(1), 0.1),)
    assert put_back(beads, documents) == (beads, documents)


SIZES = st.lists(st.sampled_from([(1, 1), (1, 0), (0, 1), (2, 1), (1, 3)]), max_size=9)


@given(st.text("a-", max_size=9), st.text("a-", max_size=9), SIZES)
def test_every_segment_is_in_one_bead_in_order_of_the_source(
    one: str, other: str, sizes: list[tuple[int, int]]
) -> None:
    documents = document(f"a{one}"), document(f"a{other}")
    left = [range(len(each.kept)) for each in documents]
    beads: list[Bead] = []
    for size in [*sizes, (10, 10)]:
        taken = [rest[:count] for rest, count in zip(left, size, strict=True)]
        left = [rest[count:] for rest, count in zip(left, size, strict=True)]
        if any(taken):
            beads.append(Bead(taken[0], taken[1], 0.1))
    result, ordered = put_back(beads, documents)
    for before, after, ranges in zip(
        documents, ordered, ([b.source for b in result], [b.target for b in result]), strict=True
    ):
        assert [place for each in ranges for place in each] == list(range(len(before.segments)))
        assert sorted(after.segments, key=lambda placed: placed.span.block) == list(before.segments)
    assert sum(bead.cost == 0.1 for bead in result) == len(beads)
