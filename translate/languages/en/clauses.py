"""Words at which an English sentence that is too long may be parted: conjunctions and relative pronouns."""

from __future__ import annotations

CLAUSE_OPENERS = frozenset(["and", "but", "or", "which", "who"])
