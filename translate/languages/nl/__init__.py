"""Dutch: what is true of it alone."""

from __future__ import annotations

from translate.languages.base import Language
from translate.languages.nl.function_words import FUNCTION_WORDS, TELLTALE_WORDS
from translate.languages.nl.months import MONTHS

LANGUAGE = Language(
    code="nl",
    name="Dutch",
    letters="éëïóö",
    function_words=FUNCTION_WORDS,
    telltale_words=TELLTALE_WORDS,
    months=MONTHS,
    script="Latn",
    relative_length=108,
)
