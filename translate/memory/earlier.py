"""Near-copies within a project: texts come in one by one, and the best match among those before goes out.

Candidates are those that share the most of a text's rarer words and pairs of neighbouring words; their number is
bounded, as in the memory itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import islice, pairwise

from translate.memory.matches import Score
from translate.memory.percentage import masked_tokens, share, tokens, word_tokens

_POSTINGS = 2000
"""Places of words and pairs that a text looks at."""
_VERIFIED = 32
"""Candidates whose percentage is computed."""


_SPLIT: Mapping[Score, Callable[[str], Sequence[str]]] = {
    Score.ALL: tokens,
    Score.WORDS: word_tokens,
    Score.REPAIRED: masked_tokens,
}


class Earlier:
    """The texts of a project so far.

    :param threshold: whole per cent; what lies below is no match.
    """

    def __init__(self, threshold: int, score: Score = Score.ALL) -> None:
        self._threshold = threshold
        self._split = _SPLIT[score]
        self._known: list[Sequence[str]] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)

    def best(self, text: str) -> int:
        """Return the percentage of the best match of a text among those that were added; 0 where there is none."""
        parts = self._split(text)
        shortest, longest = len(parts) * self._threshold // 100, len(parts) * 100 // self._threshold
        counted: Counter[int] = Counter()
        left = _POSTINGS
        for key in sorted(_keys(parts), key=lambda key: len(self._places.get(key, ()))):
            places = self._places.get(key, [])
            if len(places) > left:
                break
            counted.update(places)
            left -= len(places)
        likely = (place for place, _ in counted.most_common() if shortest <= len(self._known[place]) <= longest)
        best = max((share(parts, self._known[place]) for place in islice(likely, _VERIFIED)), default=0)
        return best if best >= self._threshold else 0

    def add(self, text: str) -> None:
        """Take a text."""
        parts = self._split(text)
        for key in _keys(parts):
            self._places[key].append(len(self._known))
        self._known.append(parts)


def _keys(parts: Sequence[str]) -> set[str]:
    words = [part for part in parts if not part.isspace()]
    return {*words, *(f"{one} {other}" for one, other in pairwise(words))}
