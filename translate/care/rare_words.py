"""Rare words of a source, in phrases where they are in one: a request comes in, where they stand and what they may be
goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translate.alignment.dictionary import Dictionary, Found
from translate.care.base import Request
from translate.care.casing import Case
from translate.languages import Language
from translate.text.late import late_plain
from translate.text.words import split_words

SHORTEST = 4
"""Letters of the shortest word that is looked up."""
WORD = late_plain(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_PHRASE = 5
"""Words of the longest phrase, articles that lost their vowel among them."""


class Rarity(NamedTuple):
    """A rare word or phrase at characters [start, end) of a source, and what it may be."""

    start: int
    end: int
    found: tuple[Found, ...]


class RareWords:
    """Finds the rare words of a language."""

    def __init__(self, dictionary: Dictionary, source: Language) -> None:
        self._dictionary, self._source = dictionary, source

    def find(self, request: Request) -> Iterator[Rarity]:
        """Yield the rare words of a request, in phrases where they are in one that the dictionary has."""
        text = request.text
        words = list(WORD.finditer(text))
        end = 0
        for number, word in enumerate(words):
            if word.start() < end or not self._is_rare(word, request):
                continue
            rarity = self._phrase_at(words, number, text) or _rarity(word, self._dictionary.find(word[0].lower()))
            if rarity and rarity.start >= end:
                end = rarity.end
                yield rarity

    def _is_rare(self, word: re.Match[str], request: Request) -> bool:
        small = word[0].lower()
        if len(small) < SHORTEST or small in self._source.names.first_names or self._dictionary.knows_well(small):
            return False
        is_name = word[0] != small and request.case is Case.PLAIN and bool(request.text[: word.start()].strip('«“"( '))
        return not is_name and not any(mask.placeholder == word[0] for mask in request.shielded.masks)

    def _phrase_at(self, words: Sequence[re.Match[str]], number: int, text: str) -> Rarity | None:
        """Return the longest phrase of the dictionary that has the word of that number."""
        small = self._source.function_words | self._source.determiners
        for length in range(_LONGEST_PHRASE, 1, -1):
            for first in range(max(0, number - length + 1), min(number, len(words) - length) + 1):
                start, end = words[first].start(), words[first + length - 1].end()
                if not small.isdisjoint((words[first][0], words[first + length - 1][0])):
                    continue
                if not all(map(_ties, text[start:end].replace("-", ""))):
                    continue
                some = [text[a.start() : a.end()].lower() for a in words[first : first + length]]
                some = [one + "'" if text[a.end() : a.end() + 1] in ("'", "’") else one
                        for one, a in zip(some, words[first : first + length], strict=True)]  # fmt: skip
                if found := self._dictionary.phrase(some):
                    return Rarity(start, end, found)
        return None


def _ties(character: str) -> bool:
    return character.isalpha() or character in " '’\u00a0"


def _rarity(word: re.Match[str], found: tuple[Found, ...]) -> Rarity | None:
    return Rarity(word.start(), word.end(), found) if found else None


def equivalents_of(rarity: Rarity) -> list[str]:
    return list(dict.fromkeys(said for found in rarity.found for said in found.entry.english))


def best_of(rarity: Rarity, text: str, source: Language) -> Found:
    """Return the entry that a word most probably is, by what stands beside it: a noun or a verb."""
    before, behind = split_words(text[: rarity.start].lower())[-1:], split_words(text[rarity.end :].lower())[:1]
    if not source.determiners.isdisjoint(before):
        kind = "n"
    else:
        is_verb = not source.function_words.isdisjoint(before) or not source.determiners.isdisjoint(behind)
        kind = "v" if is_verb else ""
    return next((found for found in rarity.found if found.entry.kind == kind), rarity.found[0])
