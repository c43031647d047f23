"""Keys pressed together, « Ctrl+Maj+S », in French texts: where they stand, and what they are called.

A small model drops a key that it does not know, or makes another word of it.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.amounts.measures import FoundMeasure, Meaning
from translate.text.late import late

_KEYS = {
    "maj": "Shift", "suppr": "Delete", "échap": "Esc", "entrée": "Enter", "espace": "Space", "barre d'espace": "Space",
    "retour arrière": "Backspace", "inser": "Insert", "insertion": "Insert", "origine": "Home", "début": "Home",
    "fin": "End", "verr. maj": "Caps Lock", "verr num": "Num Lock",
    "impr. écran": "Print Screen", "impr écran": "Print Screen",
    "pg. préc": "Page Up", "pg préc": "Page Up", "pg. suiv": "Page Down", "pg suiv": "Page Down", "tabulation": "Tab",
}  # fmt: skip
"""By what is written on a key, its name."""
_KEY = rf"(?:{'|'.join(map(regex.escape, sorted(_KEYS, key=len, reverse=True)))})"
_TOGETHER = late(
    rf"(?<![\w+])(?P<key>Ctrl|Alt(?:[ ]?Gr)?|Maj|Cmd|Fn|Win(?:dows)?|Option)"
    rf"(?:(?P<plus>[ ]?\+[ ]?)(?P<key>{_KEY}|[\p{{L}}\d]+))+(?!\w)",
    regex.I,
)


def find_keys(text: str) -> Iterator[FoundMeasure]:
    """Yield the keys of a French text that are pressed together, where one of them has another name."""
    for match in _TOGETHER.finditer(text) if "+" in text else ():
        keys = match.captures("key")
        said = [_KEYS.get(key.lower(), key) for key in keys]
        if said != keys:
            yield FoundMeasure(*match.span(), "", Meaning(match["plus"].join(said), is_many=False))
