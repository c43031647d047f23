"""Fields of forms that ask for a person's name, « Nom : LÉVÊQUE »: what is filled in there stays, unless it is a word.

« Nom : Marteau » names a thing as well, in a list of what is sold; « Prénom : Pierre » does not.
"""

from __future__ import annotations

from functools import cache

import regex

from translate.alignment.dictionary import NAME
from translate.care.phrases.labels import Labels
from translate.text.gated import gated
from translate.text.late import late

_NAME = late(r"\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2}")
_SPACES = " \u00a0\u202f"


def is_filled_name(label: str, filled: str, labels: Labels) -> bool:
    """Tell whether what is filled in behind a label, with its colon, is a person's name that stays as it is.

    A word that the dictionary has is a name in a field that persons alone have, in capitals or as a known surname or
    first name, and as a surname in capitals behind a label that is not in capitals.
    """
    names, filled = labels.source.names, filled.rstrip(_SPACES)
    if not _label(names.name_labels).match(label) or not _NAME.fullmatch(filled):
        return False
    if _label(names.name_labels).match(f"{filled}:"):
        return False  # « Nom : Prénom »
    words, is_label = filled.split(" "), labels.translate(filled) is not None
    known = [_is_known(word, labels) for word in words]
    firsts = [_is_first(word, labels) for word in words]
    if all(not _is_listed(word, labels) for word in words):
        return not is_label or all(
            one.lower() in names.surnames or first for one, first in zip(words, firsts, strict=True)
        )
    if _label(names.person_labels).match(label):
        return all(known) or (len(words) > 1 and any(firsts)) or (filled.isupper() and not is_label)
    is_person = len(words) > 1 and any(f and not _is_listed(w, labels) for f, w in zip(firsts, words, strict=True))
    return all(known) and (is_person or (filled.isupper() and not label.isupper()))


def _is_listed(word: str, labels: Labels) -> bool:
    """Tell whether the dictionary has a word, or all that hyphens join in it, as anything but a name."""
    small, articles = word.lower(), labels.source.names.words
    return any(
        all(one in articles or any(found.entry.part != NAME for found in labels.dictionary.find(one)) for one in parts)
        for parts in ([small], small.split("-"))
    )


def _is_first(word: str, labels: Labels) -> bool:
    return labels.source.names.first_names.issuperset(word.lower().split("-"))


def _is_known(word: str, labels: Labels) -> bool:
    """Tell whether a word is a first name or a surname, or that the dictionary has it as nothing else."""
    names, small = labels.source.names, word.lower()
    return small in names.surnames or _is_first(word, labels) or not _is_listed(word, labels)


@cache
def _label(words: str) -> regex.Pattern[str]:
    """Return a pattern of what the field of a name is called, from the beginning of a text."""
    return gated(rf"(?i:{words})\s?:")
