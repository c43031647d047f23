"""Signs of measures that few vocabularies have, `×` `±` `µ` `N·m`: a text comes in, their plain spelling goes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from translate.text.late import late, late_plain

_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = rf"(?<![\w.,])\d{{1,3}}(?:(?:{_SPACE}\d{{3}})+|\d*)(?:[.,]\d+)?"
_SIGNED_UNIT = r"(?=[\p{L}²³/⁻¹]*[·⋅⁻µμΩ])[\p{L}Ω]+[²³]?(?:[·⋅/.]\p{L}+[²³]?|[·⋅/]?[\p{L}Ω]*⁻[¹²³])*(?![\w·⋅⁻])"
_HINT = late_plain("[×±≤≥µμΩ·⋅⁻⁰-⁹₀-₉²³¹¼-¾⅐-⅞⁄]")
_FINDERS = (
    late(rf"{_NUMBER}(?:{_SPACE}?(?:[cmk]?m|[cm]?[lL]|k?g))?{_SPACE}?×(?={_SPACE}?\d|(?![\w/×]))"),
    late(rf"[±≤≥]{_SPACE}?[-−]?\d+(?:[.,]\d+)?(?:{_SPACE}?{_SIGNED_UNIT})?"),
    late(rf"(?<!\w)(?:\d+{_SPACE}?)?[¼-¾⅐-⅞](?!\w)|(?<![\w⁄])\d+⁄\d+(?![\w⁄])"),
    late(rf"{_NUMBER}{_SPACE}?{_SIGNED_UNIT}"),
    late(r"(?<![^\W\d_])(?:[kcmdhµ]m|m|h?a|ft|in)[²³](?!\w)"),
    late(r"(?<!\w)(?:[A-Z][a-z]?[₀-₉]*)*[A-Z][a-z]?[₀-₉]+(?:[A-Z][a-z]?[₀-₉]*)*(?!\w)"),
)
"""A number of times, signs before a number, fractions, units of several signs, powers of lengths, chemistry."""
_POWER = late(r"[·⋅]?(?P<unit>[\p{L}]+)⁻(?P<power>[¹²³])")
_PLAIN = {"×": "x", "±": "+/-", "≤": "<=", "≥": ">=", "·": ".", "⋅": ".", "µ": "u", "μ": "u", "Ω": "ohm"}
_FRACTION = late(r"(?<=\d)(?=[¼-¾⅐-⅞])")


def find_signs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the characters [start, end) that have such signs, with the number before them, and how they are spelled.

    Kind by kind, in no order; they may overlap.
    """
    if _HINT.search(text):
        for finder in _FINDERS:
            for match in finder.finditer(text):
                yield *match.span(), spell_plainly(match[0])


def spell_plainly(written: str) -> str:
    """Return what stands for signs where there are none: `4 mL·min⁻¹` is `4 mL/min`, `1½` is `1 1/2`."""
    text = _POWER.sub(lambda match: f"/{match['unit']}" + match["power"].replace("¹", ""), written)
    text = _FRACTION.sub(" ", text)
    text = "".join(_PLAIN.get(character, character) for character in text)
    return unicodedata.normalize("NFKC", text).replace("⁄", "/")
