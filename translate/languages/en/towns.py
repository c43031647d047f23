"""The preposition of English before a town where something is or happens: *in*, and *at* where one arrives or stops."""

from __future__ import annotations

from translate.text.late import late
from translate.text.proper_names.towns import TownForms

_ENDED = "|".join(
    """
    aim laugh look point shout smil star wav arriv stop call land dock moor join defeat battle chang
    victor won lost beat meet play surrender rout halt
    """.split()
)
_HOUSES = "|".join(
    """
    airport station university college school hospital stadium port city town cathedral prison court castle high
    """.split()
)
TOWNS = TownForms(
    at=late(
        rf"(?<!\b(?:{_ENDED})\w*(?:\s[\w'’-]+){{0,4}}\s)(?<!\w)at(?=\s(?P<town>\p{{Lu}}[\p{{L}}'’-]+)"
        rf"(?:\s?[.,;:!?)]|\s(?!(?:{_HOUSES})\b)\p{{Ll}}|\Z))"
    ),
    within="in",
    at_house="at",
    definite="the",
    along=late(r"(?<!\w)in(?= the (?:Boulevard|Avenue|Esplanade) \p{Lu})"),
    on="on",
)
