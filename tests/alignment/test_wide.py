"""A sentence that was made many is one bead, and so is one that was broken into cues on both sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH, links_of, side
from translate.alignment import align

PARTS = (
    "The cook lit the stove.",
    "He peeled the onions.",
    "He cut the carrots.",
    "He salted the water.",
    "He washed the glasses.",
    "Then he called the guests before eight.",
)
WHOLE = (
    "Le cuisinier alluma le poêle, pela les oignons, coupa les carottes, sala l'eau, lava les verres, puis appela les "
    "invités avant huit heures."
)


def test_one_sentence_that_became_six_is_one_bead() -> None:
    source, target = (*FRENCH[:4], WHOLE, *FRENCH[4:]), (*ENGLISH[:4], *PARTS, *ENGLISH[4:])
    found = links_of(align(side("fr", source), side("en", target)))
    assert found == [((n,), (n,)) for n in range(4)] + [((4,), tuple(range(4, 10)))] + [
        ((n,), (n + 5,)) for n in range(5, 13)
    ]


def test_six_sentences_that_became_one_are_one_bead() -> None:
    source = (*FRENCH[:4], *(f"{part}." for part in WHOLE.removesuffix(".").split(", ")), *FRENCH[4:])
    target = (*ENGLISH[:4], " ".join(part.rstrip(".") for part in PARTS) + ".", *ENGLISH[4:])
    assert (tuple(range(4, 10)), (4,)) in links_of(align(side("fr", source), side("en", target)))


CUES = (
    ("Le vieux facteur", "The old postman got"),
    ("descendit de son vélo", "off his bicycle"),
    ("et frappa à la porte.", "and knocked at the door."),
    ("Une petite fille ouvrit", "A little girl opened it"),
    ("avec un chat gris", "with a grey cat"),
    ("dans les bras.", "in her arms."),
)


def test_cues_are_joined_until_both_sides_end_a_sentence() -> None:
    source = (*(one for one, _ in CUES), "Il pleuvait depuis", "trois jours.")
    target = (
        *(other for _, other in (CUES[0], CUES[1], CUES[2])),
        "A little girl",
        "opened it with a grey cat in her arms.",
    )
    target = (*target, "It had been raining for three days.")
    found = links_of(align(side("fr", source, (1,) * len(source)), side("en", target, (1,) * len(target))))
    assert found == [((0, 1, 2), (0, 1, 2)), ((3, 4, 5), (3, 4)), ((6, 7), (5,))]


VERSE = (
    ("la lune dort sur le lac,", "the moon sleeps on the lake,"),
    ("le vent caresse les roseaux", "the wind strokes the reeds"),
    ("et la barque du pêcheur", "and the fisherman's boat"),
    ("tourne dans l'ombre.", "turns in the shade."),
)


@pytest.mark.parametrize("change", [str.lower, str.capitalize])
def test_verse_keeps_its_lines(change: Callable[[str], str]) -> None:
    source, target = (tuple(change(pair[column]) for pair in VERSE) for column in (0, 1))
    found = links_of(align(side("fr", source, (1, 0, 0, 0)), side("en", target, (1, 0, 0, 0))))
    assert found == [((n,), (n,)) for n in range(4)]
