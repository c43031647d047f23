"""Function words of Spanish."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    el los las una y que en del por con para se lo como más pero sus le ya este esta muy sin sobre también yo es
    está son hay qué mi tu no si un al de te me a
    """.split()
)
TELLTALE_WORDS = frozenset(
    """
    los las una pero como más muy también está están para por del con sus este
    """.split()
)
