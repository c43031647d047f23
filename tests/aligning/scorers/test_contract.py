"""Every scorer scores every bead by itself, and says None where it has nothing to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.aligning.scorers import SCORERS, BeadScorer
from translate.alignment.hard import Candidate
from translate.config import AlignmentConfig, Config
from translate.errors import ModelError, UnknownNameError

CANDIDATES = [
    Candidate(("La séance est ouverte.",), ("The sitting is open.",)),
    Candidate(("La séance est ouverte.", "Le chien dort."), ("The sitting is open, and the dog sleeps.",)),
    Candidate(("Le chien dort.",), ("The sitting is open.",)),
]


@pytest.fixture(scope="module")
def embeddings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence encoder of LaBSE's architecture, tiny and with random weights."""
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("embeddings")
    letters = "abcdefghijklmnopqrstuvwxyzéèà.,"
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    (folder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    BertTokenizerFast(str(folder / "vocab.txt"), do_lower_case=True).save_pretrained(folder)
    shape = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(words), **shape)).save_pretrained(folder)
    return folder


@pytest.fixture(params=list(SCORERS))
def scorer(request: pytest.FixtureRequest, embeddings: Path) -> BeadScorer:
    model = str(embeddings) if request.param != "model" else None
    return SCORERS.load(request.param).load(Config(alignment=AlignmentConfig(scorer_model=model)))


def test_a_bead_is_scored_by_itself(scorer: BeadScorer) -> None:
    together = scorer.score(CANDIDATES)
    assert len(together) == 3
    for candidate, score in zip(CANDIDATES, together, strict=True):
        (alone,) = scorer.score([candidate])
        assert alone == pytest.approx(score, abs=1e-4)


def test_a_text_over_the_limits_of_a_model_has_no_score(scorer: BeadScorer) -> None:
    assert scorer.score([Candidate(("mot " * 3000,), ("word",))]) == [None]


def test_scorers_name_themselves_and_weigh_something(scorer: BeadScorer) -> None:
    assert scorer.signature
    assert scorer.weight > 0


def test_embeddings_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    config = Config(alignment=AlignmentConfig(scorer_model=str(tmp_path)))
    with pytest.raises(ModelError, match="--scorer-model"):
        SCORERS.load("labse").load(config)


def test_an_unknown_scorer_is_an_error_that_names_those_that_exist() -> None:
    with pytest.raises(UnknownNameError, match="labse, model"):
        SCORERS.load("laser")
