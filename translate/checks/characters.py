"""Characters: signs that no reader should meet, writing systems that do not belong, and capitals."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from translate.checks.base import PlainCheck, quote, split_words, words_of
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit, Variant
from translate.languages import find_language
from translate.text.late import late_plain

# Controls but tab and line ends, zero-width and direction marks, tags, private use, the replacement signs.
_BROKEN = late_plain(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2047\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
# Those that a reader does not see at all, and text from the web is full of.
_INVISIBLE = frozenset("\u200b\u200e\u200f\u2028\u2029\u202a\u202c\u202d\u2060\ufeff")
# By what opens another direction, what closes it (https://unicode.org/reports/tr9, 3.1).
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_DIRECTIONS = late_plain("[\u202a-\u202e\u2066-\u2069]")
# UTF-8 read as Windows-1252: its first byte is then one of these letters, and what follows no letter of a word.
_MOJIBAKE = late_plain(
    "\u00c3[\u0080-\u00bf]|\u00e2€[\u0080-\u00bf™\u0153“”¦˜]|\u00c2[\u00a0-\u00bf]|\u00ef»¿|\u00f0\u0178"
)
_LATIN_ONLY = late_plain(r"[^\x00-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u2bff\u3000-\u303f]")
_LATIN = "Latn"
_GREEK_OR_SIGN = ("GREEK", "MICRO", "OHM")
_MIN_SHARE, _LONGEST_UNIT = 0.75, 3
"""Share of capitals among the letters of what is in capitals, and letters of what may be small in it: `kg`."""


def _check_characters(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report control characters, invisible ones, unknown pieces (⁇) and broken encodings; `value` is how many.

    Direction marks without their partner come first: they show what stands behind them in another order than it has.
    """
    source, target = unit.source.text, unit.target.text
    if target.isascii() and target.isprintable():
        return ()
    broken = _BROKEN.findall(target)
    issues = []
    if broken and (unpaired := _unpaired(target)) and not _unpaired(source):
        listed = ", ".join(_describe(sign) for sign in dict.fromkeys(unpaired))
        message = f"The target has direction marks that open or close nothing: {quote(listed, 120)}."
        issues.append(Issue("characters", Severity.ERROR, message, float(len(unpaired))))
    if broken:
        known = set(source)
        own = [sign for sign in broken if sign not in known]
        listed = ", ".join(_describe(sign) for sign in dict.fromkeys(broken))
        whose = "The target has" if own else "Both sides have"
        is_worse = any(sign not in _INVISIBLE for sign in own)
        severity = Severity.ERROR if is_worse else Severity.WARNING
        message = f"{whose} characters that cannot be read: {quote(listed, 120)}."
        issues.append(Issue("characters", severity, message, float(len(broken))))
    mojibake = _MOJIBAKE.findall(target)
    if mojibake:
        severity = Severity.WARNING if _MOJIBAKE.search(source) else Severity.ERROR
        message = f'The target has been decoded with a wrong encoding: "{mojibake[0]}".'
        issues.append(Issue("characters", severity, message, float(len(mojibake))))
    return issues


def _unpaired(text: str) -> list[str]:
    """Return the direction marks of a text that nothing closes, or that close nothing."""
    opened, found = list[str](), list[str]()
    for sign in _DIRECTIONS.findall(text):
        if sign in _CLOSED_BY:
            opened.append(sign)
        elif sign not in map(_CLOSED_BY.get, opened):
            found.append(sign)
        else:
            while _CLOSED_BY[last := opened.pop()] != sign:  # the end of what is around ends what is within
                found.append(last)
    return found + opened


def _describe(sign: str) -> str:
    return f"U+{ord(sign):04X} {unicodedata.name(sign, 'control character')}"


def _check_script(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report letters of a writing system that neither the target's language nor the source has; `value` is how many."""
    target = unit.target.text
    if target.isascii() or find_language(unit.target.language).script != _LATIN:
        return ()
    foreign = [sign for sign in _LATIN_ONLY.findall(target) if sign.isalpha()]
    if not foreign:
        return ()
    known = set(unit.source.text)
    own = [sign for sign in foreign if sign not in known and not _is_sign(sign)]
    if not own:
        return ()
    severity = Severity.ERROR if len(own) >= config.min_foreign_letters else Severity.WARNING
    message = f"The target has letters of another writing system: {quote(''.join(dict.fromkeys(own)))}."
    return (Issue("script", severity, message, float(len(own))),)


def _is_sign(sign: str) -> bool:
    """Tell whether `sign` is a letter that formulas use in any language, such as β and µ."""
    return unicodedata.name(sign, "").startswith(_GREEK_OR_SIGN)


def _check_capitals(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report capitals throughout on one side only, and a small first letter for a large one; `value` counts words."""
    source, target = unit.source.text, unit.target.text
    source_upper, target_upper = _is_in_capitals(unit.source), _is_in_capitals(unit.target)
    if source_upper != target_upper:
        upper = words_of(unit.source if source_upper else unit.target)
        words = [word for word in split_words(upper) if len(word) > 3]
        if len(words) > 1:
            whose, other = ("source", "target") if source_upper else ("target", "source")
            message = f"The {whose} is all in capitals, the {other} is not."
            return (Issue("capitals", Severity.WARNING, message, float(len(words))),)
    first, second = source.lstrip("«“\"'( —–-\u00a0\u202f")[:1], target.lstrip("«“\"'‘( —–-\u00a0\u202f")[:1]
    if first.isupper() and second.islower():
        message = f'The source begins with a capital, the target with "{second}".'
        return (Issue("capitals", Severity.INFO, message, 1.0),)
    return ()


def _is_in_capitals(side: Variant) -> bool:
    """Tell whether a side is in capitals, names such as « NaOH » and units apart."""
    if side.text.isupper() or side.text.islower():
        return side.text.isupper()
    text = words_of(side)
    if any(word.isalpha() and len(word) > _LONGEST_UNIT and not word.isupper() for word in text.split()):
        return False
    letters = sum(map(str.isalpha, text))
    return sum(map(str.isupper, text)) > _MIN_SHARE * letters and all(
        word.isupper() for word in split_words(text) if len(word) > _LONGEST_UNIT
    )


CHARACTERS = PlainCheck("characters", _check_characters)
SCRIPT = PlainCheck("script", _check_script)
CAPITALS = PlainCheck("capitals", _check_capitals)
