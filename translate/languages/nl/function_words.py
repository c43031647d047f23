"""Function words of Dutch."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    de het een en van ik te dat die in is niet zijn op aan met voor als maar om er bij ook naar wordt je we hij
    zij ze wat dit deze geen of was
    """.split()
)
TELLTALE_WORDS = frozenset(
    """
    het een van niet zijn wordt worden voor naar ook deze maar
    """.split()
)
