"""Single capitals that name a thing, « rayons X », « hépatite B »: what of them a target has not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from translate.text.late import late, late_plain
from translate.text.numbers.roman import roman_value

_NAMING = late(
    r"(?<=\p{Ll}[ \u00a0])(?P<letter>[B-NP-XZ])(?![\p{L}\p{N}\p{M}.'’&+/#*°º-]|[ \u00a0]?°|[ \u00a0]\p{Lu}[\p{Ll}.])"
)
"""No initial, no article (*A*) and no west (« O »)."""
_ROMAN = late_plain(r"[IVXLCDM]")


def iter_lost_letters(source: str, target: str) -> Iterator[str]:
    """Yield the letters behind words of a source that a target has nowhere, nor as a number that they may be."""
    for match in _NAMING.finditer(source):
        letter = match["letter"]
        if regex.search(rf"(?<!\p{{L}}){letter}(?!\p{{Ll}})", target, regex.IGNORECASE):
            continue
        value = roman_value(letter) if _ROMAN.fullmatch(letter) else 0
        if not (value and re.search(rf"(?<!\d){value}(?!\d)", target)):
            before = source[: match.start()].split()
            yield f"{before[-1]} {letter}" if before else letter
