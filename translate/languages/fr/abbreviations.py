"""French abbreviations that a small model drops or garbles, written out for it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

_WRITTEN_OUT = {
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
}
SIGNS = regex.compile(r"\b[nN]°")
"""Of which the last character is no sign by itself."""
_WORDS = tuple(_WRITTEN_OUT)
_ANY = regex.compile(rf"(?<![\w.-])(?:{'|'.join(f'({pattern})' for pattern in _WRITTEN_OUT.values())})", regex.I)
_PLURAL_BEFORE = regex.compile(r"(?:\bles|\bdes|\baux|\bces)\s+\Z", regex.I)


def iter_abbreviations(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the characters [start, end) that an abbreviation takes in a French text, and what it stands for."""
    for match in _ANY.finditer(text):
        words = _WORDS[next(number for number, group in enumerate(match.groups()) if group)]
        if words == "article" and _PLURAL_BEFORE.search(text, 0, match.start()):
            words = "articles"
        letters = [letter for letter in match[0] if letter.isalpha()]
        if all(map(str.isupper, letters)) and text.isupper():
            words = words.upper()
        elif letters[0].isupper() and not (match[0].isupper() and len(letters) > 1 and match.start()):
            words = words[0].upper() + words[1:]
        yield match.start(), match.end(), words + " " * text[match.end() : match.end() + 1].isalnum()
