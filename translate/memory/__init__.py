"""Translation memory: units of bilingual files come in, exact matches for source texts go out."""

from translate.memory.store import Memory, best_match

__all__ = ["Memory", "best_match"]
