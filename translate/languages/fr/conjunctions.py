"""What stands before the last member of a French enumeration."""

from __future__ import annotations

CONJUNCTIONS = frozenset(["et", "ou", "ni"])
