"""Translation memory: units of bilingual files come in, exact matches for source texts go out."""

from translate.memory.exact import best_match

__all__ = ["best_match"]
