"""French: what is true of it alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from translate.languages.base import Language
from translate.languages.fr.abbreviations import ABBREVIATIONS
from translate.languages.fr.abbreviations import SIGNS as WRITTEN_OUT
from translate.languages.fr.addresses import ADDRESSES, STREETS
from translate.languages.fr.adjective_leaders import ADJECTIVE_LEADERS
from translate.languages.fr.asides import ASIDES
from translate.languages.fr.auxiliaries import AUXILIARIES
from translate.languages.fr.centuries import find_centuries
from translate.languages.fr.changes import find_changes
from translate.languages.fr.clause_leads import CLAUSE_LEADS
from translate.languages.fr.clauses import CLAUSE_OPENERS
from translate.languages.fr.clock import CLOCK
from translate.languages.fr.closings import CLOSINGS
from translate.languages.fr.coded import find_coded
from translate.languages.fr.communes import COMMUNES, WORDED_COMMUNES
from translate.languages.fr.companies import COMPANIES
from translate.languages.fr.composed_places import COMPOSED_PLACES
from translate.languages.fr.compounds import JOINTS
from translate.languages.fr.conjunctions import CONJUNCTIONS
from translate.languages.fr.cooking import find_cooking
from translate.languages.fr.countries import COUNTRIES
from translate.languages.fr.currencies import CURRENCIES
from translate.languages.fr.dates import find_dates
from translate.languages.fr.days import find_days
from translate.languages.fr.denials import DENIALS
from translate.languages.fr.departments import BEHIND_TOWN
from translate.languages.fr.determiners import DETERMINERS
from translate.languages.fr.dimensions import find_dimensions
from translate.languages.fr.doses import find_doses
from translate.languages.fr.doubled_words import DOUBLED_BY_GRAMMAR, DOUBLED_WORDS
from translate.languages.fr.elisions import ELIDED
from translate.languages.fr.endings import ENDINGS
from translate.languages.fr.exclamations import EXCLAMATIONS
from translate.languages.fr.farewells import find_farewells
from translate.languages.fr.figures import FIGURES
from translate.languages.fr.first_names import FIRST_NAMES
from translate.languages.fr.fractions import find_fractions
from translate.languages.fr.function_words import FUNCTION_WORDS, TELLTALE_WORDS
from translate.languages.fr.given_names import GIVEN_NAMES
from translate.languages.fr.greetings import find_closings, find_greetings
from translate.languages.fr.headings import HEADINGS
from translate.languages.fr.hour_ranges import find_hour_ranges
from translate.languages.fr.identifiers import IDENTIFIERS
from translate.languages.fr.incises import find_incises
from translate.languages.fr.inclusive import find_inclusive
from translate.languages.fr.initials import find_initials
from translate.languages.fr.instruments import find_instruments
from translate.languages.fr.journeys import find_journeys
from translate.languages.fr.keys import find_keys
from translate.languages.fr.lent_phrases import LENT_PHRASES
from translate.languages.fr.lent_words import LENT_WORDS
from translate.languages.fr.limits import LIMITS
from translate.languages.fr.located import find_located
from translate.languages.fr.measures import find_measures
from translate.languages.fr.meetings import find_meetings
from translate.languages.fr.money import find_money
from translate.languages.fr.months import MONTHS
from translate.languages.fr.multiples import MULTIPLES
from translate.languages.fr.names import NAMES
from translate.languages.fr.negations import NEGATIONS
from translate.languages.fr.number_signs import NUMBER_SIGN
from translate.languages.fr.number_words import NUMBER_WORDS
from translate.languages.fr.numerals import NUMERALS
from translate.languages.fr.objects import OBJECTS
from translate.languages.fr.offices import find_offices
from translate.languages.fr.opposites import OPPOSITES
from translate.languages.fr.orders import find_orders
from translate.languages.fr.paging import PAGING
from translate.languages.fr.papers import CONTRACTED_PAPERS, PAPERS
from translate.languages.fr.passives import find_passives
from translate.languages.fr.places import CONTRACTED, PLACES, WORDED_COUNTRIES, WORDED_PLACES
from translate.languages.fr.prices import find_prices
from translate.languages.fr.ranks import find_ranks
from translate.languages.fr.rates import find_rates
from translate.languages.fr.reworded import find_reworded
from translate.languages.fr.sayings import find_sayings
from translate.languages.fr.scales import SCALES
from translate.languages.fr.scores import find_scores
from translate.languages.fr.senses import find_senses
from translate.languages.fr.signs import SIGNS
from translate.languages.fr.spelled import find_spelled
from translate.languages.fr.spoken_times import find_spoken_times
from translate.languages.fr.stand_ins import STAND_INS
from translate.languages.fr.streets import STREETS as STREET_FORMS
from translate.languages.fr.subjects import find_subjects
from translate.languages.fr.surnames import SURNAMES, SURNAMES_WITH_ARTICLE, SURNAMES_WITH_PARTICLE
from translate.languages.fr.titles import TITLES
from translate.languages.fr.units import UNITS
from translate.languages.fr.unlisted import UNLISTED
from translate.languages.fr.verb_leaders import VERB_LEADERS
from translate.languages.fr.weekdays import WEEKDAYS
from translate.languages.fr.whereabouts import find_whereabouts
from translate.text.amounts.measures import Finding
from translate.text.protected.span_rules import SpanRules

_MEASURES = Finding(
    find_hour_ranges,  # before those within them
    find_measures,
    find_money,
    find_prices,
    find_doses,
    find_centuries,
    find_dates,
    find_days,
    find_greetings,
    find_closings,
    find_farewells,
    find_cooking,
    find_spoken_times,
    find_spelled,
    find_ranks,
    find_rates,
    find_fractions,
    find_scores,
    find_coded,
    find_senses,
    find_initials,
    find_inclusive,
    find_changes,
    find_dimensions,
    find_keys,
    find_subjects,
    find_journeys,
    find_located,
    find_offices,
    find_reworded,
    find_meetings,
    find_incises,
    find_passives,
    find_instruments,
    find_orders,
    find_sayings,
    find_whereabouts,
    of_meanings=(
        find_scores,
        find_hour_ranges,
        find_dates,
        find_farewells,
        find_cooking,
        find_senses,
        find_initials,
        find_dimensions,
        find_keys,
        find_subjects,
        find_incises,
    ),
)

LANGUAGE = Language(
    code="fr",
    name="French",
    segmentation=Path(__file__).with_name("segmentation.srx"),
    letters="àâæçéèêëîïôœùûÿ",
    function_words=FUNCTION_WORDS,
    number_sign=NUMBER_SIGN,
    paging=PAGING,
    negations=NEGATIONS,
    denials=DENIALS,
    opposites=OPPOSITES,
    conjunctions=CONJUNCTIONS,
    asides=ASIDES,
    limits=LIMITS,
    telltale_words=TELLTALE_WORDS,
    months=MONTHS,
    number_words=NUMBER_WORDS,
    multiples=MULTIPLES,
    numerals=NUMERALS,
    weekdays=WEEKDAYS,
    clock=CLOCK,
    signs=SIGNS,
    currencies=CURRENCIES,
    units=UNITS,
    doubled_words=DOUBLED_WORDS,
    doubled_by_grammar=DOUBLED_BY_GRAMMAR,
    endings=ENDINGS,
    headings=HEADINGS,
    determiners=DETERMINERS,
    verb_leaders=VERB_LEADERS,
    adjective_leaders=ADJECTIVE_LEADERS,
    auxiliaries=AUXILIARIES,
    exclamations=EXCLAMATIONS,
    lent_phrases=LENT_PHRASES,
    lent_words=LENT_WORDS,
    spaced_marks="!?;:",
    script="Latn",
    relative_length=113,
    file_names=("fra", "fre", "french", "francais", "français"),
    find_abbreviations=ABBREVIATIONS.find,
    find_measures=_MEASURES,
    find_meanings=_MEASURES.meanings,
    find_greetings=find_greetings,
    figures=FIGURES,
    spans=SpanRules(COMPANIES, SCALES, WRITTEN_OUT, PAPERS, IDENTIFIERS, CONTRACTED_PAPERS),
    names=replace(
        NAMES,
        first_names=FIRST_NAMES,
        surnames=SURNAMES,
        surnames_with_article=SURNAMES_WITH_ARTICLE,
        surnames_with_particle=SURNAMES_WITH_PARTICLE,
        places=PLACES,
        worded_countries=WORDED_COUNTRIES,
        worded_places=WORDED_PLACES,
        communes=COMMUNES,
        worded_communes=WORDED_COMMUNES,
        composed_places=COMPOSED_PLACES,
        behind_town=BEHIND_TOWN,
        countries=COUNTRIES,
        contracted=CONTRACTED,
        streets=STREETS,
    ),
    given_names=GIVEN_NAMES,
    addresses=ADDRESSES,
    streets=STREET_FORMS,
    elided=ELIDED,
    objects=OBJECTS,
    titles=TITLES,
    closings=CLOSINGS,
    clause_leads=CLAUSE_LEADS,
    clause_openers=CLAUSE_OPENERS,
    plural_forms="nplurals=2; plural=(n > 1);",
    stemmer="french",
    joints=JOINTS,
    stand_ins=STAND_INS,
    unlisted=UNLISTED,
    plural_endings=("s", "x"),
)
