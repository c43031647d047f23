"""What is known of a bead when it was found: its words, how alike its rare ones are, and how sure it can be."""

from __future__ import annotations

import math

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH, side
from translate.alignment.evidence import Evidence
from translate.alignment.found import FoundBead, costs_of, similarity_of, with_gains, with_likeness
from translate.alignment.search import search

RIGHT = [FoundBead(range(n, n + 1), range(n, n + 1), 1.0) for n in range(12)]
WRONG = [FoundBead(range(n, n + 1), range((n + 5) % 12, (n + 5) % 12 + 1), 1.0) for n in range(7)]


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return search(side("fr", FRENCH), side("en", ENGLISH)).evidence


def test_words_of_a_translation_gain_and_those_of_strangers_do_not(evidence: Evidence) -> None:
    right, wrong = with_gains(evidence, RIGHT), with_gains(evidence, WRONG)
    assert min(bead.gain / bead.terms for bead in right) > 0.6
    assert sum(bead.gain for bead in wrong) < 0
    assert similarity_of(evidence, right) > 40
    assert similarity_of(evidence, wrong) == 0.0


def test_a_deletion_gains_nothing_and_counts_its_words(evidence: Evidence) -> None:
    lone = with_gains(evidence, [FoundBead(range(1), range(0), 1.0)])[0]
    assert (lone.gain, lone.has_both) == (0.0, False)
    assert lone.terms > 0


def test_the_gain_of_a_wide_bead_is_that_of_all_its_segments(evidence: Evidence) -> None:
    wide = with_gains(evidence, [FoundBead(range(6), range(6), 1.0)])[0]
    single = with_gains(evidence, RIGHT[:6])
    assert wide.terms == sum(bead.terms for bead in single)
    assert 0 < wide.gain < sum(bead.gain for bead in single)


def test_rare_words_are_alike_in_translations(evidence: Evidence) -> None:
    texts = FRENCH, ENGLISH
    right = with_likeness(evidence, RIGHT, texts)
    wrong = with_likeness(evidence, WRONG, texts)
    assert min(bead.likeness for bead in right) > max(bead.likeness for bead in wrong)


@pytest.mark.parametrize(("one", "other", "is_alike"), [("a-1", "a-1", True), ("a-1", "a-2", False)])
def test_codes_that_differ_are_not_alike(one: str, other: str, is_alike: bool) -> None:
    sides = side("fr", (*FRENCH, one)), side("en", (*ENGLISH, other))
    last = FoundBead(range(12, 13), range(12, 13), 1.0)
    found = with_likeness(search(*sides).evidence, [last], (sides[0].texts, sides[1].texts))
    assert (found[0].likeness > 0) == is_alike


def test_place_alone_and_words_alone_are_not_quite_sure() -> None:
    usual = FoundBead(range(1), range(1), 1.0, gain=9.0, terms=6)
    hollow = FoundBead(range(1), range(1), 1.0, gain=-1.0, terms=6)
    moved = FoundBead(range(1), range(1), 1.0, gain=9.0, terms=6, is_moved=True)
    scores = [100 * math.exp(-costs_of([bead])[0]) for bead in (usual, moved, hollow)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 99
    assert 20 < scores[2] < 60
