"""Work on whole corpora: merge, filter, deduplicate, sort, sample, compare; and checks that look at all units."""

from __future__ import annotations

from translate.corpus.consistency import CorpusChecks
from translate.corpus.dedup import KEEP, KEYS, WAYS, deduplicate
from translate.corpus.diff import Change, Difference, compare
from translate.corpus.joining import expand_units, join_units, joined_header
from translate.corpus.sort import ORDERS, sort_units
from translate.corpus.splitting import GROUPS, split_units
from translate.corpus.steps import Tally, filter_units, merge_units, sample_units

__all__ = [
    "GROUPS",
    "KEEP",
    "KEYS",
    "ORDERS",
    "WAYS",
    "Change",
    "CorpusChecks",
    "Difference",
    "Tally",
    "compare",
    "deduplicate",
    "expand_units",
    "filter_units",
    "join_units",
    "joined_header",
    "merge_units",
    "sample_units",
    "sort_units",
    "split_units",
]
