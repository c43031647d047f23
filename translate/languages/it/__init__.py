"""Italian: what is true of it alone."""

from __future__ import annotations

from translate.languages.base import Language
from translate.languages.it.function_words import FUNCTION_WORDS, TELLTALE_WORDS
from translate.languages.it.months import MONTHS

LANGUAGE = Language(
    code="it",
    name="Italian",
    letters="àèéìòù",
    function_words=FUNCTION_WORDS,
    telltale_words=TELLTALE_WORDS,
    months=MONTHS,
    script="Latn",
    relative_length=110,
    stemmer="italian",
)
