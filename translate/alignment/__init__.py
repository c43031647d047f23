"""Alignment: two documents as segments come in, beads that cover both go out."""

from __future__ import annotations

from translate.alignment.aligner import Alignment, align
from translate.alignment.documents import compare_documents
from translate.alignment.evaluate import Agreement, evaluate, format_beads, read_beads
from translate.alignment.rows import CELL
from translate.alignment.search import Side

__all__ = [
    "CELL",
    "Agreement",
    "Alignment",
    "Side",
    "align",
    "compare_documents",
    "evaluate",
    "format_beads",
    "read_beads",
]
