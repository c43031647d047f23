"""What stands beside French measures, « à 20 °C », « mg/j », « kWh/an »: where it stands, and what it means.

A model takes « à » behind a measure for *to*, and what it has behind a stroke it copies.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.languages.fr.first_names import FIRST_NAMES
from translate.languages.fr.places import PLACES
from translate.text.amounts.measures import FoundMeasure, Link, Per, Rate
from translate.text.late import late

_SPACE = "[ \u00a0\u2009\u202f]"
_AT = late(
    rf"(?<=\d{_SPACE}?[mc]?[lLgG]{_SPACE})à(?={_SPACE}\d+(?:,\d+)?{_SPACE}?%)"
    rf"|(?<=(?<!°)\p{{L}}{_SPACE})à(?={_SPACE}[-−+]?\d+(?:,\d+)?{_SPACE}?°[CF])"
    rf"|(?<=(?:ans?|mois|jours?){_SPACE})à(?={_SPACE}\d+(?:,\d+)?{_SPACE}?%)"
    rf"|(?<=pH{_SPACE}(?:est{_SPACE})?(?:de{_SPACE})?\d+(?:,\d+)?{_SPACE})à(?={_SPACE}\d+{_SPACE}?°[CF])"
    rf"|(?<=(?:ch|kW|N·?m)\)?{_SPACE})à(?={_SPACE}\d[\d{_SPACE[1:-1]}]*(?:tr|tours)(?!\w))|(?<=rappel{_SPACE})à(?={_SPACE}\d+{_SPACE}(?:mois|ans|jours|semaines)(?!\w))"
)
_NUMBER_OF_HOUSE = late(
    rf"(?<=(?<!\w)(?:habit|viv|résid|demeur|log|domicili)\p{{L}}*{_SPACE}|(?<!\w)vi[ts]{_SPACE})au"
    rf"(?={_SPACE}\d{{1,4}}(?:{_SPACE}?(?:bis|ter))?,?{_SPACE}(?:rue|avenue|boulevard|place|quai|chemin|allée|impasse|route))",
    regex.I,
)
_WITHIN = late(rf"(?<![\w'’-])[Ss]ous(?={_SPACE}\d+{_SPACE}?(?:h|heures|jours?|j|semaines|mois|min|minutes)(?!\w))")
_OF_TIME = late(
    rf"(?<=(?<!\w)(?:train|bus|car|bateau|ferry){_SPACE})de(?={_SPACE}\d{{1,2}}{_SPACE}?h(?:{_SPACE}?\d\d)?(?![\w/]))",
    regex.I,
)
"""What leaves at a time: « le train de 8 h »."""
_NUMBER_NAME = r"(?:\w*\.)?(?:n|(?:nb|max|total|count|nombre)\w*)"
_COUNTED = rf"(?:\$?\{{+{_SPACE}?(?:\d|{_NUMBER_NAME}{_SPACE}?\}})|%(?:\({_NUMBER_NAME}\)|\d\$)?\d*[ds])"
_OF_ALL = late(
    rf"(?<![Pp]ages?{_SPACE}[{{%$]\S{{1,9}}{_SPACE})(?<={_COUNTED}\}}?{_SPACE}(?:\p{{L}}{{3,}}{_SPACE}){{0,3}})sur(?={_SPACE}{_COUNTED})",
    regex.I,
)
"""Between two placeholders: « {0} sur {1} »."""
_MARRIED_AT = late(
    rf"(?<=(?<!\w)mari(?:é|ée|és|ées|er|ent|e|ai(?:t|ent)){_SPACE}(?:\w+ment{_SPACE})?)(?<!\A(?-i:Marié) )à"
    rf"(?={_SPACE}(?P<town>(?-i:\p{{Lu}})[\p{{L}}-]+)(?![\w-]|{_SPACE}(?-i:\p{{Lu}})))",
    regex.I,
)
"""Before a town, which nobody marries."""
_TO_BEFORE = late(
    r"(?<!\w)(?:(?:pré|ré)?chauff|mont|port|descend|baiss|abaiss|él[eè]v|refroid|pass|ramen)\p{L}*(?:\s[\w'’]+){0,4}\s\Z",
    regex.I,
)
"""What makes *to* of « à » before a temperature: it changes."""
_WINDOW = 80
"""Characters that are looked at for such a word."""
_PER = late(
    rf"(?<=\d{_SPACE}?(?!(?:[xXf]|h|fois)/)[\p{{L}}µ]{{1,4}}[²³]?(?:/\p{{L}}{{1,3}}[²³]?)?|(?<!\S)\d{_SPACE}(?!fois/)\p{{Ll}}{{3,}}[.]?(?:{_SPACE}\p{{Ll}}{{3,}})?)/(?P<unit>an|mois|semaine|jour|j|personne|habitant)"
    r"(?!\w)"
)
_DAYS_PER = late(rf"(?<![\w.,])(?P<amount>[1-6]){_SPACE}?j/(?P<per>semaine|sem(?:\.|(?!\w)))")
_UNITS = {
    "an": "year", "mois": "month", "semaine": "week", "jour": "day", "j": "day", "personne": "person",
    "habitant": "inhabitant",
}  # fmt: skip


def find_rates(text: str) -> Iterator[FoundMeasure]:
    """Yield what stands beside the measures of a French text, kind by kind."""
    for match in _AT.finditer(text) if "à" in text else ():
        if not _TO_BEFORE.search(text, max(0, match.start() - _WINDOW), match.start()):
            yield FoundMeasure(*match.span(), "", Link("at"))
    for match in _WITHIN.finditer(text) if "ous " in text else ():
        yield FoundMeasure(*match.span(), "Within" if match[0][0] == "S" else "within")
    for match in _OF_TIME.finditer(text) if "de " in text else ():
        yield FoundMeasure(*match.span(), "à")
    for match in _OF_ALL.finditer(text) if "{" in text or "%" in text else ():
        yield FoundMeasure(*match.span(), "", Link("of"))
    for match in _NUMBER_OF_HOUSE.finditer(text) if "au " in text else ():
        yield FoundMeasure(*match.span(), "", Link("at"))
    for match in _MARRIED_AT.finditer(text) if "à " in text and "mari" in text.lower() else ():
        if match["town"].lower() in PLACES - FIRST_NAMES:
            yield FoundMeasure(*match.span(), "in")
    for match in _DAYS_PER.finditer(text) if "j/" in text else ():
        yield FoundMeasure(*match.span(), "", Rate(match["amount"], "day", "week"))
    for match in _PER.finditer(text) if "/" in text else ():
        yield FoundMeasure(*match.span(), "", Per(_UNITS[match["unit"]]))
