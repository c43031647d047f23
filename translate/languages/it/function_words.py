"""Function words of Italian."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    il gli che di e un una per non con del della dei delle sono è si più come anche nel alla questo questa io lo
    la ho ha mi ti ci ma a tu se
    """.split()
)
TELLTALE_WORDS = frozenset(
    """
    gli che della delle degli sono nel nella questo questa anche più perché
    """.split()
)
