"""Scores are sacreBLEU's own, with its signatures; a comparison knows a better system from an equal one."""

from __future__ import annotations

import pytest
import sacrebleu

from translate.errors import UnknownNameError, UsageError
from translate.evaluation import System, TestSet, evaluate, score_corpus

REFERENCES = tuple(f"The committee adopted report number {n} on Tuesday without any debate." for n in range(60))
GOOD = tuple(text.replace("without any debate", "with no debate") for text in REFERENCES)
BAD = tuple(f"Committee has {n} adopt the Tuesday report." for n in range(60))
TEST = TestSet("made up", None, REFERENCES)


def test_each_score_carries_the_signature_that_sacrebleu_gives_it() -> None:
    scores = {score.metric: score for score in score_corpus(GOOD, REFERENCES)}
    version = sacrebleu.__version__
    assert scores["BLEU"].value == pytest.approx(sacrebleu.corpus_bleu(GOOD, [REFERENCES]).score)
    assert scores["BLEU"].signature == f"nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:{version}"
    assert scores["chrF2++"].value == pytest.approx(sacrebleu.corpus_chrf(GOOD, [REFERENCES], word_order=2).score)
    assert "nc:6|nw:2" in scores["chrF2++"].signature
    assert scores["TER"].value == pytest.approx(sacrebleu.corpus_ter(GOOD, [REFERENCES]).score)


def test_the_paired_bootstrap_tells_a_better_system_from_an_equal_one() -> None:
    systems = [System("bad", BAD), System("good", GOOD), System("bad again", BAD)]
    found = evaluate(TEST, systems, ["bleu"], samples=200)
    baseline, better, equal = (system.scores[0] for system in found.systems)
    assert baseline.p_value is None
    assert better.p_value is not None and better.p_value < 0.05
    assert better.value > baseline.value
    assert equal.p_value == pytest.approx(1.0)
    assert "bs:200|seed:12345" in better.signature


def test_resampling_gives_the_same_figures_every_time() -> None:
    systems = [System("bad", BAD), System("good", GOOD)]
    assert evaluate(TEST, systems, ["bleu"], samples=50) == evaluate(TEST, systems, ["bleu"], samples=50)


def test_the_worst_segment_comes_first_by_the_last_system() -> None:
    mixed = (*GOOD[:30], "", *GOOD[31:])
    found = evaluate(TEST, [System("bad", BAD), System("mixed", mixed)], ["bleu"], samples=0)
    assert found.worst()[0].number == 31
    assert found.worst()[0].scores[1] == 0.0
    assert found.systems[1].empty_hypotheses == 1
    assert [segment.number for segment in found.segments] == list(range(1, 61))


def test_without_resampling_there_is_no_interval() -> None:
    (system,) = evaluate(TEST, [System("good", GOOD)], samples=0).systems
    assert [score.margin for score in system.scores] == [None, None, None]


def test_an_unknown_metric_and_no_system_are_usage_errors() -> None:
    with pytest.raises(UnknownNameError, match=r"Unknown metric 'comet'. Known: bleu, chrf\+\+, ter"):
        score_corpus(GOOD, REFERENCES, ["comet"])
    with pytest.raises(UsageError, match="nothing to evaluate"):
        evaluate(TEST, [])
