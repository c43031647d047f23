"""What stands before a French noun."""

from __future__ import annotations

DETERMINERS = frozenset(
    """
    le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes
    """.split()
)
