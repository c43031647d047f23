"""An estimate is a probability that rises with each thing that speaks against a target."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import Model
from translate.errors import ModelError
from translate.models.estimate import FILE, Estimate, Measures, load_estimate, measure, save_estimate

ESTIMATE = Estimate(Measures(0.5, 1.0, 1.2, 1.6, 0.6), -1.0)
TARGET = "The cat sleeps on the bed."
FILLED = (
    '{"intercept": 0, "weights": {"doubt": 1, "mean_doubt": 1, "uncovered": 1, "most_uncovered": 1, "invented": %s}}'
)


def score(
    probability: float = -0.3, target: str = TARGET, weights: tuple[float, ...] = (), invented: float = 0
) -> float:
    return ESTIMATE.score(measure(probability, target, weights, invented))


def test_whatever_speaks_against_a_target_lowers_its_score() -> None:
    sound = score()
    assert score(-0.6) < sound
    assert score(target=TARGET * 3) < sound
    assert score(weights=(0.7,)) < sound
    assert score(weights=(0.7, 0.7)) < score(weights=(0.7,))
    assert score(weights=(0.7,)) < score(weights=(0.35, 0.35))
    assert score(invented=1) < sound


@given(
    st.floats(-20, 0.1),
    st.text(max_size=300),
    st.lists(st.floats(0, 1), max_size=30).map(tuple),
    st.integers(0, 9),
)
def test_no_text_is_certain_to_stand_or_to_fall(
    probability: float, target: str, weights: tuple[float, ...], invented: int
) -> None:
    assert 3.0 <= ESTIMATE.score(measure(probability, target, weights, invented)) <= 98.0


def test_a_probability_is_the_logistic_of_what_speaks_against() -> None:
    even = Estimate(Measures(0, 0, 2.0, 0, 0), -1.0)
    assert even.probability(measure(0.0, "", (0.5,), 0)) == pytest.approx(0.5)
    assert even.probability(measure(0.0, "", (0.5, 0.5), 0)) == pytest.approx(0.7310586)
    assert even.score(measure(0.0, "", (0.5, 0.5), 0)) == 26.9


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_estimate(ESTIMATE, tmp_path)
    assert load_estimate(tmp_path) == ESTIMATE
    assert load_estimate(tmp_path / "elsewhere") is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"intercept": 0, "weights": {}}', FILLED % '"much"', FILLED % "NaN", FILLED % '1, "x": 1'],
)
def test_a_broken_estimate_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(ModelError, match=r"estimate\.json: not an estimate"):
        load_estimate(tmp_path)


def test_its_digest_tells_one_from_another() -> None:
    assert ESTIMATE.digest != Estimate(ESTIMATE.weights, -1.1).digest
    assert len(ESTIMATE.digest) == 7


def test_all_measures_of_the_model_that_ships_speak_against_a_target(embedded: Model) -> None:
    estimate = load_estimate(embedded.folder)
    assert estimate is not None
    assert all(weight > 0 for weight in estimate.weights)
