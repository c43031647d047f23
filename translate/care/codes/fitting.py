"""The words that attention gave to a pair of codes, fitted to what the pair holds in the source."""

from __future__ import annotations

from collections.abc import Set

import regex

from translate.languages import UNDETERMINED, Language
from translate.records import dataclass
from translate.text.late import late

_MARKS = frozenset(".,;:!?…%)]")
_QUOTES = frozenset('"“”«»‘’' + "'")
_WORD_BEFORE = late(r"([\p{L}\p{N}'’-]*[\p{L}\p{N}])[^\p{L}\p{N}]*\Z")
_WORD_BEHIND = late(r"([\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*)")
_WORDS = late(r"\p{L}+|\p{N}+")
_FIRST_WORD = late(r"([\p{L}\p{N}'’-]+)(?:\s+|\Z)")
_LAST_WORD = late(r"(?<![\p{L}\p{N}'’-])([\p{L}\p{N}'’-]+)\Z")


@dataclass(frozen=True, slots=True)
class Fitting:
    """Fits pairs of codes of one language to targets in another, by the words that only hold others together."""

    source: Language = UNDETERMINED
    target: Language = UNDETERMINED

    def fit(self, content: str, text: str, place: tuple[int, int], bounds: tuple[int, int]) -> tuple[int, int]:
        """Return the characters for a pair that holds `content`, of those that attention gave it, `place`.

        Marks at the ends are within where they are in the source, and so are words that only hold others together; a
        determiner comes in, a word at least is left.

        :param bounds: within which characters of `text` the pair must stay.
        """
        content = content.strip()
        start, stop = place
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if not content or start >= stop:
            return place
        if _has_word(content) and not _has_word(text[start:stop]):
            beside = _WORD_BEHIND.match(text, stop, bounds[1]) or _WORD_BEFORE.search(text, bounds[0], start)
            start, stop = beside.span(1) if beside else place
        while stop - 1 > start and text[stop - 1] in _MARKS | _QUOTES and not _ends_alike(content, text[stop - 1]):
            stop -= 1
        if content[-1] in _MARKS and stop < bounds[1] and text[stop] == content[-1]:
            stop += 1
        while start + 1 < stop and text[start] in _QUOTES and content[0] not in _QUOTES:
            start += 1
        start, stop = _without_linking_words(
            content, text, start, stop, self.source.function_words, self.target.linking_words
        )
        first = _FIRST_WORD.match(content)
        before = _LAST_WORD.search(text, bounds[0], len(text[:start].rstrip()))
        is_determined = first and _determiner(first[1]) in self.source.determiners
        if is_determined and before and before[1].lower() in self.target.determiners and before.end() < start:
            start = before.start()
        return start, stop

    def begins_small(self, content: str, word: str) -> bool:
        """Tell whether what a pair holds begins with a word that only holds others together, and `word` is one too."""
        first = _WORDS.match(content.lower().lstrip())
        is_small = first is not None and first[0] in self.source.function_words
        return is_small and word.strip().lower() in self.target.linking_words

    def is_hollow(self, content: str, words: str) -> bool:
        """Tell whether words of the target only hold others together, where those of the source say something."""
        has_sense = any(word not in self.source.function_words for word in _WORDS.findall(content.lower()))
        return has_sense and self.is_linking(words)

    def is_linking(self, words: str) -> bool:
        """Tell whether words of the target all only hold others together."""
        return all(word in self.target.linking_words for word in _WORDS.findall(words.lower()))


def _determiner(word: str) -> str:
    return regex.split("['’]", word.lower(), maxsplit=1)[0]


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _ends_alike(content: str, mark: str) -> bool:
    if mark == "%" and content[-1].isalpha():
        return True  # it is a word in the source
    return content[-1] in _QUOTES if mark in _QUOTES else content[-1] in _MARKS | _QUOTES


def _without_linking_words(
    content: str, target: str, start: int, stop: int, own: Set[str], other: Set[str]
) -> tuple[int, int]:
    if not any(word.lower() not in other for word in regex.findall(r"[\p{L}\p{N}]+", target[start:stop])):
        return start, stop
    first, last = _FIRST_WORD.match(content), _LAST_WORD.search(content)
    if first and first[1].lower() not in own and "'" not in first[1] and "’" not in first[1]:
        while (match := _FIRST_WORD.match(target, start, stop)) and match[1].lower() in other and match.end() < stop:
            start = match.end()
    if last and last[1].lower() not in own:
        while (match := _LAST_WORD.search(target, start, stop)) and match[1].lower() in other and match.start() > start:
            stop = match.start()
            while target[stop - 1].isspace():
                stop -= 1
    return start, stop
