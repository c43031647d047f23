"""Streets of a source, whose names stay as they are in any language: what of them a target has not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.languages import Language
from translate.text.late import late
from translate.text.proper_names.addresses import Part
from translate.text.words import fold

_STREET = late(r"\A\d{1,4}[^\s,]*,?\s(?=\p{Ll})")
"""A number and a kind of street: towns behind their codes have a capital, and some a name in the other language."""
_KIND = late(r"\A\d\S*,?\s(\p{Ll}[\p{L}.]*\s)((?:\p{Ll}[\p{L}'’]*\s)+\p{Lu}[\p{L}\p{M}]*)")
"""A kind of street, and the name with its small words: one of them at least is left alone."""
_NUMBER = late(r"\A\d+")
_WORD = late(r"(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]{2,}")


def iter_lost_streets(source: str, target: str, own: Language) -> Iterator[str]:
    """Yield the names of numbered streets, as the source has them, whose words or number the target has not:
    « 14, rue du Moulin » is no *14th*."""
    there = ""
    for address in own.addresses.find(source) if own.addresses else ():
        for part in address.parts:
            if part.part is Part.KEPT and _STREET.match(part.which):
                there = there or fold(target)
                number = _NUMBER.findall(part.which)[0]
                is_numbered = re.search(rf"(?<!\d){number}(?!\d|[^\W\d_]{{2}})", target) is not None
                if not is_numbered or not all(fold(word) in there for word in _WORD.findall(part.which)):
                    yield part.which
                elif (kind := _KIND.match(part.which)) and not any(fold(one) in there for one in kind.groups()):
                    yield part.which  # « 5 impasse du Puits », *5 deadlock on the Puits*
