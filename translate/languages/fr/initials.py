"""Initials of French invoices, « TTC », « TVA »: a text comes in, where they stand and what they mean goes out.

A small model copies them, or drops them with what they stand beside.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.text.amounts.measures import FoundMeasure, Meaning
from translate.text.gated import gated
from translate.text.late import late

_NUMBER = late(r"(?<!\w)[nN](?:[°º]|uméro)\s?(?:de\s)?TVA(?:\sintra(?:communautaire|com\.?))?(?!\w)")
_TAX = late(r"(?<![\w-])TVA(?![\w-])")
_WITH_TAX = late(r"(?<![\w-])(?:(?<!PU\s|U\.\s)TTC(?![\w-])|T\.T\.C(?:\.(?!\s*\Z))?)")
_WITHOUT_TAX = late(
    r"(?<=(?:€|£|\$|(?<!\w)(?:CHF|EUR|F|[Ee]uros?|[Ff]rancs|[Pp]rix|PRIX|[Mm]ontants?|MONTANTS?|[Tt]ota(?:l|ux)|TOTAL"
    r"|[Tt]arifs?|TARIFS?|CA|affaires|[Cc]oût|[Vv]aleur|unitaires?|mensuel(?:le)?|annuel(?:le)?))\s)"
    r"(?:HT(?![\w-])|H\.T(?:\.(?!\s*\Z))?)"
)
_SPACE = "[ \u00a0\u202f]"
_CHARGES = late(
    rf"(?<=(?:€|\d|(?<!\w)(?:loyer|mois))\s?)(?:(?P<all>CC|charges{_SPACE}comprises)|HC|hors{_SPACE}charges)(?!\w)"
)
_UNIT_PRICE = late(r"(?<![\w.-])P\.?U\.?\s(?:H\.?T(?:\.(?!\s*\Z)|(?![\w-]))|(?P<with>TTC)(?![\w-]))")
_AMOUNT = late(r"\d\s?(?:€|euros?)\s\Z")
"""Behind it a model copies what is meant."""
_HINT = gated(r"T\.?T\.?C|TVA|H\.?T|CC|HC|charges")


def find_initials(text: str) -> Iterator[FoundMeasure]:
    """Yield the initials that say of a price whether the tax is in it, and those of the tax; those that say of a
    rent whether charges are in it."""
    if not _HINT.search(text):
        return
    for match in _NUMBER.finditer(text):
        yield FoundMeasure(*match.span(), "", Meaning("VAT number", is_many=False))
    for match in _UNIT_PRICE.finditer(text):
        tax = "incl." if match["with"] else "excl."
        yield FoundMeasure(*match.span(), "", Meaning(f"unit price {tax} VAT", is_many=False))
    for match in _TAX.finditer(text):
        yield FoundMeasure(*match.span(), "", Meaning("VAT", is_many=False))
    for pattern, asked, meaning in ((_WITH_TAX, "TTC", "incl. VAT"), (_WITHOUT_TAX, "HT", "excl. VAT")):
        for match in pattern.finditer(text):
            is_beside = _AMOUNT.search(text, 0, match.start())
            yield FoundMeasure(*match.span(), "" if is_beside else asked, Meaning(meaning, is_many=False))
    for match in _CHARGES.finditer(text):
        meaning = "incl. charges" if match["all"] else "excl. charges"
        yield FoundMeasure(*match.span(), "", Meaning(meaning, is_many=False))
