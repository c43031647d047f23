"""What texts are about, by their words: a word in small letters comes in, the topics that it tells go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

_COMMENT, _MORE = "#", "-"
"""How a line begins that is none of the data, and how a word ends that may be longer."""
_BEGINNING = 3
"""Letters of the shortest beginning of a word."""
_KEPT = 1 << 10
NO_TOPICS: frozenset[str] = frozenset()
"""One for all words; Python makes an empty set anew each time, of 216 bytes."""


class Topics:
    """The words that tell each topic, whole or by their beginnings.

    :param lines: a topic a line, with its words: *kitchen TAB farine sauce- …*.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._whole: defaultdict[str, set[str]] = defaultdict(set)
        self._begins: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for line in lines:
            if line.startswith(_COMMENT):
                continue
            topic, words = line.split("\t")
            for word in words.split(" "):
                if word.endswith(_MORE):
                    self._begins[word[:_BEGINNING]].append((word.removesuffix(_MORE), topic))
                else:
                    self._whole[word].add(topic)
        self.of = lru_cache(maxsize=_KEPT)(self._find)

    def _find(self, word: str) -> frozenset[str]:
        begun = (topic for begin, topic in self._begins.get(word[:_BEGINNING], ()) if word.startswith(begin))
        return frozenset((*self._whole.get(word, ()), *begun)) or NO_TOPICS
