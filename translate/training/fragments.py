"""Fragments: a phrase cut out of a sentence and its translation, so that a heading or a single word is nothing new.

A phrase and its translation are runs of words that translate each other and nothing outside (Koehn, Och & Marcu 2003,
*Statistical phrase-based translation*). Words are linked one to one, the most certain first (Melamed 2000, *Models of
translational equivalence*), by the lexicon that alignment uses.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from translate.alignment.lexicon import Lexicon
from translate.alignment.words import stemmer
from translate.languages import find_language
from translate.languages.identification import is_function_word
from translate.text.words import iter_words
from translate.training.sources import Pair

LONGEST = 5
"""Words of the longest fragment, on either side."""
MOST = 3
"""How often the same fragment is cut, however many sentences have it."""
LEAST_PROBABLE = 0.02
"""Of a link: both probabilities multiplied."""
SURE = 0.05
"""Least mean of those of a fragment that is learnt from by itself."""
_HEADED = 0.5
"""Chance of a fragment to get a capital, as a heading has."""
_JOINT = re.compile(r"[ \u00a0\u202f]|['’-]")


class Fragments:
    """Cuts fragments. It remembers them, so that none is cut too often.

    :param translations: of a source stem: target stems, and how probable that the two translate each other.
    :param sure: least mean of those of a fragment.
    """

    def __init__(
        self,
        translations: Mapping[str, Mapping[str, float]],
        source_language: str,
        target_language: str,
        *,
        sure: float = SURE,
    ) -> None:
        self._translations, self._sure = translations, sure
        source, target = find_language(source_language), find_language(target_language)
        self._stem, self._other_stem = stemmer(source), stemmer(target)
        self._determiners = source.determiners
        self._cut: Counter[Pair] = Counter()

    def cut(self, pair: Pair, rng: random.Random) -> Pair | None:
        """Return a fragment of `pair`, drawn from all that it has; None where it has none, or one cut often enough."""
        found = list(self.iter_fragments(pair))
        if not found:
            return None
        fragment = rng.choice(found)
        self._cut[fragment] += 1
        if self._cut[fragment] > MOST:
            return None
        if rng.random() < _HEADED:
            return Pair(_headed(fragment.source), _headed(fragment.target))
        return fragment

    def iter_fragments(self, pair: Pair) -> Iterator[Pair]:
        """Yield the phrases of `pair`: from a content word after an article or at the beginning to a content word."""
        source, target = list(iter_words(pair.source)), list(iter_words(pair.target))
        is_small = [is_function_word(word[0].lower()) for word in source]
        may_be_inside = [is_function_word(word[0].lower()) for word in target]
        links = self._link(
            {one: word[0] for one, word in enumerate(source) if not is_small[one]},
            {two: word[0] for two, word in enumerate(target) if not may_be_inside[two]},
            len(target) / max(1, len(source)),
        )
        linked_to = {two: one for one, (two, _) in links.items()}
        for first in range(len(source)):
            if first not in links or (first and not self._opens(source[first - 1][0])):
                continue
            for last in range(first, min(first + LONGEST, len(source))):
                is_joint = last == first or _JOINT.fullmatch(pair.source, source[last - 1].end(), source[last].start())
                if not is_joint or (last not in links and not is_small[last]):
                    break
                if is_small[last]:
                    continue
                inside = [links[one] for one in range(first, last + 1) if one in links]
                begin, end = min(two for two, _ in inside), max(two for two, _ in inside)
                if sum(probable for _, probable in inside) < self._sure * len(inside) or end - begin >= LONGEST:
                    continue
                words = range(begin, end + 1)
                is_whole = all(
                    first <= linked_to[two] <= last if two in linked_to else may_be_inside[two] for two in words
                )
                gaps = [(target[two].end(), target[two + 1].start()) for two in words[:-1]]
                if is_whole and all(_JOINT.fullmatch(pair.target, *gap) for gap in gaps):
                    yield Pair(
                        pair.source[source[first].start() : source[last].end()],
                        pair.target[target[begin].start() : target[end].end()],
                    )

    def _link(self, source: Mapping[int, str], target: Mapping[int, str], slope: float) -> dict[int, tuple[int, float]]:
        """Return, by the number of a source word, that of its translation and how probable the two are."""
        places: dict[str, list[int]] = {}
        for number, word in target.items():
            places.setdefault(self._other_stem(word), []).append(number)
        found = [
            (-probable, abs(one * slope - two), one, two)
            for one, word in source.items()
            for term, probable in self._translations.get(self._stem(word), {}).items()
            for two in places.get(term, ())
        ]
        links: dict[int, tuple[int, float]] = {}
        taken: set[int] = set()
        for negative, _, one, two in sorted(found):
            if one not in links and two not in taken:
                links[one] = (two, -negative)
                taken.add(two)
        return links

    def _opens(self, word: str) -> bool:
        """Tell whether a fragment may begin after `word`; in a language of unknown determiners, after any."""
        return not self._determiners or word.lower() in self._determiners


def join_directions(lexicon: Lexicon) -> dict[str, dict[str, float]]:
    """Return, by source term, the target terms of a lexicon with p(target | source) × p(source | target)."""
    backward = lexicon.backward
    probable_back: dict[tuple[int, int], float] = {}
    for target in range(len(lexicon.target_terms)):
        for place in range(backward.starts[target], backward.starts[target + 1]):
            probable_back[int(backward.columns[place]), target] = float(backward.values[place])
    translations: dict[str, dict[str, float]] = {}
    for source, term in enumerate(lexicon.source_terms):
        for place in range(lexicon.forward.starts[source], lexicon.forward.starts[source + 1]):
            target = int(lexicon.forward.columns[place])
            probable = float(lexicon.forward.values[place]) * probable_back.get((source, target), 0.0)
            if probable >= LEAST_PROBABLE:
                translations.setdefault(term, {})[lexicon.target_terms[target]] = probable
    return translations


def _headed(text: str) -> str:
    return text[0].upper() + text[1:]
