"""French words behind which an adjective comes, rather than a verb: « la soupe est fade », « trop fade »."""

from __future__ import annotations

ADJECTIVE_LEADERS = frozenset(
    """
    est sont était étaient sera seront soit serait seraient semble semblent reste restent très trop si assez
    bien
    """.split()
)
