"""Every engine keeps one contract: segments in, one hypothesis a segment out, whatever the batches."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from translate.config import EngineConfig
from translate.data import Hypothesis, Model
from translate.engines import ENGINES, Engine, translate
from translate.engines.base import Draft, iter_draft
from translate.engines.echo import Echo, Echoing
from translate.errors import EngineError

TEXTS = [
    "Le chat dort sur le canapé.",
    "",
    "Les ministres discuteront de nouveaux concepts stratégiques.",
    "Le chat dort sur le canapé.",
    "Oui.",
    "   ",
    "Il pleut, et nous avons froid.",
    "La séance est levée à 18 h 30.",
]
CONFIG = EngineConfig(beam=2, max_source_pieces=40, threads=2)
ALONE = replace(CONFIG, threads=1)
"""Threads of torch wait for each other, which takes long where other tests have the processor."""


@pytest.fixture(scope="module", params=list(ENGINES))
def engine(request: pytest.FixtureRequest, embedded: Model) -> Engine:
    return ENGINES.load(request.param).load(ALONE if request.param == "transformers" else CONFIG, embedded)


@pytest.fixture(scope="module")
def together(engine: Engine) -> tuple[Hypothesis, ...]:
    return translate(engine, TEXTS)


def assert_alike(engine: Engine, one: Hypothesis, other: Hypothesis) -> None:
    """The same words and score; torch alone may round the last digits differently in another batch."""
    if engine.signature.startswith("transformers"):
        assert one.text == other.text
        assert one.score == pytest.approx(other.score, abs=1e-4)
    else:
        assert one == other


def test_each_segment_has_its_hypothesis_in_order(together: tuple[Hypothesis, ...]) -> None:
    assert len(together) == len(TEXTS)
    assert all(isinstance(hypothesis, Hypothesis) for hypothesis in together)


def test_like_segments_have_like_hypotheses(together: tuple[Hypothesis, ...]) -> None:
    assert together[0] == together[3]


def test_nothing_in_nothing_out(engine: Engine) -> None:
    assert translate(engine, []) == ()


def test_a_segment_without_ink_has_an_empty_hypothesis(engine: Engine) -> None:
    assert [h.text.strip() for h in translate(engine, ["", "   "])] == ["", ""]


def test_each_index_comes_once(engine: Engine) -> None:
    indices = [index for batch in iter_draft(engine, TEXTS) for index in batch]
    assert sorted(indices) == list(range(len(TEXTS)))


def test_a_hypothesis_does_not_depend_on_its_neighbours(engine: Engine, together: tuple[Hypothesis, ...]) -> None:
    shuffled = list(range(len(TEXTS)))
    random.Random(3).shuffle(shuffled)
    again = translate(engine, [TEXTS[index] for index in shuffled])
    alone = [translate(engine, [text])[0] for text in TEXTS]
    for index, other in zip(shuffled, again, strict=True):
        assert_alike(engine, together[index], other)
    for one, other in zip(alone, together, strict=True):
        assert_alike(engine, one, other)


def test_scores_are_log_probabilities(together: tuple[Hypothesis, ...]) -> None:
    assert all(-20 < hypothesis.score <= 0 for hypothesis in together)


def test_a_segment_over_the_limit_is_translated_whole_and_marked(engine: Engine) -> None:
    if engine.signature in ("echo", "rotate"):
        pytest.skip("raw engines have no limit")
    clauses = ["La commission a adopté le rapport de la présidence", "le conseil a rejeté cette proposition"] * 3
    (hypothesis,) = translate(engine, [" ; ".join(clauses)])
    assert [issue.check for issue in hypothesis.issues] == ["parted"]
    assert hypothesis.text.lower().count("proposal") == 3
    assert hypothesis.text.lower().count("council") == 3


@pytest.mark.parametrize("change", [{"batch_pieces": 1}, {"batch_pieces": 100_000}, {"threads": 1}, {"threads": 5}])
def test_ctranslate2_gives_the_same_bits_whatever_the_batches_and_threads(
    embedded: Model, change: dict[str, int]
) -> None:
    plugin = ENGINES.load("ctranslate2")
    first = translate(plugin.load(CONFIG, embedded), TEXTS)
    assert translate(plugin.load(replace(CONFIG, **change), embedded), TEXTS) == first


def test_the_signature_changes_with_what_changes_the_words(embedded: Model) -> None:
    plugin = ENGINES.load("ctranslate2")
    base = plugin.load(CONFIG, embedded).signature
    for change in ({"beam": 4}, {"max_source_pieces": 99}):
        assert plugin.load(replace(CONFIG, **change), embedded).signature != base
    for change in ({"threads": 1}, {"batch_pieces": 7}):
        assert plugin.load(replace(CONFIG, **change), embedded).signature == base


def test_ctranslate2_in_float32_says_what_the_reference_says(embedded: Model) -> None:
    from translate.models import convert_model

    texts = ["Le chat dort sur le canapé.", "La commission adopte le rapport.", "Il a annoncé que le bloc accueillera."]
    exact = replace(CONFIG, compute_type="float32", beam=4)
    ours = translate(ENGINES.load("ctranslate2").load(exact, convert_model(embedded, "float32")), texts)
    reference = translate(ENGINES.load("transformers").load(replace(exact, threads=1), embedded), texts)
    assert [h.text for h in ours] == [h.text for h in reference]
    for left, right in zip(ours, reference, strict=True):
        assert left.score == pytest.approx(right.score, abs=0.02)


def test_an_engine_that_forgets_a_segment_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    class Forgetful(Echoing):
        def take(self) -> dict[int, Draft]:
            number = min(super().take())
            return {number: Draft("x", 0.0)}

    monkeypatch.setattr(Echo, "begin", lambda self: Forgetful())
    with pytest.raises(EngineError, match="1 hypotheses for 2 segments"):
        translate(Echo(), ["a", "b"])


def test_a_lone_surrogate_is_an_error(embedded: Model) -> None:
    with pytest.raises(EngineError, match="lone surrogate"):
        translate(ENGINES.load("ctranslate2").load(CONFIG, embedded), ["a\ud800"])
