"""Single words of a short source that its target has nothing for: two texts come in, the words go out.

A translator says many a word in another way. So a word counts as lost only where the target has fewer words that answer
nothing than the source has words without an answer: then nothing is left there that could stand for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from translate.alignment.coverage import Coverage
from translate.alignment.dictionary import VERB, Dictionary, Found
from translate.alignment.linking import Linked, Token
from translate.alignment.omissions import Answering
from translate.records import dataclass
from translate.text.words import iter_words

LEAST = 1.0
"""Evidence from which a word is looked at: that of one which two human translations of three answer."""
STATED, _LEAST_STATED = 1.3, 0.8
"""Evidence of a verb where nothing is left in the target that could stand for it, and from which it is looked at."""
_ADJECTIVE = "adj"
_MOST_WORDS = 12
"""Of either side. In a longer text some word always answers nothing."""
_LONGEST_PHRASE = 4
_TELLING = 0.1
"""Evidence of a target word that may stand for one of the source: below, nine of ten answer nothing, as *out* does."""


@dataclass(frozen=True, slots=True)
class LostWord:
    """Characters [start, end) of a source, and the evidence: from 0, the surer that a translation answers the word."""

    start: int
    end: int
    evidence: float


class LostWords:
    """Finds lost words in pairs of texts of two languages."""

    def __init__(self, answering: Answering, coverage: Coverage, dictionary: Dictionary) -> None:
        self._answering, self._coverage, self._dictionary = answering, coverage, dictionary

    def is_answered(self, word: str, target: str) -> bool:
        """Tell whether a word of the source's language has an answer in a target."""
        pair = self._answering.pair(word, target, _MOST_WORDS * _MOST_WORDS)
        return pair is not None and bool(pair.links or pair.shared)

    def find(self, source: str, target: str) -> list[LostWord]:
        """Return the lost words in order; names, numbers and function words are not looked at."""
        pair = self._answering.pair(source, target, _MOST_WORDS)
        if pair is None:
            return []
        unanswered = [
            token
            for number, token in enumerate(pair.ours)
            if token.evidence and number not in pair.links and number not in pair.shared and not token.term.isdecimal()
        ]
        free = [place for place, evidence in pair.free.items() if evidence >= _TELLING]
        if len(unanswered) <= sum(not pair.theirs[place].term.isdecimal() for place in free):
            return []
        unanswered = [token if pair.free else self._as_stated(token, pair) for token in unanswered]
        sure = [token for token in unanswered if token.evidence >= LEAST and not _is_name(token, pair)]
        if not sure:
            return []
        said = self._find_said(source, target)
        return [
            LostWord(token.start, token.end, token.evidence)
            for token in sure
            if not any(start <= token.start and token.end <= end for start, end in said)
            and not self._coverage.is_rendered(word := source[token.start : token.end].lower(), target)
            and not self._is_meant(word, target)
        ]

    def _as_stated(self, token: Token, pair: Linked) -> Token:
        """Return a verb behind what it is said of with the evidence that all of the target answers other words:
        « mise à jour interrompue » of *Update to*.

        Its term may be that of others too, which translators answer less often, « interrogée ».
        """
        before = next((one for one in pair.ours if one.end + 1 == token.start), None)
        is_stated = before is not None and before.evidence > 0 and _LEAST_STATED <= token.evidence < STATED
        word = pair.source[token.start : token.end]
        if not is_stated or not word.islower():
            return token
        found = self._dictionary.find(word)
        is_verb = any(one.entry.kind == VERB and one.is_inflected for one in found)
        is_verb &= all(one.entry.kind in (VERB, _ADJECTIVE) for one in found)
        return token._replace(evidence=STATED) if is_verb else token

    def _is_meant(self, word: str, target: str) -> bool:
        """Tell whether a target has a word in one of its senses: *term* for « trimestre »."""
        senses = self._dictionary.senses
        lemmas = (word, *(one.text for one in self._dictionary.lemmas_of(word)))
        known = (sense for lemma in lemmas if lemma in senses for sense in senses[lemma])
        return any(self._coverage.has_equivalent(one, target) for sense in known for one in sense.entry.english)

    def _find_said(self, source: str, target: str) -> list[tuple[int, int]]:
        """Return where phrases of the dictionary stand of whose equivalents the target has one."""
        places = [(match.start(), match.end()) for match in iter_words(source)]
        words = [source[start:end].lower() for start, end in places]
        return [
            (places[first][0], places[last - 1][1])
            for first, last in _iter_phrases(words)
            if any(
                self._coverage.has_equivalent(one, target)
                for found in self._look_up(source[places[first][0] : places[last - 1][1]].lower(), words[first:last])
                for one in found.entry.english
            )
        ]

    def _look_up(self, written: str, words: Sequence[str]) -> tuple[Found, ...]:
        """Return what the dictionary has for words beside each other, as one with hyphens too: « pare-chocs »."""
        joined = self._dictionary.find(written) if "-" in written and " " not in written else ()
        return (*self._dictionary.phrase(words), *joined)


def _is_name(token: Token, pair: Linked) -> bool:
    return token.start > 0 and pair.source[token.start].isupper()


def _iter_phrases(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    for first, length in product(range(len(words)), range(2, _LONGEST_PHRASE + 1)):
        if first + length <= len(words):
            yield first, first + length
