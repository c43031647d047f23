"""The second entrance: documents that exist in both languages are paired, read, aligned and written as corpora."""

from translate.aligning.aligner import AlignedPair, Aligner, Judged
from translate.aligning.pairing import Pair, Pairs, find_bilingual, pair_documents, read_list
from translate.aligning.run import AlignReport, PairReport, run

__all__ = [
    "AlignReport",
    "AlignedPair",
    "Aligner",
    "Judged",
    "Pair",
    "PairReport",
    "Pairs",
    "find_bilingual",
    "pair_documents",
    "read_list",
    "run",
]
