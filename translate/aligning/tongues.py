"""Documents in two languages: their paragraphs come in, and which of the two each is in goes out.

What is plainly in one, by its function words, tells how the languages follow each other: in turn, in columns, one after
the other. Short paragraphs are decided by that, and by the few words that they have (Viterbi 1967).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from translate.alignment.lexicon import load_lexicon
from translate.alignment.shipped import has_lexicon
from translate.alignment.words import stemmer
from translate.languages import find_language
from translate.languages.identification import guess_language, is_plainly_in, telltale_words
from translate.text.protected.kept import without_kept
from translate.text.words import split_lowered

MIN_WORDS = 6
"""Words of a paragraph that may be plainly in a language."""
MIN_SHARE = 0.2
"""Share of its plain paragraphs in the other language, from which on a document is in both."""
_MIN_VOTES = 2
_MAX_OTHER = 0.5
"""Share of votes for the other language in a paragraph that is plainly in one."""
_MOST, _MARK, _PLAIN = 4.0, 2.0, 12.0
"""Nats that speak for a language: a word at most, a letter that only it has, that a paragraph is plainly so."""
_FUNCTION_WORD, _UNSEEN = 1e-3, 1e-6
"""Share of its words that a function word has at least, and one that was never seen."""
Labels = list[bool | None]
"""For each paragraph: whether it is in the second of two languages; None where nobody knows."""


class Tongues:
    """Two languages that the paragraphs of a document may be in."""

    def __init__(self, first: str, second: str) -> None:
        self._languages = find_language(first), find_language(second)
        self._stems = [stemmer(language) for language in self._languages]

    def plain(self, texts: Sequence[str]) -> Labels:
        """Return the language of the paragraphs that are plainly in one of the two."""
        return [self._plain(text) for text in texts]

    def foreign(self, texts: Sequence[str], others: frozenset[str]) -> set[int]:
        """Return the places of the paragraphs of a document in the first language that are in the second one.

        Where few are, they are the quotations of a text that keeps them: only what is plain counts, and what its
        translation has too is left.

        :param others: the paragraphs of the translation.
        """
        plain = self.plain(texts)
        found = {place for place, is_second in enumerate(plain) if is_second}
        if len(found) < MIN_SHARE * sum(label is not None for label in plain):
            return {place for place in found if texts[place] not in others}
        return {place for place, is_second in enumerate(self.all(texts)) if is_second} if found else found

    def all(self, texts: Sequence[str]) -> list[bool]:
        """Return for each paragraph whether it is in the second language."""
        plain = self.plain(texts)
        turns = [a != b for a, b in pairwise(plain) if a is not None and b is not None]
        turn = (sum(turns) + 1) / (len(turns) + 2)
        stay, change = math.log(1 - turn), math.log(turn)
        scores = [0.0, 0.0]
        paths: list[tuple[int, int]] = []
        for text, label in zip(texts, plain, strict=True):
            odds = self._odds(text) if label is None else _PLAIN * (1 if label else -1)
            first = (scores[0] + stay, scores[1] + change)
            second = (scores[0] + change, scores[1] + stay)
            paths.append((int(first[1] > first[0]), int(second[1] > second[0])))
            scores = [max(first) - odds / 2, max(second) + odds / 2]
        return _trace(paths, scores)

    def _plain(self, text: str) -> bool | None:
        if len(split_lowered(text)) < MIN_WORDS:
            return None
        guess = guess_language(text, minimum_votes=_MIN_VOTES)
        codes = [language.code for language in self._languages]
        if guess.language not in codes:
            return None
        is_second = guess.language == codes[1]
        if guess.share(codes[not is_second]) > _MAX_OTHER:
            return None
        # « Madame de la Tour » is a name in any language, so words that stand in names do not do.
        one, other = codes[is_second], codes[not is_second]
        is_plain = not telltale_words(one, beside=other) or is_plainly_in(one, text, beside=other, minimum_words=1)
        return is_second if is_plain else None

    def _odds(self, text: str) -> float:
        """Return how much the words of a paragraph speak for the second language and not for the first, in nats."""
        odds = 0.0
        for word in split_lowered(without_kept(text)):
            odds += _MARK * (any(map(self._marks[1].__contains__, word)) - any(map(self._marks[0].__contains__, word)))
            odds += self._ratio(word)
        return odds

    def _ratio(self, word: str) -> float:
        shares = [
            max(known.get(stem(word), 0.0), _FUNCTION_WORD if word in language.function_words else _UNSEEN)
            for language, stem, known in zip(self._languages, self._stems, self._shares, strict=True)
        ]
        return max(-_MOST, min(_MOST, math.log(shares[1] / shares[0])))

    @cached_property
    def _shares(self) -> tuple[dict[str, float], dict[str, float]]:
        """For each language its stems, and what share of all words each is; nothing where there is no lexicon."""
        codes = [language.code for language in self._languages]
        is_turned = has_lexicon(codes[1], codes[0])
        lexicon = load_lexicon(*(codes[::-1] if is_turned else codes))
        source = dict(zip(lexicon.source_terms, lexicon.source_shares.tolist(), strict=True))
        target = dict(zip(lexicon.target_terms, lexicon.target_shares.tolist(), strict=True))
        return (target, source) if is_turned else (source, target)

    @cached_property
    def _marks(self) -> tuple[frozenset[str], frozenset[str]]:
        """The letters that only the first and only the second language has."""
        one, other = (frozenset(language.letters) for language in self._languages)
        return one - other, other - one


def _trace(paths: Sequence[tuple[int, int]], scores: Sequence[float]) -> list[bool]:
    now = int(scores[1] > scores[0])
    labels: list[bool] = []
    for path in reversed(paths):
        labels.append(bool(now))
        now = path[now]
    return labels[::-1]
