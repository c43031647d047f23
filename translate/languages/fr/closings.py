"""How French letters close: « Je vous prie d’agréer, Monsieur, … »."""

from __future__ import annotations

import regex

from translate.text.gated import gated
from translate.text.usage.formulas import Closings

CLOSINGS = Closings(
    sentence=gated(
        r"\b(?:agré(?:er|ez)|recev(?:oir|ez)|croire|croyez|salutations|sentiments|considération|respects|cordialement)\b",
        regex.IGNORECASE,
    )
)
