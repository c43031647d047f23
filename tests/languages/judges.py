"""What the fields of an example mean, a judge a kind of rule file: it tells whether the language's rule says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

import regex

from translate.aligning.headings import begins_part
from translate.alignment.contraries import Contraries
from translate.alignment.words import stemmer
from translate.checks.limits import longest_said
from translate.languages import Language
from translate.languages.identification import guess_language
from translate.text.amounts.currencies import find_currencies
from translate.text.amounts.units import unit_at
from translate.text.dates.clock import iter_times
from translate.text.dates.months import iter_dated_months, months_in
from translate.text.dates.weekdays import weekdays_in
from translate.text.numbers.directions import find_contradicted
from translate.text.numbers.multiples import parts_in, ranks_in, rounds_in, times_in
from translate.text.numbers.number_words import spelled_values
from translate.text.numbers.numerals import read_numbers
from translate.text.numbers.roman import read_roman_ordinals
from translate.text.usage.negations import NO_NEGATIONS, Negations, find_lost_negation
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
    for start, end, words in reversed(list(language.find_abbreviations(text))):
        text = text[:start] + words + text[end:]
    return text == full


@judges("objects")
def is_order(language: Language, text: str) -> bool:
    return regex.search(rf"(?<![\w-])(?:{language.objects})(?![\w-])", text, regex.IGNORECASE) is not None


@judges("elisions")
def is_elided(language: Language, word: str) -> bool:
    return word in language.elided


@judges("pronouns")
def is_gendered(language: Language, word: str) -> bool:
    return word in language.gendered


@judges("function_words")
def is_known(language: Language, text: str) -> bool:
    return guess_language(text).language == language.code


@judges("negations")
def denies(language: Language, text: str, role: str = "") -> bool:
    """Tell whether a text surely denies; of a language of which nobody knows how it does, whether it may.

    In the role of what `answers`, whether it may be for one word that another language denies; `says` and the name of a
    meaning: whether it has a phrase of that meaning.
    """
    negations = language.negations
    if role.startswith("says "):
        return regex.search(dict(negations.phrases)[role.removeprefix("says ")], text, regex.I) is not None
    if role == "answers":
        return not find_lost_negation("no", Negations(each="no"), text, negations)
    if negations.surely == NO_NEGATIONS.surely:
        return not find_lost_negation("no", Negations(surely="no"), text, negations)
    return bool(find_lost_negation(text, negations, "", NO_NEGATIONS))


@judges("paging")
def is_between_pages(language: Language, word: str, role: str) -> bool:
    """Tell whether a word is `read` before the number of all pages, stands between two numbers `unlike` pages, or is
    what is counted as the part of a whole that `role` names."""
    if role == "unlike":
        return (word or "-") in language.paging.unlike
    if role != "read":
        return language.paging.counted.get(role) == word
    return re.fullmatch(language.paging.read, word) is not None


@judges("number_signs")
def is_number_sign(language: Language, sign: str) -> bool:
    pattern = f"{language.number_sign.read}|{language.number_sign.words}"
    return re.fullmatch(pattern, sign, re.IGNORECASE) is not None


@judges("clause_leads")
def leads_clause(language: Language, word: str) -> bool:
    return word in language.clause_leads


@judges("lent_phrases")
def is_lent_phrase(language: Language, phrase: str) -> bool:
    return phrase in language.lent_phrases


@judges("lent_words")
def is_lent(language: Language, word: str) -> bool:
    return word in language.lent_words


@judges("determiners")
def is_determiner(language: Language, word: str) -> bool:
    return word in language.determiners


@judges("verb_leaders")
def leads_a_verb(language: Language, word: str) -> bool:
    return word in language.verb_leaders


@judges("exclamations")
def is_exclamation(language: Language, word: str) -> bool:
    return word in language.exclamations


@judges("adjective_leaders")
def leads_an_adjective(language: Language, word: str) -> bool:
    return word in language.adjective_leaders


@judges("auxiliaries")
def leads_a_participle(language: Language, word: str) -> bool:
    return word in language.auxiliaries


@judges("conjunctions")
def is_joining(language: Language, word: str) -> bool:
    return word in language.conjunctions


@judges("asides")
def may_be_left_out(language: Language, phrase: str) -> bool:
    return any(re.fullmatch(pattern, phrase) for pattern in language.asides)


@judges("limits")
def says_most(language: Language, note: str, most: str) -> bool:
    return (longest_said(note, [language]) or 0) == int(most)


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
    """Tell whether a number of `text` has a reading with these values."""
    numbers = read_numbers(text, language.numerals)
    numbers += read_roman_ordinals(text, language.numerals.ordinal_endings)
    wanted = [Decimal(value) for value in values.split()]
    return any([*reading] == wanted for n in numbers for reading in n.readings)


@judges("number_words")
def may_stand_for(language: Language, text: str, value: str) -> bool:
    return Decimal(value) in spelled_values(text, language.number_words)


@judges("months")
def names_months(language: Language, text: str, months: str, dates: str) -> bool:
    """Tell whether `text` names these months, and has these dates."""
    dated = [date.text for date in iter_dated_months(text, language.months)]
    named = {int(month) for month in months.split()}
    return months_in(text, language.months) == named and dated == [date for date in dates.split("|") if date]


@judges("currencies")
def names_currencies(language: Language, text: str, currencies: str) -> bool:
    """Tell whether `text` names these currencies; those in brackets it may name."""
    found = find_currencies(text, split_lowered(text), language.currencies)
    return " ".join(f"({one.currency})" if one.is_weak else one.currency for one in found) == currencies


@judges("units")
def has_unit(language: Language, text: str, unit: str) -> bool:
    """Tell whether the number that `text` begins with has this unit."""
    return unit_at(text, len(re.match(r"\d+", text)[0]), language.units)[0] == unit  # type: ignore[index]


@judges("signs")
def may_say_sign(language: Language, text: str, sign: str) -> bool:
    return not language.signs[sign.replace("minus", "-")].isdisjoint(split_lowered(text))


@judges("multiples")
def says_multiple(language: Language, text: str, expected: str) -> bool:
    """Tell whether `text` says how often, which part or which rank, such as `3 rank`."""
    number, kind = expected.split(maxsplit=1)
    lowered, words = split_lowered(text), language.number_words
    found = {
        "times": times_in(text, lowered, language.multiples, words),
        "parts": parts_in(lowered, language.multiples).keys(),
        "rank": ranks_in(text, language.multiples, words).keys(),
        "of a name": {int(one) for one in re.findall(language.multiples.distance or "(?!)", text)},
        "matches": rounds_in(text, language.multiples, words),
    }
    return int(number) in found[kind]


@judges("opposites")
def may_mean(language: Language, words: str, meaning: str) -> bool:
    return all(meaning in language.opposites.maybe.get(word, ()) for word in words.split())


@judges("contraries")
def are_contraries(language: Language, words: str, others: str) -> bool:
    """Tell whether each word of some may mean the contrary of each of others, alone or with those behind it."""
    contraries = Contraries(language.contraries, language.endings)
    here, there = ([contraries.may_mean(one.replace("_", " ")) for one in side.split()] for side in (words, others))
    return any(all(meaning in one for one in here) and all(meaning ^ 1 in one for one in there) for meaning in here[0])


@judges("directions")
def contradicts(language: Language, text: str) -> bool:
    """Tell whether the numbers of a text contradict its verb."""
    return bool([*find_contradicted(text, language.directions)])


@judges("weekdays")
def names_weekdays(language: Language, text: str, days: str, possible: str) -> bool:
    """Tell whether `text` names these days of the week, and may name those by their short names."""
    lowered = split_lowered(text)
    named, maybe = ({*map(int, numbers.split())} for numbers in (days, possible))
    found = weekdays_in(lowered, language.weekdays), weekdays_in(lowered, language.weekdays, short=True)
    return found == (named, maybe)


@judges("clock")
def is_time(language: Language, text: str, minutes: str) -> bool:
    """Tell whether `text` has a time that may be these minutes since midnight; or names noon or midnight."""
    clock = language.clock
    words = {"noon": clock.noon, "midnight": clock.midnight}
    if minutes in words:
        return not words[minutes].isdisjoint(split_lowered(text))
    return any(time.minutes == {*map(int, minutes.split())} for time in iter_times(text, language.numerals.hour, clock))
