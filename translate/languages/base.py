"""The `Language` object: everything that the package knows of one language, as data that its folder fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Protocol

from translate.languages.compounds import NO_JOINTS, Joints
from translate.languages.names import NAMES
from translate.languages.stand_ins import NO_STAND_INS, StandIns
from translate.languages.unlisted import NO_UNLISTED_FORMS, UnlistedForms
from translate.records import dataclass
from translate.text.amounts.currencies import NO_CURRENCY_WORDS, CurrencyWords
from translate.text.amounts.measures import FoundMeasure, Value, WrittenMeasure
from translate.text.amounts.units import NO_UNIT_WORDS, UnitWords
from translate.text.dates.clock import NO_CLOCK, Clock
from translate.text.dates.months import NO_MONTHS, Months
from translate.text.dates.weekdays import NO_WEEKDAYS, Weekdays
from translate.text.numbers.directions import NO_DIRECTIONS, Directions
from translate.text.numbers.figures import Figures
from translate.text.numbers.multiples import NO_MULTIPLES, Multiples
from translate.text.numbers.number_signs import NO_NUMBER_SIGN, NumberSign
from translate.text.numbers.number_words import NO_NUMBER_WORDS, NumberWords
from translate.text.numbers.numerals import PLAIN_NUMERALS, Numerals
from translate.text.numbers.paging import NO_PAGING, Paging
from translate.text.proper_names.addresses import AddressForms
from translate.text.proper_names.given_names import NO_GIVEN_NAMES, GivenNames
from translate.text.proper_names.names import NameRules
from translate.text.proper_names.streets import NO_STREETS, StreetForms
from translate.text.proper_names.titles import TitleForms
from translate.text.proper_names.towns import NO_TOWNS, TownForms
from translate.text.protected.span_rules import NO_RULES, SpanRules
from translate.text.usage.formulas import NO_CLOSINGS, Closings
from translate.text.usage.negations import NO_DENIALS, NO_NEGATIONS, Denials, Negations
from translate.text.usage.opposites import NO_OPPOSITES, Opposites
from translate.text.usage.quotes import Quotes
from translate.text.usage.spelling import Variety


class Inflect(Protocol):
    """Returns a verb in the form that `like` seems to have behind the text `before`."""

    def __call__(self, verb: str, like: str, before: str = "") -> str: ...


def _find_nothing(text: str) -> Iterator[tuple[int, int, str]]:
    return iter(())


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language; there is one object of each. What a field is empty of is not known, and whoever asks does without.

    A folder of this package holds one language: its `__init__` makes the object, from data and small rule files of the
    same folder, one a semiotic class, each with its examples. Nothing outside the folder names the language.
    """

    code: str
    """ISO 639 code, small letters, without script and region."""
    name: str
    """English name."""
    segmentation: Path | None = None
    """SRX 2.0 file of the rules by which a text is parted into segments."""
    letters: str = ""
    """Letters with marks, small, that its own words are written with; foreign words have others."""
    function_words: frozenset[str] = frozenset()
    """Frequent function words, small, by which a text is known to be in it."""
    linking_words: frozenset[str] = frozenset()
    """Articles, prepositions, conjunctions and auxiliaries, small: what holds other words together."""
    telltale_words: frozenset[str] = frozenset()
    """Words that a text in another language has only where something of this one is left in it: no names (`Les`), no
    loans (`per se`, `sans`), no words of the other languages."""
    common_words: frozenset[str] = frozenset()
    """Frequent words, small, that the languages it is translated from have not: two of them tell a short text."""
    lent_words: frozenset[str] = frozenset()
    """Words with accents that other languages have borrowed; where there are any, all its other words with accents tell
    of it in a text of another language."""
    lent_phrases: frozenset[str] = frozenset()
    """Phrases, small, that other languages have borrowed."""
    doubled_words: frozenset[str] = frozenset()
    """Words that may rightly stand twice in a row."""
    doubled_by_grammar: frozenset[str] = frozenset()
    """Those of them that a translation has no reason to double too."""
    determiners: frozenset[str] = frozenset()
    """Words that stand before a noun, small."""
    verb_leaders: frozenset[str] = frozenset()
    """Words behind which a verb comes and no noun, small."""
    adjective_leaders: frozenset[str] = frozenset()
    """Words behind which an adjective comes, rather than a verb, small."""
    auxiliaries: frozenset[str] = frozenset()
    """Words behind which a participle comes, with at most an adverb between, small."""
    exclamations: frozenset[str] = frozenset()
    """Nouns that people call out, in small letters: « salut », « merci »."""
    number_sign: NumberSign = NO_NUMBER_SIGN
    """What it writes before the number of an invoice."""
    paging: Paging = NO_PAGING
    negations: Negations = NO_NEGATIONS
    """How it denies."""
    denials: Denials = NO_DENIALS
    """What denies in it, and what may be for such a thing."""
    opposites: Opposites = NO_OPPOSITES
    """Its words that have a contrary."""
    contraries: str = ""
    """Pairs of its words that mean the contrary of each other; see `translate.alignment.contraries.Contraries`."""
    conjunctions: frozenset[str] = frozenset()
    """Words that join the members of an enumeration, small."""
    asides: tuple[str, ...] = ()
    """Patterns of phrases that a translation may leave out, and nothing is lost."""
    limits: tuple[str, ...] = ()
    """Patterns of notes that say how many characters a text may have, which their only group holds."""
    endings: tuple[str, ...] = ()
    """Endings of its words, without accents, in the order in which they are tried; cut off, forms of a word meet."""
    headings: tuple[str, ...] = ()
    """Patterns of the words that a part of a book begins with: *chapter*."""
    file_names: tuple[str, ...] = ()
    """How the names of files and folders call it, its code apart."""
    script: str = ""
    """ISO 15924 code of its writing system."""
    relative_length: int = 105
    """Characters that it needs for what takes 100 in English, measured on news and on short everyday sentences."""
    spaced_marks: str = ""
    """Marks that have a space before them."""
    numerals: Numerals = PLAIN_NUMERALS
    """How figures are read."""
    number_words: NumberWords = NO_NUMBER_WORDS
    """How numbers are spelled out."""
    multiples: Multiples = NO_MULTIPLES
    """How it says how often, which part and in which place."""
    currencies: CurrencyWords = NO_CURRENCY_WORDS
    """What currencies are called."""
    units: UnitWords = NO_UNIT_WORDS
    """What units of measurement are called."""
    signs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By a sign before or between numbers, `×` `±` `≤` `≥` `-`: the words that may say it, in small letters."""
    clock: Clock = NO_CLOCK
    """How a time says which half of the day it is in."""
    directions: Directions = NO_DIRECTIONS
    """How it says that a number has risen or fallen."""
    weekdays: Weekdays = NO_WEEKDAYS
    """How the days of the week are called."""
    months: Months = NO_MONTHS
    """How dates name the months."""
    find_abbreviations: Callable[[str], Iterator[tuple[int, int, str]]] = _find_nothing
    """Yields the characters [start, end) of abbreviations in a text, and what each stands for."""
    made_of: Mapping[str, str] = field(default_factory=dict)
    """By a word that it shares with other languages, small: a pattern of what a model makes of it in its place."""
    find_measures: Callable[[str], Iterator[FoundMeasure]] | None = None
    """Yields the times, durations, rates and amounts of a text, in no order; they may overlap."""
    find_meanings: Callable[[str], Iterator[FoundMeasure]] | None = None
    """Yields those of them that mean something else than their words say."""
    find_greetings: Callable[[str], Iterator[FoundMeasure]] | None = None
    """Yields those of them that begin a letter or a speech."""
    write_measure: Callable[[Value], WrittenMeasure] | None = None
    """Says a value as the language writes it."""
    figures: Figures | None = None
    """How numbers are written in figures."""
    mend_ordinals: Callable[[str], Iterator[tuple[int, int, str]]] | None = None
    """Yields the characters [start, end) of ordinals in figures with a wrong ending, `3th`, and what they should be."""
    write_ordinal: Callable[[int], str] | None = None
    """Writes an ordinal in figures: `1st`."""
    mend_amounts: Callable[[str], Iterator[tuple[int, int, str]]] | None = None
    """Yields the characters [start, end) of codes of currencies, `EUR `, that have a sign, and that sign."""
    quotes: Quotes | None = None
    varieties: tuple[Variety, ...] = ()
    """How it is spelled in some regions and in others."""
    spans: SpanRules = NO_RULES
    """What of its texts goes past a model as it is."""
    names: NameRules = NAMES
    given_names: GivenNames = NO_GIVEN_NAMES
    """Given names that other languages write otherwise."""
    addresses: AddressForms | None = None
    """How postal addresses are written."""
    towns: TownForms = NO_TOWNS
    """How it says that something is in a town."""
    streets: StreetForms = NO_STREETS
    """How streets are named within a sentence."""
    elided: frozenset[str] = frozenset()
    """Small words that lose their last letters, all but the consonant and an apostrophe, before a vowel."""
    gendered: frozenset[str] = frozenset()
    """Pronouns, small, that tell whether a person is a man or a woman."""
    objects: str = ""
    """The pattern of an order with its object, « rincez-le », that is mostly about a thing."""
    titles: TitleForms | None = None
    """How the titles of persons are written before their names."""
    closings: Closings = NO_CLOSINGS
    """How it closes letters."""
    clause_openers: frozenset[str] = frozenset()
    """Small words at which a sentence that is too long may be parted."""
    clause_leads: frozenset[str] = frozenset()
    """Small words that a clause begins with which says why, when or on what condition."""
    capital_words: frozenset[str] = frozenset()
    """Function words that have a capital wherever they stand."""
    common_endings: tuple[str, ...] = ()
    """How words end that are neither names nor made of names."""
    acronyms: frozenset[str] = frozenset()
    """Those that other languages call otherwise."""
    stemmer: str = ""
    """Name of its algorithm among Porter's Snowball stemmers."""
    plural_endings: tuple[str, ...] = ()
    """How a longer form ends that is a plural."""
    fit_article: Callable[[str, str], str] | None = None
    """Gives an article the form that it has before a phrase; any other word comes back as it is."""
    joints: Joints = NO_JOINTS
    """What joins nouns to one."""
    stand_ins: StandIns = NO_STAND_INS
    """Frequent words that stand for rare ones."""
    unlisted: UnlistedForms = NO_UNLISTED_FORMS
    """Forms and spellings of words that no list has."""
    plural_forms: str = ""
    """Its rule for plural forms, as gettext writes it: `nplurals=2; plural=(n != 1);`."""
    pluralise: Callable[[str], str] | None = None
    """Returns the plural of a phrase that ends with its noun."""
    plurals_of: Callable[[str], tuple[str, ...]] | None = None
    """Returns all plurals of a phrase, the usual one first."""
    inflect: Inflect | None = None
    """Returns a verb in the form that another word seems to have."""
    forms_of: Callable[[str], frozenset[str]] = lambda word: frozenset({word})
    """Returns the forms that a word, of whatever kind, may have."""


UNDETERMINED = Language(code="und", name="undetermined")
"""What nobody said the language of."""
