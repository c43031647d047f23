"""Alignment: two documents as segments come in, beads that cover both go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.registry import late_names

if TYPE_CHECKING:
    from translate.alignment.aligner import Alignment, align
    from translate.alignment.documents import compare_documents
    from translate.alignment.rows import CELL
    from translate.alignment.search import Side

__all__ = [
    "CELL",
    "Alignment",
    "Side",
    "align",
    "compare_documents",
]

# Who looks a word up needs none of these.
__getattr__ = late_names(
    __name__,
    {
        "CELL": "rows",
        "Alignment": "aligner",
        "Side": "search",
        "align": "aligner",
        "compare_documents": "documents",
    },
)
