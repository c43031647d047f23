"""What French writes before the number of an invoice, and says before one that is a name: « le numéro 512 487 903 »."""

from __future__ import annotations

from translate.text.numbers.number_signs import NumberSign

_SPACE = "[ \u00a0\u202f]"
_OF = rf"(?:{_SPACE}d(?:e{_SPACE}|u{_SPACE}|e{_SPACE}la{_SPACE}|['’])[^\W\d_]+)?(?:{_SPACE}est{_SPACE}le)?"
"""Behind « numéro »: of what, and « est le »."""
NUMBER_SIGN = NumberSign(
    read="n[°º]",
    written="n°",
    words=rf"(?:numéro{_OF}|matricule|siret|siren|rcs|dossier|référence|réf\.|tél\.|téléphone){_SPACE}?:?{_SPACE}?",
)
