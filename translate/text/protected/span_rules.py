"""What a language adds to the spans that no translation may alter; what finds them is slow to load, and not here."""

from __future__ import annotations

import regex

from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class SpanRules:
    """What a language adds to the spans of any text; None where it has no such thing."""

    companies: regex.Pattern[str] | None = None
    """Names of companies, with `&` or their legal form, whose words may be words of the language too."""
    scales: regex.Pattern[str] | None = None
    """What stands between an amount and `€`: « 2,8 M€ »."""
    written_out: regex.Pattern[str] | None = None
    """What ends with a sign and goes to the engine written out: « n° »."""
    papers: regex.Pattern[str] | None = None
    """Names of newspapers, whose words mean something, where they are names: « dans Le Monde »."""
    identifiers: regex.Pattern[str] | None = None
    """Numbers of companies and persons that are written as amounts are: « SIREN 552 120 222 »."""
    contracted_papers: regex.Pattern[str] | None = None
    """Newspapers, as `rest`, whose article stands in the `word` before it: « au Figaro »."""


NO_RULES = SpanRules()
