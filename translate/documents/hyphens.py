"""Words parted at the ends of lines: two lines come in, one goes out, with the hyphen where it is the word's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from translate.text.late import late_plain

if TYPE_CHECKING:
    from translate.alignment.vocabulary import Vocabulary

SOFT_HYPHEN = "\u00ad"
_FIRST = late_plain(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=-$)")
_SECOND = late_plain(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD = late_plain(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 60
"""Characters of a word at most."""


def is_hyphenated(text: str, following: str) -> bool:
    """Tell whether a line ends within a word, be its hyphen the word's own (*est-il*) or not."""
    return len(text) > 1 and text[-1] == "-" and text[-2].isalpha() and following[:1].isalpha()


class Hyphens:
    """What decides on the hyphens at the ends of the lines of a document.

    :param language: of the document; "" where nobody knows it.
    :param lines: of the document, which can be iterated once more; None where they cannot.
    """

    def __init__(self, language: str, lines: Iterable[str] | None = None) -> None:
        self._language = language
        self._lines = lines

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the document, in small letters, but for those that a line ends or begins with."""
        return frozenset(word for line in self._lines or () for word in _WORD.findall(line.lower())[1:-1])

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        from translate.alignment.vocabulary import find_vocabulary  # numpy, which a text without hyphens needs not

        return find_vocabulary(self._language)

    def join(self, text: str, following: str) -> str:
        """Return two lines as one; the words of two lines have a space between them."""
        if text.endswith(SOFT_HYPHEN):
            return text[:-1] + following
        if not is_hyphenated(text, following):
            return f"{text} {following}"
        return (text[:-1] if self._parts(text, following) else text) + following

    def _parts(self, text: str, following: str) -> bool:
        """Tell whether the hyphen between two lines only parts a word."""
        last = text[-_LONGEST:]
        first, second = _FIRST.search(last.lower()), _SECOND.match(following[:_LONGEST].lower())
        if first is None or second is None or not following[0].islower():
            return False
        letters = second[0].partition("-")[0]
        whole, hyphened = first[0] + letters, f"{first[0]}-{second[0]}"
        vocabulary = self._vocabulary
        is_name = last[first.start()].isupper()
        weights = vocabulary.weigh(whole, names=is_name), vocabulary.weigh(hyphened, names=is_name)
        if any(weights):
            return weights[0] > weights[1]
        if hyphened in self._words or whole in self._words:
            return hyphened not in self._words
        # The second half of two words is mostly a word that one knows.
        return not vocabulary.is_empty and not vocabulary.weigh(letters)
