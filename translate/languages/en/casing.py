"""Capitals that English has within a sentence whatever the sentence is, names apart."""

from __future__ import annotations

CAPITAL_WORDS = frozenset(["I"])
ACRONYMS = frozenset({"EU", "UK", "UN", "US"})
"""What other languages call otherwise, so that it is no acronym of theirs with a letter lost."""
