"""What care replaces in a text: the noun that its modules of typography share."""

from __future__ import annotations

Replacement = tuple[int, int, str]
"""Characters [start, end) of a text and what replaces them."""
