"""Texts in another language than a document's: a short text comes in, whether it is foreign goes out.

A sentence is known by its function words; a sign, a slogan or a quotation has few of them, so frequent words, letters
and the lexicon of the two languages have a say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from translate.alignment.dictionary import find_dictionary
from translate.alignment.single import knows_word
from translate.languages import Language
from translate.languages.identification import guess_language, is_function_word, is_plainly_in, telltale_words
from translate.text.late import late_plain
from translate.text.words import split_lowered, split_words

_SURE = 3
"""As many frequent words tell the language of a text of any length."""
_MIN_OWN = 2
"""As many do where they are half of its words."""
_TELLING = 3
"""Letters of the shortest ending that tells a word of the source language."""
_SHORTEST = 2
"""Words of a text that may be in neither language, and letters of those that are looked at."""


def is_in_target(text: str, source: Language, target: Language) -> bool:
    """Tell whether a text of a document in `source` is in the language `target` already."""
    words = split_lowered(text)
    if not telltale_words(source.code, beside=target.code).isdisjoint(words):
        return False
    if is_plainly_in(target.code, text, beside=source.code):
        return True
    common, other = _frequent(source, target)
    own = sum(word in common for word in words)
    if own < min(_MIN_OWN, len(words)) or (2 * own < len(words) and own < _SURE) or not own:
        return False
    return other.isdisjoint(words) and all(map(str.isascii, words))


_MEASURED = late_plain(r"\d[\d.,]*\s?[^\W\d_]{1,4}/[^\W\d_]{1,3}(?!\w)|\d[\d.,]*\s?[µμ][^\W\d_]{1,3}(?!\w)")
"""A number with a unit, which are signs and no words: « 85 µmol/L »."""


def is_in_neither(text: str, source: Language, target: Language) -> bool:
    """Tell whether a text of two words or more is in a third language: by its function words, or because the lexicon
    knows few of its words, or their letters are not of the source's alphabet."""
    words = [word for word in split_words(_MEASURED.sub(" ", text)) if len(word) >= _SHORTEST]
    knows = knows_word(source.code, target.code)
    own = telltale_words(source.code, beside="")
    if len(words) < _SHORTEST or knows is None or not own.isdisjoint(map(str.lower, words)):
        return False
    guess = guess_language(" ".join(dict.fromkeys(map(str.lower, words))), minimum_votes=2)  # « non …, non … » is one
    if guess.language not in (None, source.code, target.code) and not guess.votes.get(source.code):
        return True
    strange = {word for word in words if not _is_spelled(word, source)}
    if _is_told(words, knows, source, target):
        return True
    unknown = [word for word in words if word in strange or not (knows(word) or _is_own(word.lower(), source, target))]
    small = any(word[0].islower() for word in unknown)
    return bool(strange and small) or (bool(small or strange) and 2 * len(unknown) > len(words))


def _is_told(words: Sequence[str], knows: Callable[[str], bool], source: Language, target: Language) -> bool:
    """Tell whether a function word of a third language, « und », which the dictionary lacks, stands among words that
    are mostly unknown, whatever their capitals: « Einigkeit und Recht und Freiheit »."""
    dictionary = find_dictionary(source.code, target.code)
    lowered = set(map(str.lower, words))
    telling = {
        word
        for word in lowered - source.function_words - target.function_words
        if is_function_word(word) and not (dictionary and dictionary.find(word))
    }
    unknown = {word for word in lowered - telling if not knows(word)}
    return bool(telling) and 2 * len(unknown) > len(lowered)


def _is_own(word: str, source: Language, target: Language) -> bool:
    """Tell whether a word that the lexicon lacks is one of the source language: the dictionary has it as another word
    of the target language, or it ends as such words do (« perceuse », « plaquiste »)."""
    dictionary = find_dictionary(source.code, target.code)
    found = dictionary.find(word) if dictionary else ()
    if any(said.lower() != word for one in found for said in one.entry.english):
        return True
    return word.endswith(tuple(ending for ending in source.names.word_endings if len(ending) >= _TELLING))


def _is_spelled(word: str, language: Language) -> bool:
    return word.isascii() or all(letter.isascii() or letter in language.letters for letter in word.lower())


@cache
def _frequent(source: Language, target: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Return frequent words of the target language, and function words of the source that it has not."""
    common = target.common_words | telltale_words(target.code, beside=source.code)
    return common, source.function_words - target.function_words - common
