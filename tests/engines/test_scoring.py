"""Forced decoding scores a pair by itself, and what it prefers is what the engine would have said."""

from __future__ import annotations

import math

import pytest

from translate.config import EngineConfig
from translate.data import Model
from translate.engines import ENGINES, translate
from translate.engines.scoring import ForcedDecoder
from translate.errors import ModelError

PAIRS = [
    ("La séance est ouverte.", "The sitting is open."),
    ("La séance est ouverte.", "The dog sleeps on the chair."),
    ("Le chien dort.", "The dog is sleeping."),
    ("Le chien dort.", "The sitting is open."),
]


@pytest.fixture(scope="module")
def decoder(embedded: Model) -> ForcedDecoder:
    return ForcedDecoder(EngineConfig(threads=2), embedded)


def test_a_translation_is_more_probable_than_another_text(decoder: ForcedDecoder) -> None:
    scores = [forced.mean for forced in decoder.score(PAIRS) if forced]
    assert scores[0] > scores[1]
    assert scores[2] > scores[3]
    assert all(score < 0 for score in scores)


def test_a_score_does_not_depend_on_its_neighbours(decoder: ForcedDecoder) -> None:
    together = decoder.score(PAIRS * 3)
    assert together[:4] == together[4:8] == together[8:]
    assert [decoder.score([pair])[0] for pair in PAIRS] == together[:4]


def test_the_engine_and_forced_decoding_agree(decoder: ForcedDecoder, embedded: Model) -> None:
    config = EngineConfig(beam=1, threads=2)
    (hypothesis,) = translate(ENGINES.load("ctranslate2").load(config, embedded), ["La séance est ouverte."])
    (forced,) = decoder.score([("La séance est ouverte.", hypothesis.text)])
    assert forced is not None
    assert math.isclose(forced.mean, hypothesis.score, abs_tol=0.05)


def test_what_has_no_pieces_or_too_many_has_no_score(decoder: ForcedDecoder) -> None:
    assert decoder.score([("", "x"), ("x", ""), ("mot " * 2000, "word"), ("oui", "word " * 2000)]) == [None] * 4
    assert decoder.score([]) == []


def test_a_model_that_was_not_converted_is_an_error(embedded: Model) -> None:
    with pytest.raises(ModelError, match="converted"):
        ForcedDecoder(EngineConfig(), Model(embedded.name, embedded.folder, embedded.digest))
