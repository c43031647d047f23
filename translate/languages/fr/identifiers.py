"""Numbers of companies, persons and articles of law in French texts, which are no amounts: « SIREN 552 120 222 »."""

from __future__ import annotations

from translate.text.late import late

_SPACE = "[ \u00a0\u202f]"
IDENTIFIERS = late(
    rf"(?<=(?<!\w)(?:SIREN|RCS(?:{_SPACE}\p{{Lu}}[\p{{L}}-]+)?(?:{_SPACE}[AB])?)(?:{_SPACE}?:|{_SPACE}n°)?{_SPACE}?)"
    rf"\d{{3}}(?:{_SPACE}\d{{3}}){{2}}(?!{_SPACE}?\d|\w)"
    rf"|(?<![\w.,])[12]{_SPACE}\d\d{_SPACE}(?:0[1-9]|1[0-2]){_SPACE}(?:\d\d|2[AB]){_SPACE}\d{{3}}{_SPACE}\d{{3}}"
    rf"(?:{_SPACE}\d\d)?(?!{_SPACE}?\d|\w)"
    rf"|(?<![\w.,+-]|\d{_SPACE})(?!(?:19|20)\d\d{_SPACE}(?:19|20)\d\d)\d{{4}}(?:{_SPACE}\d{{4}})+(?:{_SPACE}[A-Z])?(?![\w-])(?!{_SPACE}\d)"
    rf"|(?<=(?<!\w)(?i:art(?:icles?|\.)){_SPACE}(?:(?:[LRD]\.{_SPACE}?\*?\d[\d-]*\d(?:,{_SPACE}|{_SPACE}(?:et|ou|à){_SPACE}))*))"
    rf"[LRD]\.{_SPACE}?\*?\d[\d-]*\d(?!\w)"
)
