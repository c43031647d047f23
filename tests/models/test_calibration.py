"""Scores rise with the probability and say how often a segment is kept."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import Model
from translate.errors import ModelError
from translate.models.calibration import FILE, Calibration, fit, load_calibration


@given(st.lists(st.tuples(st.floats(-5, 0), st.booleans()), min_size=1, max_size=200))
def test_a_fitted_curve_rises_and_stays_within_bounds(scored: list[tuple[float, bool]]) -> None:
    points = fit([place for place, _ in scored], [kept for _, kept in scored])
    assert all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(points))
    scores = [Calibration(points).score(place / 10) for place in range(-60, 1)]
    assert scores == sorted(scores)
    assert all(0 < score < 100 for score in scores)


def test_a_score_says_how_many_are_kept() -> None:
    places = [-(number % 100) / 50 for number in range(20_000)]
    kept = [(number // 100) % 10 < (10 if place > -0.5 else 3) for number, place in enumerate(places)]
    calibration = Calibration(fit(places, kept))
    assert calibration.score(-1.5) == pytest.approx(30, abs=1)
    assert calibration.score(-0.1) == pytest.approx(100, abs=1)


def test_what_is_less_probable_than_all_that_was_seen_falls_to_nothing() -> None:
    calibration = Calibration(fit([-0.5, -1.0, -1.5, -2.0], [True, False, False, False]))
    least = calibration.score(-2.0)
    assert calibration.score(-1.9) == least
    assert calibration.score(-3.0) == pytest.approx(least / 2.718, abs=0.1)
    assert calibration.score(-9.0) < 0.1


def test_without_a_curve_the_score_is_the_mean_piece_probability(tmp_path: Path) -> None:
    assert load_calibration(tmp_path).score(0.0) == 100.0
    assert load_calibration(tmp_path).score(-0.6931) == 50.0
    assert load_calibration(tmp_path).digest == "raw"


@pytest.mark.parametrize("text", ["{", "{}", '{"kept_chrf": 1, "points": [[0, 1], [0, 0]]}'])
def test_a_broken_curve_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(ModelError, match=r"calibration\.json"):
        load_calibration(tmp_path)


def test_the_model_that_ships_has_a_curve(embedded: Model) -> None:
    value = json.loads((embedded.folder / FILE).read_text())
    assert value["kept_chrf"] > 0
    assert load_calibration(embedded.folder).digest != "raw"


CURVE = Calibration(((-2.0, 0.2), (-1.0, 0.6), (-0.5, 0.6), (0.0, 0.9)))


@pytest.mark.parametrize(
    ("log_probability", "score"),
    [
        (-2.0, 20.0),
        (-1.5, 40.0),
        (-1.0, 60.0),
        (-0.75, 60.0),
        (-0.5, 60.0),
        (-0.25, 75.0),
        (0.0, 90.0),
        (3.0, 90.0),
        (-3.0, 7.4),
    ],
)
def test_a_score_lies_on_the_curve(log_probability: float, score: float) -> None:
    assert CURVE.score(log_probability) == score


@given(st.lists(st.floats(-20, 1), min_size=2, max_size=2).map(sorted))
def test_a_likelier_segment_never_scores_less(places: list[float]) -> None:
    assert 0 <= CURVE.score(places[0]) <= CURVE.score(places[1]) <= 100
    assert Calibration().score(places[0]) <= Calibration().score(places[1])


def test_digests_tell_curves_from_each_other() -> None:
    assert Calibration().digest == "raw"
    assert CURVE.digest != Calibration(CURVE.points[1:]).digest
    assert CURVE.digest == Calibration(CURVE.points, 55.0).digest


def curve(points: str, kept: str = "50") -> str:
    return f'{{"kept_chrf": {kept}, "points": {points}}}'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (curve("[[0, 0.1], [0, 0.2]]"), "the points do not rise"),
        (curve("[[0, 0.2], [1, 0.1]]"), "the points do not rise"),
        (curve("[[0, 0.1], [NaN, 0.2]]"), "not a calibration"),
        (curve("[[NaN, 0.1]]"), "not a calibration"),
        (curve("[[0, 1.5]]"), "not a calibration"),
        (curve("[[0, -0.5]]"), "not a calibration"),
        (curve("[[0]]"), "not a calibration"),
        (curve("[[0, null]]"), "not a calibration"),
        (curve("3"), "not a calibration"),
        (curve("[]", '"x"'), "not a calibration"),
        ("[]", "not a calibration"),
    ],
)
def test_what_is_no_curve_has_a_reason(text: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(ModelError, match=rf"calibration\.json: {reason}.*; delete it, or "):
        load_calibration(tmp_path)


def test_a_curve_that_is_written_is_loaded(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps({"kept_chrf": 55, "points": CURVE.points}))
    assert load_calibration(tmp_path) == Calibration(CURVE.points, 55.0)
