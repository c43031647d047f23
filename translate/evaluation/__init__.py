"""Evaluation: hypotheses and references in; scores with their signatures, comparisons and the worst segments out."""

from translate.evaluation.evaluate import Evaluation, SegmentResult, SystemResult, evaluate
from translate.evaluation.scores import METRICS, USUAL_METRICS, Score, score_corpus
from translate.evaluation.systems import ModelRun, System, match_hypotheses, run_model
from translate.evaluation.testsets import TestSet, read_lines, read_table, read_test_set

__all__ = [
    "METRICS",
    "USUAL_METRICS",
    "Evaluation",
    "ModelRun",
    "Score",
    "SegmentResult",
    "System",
    "SystemResult",
    "TestSet",
    "evaluate",
    "match_hypotheses",
    "read_lines",
    "read_table",
    "read_test_set",
    "run_model",
    "score_corpus",
]
