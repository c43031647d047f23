"""English plurals: a phrase comes in, its regular plural goes out."""

from __future__ import annotations

from translate.text.late import late

_SIBILANT = late(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = late(r"[^aeiou]y$")


def pluralise(phrase: str) -> str:
    """Return the regular plural of a phrase that ends with its noun."""
    if _CONSONANT_Y.search(phrase):
        return phrase[:-1] + "ies"
    return phrase + ("es" if _SIBILANT.search(phrase) else "s")
