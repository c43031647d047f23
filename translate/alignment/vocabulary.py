"""The words of a language, by what ships of dictionaries and lexicons: a word comes in, how frequent it is goes out."""

from __future__ import annotations

from functools import cache

from translate.alignment.dictionary import NAME, Dictionary, find_dictionary
from translate.alignment.lexicon import FOLDER, load_lexicon
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

        Where there is no dictionary a word weighs 1, and one with a hyphen is not known.

        :param names: whether names are words.
        """
        if self._dictionary is None:
            is_known = word in self._language.function_words or stemmer(self._language)(word) in self._stems
            return float(is_known and "-" not in word)
        found = self._dictionary.find(word)
        seen = self._dictionary.times_seen(word)
        if any(names or one.entry.part != NAME for one in found) or word in self._language.function_words:
            return seen
        return seen if "-" in word and seen > _SEEN else 0.0


@cache
def find_vocabulary(language: str) -> Vocabulary:
    """Return what ships of the words of a language, maybe nothing.

    :raises BitexteError: where a file is damaged.
    """
    code = base_code(language)
    for path in sorted(FOLDER.glob(f"{code}-*.words.npz")):
        return Vocabulary(code, find_dictionary(code, path.name.split(".")[0].removeprefix(f"{code}-")), frozenset())
    for path in sorted(FOLDER.glob(f"*-{code}.npz")):
        return Vocabulary(code, None, frozenset(load_lexicon(path.stem.split("-")[0], code).target_terms))
    return Vocabulary(code, None, frozenset())
