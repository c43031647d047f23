"""Forms of French words that no list has: « pelleteuses », « périnataux », and « boeuf » for « bœuf »."""

from __future__ import annotations

from translate.languages.unlisted import UnlistedForms

UNLISTED = UnlistedForms(
    ligatures=(("oe", "œ"),),
    endings=(
        ("aux", "al"),
        ("aux", "au"),
        ("eux", "eu"),
        ("oux", "ou"),
        ("s", ""),
        ("ées", "é"),
        ("ée", "é"),
    ),
    feminine=("e", "es"),
)
