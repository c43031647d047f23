"""What has a code behind it in French texts, « commande CMD-12 »: where it stands, and what it is.

A small model puts the code before it, *CMD-12 command*.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.amounts.measures import Coded, FoundMeasure
from translate.text.gated import gated

_SENSES = {"commande": "order", "facture": "invoice", "dossier": "file", "contrat": "contract", "colis": "parcel"}
_CODED = gated(
    rf"(?<![\w-])(?P<word>{'|'.join(_SENSES)})[ \u00a0\u202f]"
    r"(?P<code>\p{Lu}{1,5}[-/_]?\d[\dA-Z]*(?:[-/_.][\dA-Z]+)*)(?![\w-])",
    regex.I,
)


def find_coded(text: str) -> Iterator[FoundMeasure]:
    """Yield the things of a French text that have a code behind them."""
    for match in _CODED.finditer(text):
        if match["code"].isupper():
            sense = _SENSES[match["word"].lower()]
            sense = sense[0].upper() + sense[1:] if match[0][0].isupper() else sense
            yield FoundMeasure(*match.span(), match[0], Coded(sense, match["code"]))
