"""Validation knows an encoder that has collapsed and a decoder that ignores its source."""

from __future__ import annotations

import pytest
import torch

from translate.data import Model
from translate.training.folders import load_folder
from translate.training.model import Marian
from translate.training.optimiser import MixedAdam
from translate.training.sources import Pair
from translate.training.validation import METRICS, Reading, Validation, position_cosine


def test_the_cosine_of_equal_positions_is_one_and_of_unlike_ones_less() -> None:
    same = torch.ones(1, 3, 4)
    unlike = torch.eye(4)[None, :3]
    everything = torch.ones(1, 3, dtype=torch.bool)
    assert position_cosine(same, everything).item() == pytest.approx(1.0)
    assert position_cosine(unlike, everything).item() == pytest.approx(0.0, abs=1e-6)
    assert position_cosine(same, torch.tensor([[True, False, False]])).item() == 0.0


@pytest.mark.parametrize(
    ("nll", "shuffled", "cosine", "warning"),
    [
        (2.0, 5.0, 0.3, None),
        (4.4, 4.41, 0.3, "the model ignores the source so far"),
        (4.4, 4.41, 0.9999, "the encoder has collapsed"),
    ],
)
def test_what_is_wrong_is_said(nll: float, shuffled: float, cosine: float, warning: str | None) -> None:
    found = Reading(100, nll, shuffled, cosine, 0.0, 0.0).warning
    assert found is None if warning is None else warning in (found or "")


def test_the_score_to_judge_by_is_the_better_the_higher() -> None:
    worse, better = Reading(1, 2.1, 5, 0.2, 24.0, 51.0), Reading(2, 1.9, 5, 0.2, 25.0, 52.0)
    assert all(worse.score(metric) < better.score(metric) for metric in METRICS)


def test_the_embedded_model_reads_its_source_and_translates(embedded: Model) -> None:
    loaded = load_folder(embedded)
    model = Marian(loaded.shape)
    MixedAdam(model, dtype=torch.float32, zero_row=loaded.shape.pad).load_weights(loaded.weights)
    pairs = [
        Pair("La séance est ouverte.", "The sitting is open."),
        Pair("Le rapport est adopté.", "The report is adopted."),
        Pair("mot " * 90, "word " * 90),
    ]
    validation = Validation(pairs, loaded.vocabulary, longest=64, device="cpu")
    assert (len(validation), validation.left_out) == (2, 1)
    state = torch.get_rng_state()
    reading = validation.read(model.train(), 7)
    assert torch.equal(torch.get_rng_state(), state)
    assert model.training
    assert reading.warning is None
    assert reading.shuffled_nll > reading.nll + 1
    assert reading.chrf > 50
