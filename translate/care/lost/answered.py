"""Whether a passage of a source is answered by its target, word by word: what attention missed need not be missing."""

from __future__ import annotations

from translate.alignment.answers import load_answers
from translate.alignment.dictionary import find_dictionary
from translate.alignment.words import stemmer
from translate.languages import Language
from translate.text.words import split_lowered

_SHORTEST = 3
"""Letters of the shortest word that says something."""


def is_answered(passage: str, target: str, own: Language, other: Language) -> bool:
    """Tell whether the target has a word that human translations have for each content word of a passage.

    Or what the dictionary has for it as a phrase: *always* for « en permanence ». Not where the passage has no such
    word, or nobody knows what answers what in the two languages.
    """
    answers = load_answers(own.code, other.code)
    words = [w for w in split_lowered(passage) if len(w) >= _SHORTEST and w not in own.function_words]
    if answers is None or not words:
        return False
    stem, stem_other = stemmer(own), stemmer(other)
    there = {stem_other(word) for word in split_lowered(target)}
    if all(not there.isdisjoint(answers.of(stem(word))) for word in words):
        return True
    dictionary = find_dictionary(own.code, other.code)
    found = dictionary.phrase(split_lowered(passage)) if dictionary else ()
    said = (split_lowered(one) for each in found for one in each.entry.english)
    return any(there.issuperset(map(stem_other, one)) for one in said)
