"""Portuguese: what is true of it alone."""

from __future__ import annotations

from translate.languages.base import Language
from translate.languages.pt.function_words import FUNCTION_WORDS, TELLTALE_WORDS
from translate.languages.pt.months import MONTHS

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    letters="áâãàçéêíóôõú",
    function_words=FUNCTION_WORDS,
    telltale_words=TELLTALE_WORDS,
    months=MONTHS,
    script="Latn",
    relative_length=107,
    stemmer="portuguese",
    plural_endings=("s",),
)
