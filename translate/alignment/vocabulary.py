"""The words of a language, by what ships of dictionaries and lexicons: a word comes in, how frequent it is goes out."""

from __future__ import annotations

from functools import cache

from translate.alignment.dictionary import NAME, Dictionary, find_dictionary
from translate.alignment.lexicon import load_lexicon
from translate.alignment.shipped import FOLDER
from translate.alignment.source_terms import load_source_terms
from translate.alignment.words import stemmer
from translate.languages import base_code, find_language

_SEEN = 10.0
"""Times that texts have a word at least that was counted at all."""


class Vocabulary:
    """The words of one language.

    :param dictionary: of the language into others; None where none ships.
    :param stems: of its words, where there is a lexicon into the language.
    """

    def __init__(self, language: str, dictionary: Dictionary | None, stems: frozenset[str]) -> None:
        self._language = find_language(language)
        self._dictionary = dictionary
        self._stems = stems

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of the language but its function words."""
        return self._dictionary is None and not self._stems

    def weigh(self, word: str, *, names: bool = False) -> float:
        """Return about how often texts for training have a word, in small letters; 0 for one that nobody knows.

        A word that only a lexicon has weighs 1; that has none with a hyphen.

        :param names: whether names are words.
        """
        is_known = word in self._language.function_words or stemmer(self._language)(word) in self._stems
        least = float(is_known and "-" not in word)
        if self._dictionary is None:
            return least
        found = self._dictionary.find(word)
        seen = self._dictionary.times_seen(word)
        if any(names or one.entry.part != NAME for one in found):
            return seen
        return seen if "-" in word and seen > _SEEN else least


@cache
def find_vocabulary(language: str) -> Vocabulary:
    """Return what ships of the words of a language, maybe nothing.

    :raises BitexteError: where a file is damaged.
    """
    code = base_code(language)
    stems: set[str] = set()
    dictionary = None
    for path in sorted(FOLDER.glob("*-*.npz")):
        source, _, target = path.stem.partition("-")
        if "." in target:  # a part of a dictionary
            continue
        if source == code:
            stems |= load_source_terms(source, target)
            dictionary = dictionary or find_dictionary(source, target)
        elif target == code:
            stems.update(load_lexicon(source, target).target_terms)
    return Vocabulary(code, dictionary, frozenset(stems))
