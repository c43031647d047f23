"""Spanish: what is true of it alone."""

from __future__ import annotations

from translate.languages.base import Language
from translate.languages.es.function_words import FUNCTION_WORDS, TELLTALE_WORDS
from translate.languages.es.months import MONTHS

LANGUAGE = Language(
    code="es",
    name="Spanish",
    letters="áéíñóúü",
    function_words=FUNCTION_WORDS,
    telltale_words=TELLTALE_WORDS,
    months=MONTHS,
    script="Latn",
    relative_length=108,
    stemmer="spanish",
    plural_endings=("s",),
)
