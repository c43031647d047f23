"""Function words of Portuguese."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    o os as um uma e que do da dos das em no na para com não por mais como mas foi ao ele seu sua ou são eu você
    está isso muito de se me te
    """.split()
)
TELLTALE_WORDS = frozenset(
    """
    não uma dos das pelo pela também são está muito mais como para com
    """.split()
)
