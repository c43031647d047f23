"""English: what is true of it alone."""

from __future__ import annotations

from pathlib import Path

from translate.languages.base import Language
from translate.languages.en.acronyms import ACRONYMS
from translate.languages.en.addresses import ADDRESSES
from translate.languages.en.articles import fit_article
from translate.languages.en.asides import ASIDES
from translate.languages.en.casing import CAPITAL_WORDS, COMMON_ENDINGS
from translate.languages.en.clauses import CLAUSE_OPENERS
from translate.languages.en.clock import CLOCK
from translate.languages.en.closings import CLOSINGS
from translate.languages.en.common_words import COMMON_WORDS
from translate.languages.en.compounds import JOINTS
from translate.languages.en.conjunctions import CONJUNCTIONS
from translate.languages.en.contraries import CONTRARIES
from translate.languages.en.currencies import CURRENCIES
from translate.languages.en.dates import write_days
from translate.languages.en.denials import DENIALS
from translate.languages.en.determiners import DETERMINERS
from translate.languages.en.directions import DIRECTIONS
from translate.languages.en.doses import write_dose
from translate.languages.en.doubled_words import DOUBLED_BY_GRAMMAR, DOUBLED_WORDS
from translate.languages.en.endings import ENDINGS
from translate.languages.en.figures import FIGURES
from translate.languages.en.function_words import FUNCTION_WORDS, LINKING_WORDS, TELLTALE_WORDS
from translate.languages.en.given_names import GIVEN_NAMES
from translate.languages.en.greetings import write_greeting
from translate.languages.en.headings import HEADINGS
from translate.languages.en.hour_ranges import write_hour_range
from translate.languages.en.inflections import forms_of, inflect
from translate.languages.en.limits import LIMITS
from translate.languages.en.measures import write_measure
from translate.languages.en.money import mend_amounts, write_money
from translate.languages.en.months import MONTHS
from translate.languages.en.multiples import MULTIPLES
from translate.languages.en.negations import NEGATIONS
from translate.languages.en.number_signs import NUMBER_SIGN
from translate.languages.en.number_words import NUMBER_WORDS
from translate.languages.en.numerals import NUMERALS
from translate.languages.en.opposites import OPPOSITES
from translate.languages.en.ordinals import mend_ordinals, write_ordinal
from translate.languages.en.paging import PAGING
from translate.languages.en.plurals import pluralise, plurals_of
from translate.languages.en.pronouns import GENDERED
from translate.languages.en.quotes import QUOTES
from translate.languages.en.references import MADE_OF
from translate.languages.en.senses import write_sense
from translate.languages.en.signs import SIGNS
from translate.languages.en.spelled import write_spelled
from translate.languages.en.spelling import VARIETIES
from translate.languages.en.streets import STREETS
from translate.languages.en.titles import TITLES
from translate.languages.en.towns import TOWNS
from translate.languages.en.units import UNITS
from translate.languages.en.weekdays import WEEKDAYS
from translate.text.amounts.measures import writing

LANGUAGE = Language(
    code="en",
    name="English",
    segmentation=Path(__file__).with_name("segmentation.srx"),
    letters="",
    function_words=FUNCTION_WORDS,
    linking_words=LINKING_WORDS,
    determiners=DETERMINERS,
    number_sign=NUMBER_SIGN,
    paging=PAGING,
    negations=NEGATIONS,
    denials=DENIALS,
    opposites=OPPOSITES,
    contraries=CONTRARIES,
    conjunctions=CONJUNCTIONS,
    asides=ASIDES,
    limits=LIMITS,
    fit_article=fit_article,
    telltale_words=TELLTALE_WORDS,
    common_words=COMMON_WORDS,
    months=MONTHS,
    number_words=NUMBER_WORDS,
    multiples=MULTIPLES,
    numerals=NUMERALS,
    weekdays=WEEKDAYS,
    directions=DIRECTIONS,
    clock=CLOCK,
    signs=SIGNS,
    currencies=CURRENCIES,
    units=UNITS,
    doubled_words=DOUBLED_WORDS,
    doubled_by_grammar=DOUBLED_BY_GRAMMAR,
    endings=ENDINGS,
    headings=HEADINGS,
    script="Latn",
    relative_length=100,
    file_names=("eng", "english", "anglais"),
    write_measure=writing(
        write_measure, write_hour_range, write_money, write_dose, write_spelled, write_sense, write_greeting, write_days
    ),
    made_of=MADE_OF,
    figures=FIGURES,
    mend_ordinals=mend_ordinals,
    mend_amounts=mend_amounts,
    write_ordinal=write_ordinal,
    quotes=QUOTES,
    varieties=VARIETIES,
    given_names=GIVEN_NAMES,
    addresses=ADDRESSES,
    streets=STREETS,
    towns=TOWNS,
    gendered=GENDERED,
    titles=TITLES,
    closings=CLOSINGS,
    clause_openers=CLAUSE_OPENERS,
    capital_words=CAPITAL_WORDS,
    common_endings=COMMON_ENDINGS,
    acronyms=ACRONYMS,
    stemmer="english",
    joints=JOINTS,
    plural_forms="nplurals=2; plural=(n != 1);",
    plural_endings=("s",),
    pluralise=pluralise,
    plurals_of=plurals_of,
    inflect=inflect,
    forms_of=forms_of,
)
