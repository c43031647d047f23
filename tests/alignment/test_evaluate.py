"""Strict and lax figures are those of vecalign's score.py, and beads survive their file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.alignment.evaluate import (
    Measure,
    Shape,
    count_false,
    evaluate,
    evaluate_deletions,
    evaluate_shape,
    format_beads,
    read_beads,
)
from translate.errors import FormatError

GOLD = [((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((4,), (2, 3)), ((5,), (4,))]


def test_equal_beads_are_all_right() -> None:
    agreement = evaluate(GOLD, GOLD)
    assert (agreement.strict.f1, agreement.lax.f1) == (1.0, 1.0)


def test_a_bead_that_overlaps_is_lax_only_and_deletions_count_nowhere() -> None:
    test = [((0,), (0,)), ((1,), (1,)), ((2, 3), ()), ((4,), (2, 3)), ((5,), ()), ((), (4,))]
    agreement = evaluate(GOLD, test)
    assert agreement.strict.precision == pytest.approx(2 / 3)
    assert agreement.strict.recall == pytest.approx(2 / 4)
    assert agreement.lax.precision == pytest.approx(1.0)
    assert agreement.lax.recall == pytest.approx(3 / 4)


def test_nothing_agrees_with_nothing_by_zero() -> None:
    assert evaluate([], []).strict.f1 == 0.0


@given(st.lists(st.tuples(*[st.lists(st.integers(0, 99), max_size=4).map(tuple)] * 2), max_size=9))
def test_beads_survive_their_file(tmp_path_factory: pytest.TempPathFactory, links: list[object]) -> None:
    path = tmp_path_factory.mktemp("beads") / "x.beads"
    path.write_text(format_beads(links), encoding="utf-8")  # type: ignore[arg-type]
    assert read_beads(path) == links


def test_the_cost_that_vecalign_writes_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("[0, 1]:[2]:0.345\n\n[]:[3]\n", encoding="utf-8")
    assert read_beads(tmp_path / "x") == [((0, 1), (2,)), ((), (3,))]


def test_a_line_that_is_no_bead_is_named(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("[0]:[0]\n0-0\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"x:2: expected a bead"):
        read_beads(tmp_path / "x")


@pytest.mark.parametrize("content", [b"[0]:[0]\n\xff", None])
def test_a_file_that_is_no_text_or_not_there_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "x").write_bytes(content)
    with pytest.raises(FormatError, match=r"x: the beads cannot be read: "):
        read_beads(tmp_path / "x")


@given(st.lists(st.tuples(*[st.sets(st.integers(0, 9), max_size=3).map(sorted).map(tuple)] * 2), max_size=9))
def test_precision_of_one_side_is_recall_of_the_other(links: list[tuple[tuple[int, ...], tuple[int, ...]]]) -> None:
    here, there = evaluate(GOLD, links), evaluate(links, GOLD)
    for measure in ("strict", "lax"):
        one, other = getattr(here, measure), getattr(there, measure)
        assert (one.precision, one.recall) == (other.recall, other.precision)
        assert 0 <= one.f1 <= 1
    assert here.strict.precision <= here.lax.precision
    assert here.strict.recall <= here.lax.recall


def test_shapes_are_measured_by_themselves_against_all_of_the_other() -> None:
    gold = [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,)), ((4,), ())]
    test = [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3, 4), (2,))]
    one, many = (evaluate_shape(gold, test, shape) for shape in Shape)
    assert (one.strict, one.lax) == (Measure(0.5, 0.5), Measure(1.0, 1.0))
    assert (many.strict, many.lax) == (Measure(0.0, 0.0), Measure(1.0, 1.0))


def test_deletions_are_compared_segment_by_segment() -> None:
    gold = [((0, 1), ()), ((), (0,)), ((2,), (1,))]
    assert evaluate_deletions(gold, [((0,), ()), ((1,), ()), ((), (0,))]) == Measure(1.0, 1.0)
    assert evaluate_deletions(gold, [((0,), ()), ((2,), ())]) == Measure(0.5, 1 / 3)


def test_a_false_bead_shares_no_pair_with_one_made_by_hand() -> None:
    gold = [((0,), (0,)), ((1, 2), (1,)), ((3,), ())]
    assert count_false(gold, [((0,), (0,)), ((1,), (1,)), ((2,), ())]) == 0
    assert count_false(gold, [((0,), (1,)), ((1,), (0,)), ((3,), (2,))]) == 3
