"""French abbreviations that a small model drops or garbles, written out for it."""

from __future__ import annotations

import regex

from translate.text.abbreviations import Abbreviations

ABBREVIATIONS = Abbreviations(
    {
        "article": r"art\.(?=\s?(?:\d|[LRD]\.))",
        "environ": r"env\.(?=\s?\d)",
        "chapitre": r"chap\.(?=\s?(?:\d|[IVX]+(?!\w)))",
        "par exemple": r"(?:par|p\.)\s?ex\.",
        "c'est-à-dire": r"c\.?-?à-?d(?:\.|(?!\w))",
        "référence": r"réf\.(?=\s?[\w:])",
        "rendez-vous": r"rdv(?!\w)",
        "nombre": r"nb\.?(?=\sd(?:e\s|['’]))",
        "s'il vous plaît": r"svp(?!\w)",
        "avenue": r"av\.(?=\s(?:d(?:e|u|es)\s|d['’]|(?-i:\p{Lu})\p{L}))",
        "boulevard": r"b(?:d\.?|oul\.|lvd\.)(?=\s(?:d(?:e|u|es)\s|d['’]|(?-i:\p{Lu})\p{L}))",
        "maître": r"(?-i:Me)(?=\s(?-i:\p{Lu}\p{Ll}))",
        "no": r"n[°º](?=\s?\d)",
        "numéro": r"n[°º](?!\w)",
        "numéros": r"n[°º]s(?!\w)",
    },
    plurals={"article": "articles"},
    plural_words="les|des|aux|ces",
)
SIGNS = regex.compile(r"\b[nN]°")
"""Of which the last character is no sign by itself."""
