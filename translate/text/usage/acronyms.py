"""Acronyms of a text that another text says nothing of: both come in, the lost ones go out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from translate.text.late import late
from translate.text.words import split_words

_SHORTEST, _LONGEST = 3, 6
"""Letters of an acronym that is missed; two stand for too many things, and many are a word in capitals."""
_ACRONYM = late(rf"(?<![\w@#./-])\p{{Lu}}[\p{{Lu}}\d]{{1,{_LONGEST - 1}}}(?<!\d)(?![\w@/]|-\d|\.\w)")
_ROMAN = late("[IVXLCDM]+")
_SHORT = 3
"""Letters of a word that may have none in the acronym: *of*, *the*."""


def find_acronyms(text: str) -> list[str]:
    """Return the acronyms of a text, each once, in order; Roman numerals are none."""
    return [word for word in dict.fromkeys(_ACRONYM.findall(text)) if not _ROMAN.fullmatch(word)]


def find_lost_acronyms(source: str, target: str, stays: Callable[[str], bool]) -> list[str]:
    """Return the acronyms of `source` for which `target` has neither themselves nor anything that may stand for them.

    That is the same letters in another order (OTAN, *NATO*), an acronym that the source has not (PDG, *CEO*), or words
    that begin with the letters, in any order.

    :param stays: tells whether a word may be its own translation; an acronym that may not is not looked for.
    """
    acronyms = find_acronyms(source)
    if not acronyms or source.isupper():
        return []
    small = target.casefold()
    missing = [word for word in acronyms if len(word) >= _SHORTEST and word.casefold() not in small]
    if not missing or any(word not in source for word in find_acronyms(target)):
        return []
    beginnings = list(_iter_beginnings(target))
    return [
        word
        for word in missing
        if not any(sorted(word) == sorted(text[at : at + len(word)]) for text in beginnings for at in range(len(text)))
        and stays(word.lower())
    ]


def _iter_beginnings(text: str) -> Iterator[str]:
    """Yield the letters that the words of a text begin with: of all, and of those that are not short."""
    words = split_words(text)
    yield "".join(word[0].upper() for word in words)
    yield "".join(word[0].upper() for word in words if len(word) > _SHORT)
