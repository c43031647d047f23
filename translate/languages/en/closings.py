"""How English letters close: *Yours faithfully,*."""

from __future__ import annotations

import regex

from translate.text.formulas import Closings
from translate.text.late import late

CLOSINGS = Closings(
    formula=late(
        r"(?:yours (?:faithfully|sincerely|truly)|(?:with )?(?:my |our )?(?:kind|best|warm)(?:est)? (?:regards|wishes)"
        r"|regards|(?:sincerely|respectfully)(?: yours)?|cordially)\s?[,.]?",
        regex.IGNORECASE,
    )
)
