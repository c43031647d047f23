"""Words at which a French sentence that is too long may be parted: conjunctions and relative pronouns."""

from __future__ import annotations

CLAUSE_OPENERS = frozenset(
    ["et", "ou", "mais", "or", "ni", "car", "donc", "puis", "que", "qui", "dont", "où", "lorsque", "quand"]
)
