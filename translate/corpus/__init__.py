"""Work on whole corpora: merge, filter, deduplicate, sort, sample, compare; and checks that look at all units."""

from __future__ import annotations

from translate.corpus.consistency import CorpusChecks
from translate.corpus.dedup import KEEP, KEYS, deduplicate
from translate.corpus.diff import Change, Difference, compare
from translate.corpus.sort import ORDERS, sort_units
from translate.corpus.steps import Tally, filter_units, merge_units, sample_units

__all__ = [
    "KEEP",
    "KEYS",
    "ORDERS",
    "Change",
    "CorpusChecks",
    "Difference",
    "Tally",
    "compare",
    "deduplicate",
    "filter_units",
    "merge_units",
    "sample_units",
    "sort_units",
]
