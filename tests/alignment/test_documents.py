"""Documents that are translations of each other find one another, in any order, and no other ones do."""

from __future__ import annotations

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH
from translate.alignment import compare_documents
from translate.alignment.documents import MAX_LENGTH_RATIO

OTHERS = ("The parser builds a syntax tree of each statement.", "Every token has a position and a kind.")


def joined(texts: tuple[str, ...], *places: int) -> str:
    return "\n".join(texts[place] for place in places)


SOURCES = [joined(FRENCH, 1, 5), joined(FRENCH, 2, 4), joined(FRENCH, 7, 9)]
TARGETS = [joined(ENGLISH, 7, 9), joined(ENGLISH, 1, 5), joined(ENGLISH, 2, 4)]


def test_translations_are_paired_in_any_order() -> None:
    assert compare_documents(SOURCES, TARGETS, "fr", "en") == [(0, 1), (1, 2), (2, 0)]
    assert compare_documents(SOURCES[::-1], TARGETS, "fr", "en") == [(0, 0), (1, 2), (2, 1)]


def test_a_document_without_a_counterpart_is_in_no_pair() -> None:
    assert compare_documents([*SOURCES, "Une annexe de chiffres."], TARGETS, "fr", "en") == [(0, 1), (1, 2), (2, 0)]
    assert compare_documents(SOURCES, ["\n".join(OTHERS)], "fr", "en") == []


def test_of_two_that_claim_one_the_nearer_has_it() -> None:
    half = FRENCH[1]
    assert compare_documents([half, SOURCES[0]], [TARGETS[1], TARGETS[0]], "fr", "en") == [(1, 0)]


@pytest.mark.parametrize(("times", "is_paired"), [(1, True), (2, True), (4, False)])
def test_documents_of_very_different_lengths_are_no_pair(times: int, is_paired: bool) -> None:
    assert MAX_LENGTH_RATIO == 3.0
    found = compare_documents(SOURCES[:1], ["\n".join([TARGETS[1]] * times)], "fr", "en")
    assert found == ([(0, 0)] if is_paired else [])


@pytest.mark.parametrize(("sources", "targets"), [([], TARGETS), (SOURCES, []), ([], []), ([""], [""]), (["…"], [""])])
def test_where_there_is_nothing_to_compare_there_is_no_pair(sources: list[str], targets: list[str]) -> None:
    assert compare_documents(sources, targets, "fr", "en") == []


def test_names_and_numbers_are_enough_where_no_lexicon_ships() -> None:
    one = ["Zoé Lefèvre, Marseille 1987", "Xavier Dupont, Québec 2004"]
    other = ["Québec, Xavier Dupont (2004)", "Marseille, Zoé Lefèvre (1987)"]
    assert compare_documents(one, other, "fr", "sw") == [(0, 1), (1, 0)]
