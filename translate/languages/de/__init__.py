"""German: what is true of it alone."""

from __future__ import annotations

from pathlib import Path

from translate.languages.base import Language
from translate.languages.de.abbreviations import ABBREVIATIONS
from translate.languages.de.clock import CLOCK
from translate.languages.de.currencies import CURRENCIES
from translate.languages.de.function_words import FUNCTION_WORDS, TELLTALE_WORDS
from translate.languages.de.headings import HEADINGS
from translate.languages.de.months import MONTHS
from translate.languages.de.number_words import NUMBER_WORDS
from translate.languages.de.numerals import NUMERALS
from translate.languages.de.units import UNITS
from translate.languages.de.weekdays import WEEKDAYS

LANGUAGE = Language(
    code="de",
    name="German",
    segmentation=Path(__file__).with_name("segmentation.srx"),
    letters="äöüß",
    find_abbreviations=ABBREVIATIONS.find,
    function_words=FUNCTION_WORDS,
    telltale_words=TELLTALE_WORDS,
    months=MONTHS,
    number_words=NUMBER_WORDS,
    numerals=NUMERALS,
    weekdays=WEEKDAYS,
    clock=CLOCK,
    currencies=CURRENCIES,
    units=UNITS,
    headings=HEADINGS,
    script="Latn",
    relative_length=112,
    file_names=("deu", "ger", "german", "deutsch", "allemand"),
    plural_forms="nplurals=2; plural=(n != 1);",
    stemmer="german",
)
