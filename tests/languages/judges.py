"""What the fields of an example mean, a judge a kind of rule file: it tells whether the language's rule says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from translate.aligning.reading import begins_part
from translate.alignment.words import stemmer
from translate.languages import Language
from translate.languages.identification import guess_language
from translate.text.months import iter_dated_months, months_in
from translate.text.number_words import spelled_values
from translate.text.numerals import read_numbers, read_roman_ordinals
from translate.text.words import split_lowered

Judge = Callable[..., bool]
JUDGES: dict[str, Judge] = {}
"""By the name of the rule file without ending: `numerals`."""


def judges(name: str) -> Callable[[Judge], Judge]:
    def register(judge: Judge) -> Judge:
        JUDGES[name] = judge
        return judge

    return register


@judges("abbreviations")
def is_written_out(language: Language, text: str, full: str) -> bool:
    """Tell whether `text` with its abbreviations written out is `full`."""
    find = language.find_abbreviations
    for start, end, words in reversed(list(find(text)) if find else []):
        text = text[:start] + words + text[end:]
    return text == full


@judges("function_words")
def is_known(language: Language, text: str) -> bool:
    return guess_language(text).language == language.code


@judges("lent_words")
def is_lent(language: Language, word: str) -> bool:
    return word in language.lent_words


@judges("determiners")
def is_determiner(language: Language, word: str) -> bool:
    return word in language.determiners


@judges("asides")
def may_be_left_out(language: Language, phrase: str) -> bool:
    return any(re.fullmatch(pattern, phrase) for pattern in language.asides)


@judges("articles")
def is_article_of(language: Language, word: str, phrase: str, fit: str) -> bool:
    return language.fit_article is not None and language.fit_article(word, phrase) == fit


@judges("endings")
def have_one_stem(language: Language, one: str, other: str) -> bool:
    stem = stemmer(language)
    return stem(one) == stem(other)


@judges("doubled_words")
def are_doubled(language: Language, text: str, mistaken: str, followed: str) -> bool:
    """Tell whether of the doubled words of `text` these are mistakes, and these have a translation follow."""
    doubled = {one for one, two in pairwise(split_lowered(text)) if one == two}
    return doubled - language.doubled_words == set(mistaken.split()) and doubled - language.doubled_by_grammar == set(
        followed.split()
    )


@judges("headings")
def is_heading(language: Language, text: str) -> bool:
    return begins_part((language,))(text)


@judges("numerals")
def reads_as(language: Language, text: str, values: str) -> bool:
    """Tell whether a number of `text` has a reading with these values, its scale multiplied in."""
    numbers = read_numbers(text, language.numerals)
    numbers += read_roman_ordinals(text, language.numerals.ordinal_endings)
    wanted = [Decimal(value) for value in values.split()]
    return any([value * n.scale for value in reading] == wanted for n in numbers for reading in n.readings)


@judges("number_words")
def may_stand_for(language: Language, text: str, value: str) -> bool:
    return Decimal(value) in spelled_values(text, language.number_words)


@judges("months")
def names_months(language: Language, text: str, months: str, dates: str) -> bool:
    """Tell whether `text` names these months, and has these dates."""
    dated = [written for _, written in iter_dated_months(text, language.months)]
    named = {int(month) for month in months.split()}
    return months_in(text, language.months) == named and dated == [date for date in dates.split("|") if date]
