"""The header of a catalogue of gettext: it comes in as it is written, and names another language when it goes out."""

from __future__ import annotations

import re

from translate.languages import find_language

_LANGUAGE = re.compile(r"(?<![\w-])(Language: ?)[\w@.-]*(?=\\n)")
_PLURALS = re.compile(r"(Plural-Forms: ?)nplurals=(?P<count>\d)[^\\]*(?=\\n)")


def with_languages(header: str, language: str) -> str:
    """Return the header of a catalogue with the language of its translations, and its rule for plural forms.

    The rule stays where the language's has another count of forms, for the messages have those of the file.
    """
    header = _LANGUAGE.sub(lambda match: match[1] + language.replace("-", "_"), header)
    rule = find_language(language).plural_forms
    match = _PLURALS.search(header)
    if rule and match and rule.startswith(f"nplurals={match['count']};"):
        header = _PLURALS.sub(lambda match: match[1] + rule, header)
    return header
