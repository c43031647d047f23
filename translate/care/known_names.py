"""Persons of history that another language calls otherwise, « Pline l'Ancien »: a text comes in, their names go out.

A model that has not met one writes half of it in each language. The name of the target it copies.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.alignment.dictionary import NAME, Dictionary
from translate.care.measures import Find, Measure
from translate.languages import Language
from translate.text.late import late

_NAME = late(r"(?<![\p{L}’'-])(?:\p{Lu}\p{Ll}+ ){1,2}\p{Ll}{1,4}[ '’]\p{Lu}\p{Ll}+(?![\p{L}-])")
"""With a small word in it; others, « Jules César », a model knows or leaves as they are."""


def with_known_names(find: Find, dictionary: Dictionary | None, source: Language, target: Language) -> Find:
    """Return what yields the measures of a text, and its persons in words that a model copies."""
    if dictionary is None:
        return find
    return lambda text: [*find(text), *find_known_names(text, dictionary, source, target)]


def find_known_names(text: str, dictionary: Dictionary, source: Language, target: Language) -> Iterator[Measure]:
    """Yield the names of persons that have one of several words in the target language; they may overlap."""
    for match in _NAME.finditer(text, overlapped=True):
        name = match[0].replace("’", "'")
        said = [one for entry in dictionary.entries(name.lower()) if entry.part == NAME for one in entry.english]
        is_person = name.partition(" ")[0].lower() in source.names.first_names
        for one in said[:1]:
            if one != name and (is_person or not target.determiners.isdisjoint(one.split(" "))):
                yield Measure(*match.span(), one, one)
