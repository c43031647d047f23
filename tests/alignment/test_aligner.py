"""Documents are aligned: what was joined, parted, left out or put in is found again, and nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment import Alignment, Side, align

FRENCH = (
    "La séance est ouverte.",
    "Le chat dort sur la chaise de la cuisine.",
    "Mon père travaille dans une grande usine depuis 1987.",
    "Il pleut toujours en novembre.",
    "Où est la gare, s'il vous plaît ?",
    "Les enfants jouent dans le jardin avec un chien noir.",
    "Nous avons acheté trois livres et une lampe.",
    "Le train pour Marseille part à huit heures.",
    "Elle a fermé la porte et la fenêtre.",
    "Le médecin lui a dit de boire beaucoup d'eau.",
    "Cette ville est plus ancienne que Rome.",
    "Personne ne connaît la réponse à cette question.",
)
ENGLISH = (
    "The sitting is open.",
    "The cat sleeps on the kitchen chair.",
    "My father has worked in a large factory since 1987.",
    "It always rains in November.",
    "Where is the station, please?",
    "The children play in the garden with a black dog.",
    "We bought three books and a lamp.",
    "The train to Marseille leaves at eight o'clock.",
    "She closed the door and the window.",
    "The doctor told him to drink plenty of water.",
    "This city is older than Rome.",
    "Nobody knows the answer to this question.",
)


def side(language: str, texts: tuple[str, ...], marks: tuple[int, ...] | None = None) -> Side:
    return Side(language, texts, marks or (0,) * len(texts))


def links_of(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(tuple(bead.source), tuple(bead.target)) for bead in alignment.beads]


def both(source: tuple[str, ...], target: tuple[str, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return links_of(align(side("fr", source), side("en", target)))


def test_what_is_parallel_is_aligned_one_to_one() -> None:
    assert both(FRENCH, ENGLISH) == [((i,), (i,)) for i in range(12)]


def test_joined_segments_are_found() -> None:
    target = (*ENGLISH[:5], f"{ENGLISH[5]} {ENGLISH[6]}", *ENGLISH[7:])
    assert ((5, 6), (5,)) in both(FRENCH, target)
    source = (*FRENCH[:2], f"{FRENCH[2]} {FRENCH[3]} {FRENCH[4]}", *FRENCH[5:])
    assert ((2,), (2, 3, 4)) in both(source, ENGLISH)


def test_segments_left_out_on_either_side_are_found() -> None:
    assert ((6,), ()) in both(FRENCH, (*ENGLISH[:6], *ENGLISH[7:]))
    assert ((), (3,)) in both((*FRENCH[:3], *FRENCH[4:]), ENGLISH)


def test_a_long_insertion_is_recovered_from() -> None:
    preface = tuple(f"This edition number {n} was printed by the old firm of Smith and sons." for n in range(400))
    found = both(FRENCH, (*preface, *ENGLISH))
    assert found[-11:] == [((i,), (400 + i,)) for i in range(1, 12)]


def test_a_summary_is_not_stretched_over_what_it_leaves_out() -> None:
    """The totals of a summary say nothing of how long translations are."""
    kept = (1, 4, 9)
    found = both(FRENCH, tuple(ENGLISH[number] for number in kept))
    assert [link for link in found if link[1]] == [((number,), (place,)) for place, number in enumerate(kept)]


@pytest.mark.parametrize(("source", "target"), [((), ENGLISH), (FRENCH, ()), ((), ())])
def test_an_empty_side_leaves_deletions(source: tuple[str, ...], target: tuple[str, ...]) -> None:
    found = both(source, target)
    assert found == [((i,), ()) for i in range(len(source))] + [((), (j,)) for j in range(len(target))]


@settings(deadline=None, max_examples=25)
@given(
    source=st.lists(st.sampled_from((*FRENCH, "", "***", "12", "\U0001f600", "a" * 500)), max_size=20),
    target=st.lists(st.sampled_from((*ENGLISH, "", "***", "12", "x", "\u202f")), max_size=20),
)
def test_every_segment_is_in_exactly_one_bead_and_in_order(source: list[str], target: list[str]) -> None:
    alignment = align(side("fr", tuple(source)), side("en", tuple(target)))
    assert [i for bead in alignment.beads for i in bead.source] == list(range(len(source)))
    assert sorted(j for bead in alignment.beads for j in bead.target) == list(range(len(target)))
    in_order = [bead.target for bead in alignment.beads if bead.target and not bead.is_moved]
    assert all(one.stop <= other.start for one, other in pairwise(in_order))
    assert all(len(bead.source) <= 8 and len(bead.target) <= 8 and bead.cost >= 0 for bead in alignment.beads)


def test_unrelated_texts_are_not_similar_and_related_ones_are() -> None:
    related = align(side("fr", FRENCH), side("en", ENGLISH)).similarity
    others = tuple(f"Chapter {n} explains how the parser builds its syntax tree." for n in range(40, 52))
    assert related > 40
    assert align(side("fr", FRENCH), side("en", others)).similarity < 5


def test_hypotheses_help_where_no_lexicon_does() -> None:
    source = tuple("".join(reversed(text.lower())) for text in FRENCH)
    target = (*ENGLISH[:4], *ENGLISH[5:])
    found = links_of(align(side("xx", source), side("en", target), hypotheses=ENGLISH))
    assert ((4,), ()) in found
    assert ((9,), (8,)) in found


def test_two_runs_give_the_same_beads_to_the_last_digit() -> None:
    runs = [align(side("fr", FRENCH), side("en", ENGLISH[2:])) for _ in range(2)]
    assert runs[0] == runs[1]
