"""How English letters close: *Yours faithfully,*."""

from __future__ import annotations

import regex

from translate.text.formulas import Closings

CLOSINGS = Closings(
    formula=regex.compile(
        r"(?:yours (?:faithfully|sincerely|truly)|(?:with )?(?:my |our )?(?:kind|best|warm)(?:est)? (?:regards|wishes)"
        r"|regards|(?:sincerely|respectfully)(?: yours)?|cordially)\s?[,.]?",
        regex.IGNORECASE,
    )
)
