"""What French says besides: phrases that a translation may leave out, and nothing is lost."""

from __future__ import annotations

ASIDES = (
    r"par exemple",
    r"d['’]autre part|d['’]une part",
    r"s['’]il (?:vous|te) pla[iî]t",
    r"en effet",
    r"d['’]ailleurs",
    r"de toute façon|d['’]une manière ou d['’]une autre",
    r"par ailleurs|en outre",
    r"de nos jours",
    r"à vrai dire",
)
