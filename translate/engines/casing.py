"""Capitals: which sources shout, and how a target gets their case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import regex

_WORD = regex.compile(r"\p{L}+")
_JOINED = regex.compile(r"\p{L}+(?:-\p{L}+)*")
_MIN_LETTERS = 6
_MIN_SHARE = 0.85
_MIN_TITLE_WORDS = 4
_MIN_LENGTH = 4
"""Letters of the longest word of what shouts, and of the words that tell a title."""


def is_shouting(text: str) -> bool:
    """Tell whether a text is written in capitals, and is more than an acronym or two."""
    letters = sum(map(str.isalpha, text))
    if letters < _MIN_LETTERS or sum(map(str.isupper, text)) < _MIN_SHARE * letters:
        return False
    return max(map(len, _WORD.findall(text))) >= _MIN_LENGTH


@lru_cache(maxsize=8)
def is_titled(text: str) -> bool:
    """Tell whether nearly every word of a text begins with a capital."""
    words = [word for word in _WORD.findall(text) if len(word) >= _MIN_LENGTH]
    return len(words) >= _MIN_TITLE_WORDS and sum(word[0].isupper() for word in words) >= _MIN_SHARE * len(words)


def lower(text: str, spared: Sequence[str] = (), is_name: Callable[[str], bool] = lambda word: False) -> str:
    """Return `text` in small letters, of the same length, but for its first and those that begin names.

    :param spared: strings that stay as they are.
    :param is_name: tells names; in `SAINT-MALO` each word is one if one is.
    """
    lowered = _change(text, spared, str.lower, keep_first=True)
    for match in _JOINED.finditer(text):
        words = list(_WORD.finditer(match[0]))
        if lowered[match.start() : match.end()] != match[0] and any(is_name(word[0]) for word in words):
            for word in words:
                place = match.start() + word.start()
                lowered = lowered[:place] + text[place] + lowered[place + 1 :]
    return lowered


def shout(text: str, spared: Sequence[str] = ()) -> str:
    """Return `text` in capitals, of the same length; strings in `spared` stay as they are."""
    return _change(text, spared, str.upper, keep_first=False)


def _change(text: str, spared: Sequence[str], change: Callable[[str], str], *, keep_first: bool) -> str:
    held = [False] * len(text)
    for string in spared:
        start = text.find(string)
        if start >= 0:
            held[start : start + len(string)] = [True] * len(string)
    out: list[str] = []
    for character, stays in zip(text, held, strict=True):
        changed = change(character)
        if stays or len(changed) != 1:
            out.append(character)
        elif keep_first and character.isalpha():
            out.append(character)
            keep_first = False
        else:
            out.append(changed)
    return "".join(out)
