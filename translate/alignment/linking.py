"""Links between the words of two texts: content words of a source, and what renders them in its target."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from translate.alignment.answers import Answers, beginning_of
from translate.alignment.words import stemmer
from translate.languages import Language
from translate.records import dataclass
from translate.text.late import late_plain

_WORD = late_plain(r"[^\W\d_]+|\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
_NO_DIGIT = late_plain(r"\D+")
_SHORTEST_WORD = 3
_WORDS_KEPT = 1 << 12
_UNMET, _UNMET_NAME, _UNMET_NUMBER = 0.8, 0.95, 0.9
"""Rate of words that nobody met: most are names, and stay."""
_MOST_RATE = 0.98


class Token(NamedTuple):
    """A word or number at characters [start, end), and the term that it is an instance of."""

    start: int
    end: int
    term: str
    evidence: float
    """Negative logarithm of how often such a word stands without an answer; 0 for function words."""


class Word(NamedTuple):
    """What a reader knows of a word, wherever it stands."""

    term: str
    evidence: float
    """See `Token`."""
    beginning: str
    """See `beginning_of`."""


class _Split(NamedTuple):
    """The text of a question, what is left of it without asides, and its words and numbers as written."""

    asked: str
    text: str
    written: list[str]


class Reader:
    """Parts texts of one language into words; what it found of a word it remembers."""

    def __init__(self, language: Language, rate_of: Callable[[str], float | None]) -> None:
        self._stem, self._functions, self._rate_of = stemmer(language), language.function_words, rate_of
        asides = rf"\b(?:{'|'.join(language.asides)})\b"
        self._aside = late_plain(asides) if language.asides else None
        """Of small letters, which takes half the time of any case."""
        self._asides = late_plain(asides, re.IGNORECASE) if language.asides else None
        self._known: dict[str, Word] = {}
        self._latest = _Split("", "", [])

    def words(self, text: str) -> list[Word]:
        """Return the words and numbers of a text, in order."""
        split = self._split(text)
        written = split.written
        if written and split.text.startswith(written[0]):
            written = [written[0].lower(), *written[1:]]  # no name, for all that its capital tells
        known = list(map(self._known.get, written))
        if all(known):
            return cast("list[Word]", known)
        return [word or self._read(form) for word, form in zip(known, written, strict=True)]

    def count(self, text: str) -> int:
        """Return how many words and numbers a text has."""
        return len(self._split(text).written)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return the characters [start, end) of those words and numbers."""
        split = self._split(text)
        find, end = split.text.index, 0
        places = []
        for word in split.written:  # no letter and no figure stands between two of them
            start = find(word, end)
            end = start + len(word)
            places.append((start, end))
        return places

    def _split(self, text: str) -> _Split:
        found = self._latest
        if found.asked != text:
            left = self._without_asides(text)
            found = self._latest = _Split(text, left, _WORD.findall(left))
        return found

    def tokens(self, text: str) -> list[Token]:
        """Return the words and numbers of a text with their places."""
        pairs = zip(self.places(text), self.words(text), strict=True)
        return [Token(start, end, word.term, word.evidence) for (start, end), word in pairs]

    def _without_asides(self, text: str) -> str:
        """Return a text of the same length, so that places stay."""
        if self._aside is None or self._asides is None or self._aside.search(text.lower()) is None:
            return text
        return self._asides.sub(lambda match: " " * len(match[0]), text)

    def _read(self, word: str) -> Word:
        if word[0].isdecimal():
            term, unmet = _figures(word), _UNMET_NUMBER
        else:
            term, unmet = self._stem(word), _UNMET_NAME if word[0].isupper() else _UNMET
        evidence = 0.0
        if word[0].isdecimal() or (len(word) >= _SHORTEST_WORD and word.lower() not in self._functions):
            rate = self._rate_of(term)
            evidence = -math.log(1.0 - min(unmet if rate is None else rate, _MOST_RATE))
        if len(self._known) >= _WORDS_KEPT:
            self._known.clear()
        found = self._known[word] = Word(term, evidence, beginning_of(term))
        return found


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a run should be: between the words `first` and `last` of the target, whose links are `left` and `right`."""

    left: int
    right: int
    first: int
    last: int
    is_crossed: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """Two texts with their links: by the number of a source word, that of its target word."""

    source: str
    target: str
    ours: Sequence[Token]
    theirs: Sequence[Token]
    links: Mapping[int, int]
    shared: Mapping[int, int]
    """Links of source words to target words that have one already."""
    free: Mapping[int, float]
    """Evidence of the target words that answer nothing."""

    def linked_before(self, number: int) -> int:
        return next((n for n in range(number - 1, -1, -1) if n in self.links), -1)

    def linked_after(self, number: int) -> int:
        return next((n for n in range(number + 1, len(self.ours)) if n in self.links), len(self.ours))

    def gap(self, left: int, right: int) -> Gap:
        one, other = self.links.get(left, -1), self.links.get(right, len(self.theirs))
        return Gap(left, right, min(one, other), max(one, other), is_crossed=one > other)


def _figures(number: str) -> str:
    return _NO_DIGIT.sub("", number).lstrip("0") or "0"


def terms_in(text: str, language: Language) -> list[str]:
    """Return the terms of a text in order: stems of words, and figures."""
    stem = stemmer(language)
    return [stem(word) if word[0].isalpha() else _figures(word) for word in _WORD.findall(text)]


def link(source: str, target: str, ours: Sequence[Token], theirs: Sequence[Token], answers: Answers) -> Linked:
    """Link each content word of a source to the nearest word of its target that may render it."""
    by_term: dict[str, list[int]] = {}
    by_beginning: dict[str, list[int]] = {}
    for place, token in enumerate(theirs):
        by_term.setdefault(token.term, []).append(place)
        if begins := beginning_of(token.term):
            by_beginning.setdefault(begins, []).append(place)
    distances: list[tuple[float, int, int]] = []
    lengths = max(1, len(ours)), max(1, len(theirs))
    for number, token in enumerate(ours):
        if token.evidence:
            places = {p for term in answers.of(token.term) & by_term.keys() for p in by_term[term]}
            places.update(by_term.get(token.term, ()), by_beginning.get(beginning_of(token.term), ()))
            distances += [(abs(number / lengths[0] - place / lengths[1]), number, place) for place in places]
    links, shared = _nearest(sorted(distances))
    answering = _find_answering(ours, theirs, set(links.values()), answers)
    free = {p: t.evidence for p, t in enumerate(theirs) if t.evidence and p not in answering}
    return Linked(source, target, ours, theirs, links, shared, free)


def _nearest(distances: Iterable[tuple[float, int, int]]) -> tuple[dict[int, int], dict[int, int]]:
    """Return one link a word, the nearest first, and then those of words whose target words are all taken."""
    links: dict[int, int] = {}
    shared: dict[int, int] = {}
    taken: set[int] = set()
    left = []
    for distance, number, place in distances:
        if number not in links and place not in taken:
            links[number] = place
            taken.add(place)
        else:
            left.append((distance, number, place))
    for _, number, place in left:
        if number not in links:
            shared.setdefault(number, place)
    return links, shared


def _find_answering(ours: Sequence[Token], theirs: Sequence[Token], linked: set[int], answers: Answers) -> set[int]:
    """Return the places of target words that answer something in the source, with a link or without."""
    terms = {token.term for token in ours}
    begun = {beginning_of(term) for term in terms} - {""}
    expected = terms.union(*map(answers.of, terms))
    return linked | {p for p, t in enumerate(theirs) if t.term in expected or beginning_of(t.term) in begun}
