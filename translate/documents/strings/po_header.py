"""The header of a catalogue of gettext: it comes in as it is written, and names another language when it goes out."""

from __future__ import annotations

import re

from translate.languages import find_language

_LANGUAGE = re.compile(r"(?<![\w-])(Language: ?)[\w@.-]*(?=\\n)")
_PLURALS = re.compile(r"(Plural-Forms: ?)nplurals=(?P<count>\d+|INTEGER)[^\\]*(?=\\n)")
_UNSAID = re.compile(r"(?<=charset=)CHARSET(?=\\n)")
_CHARSET = re.compile(r"(?<=charset=)[\w.:-]+")


def with_languages(header: str, language: str, *, end: str = "\n", has_plurals: bool = False, charset: str = "") -> str:
    """Return the header of a catalogue with the language of its translations, and its rule for plural forms.

    A field that a header lacks comes last. The rule stays where the language's has another count of forms, for the
    messages have those of the file.

    :param end: what ends a line of the file.
    :param has_plurals: whether the catalogue has messages with plural forms, which need a rule.
    :param charset: the encoding that the catalogue gets; empty where it stays what it was.
    """
    code = language.replace("-", "_")
    header = _CHARSET.sub(charset, header) if charset else _UNSAID.sub("UTF-8", header)
    header = _LANGUAGE.sub(lambda match: match[1] + code, header)
    if "\\n" in header and _LANGUAGE.search(header) is None:
        header += f'{end}"Language: {code}\\n"'
    rule = find_language(language).plural_forms
    match = _PLURALS.search(header)
    if rule and match and (match["count"] == "INTEGER" or rule.startswith(f"nplurals={match['count']};")):
        header = _PLURALS.sub(lambda match: match[1] + rule, header)
    elif rule and match is None and has_plurals and "\\n" in header:
        header += f'{end}"Plural-Forms: {rule}\\n"'
    return header
