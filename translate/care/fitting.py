"""The words that attention gave to a pair of codes, fitted to what the pair holds in the source."""

from __future__ import annotations

from collections.abc import Callable, Set

import regex

from translate.text.late import late

_MARKS = frozenset(".,;:!?…%)]")
_QUOTES = frozenset('"“”«»‘’' + "'")
_WORD_BEFORE = late(r"([\p{L}\p{N}'’-]*[\p{L}\p{N}])[^\p{L}\p{N}]*\Z")
_WORD_BEHIND = late(r"([\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*)")
_FIRST_WORD = late(r"([\p{L}\p{N}'’-]+)(?:\s+|\Z)")
_LAST_WORD = late(r"(?<![\p{L}\p{N}'’-])([\p{L}\p{N}'’-]+)\Z")


Fit = Callable[[str, str, tuple[int, int], tuple[int, int]], tuple[int, int]]
"""What a pair holds in the source, a target, the characters that attention gave the pair there, and within which these
must stay come in; what it goes around goes out."""


def as_found(content: str, target: str, place: tuple[int, int], bounds: tuple[int, int]) -> tuple[int, int]:
    """Change nothing."""
    return place


def fitted(own: Set[str], other: Set[str]) -> Fit:
    """Return what leaves words at the ends out that the source has not there.

    Marks at the ends are within where they are in the source, and so are words that only hold others together; a word
    at least is left.

    :param own: function words of the source's language, small.
    :param other: linking words of the target's.
    """

    def fit(content: str, target: str, place: tuple[int, int], bounds: tuple[int, int]) -> tuple[int, int]:
        content = content.strip()
        start, stop = place
        while stop > start and target[stop - 1].isspace():
            stop -= 1
        if not content or start >= stop:
            return place
        if _has_word(content) and not _has_word(target[start:stop]):
            beside = _WORD_BEHIND.match(target, stop, bounds[1]) or _WORD_BEFORE.search(target, bounds[0], start)
            start, stop = beside.span(1) if beside else place
        while stop - 1 > start and target[stop - 1] in _MARKS | _QUOTES and not _ends_alike(content, target[stop - 1]):
            stop -= 1
        if content[-1] in _MARKS and stop < bounds[1] and target[stop] == content[-1]:
            stop += 1
        while start + 1 < stop and target[start] in _QUOTES and content[0] not in _QUOTES:
            start += 1
        return _without_linking_words(content, target, start, stop, own, other)

    return fit


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _ends_alike(content: str, mark: str) -> bool:
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
