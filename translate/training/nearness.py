"""Nearness: how much the words of a text are those of a wanted kind of text.

After Moore & Lewis 2010, *Intelligent selection of language model training data*, with words alone in the place of
language models: of a few thousand lines one learns which words a kind of text prefers, not how it joins them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+|\d")
_LEAST, _MOST = -1.0, 3.0
"""Bounds of the odds of one word, so that none decides alone."""
_RARE_ODDS = 0.3
"""Of a word too rare to judge: a name is rather news than procedure."""
_RARE = 8
_WANTED_WEIGHT = 5
"""An occurrence in the wanted text, which is small, counts for so many of the other's where rarity is judged."""
_PRIOR = 0.5
"""Share of the wanted counts that is taken from the general text, so that a word not met is not impossible."""
_DAMPING = 2
"""Words of no odds that are added to each text, so that one of two words does not come first."""


class Nearness:
    """Scores texts by the log odds of their words between a wanted text and a general one."""

    def __init__(self, wanted: Iterable[str], general: Iterable[str]) -> None:
        """:param wanted: lines of the kind that is looked for.
        :param general: lines of the source to choose from.
        """
        there, here = _counts(wanted), _counts(general)
        of_wanted, of_general = there.total(), here.total()
        self._odds: dict[str, float] = {}
        for word in here.keys() | there.keys():
            if here[word] + _WANTED_WEIGHT * there[word] >= _RARE:
                share = (here[word] + 1) / (of_general + 1)
                expected = (there[word] + _PRIOR * of_wanted * share) / ((1 + _PRIOR) * max(1, of_wanted))
                odds = math.log(expected / share) if expected else _LEAST
                self._odds[word] = min(_MOST, max(_LEAST, odds))

    def score(self, text: str) -> float:
        """Return the mean log odds of the words of `text`, in nats; the higher, the nearer."""
        words = _WORD.findall(text.lower())
        return sum(self._odds.get(word, _RARE_ODDS) for word in words) / (len(words) + _DAMPING)


def graded(scores: Sequence[float], ratio: float) -> list[float]:
    """Return a factor for each score, 1 in the mean, that rises with its rank; of equal ones the earlier is higher.

    :param ratio: of the mean factor of the highest tenth to that of the lowest.
    """
    count = len(scores)
    ranked = sorted(range(count), key=lambda place: (scores[place], -place))
    steepness = math.log(ratio) / 0.9  # from the middle of one tenth to that of the other
    factors = [0.0] * count
    for rank, place in enumerate(ranked):
        factors[place] = math.exp(steepness * (rank + 0.5) / count)
    mean = sum(factors) / max(1, count)
    return [factor / mean for factor in factors]


def _counts(texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WORD.findall(text.lower()))
    return counts
