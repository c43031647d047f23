"""Kinds of documents that are texts, so that any text is one."""

from __future__ import annotations

from translate.documents import READERS
from translate.documents.lines import LineReader

TEXTS = [kind for kind in READERS if isinstance(READERS.load(kind), LineReader)]

CONVERTED = ("office", "outlook", "pdf")
"""Kinds that are written as another one, so that an echo is not the document itself."""
