"""How French letters close: « Je vous prie d’agréer, Monsieur, … »."""

from __future__ import annotations

import regex

from translate.text.formulas import Closings
from translate.text.gated import gated

CLOSINGS = Closings(
    sentence=gated(
        r"\b(?:agré(?:er|ez)|recev(?:oir|ez)|croire|croyez|salutations|sentiments|considération|respects|cordialement)\b",
        regex.IGNORECASE,
    )
)
