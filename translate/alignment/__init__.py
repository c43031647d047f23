"""Alignment: two documents as segments come in, beads that cover both go out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

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

_PLACES = {
    "aligner": ("Alignment", "align"),
    "documents": ("compare_documents",),
    "rows": ("CELL",),
    "search": ("Side",),
}
"""By module what it has of these: who looks a word up needs none of them."""


def __getattr__(name: str) -> object:
    module = next((module for module, names in _PLACES.items() if name in names), None)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)
