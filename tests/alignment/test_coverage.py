"""Words of a source that nothing in the target renders are found, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.coverage import PAIRS_KEPT, Coverage, bare_form, find_coverage, has_coverage
from translate.languages import find_language

FRENCH, ENGLISH = find_language("fr"), find_language("en")
LETTERS = st.text(st.sampled_from("aàbcéêdefinorst' -.,ZÉ7"), max_size=60)


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    found = find_coverage(FRENCH, ENGLISH)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("La coccinelle grimpe sur la tige.", "The ladybird climbs the stem.", []),
        ("La coccinelle grimpe sur la tige.", "The cocinel climbs the stem.", ["coccinelle"]),
        ("Il a raboté la planche.", "He planed the board.", []),
        ("Il a raboté la planche.", "He robbed the board.", ["raboté"]),
        ("Les hérissons hibernent.", "Hedgehogs hibernate.", []),
        ("Les hérissons hibernent.", "The heroes hibernate.", ["hérissons"]),
        ("Hérissons et taupes vivent ici.", "Moles live here.", ["Hérissons"]),
        ("Elle habite avec Coccinelle.", "She lives with Coccinelle.", []),
        ("Et pourtant elle dort.", "And yet she sleeps.", []),
        ("Un taille-crayon rouge.", "A red size-pencil.", ["taille-crayon"]),
        ("Un taille-crayon rouge.", "A red pencil sharpener.", []),
        ("", "", []),
        ("La coccinelle.", "", ["coccinelle"]),
        ("", "The ladybird.", []),
    ],
)
def test_a_word_is_found_where_nothing_renders_it(
    coverage: Coverage, source: str, target: str, words: list[str]
) -> None:
    assert [one.word for one in coverage.find(source, target)] == words


def test_a_word_comes_with_its_equivalents_the_best_first(coverage: Coverage) -> None:
    (found,) = coverage.find("La coccinelle grimpe.", "The cocinel climbs.")
    assert found.equivalents[0].startswith("lady")


def test_the_rarer_a_word_the_more_it_weighs(coverage: Coverage) -> None:
    (rare,) = coverage.find("un hérisson", "a heron")
    (common,) = coverage.find("une condition", "a heron")
    assert 0 < common.weight < 0.5 < rare.weight <= 1


@given(source=LETTERS, target=LETTERS)
@settings(max_examples=100)
def test_what_is_found_stands_in_the_source_and_does_not_depend_on_other_pairs(source: str, target: str) -> None:
    coverage = find_coverage(FRENCH, ENGLISH)
    assert coverage is not None
    found = coverage.find(source, target)
    coverage.find(target, source)
    assert coverage.find(source, target) == found
    for one in found:
        assert one.word in source
        assert 0 < one.weight <= 1
        assert one.equivalents


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("stops", "stopped", True),
        ("running", "run", True),
        ("parties", "party", True),
        ("boxes", "box", True),
        ("écoles", "ecole", True),
        ("nut", "not", False),
        ("ring", "sting", False),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str, meet: bool) -> None:
    assert (bare_form(one, ENGLISH.endings) == bare_form(other, ENGLISH.endings)) is meet


def test_there_is_none_without_a_dictionary() -> None:
    german = find_language("de")
    assert find_coverage(german, ENGLISH) is None
    assert not has_coverage(german, ENGLISH)
    assert has_coverage(FRENCH, ENGLISH)


def test_no_more_pairs_are_remembered_than_asked_for_and_the_answers_are_the_same(coverage: Coverage) -> None:
    pairs = [("Le crapaud dort.", "The dog sleeps."), ("Le hérisson mange.", "The cat eats."), ("Un putois.", "A fox.")]
    before = [coverage.find(*pair) for pair in pairs]
    assert any(before)
    try:
        coverage.keep(2)
        assert [coverage.find(*pair) for pair in pairs] == before
        assert coverage._find.cache_info().currsize == 2
    finally:
        coverage.keep(PAIRS_KEPT)
