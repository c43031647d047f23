"""A sentence that was made many is one bead."""

from __future__ import annotations

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
