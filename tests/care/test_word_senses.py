"""Words of several senses are told by other words of their text."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.word_senses import WordSenses
from translate.languages import find_language
from translate.text.words import split_words


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("Le filet de cabillaud est cuit.", {"filet": "fillet"}),
        ("Le filet de pêche est cassé.", {}),
        ("Le moteur cale souvent.", {"cale": "stall"}),
        ("Il note la moyenne.", {}),  # an article behind it: a verb
        ("Sa note relève la moyenne.", {"note": "mark"}),
        ("Le syndic est absent.", {"syndic": "property manager"}),
        ("Les haricots sont égouttés.", {"égouttés": "drain"}),
    ],
)
def test_the_words_near_it_tell_the_sense(text: str, senses: dict[str, str]) -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    words = split_words(text.lower())
    found = dict(WordSenses(dictionary, find_language("fr")).find(words))
    assert {words[place]: one.entry.english[0] for place, one in found.items()} == senses
