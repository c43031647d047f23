"""Paragraphs that hold keep their segments apart, lines broken anywhere do not, and equal texts go together."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.alignment.test_aligner import ENGLISH, FRENCH, links_of, side
from translate.alignment import align
from translate.alignment.band import full_band
from translate.alignment.lattice import ALL_SHAPES, Step
from translate.alignment.layout import LayoutWeights, add_layout, find_broken, find_layout

WEIGHTS = LayoutWeights(joined=-2.0, alone=0.5, parted=-4.0, equal=3.0)


def scores_of(
    texts: tuple[list[str], list[str]], marks: tuple[list[int], list[int]], shape: tuple[int, int]
) -> NDArray[np.float32]:
    """Return what a layout alone adds to beads of a shape, by where they begin: (source, target)."""
    band = full_band(len(texts[0]), len(texts[1]))
    scores = np.zeros((len(ALL_SHAPES), band.cells), np.float32)
    layout = find_layout((np.array(marks[0]), np.array(marks[1])), texts)
    add_layout(scores, band, layout, WEIGHTS)
    found: NDArray[np.float32] = scores[ALL_SHAPES.index(shape)].reshape(len(texts[0]) + 1, len(texts[1]) + 1)
    return found


def test_a_bead_that_joins_paragraphs_costs_and_one_that_joins_parts_more() -> None:
    found = scores_of((["A.", "B.", "C.", "D."], ["E."]), ([1, 0, 1, 2], [1]), (2, 1))
    assert found[:3, 0].tolist() == [0.0, -2.0, -3.0]


def test_a_segment_that_is_a_paragraph_by_itself_is_left_out_more_easily() -> None:
    found = scores_of((["A.", "B.", "C."], ["E."]), ([1, 1, 0], [1]), (1, 0))
    assert found[:3, 0].tolist() == [0.5, 0.0, 0.0]


@pytest.mark.parametrize(
    ("one", "other", "is_equal"),
    [
        ("Tavernelle", "TAVERNELLE", True),
        ("12 480", "12,480", True),
        ("https://a.example/x", "https://a.example/x", True),
        ("Tavernelle", "Tavernella", False),
        ("12 480", "12,481", False),
        ("", "", False),
    ],
)
def test_equal_texts_are_worth_more_than_their_words(one: str, other: str, is_equal: bool) -> None:
    found = scores_of(([one, "B."], [other, "C."]), ([1, 1], [1, 1]), (1, 1))
    assert (found[0, 0] == 3.0) == is_equal
    assert not found[1, 1]


def test_equal_texts_say_less_where_there_are_many_of_them() -> None:
    found = scores_of((["***"] * 8, ["***"] * 8), ([1] * 8, [1] * 8), (1, 1))
    assert 0.0 < found[3, 5] < 1.5


@pytest.mark.parametrize(
    ("before", "here", "goes_on"),
    [
        ("Il a plu sur la", "colline toute la nuit.", True),
        ("Il a plu.", "colline", False),
        ("Il a plu sur la", "Colline", False),
        ("Il faut :", "du sel", False),
        ("du sel ;", "du poivre", False),
        ("Ligne", "12", False),
    ],
)
def test_a_sentence_goes_on_in_a_line_that_begins_small_after_one_without_an_end(
    before: str, here: str, goes_on: bool
) -> None:
    assert find_broken(np.ones(2, np.int64), [before, here]).tolist() == [False, goes_on]


LINES = [("Le pont ferme", 1), ("demain.", 1), ("On passera par la rue", 0), ("Pasteur.", 1), ("Les travaux", 0)]
LINES += [("coûtent 342", 1), ("000 euros.", 1), ("Le maire", 0), ("et", 1), ("Simone sont là.", 1)]


def test_where_lines_are_broken_a_sentence_goes_on_whatever_the_next_begins_with() -> None:
    texts = [text for text, _ in LINES]
    marks = np.array([mark for _, mark in LINES], np.int64)
    broken = np.flatnonzero(find_broken(marks, texts)).tolist()
    assert [texts[n] for n in broken] == ["demain.", "Pasteur.", "coûtent 342", "000 euros.", "et", "Simone sont là."]


@pytest.mark.parametrize(
    ("before", "here"),
    [("Voir l'article 342", "000 euros."), ("Le maire", "Simone"), ("1 204", "988 tonnes"), ("Total 3", "2000 euros")],
)
def test_a_capital_or_a_number_begins_a_sentence_where_lines_are_whole(before: str, here: str) -> None:
    texts = [*(f"La ligne {n} est entière." for n in range(20)), before, here]
    assert not find_broken(np.ones(22, np.int64), texts).any()
    assert not find_broken(np.zeros(22, np.int64), texts).any()


def test_a_sentence_goes_on_behind_a_line_without_room_for_another_word() -> None:
    texts = ["Le tramway ira de la place jusqu'à", "Beaumont.", "Les travaux sont dirigés par", "leurs ingénieurs."]
    marks = np.array([1, 1, 0, 1], np.int64)
    assert find_broken(marks, texts).tolist() == [False, True, False, True]
    assert not find_broken(marks, ["Le tramway de la place", *texts[1:]])[1]


def test_titles_in_lines_of_their_own_are_no_parts_of_sentences() -> None:
    texts = ["Le pont ferme", "demain.", "Les travaux", "Les prix", "12 tonnes", "988", "Total 3", "2000 euros"]
    assert np.flatnonzero(find_broken(np.ones(8, np.int64), texts)).tolist() == [1]


def test_paragraphs_that_a_first_path_joins_are_trusted_less() -> None:
    marks = np.ones(40, np.int64)
    texts = [f"Line {number}." for number in range(40)]
    layout = find_layout((marks, marks), (texts, texts))
    ones = [Step(number, number, ALL_SHAPES.index((1, 1))) for number in range(40)]
    twos = [Step(2 * number, number, ALL_SHAPES.index((2, 1))) for number in range(20)]
    assert layout.after(ones).trust == (1.0, 1.0)
    assert layout.after(twos).trust[0] < 0.3


def test_headings_of_one_side_are_part_of_no_unit() -> None:
    source = ["Avant-propos", *FRENCH[:4], "La suite", *FRENCH[4:8], "Les détails", *FRENCH[8:]]
    found = links_of(align(side("fr", tuple(source), (1,) * len(source)), side("en", ENGLISH, (1,) * len(ENGLISH))))
    assert [link for link in found if not link[1]] == [((0,), ()), ((5,), ()), ((10,), ())]
    assert sum(len(one) == len(other) == 1 for one, other in found) == len(ENGLISH)


def test_names_that_one_side_lacks_are_left_alone() -> None:
    names = ("Tavernelle", "Oskarshamn", "Brume-les-Eaux", "Quillan", "Perwez", "Altkirch")
    source = (*FRENCH[:2], *names, *FRENCH[2:])
    target = (*ENGLISH[:2], *(name for name in names if name not in ("Quillan", "Altkirch")), *ENGLISH[2:])
    found = links_of(align(side("fr", source, (1,) * len(source)), side("en", target, (1,) * len(target))))
    assert [link for link in found if not link[1]] == [((5,), ()), ((7,), ())]


def test_lines_that_were_broken_anywhere_are_joined_to_sentences() -> None:
    source, marks = [], []
    for number, text in enumerate(FRENCH):
        words = text.split(" ")
        half = len(words) // 2
        while half < len(words) and not words[half][0].islower():
            half += 1
        parts = [" ".join(words[:half]), " ".join(words[half:])] if number % 2 and half < len(words) else [text]
        source += parts
        marks += [1] * len(parts)
    found = align(side("fr", tuple(source), tuple(marks)), side("en", ENGLISH, (1,) * len(ENGLISH))).beads
    assert [" ".join(source[bead.source.start : bead.source.stop]) for bead in found] == list(FRENCH)


def test_no_sentence_goes_on_over_the_number_of_a_page() -> None:
    texts = ["Il neige", "sur la gare", "et sur le port", "12", "Demain", "13", "Lundi"]
    assert np.flatnonzero(find_broken(np.ones(7, np.int64), texts)).tolist() == [1, 2]
