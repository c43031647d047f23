"""A segment over the model's limit is parted at clause boundaries, so that nothing is ever truncated."""

from __future__ import annotations

from collections.abc import Callable

import regex

# From the best place to part at to the worst: after strong marks, after commas, before conjunctions and relative
# pronouns, at any white space. The white space stays with the part before it.
_BOUNDARIES = (
    regex.compile(r"(?<=[.!?…;:][»”\")\]]*\s+)(?=\S)|(?<=\s)(?=[–—]\s)"),
    regex.compile(r"(?<=[,)»]\s+)(?=\S)"),
    regex.compile(
        r"(?<=\s)(?=(?:et|ou|mais|or|ni|car|donc|puis|que|qui|dont|où|lorsque|quand|and|but|or|which|who)\s)"
    ),
    regex.compile(r"(?<=\s)(?=\S)"),
)


def part(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Part `text` into strings that fit; joined, they are `text`, character for character.

    Parts at the boundaries of the best kind that suffices, nearest the middle first, so that the parts are of like
    length. Where no boundary is left, between characters.

    :param fits: tells whether a string is within the limit; must hold for every single character.
    """
    if fits(text) or len(text) < 2:
        return [text]
    cut = _best_cut(text)
    return part(text[:cut], fits) + part(text[cut:], fits)


def _best_cut(text: str) -> int:
    """Return the offset to part at: of the best kind in the middle two thirds, else anywhere."""
    middle, margin = len(text) / 2, len(text) / 3
    for boundary in _BOUNDARIES:
        offsets = [match.start() for match in boundary.finditer(text) if 0 < match.start() < len(text)]
        central = [offset for offset in offsets if abs(offset - middle) <= margin]
        if central:
            return min(central, key=lambda offset: abs(offset - middle))
    words = [match.start() for match in _BOUNDARIES[-1].finditer(text) if 0 < match.start() < len(text)]
    return min(words, key=lambda offset: abs(offset - middle)) if words else len(text) // 2
