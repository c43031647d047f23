"""A model of random weights, which says nonsense of any length, keeps the contract as a good one does.

What a trained model hardly ever does, it does all the time: it loops, it does not end, it says nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.conftest import PAIRS
from translate.config import EngineConfig
from translate.data import Model
from translate.engines import ENGINES, Engine, translate
from translate.engines.base import Way, iter_draft
from translate.engines.marian import longest_target
from translate.engines.pieces import Pieces
from translate.models import convert_model, resolve_model
from translate.training.folders import write_folder
from translate.training.model import Marian, Shape
from translate.training.vocabulary import Vocabulary, make_vocabulary

CONFIG = EngineConfig(beam=2, threads=2, max_source_pieces=20)
TEXTS = ["Le maire lit.", "", "Oui.", "La ville publie le budget.", "Le maire lit.", "12", "é" * 15]


def random_model(folder: Path, vocabulary: Vocabulary) -> Model:
    """Write a layer of sixteen numbers a piece on either side, drawn by chance, which ends a sentence now and then."""
    shape = Shape(
        vocabulary=len(vocabulary), pad=vocabulary.pad, d=16, ffn=16, heads=2, encoder_layers=1, decoder_layers=1
    )
    torch.manual_seed(11)
    weights = {name: tensor.detach().clone() for name, tensor in Marian(shape).named_parameters()}
    weights["shared.weight"] *= 3  # so that its opinions differ
    weights["shared.weight"][vocabulary.pad] = 0
    weights["bias"] = torch.zeros(len(vocabulary))
    weights["bias"][vocabulary.end] = 4.0
    write_folder(folder, shape, weights, vocabulary, languages=("fr", "en"), longest=50)
    return resolve_model(str(folder))


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    folder = tmp_path_factory.mktemp("random")
    texts = [text for pair in PAIRS for text in pair]
    vocabulary = make_vocabulary(folder / "vocabulary", texts, pieces=340, threads=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BITEXTE_CACHE", str(folder / "cache"))
        yield convert_model(random_model(folder / "model", vocabulary), "int8")


@pytest.fixture(scope="module")
def engine(model: Model) -> Engine:
    return ENGINES.load("ctranslate2").load(CONFIG, model)


def test_every_text_has_one_hypothesis_alike_for_twins(engine: Engine) -> None:
    made = translate(engine, TEXTS)
    assert len(made) == len(TEXTS)
    assert made[0] == made[4]
    assert made[1].text == ""
    assert all(math.isfinite(one.score) and one.score <= 0 for one in made)


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(len(TEXTS))), st.integers(1, 60))
def test_order_and_batches_change_no_bit(engine: Engine, model: Model, order: list[int], budget: int) -> None:
    plain = translate(engine, TEXTS)
    changed = ENGINES.load("ctranslate2").load(replace(CONFIG, batch_pieces=budget, threads=1), model)
    again = translate(changed, [TEXTS[number] for number in order])
    assert again == tuple(plain[number] for number in order)


def test_a_text_over_the_limit_is_parted_and_says_into_how_many(engine: Engine) -> None:
    (one,) = translate(engine, ["é" * 70])
    (issue,) = [issue for issue in one.issues if issue.check == "parted"]
    assert issue.value is not None and issue.value >= 4
    assert issue.message == f"Longer than 20 subwords; translated in {issue.value:g} parts."


def test_alternatives_come_best_first_and_no_more_than_were_asked_for(engine: Engine) -> None:
    found = {n: d for batch in iter_draft(engine, TEXTS, Way(beam=4, alternatives=3)) for n, d in batch.items()}
    assert sorted(found) == list(range(len(TEXTS)))
    for number, draft in found.items():
        scores = [draft.score, *(other.score for other in draft.others())]
        assert len(scores) == (3 if TEXTS[number] else 1)
        assert scores == sorted(scores, reverse=True)


def test_every_target_piece_attends_to_the_source_and_the_end_alone(engine: Engine) -> None:
    for batch in iter_draft(engine, TEXTS):
        for number, draft in batch.items():
            links = draft.link() if draft.link else None
            if links is None:
                continue
            assert links.source[-1] == len(TEXTS[number])
            assert list(links.source) == sorted(links.source)
            assert list(links.target) == sorted(links.target)
            assert len(links.weights) == len(links.target) - 1
            for row in links.weights:
                assert len(row) == len(links.source) - 1
                assert all(weight >= 0 for weight in row) and sum(row) <= 1.001


def test_a_sentence_that_does_not_end_is_stopped_and_says_so(engine: Engine, model: Model) -> None:
    pieces = Pieces(model)
    unfinished = set()
    for batch in iter_draft(engine, TEXTS):
        for number, draft in batch.items():
            longest = longest_target(len(pieces.encode([TEXTS[number]])[0]))
            links = draft.link() if draft.link else None
            assert links is None or len(links.weights) <= longest
            for issue in draft.issues:
                unfinished.add(number)
                assert (issue.check, issue.value) == ("unfinished", float(longest))
                assert issue.message == (
                    f"The model did not finish within {longest} subwords: incomplete or repeating."
                )
    assert unfinished
