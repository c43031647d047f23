"""How a French note says how long a text may be: « 20 caractères au maximum »."""

from __future__ import annotations

# A note about the text itself begins with it, or says what must be.
_LEAD = r"(?:^|[.;,(]\s*)"
LIMITS = (
    rf"{_LEAD}(?:max\w*\.?|au plus|ne doit pas dépasser) (\d+) (?:car|signes)",
    rf"{_LEAD}(\d+) (?:car\w*\.?|signes) (?:max|au (?:plus|max))",
    r"^longueur max\w*\W{1,3}(\d+)",
)
