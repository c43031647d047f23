"""Forms of French words that no list has: « pelleteuses », « décarbone », and « boeuf » for « bœuf »."""

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
    verb_endings=tuple("er aient ées ent ant ais ait ons ée és era ez es é e a".split()),
    feminine=("e", "es"),
)
