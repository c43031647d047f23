"""How English letters close: *Yours faithfully,*."""

from __future__ import annotations

import regex

from translate.text.gated import gated
from translate.text.usage.formulas import Closings

CLOSINGS = Closings(
    formula=gated(
        r"(?:(?:(?:I|we) (?:look forward to|remain at|hope to)|thank you)[^.!?\n]{2,60}\. ){0,2}"
        r"(?:yours (?:faithfully|sincerely|truly)|(?:with )?(?:my |our )?(?:kind|best|warm)(?:est)? (?:regards|wishes)"
        r"|regards|(?:sincerely|respectfully)(?: yours)?|cordially)\s?[,.]?",
        regex.IGNORECASE,
    )
)
