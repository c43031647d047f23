"""What stands before the last member of an English enumeration."""

from __future__ import annotations

CONJUNCTIONS = frozenset(["and", "or", "nor"])
