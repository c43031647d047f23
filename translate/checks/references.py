"""References: letters and numbers that tell a thing from others, « salle C4 », « figure 3b », stay, in their order.

Numbers that are lost are told by the check `numbers`, letters that are nowhere in the target by `lost_names` where it
sees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from translate.checks.base import PlainCheck, enumerate_found
from translate.checks.letters import iter_lost_letters
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import Language, find_language
from translate.text.compiled import compile_kept
from translate.text.gates import has_digit
from translate.text.late import late, late_plain
from translate.text.numbers.numerals import SPACES
from translate.text.numbers.roman import roman_value

_S = f"[{SPACES}]"
_ALONE = late_plain(r"[\s:][A-Z](?![\w'’])")
_MIXED = late_plain(rf"\d(?:[a-dA-F]|{_S}[bqt])|[A-Z]\.?{_S}?\d")
_CLOSED = late_plain(r"[\s\d][b-hj-z]\)\s")
_UPPER = late_plain(r"\s[IVX]{2}")
_FIGURES = late_plain(r"\d\D+\d")
"""Without these a text has nothing of a kind; most have none of them."""
_WHOLE = r"(?<![\w.,+/§$€£-])"
_LETTER = late(
    rf"(?:(?<=\p{{Ll}}{_S})|(?<=\p{{Ll}}{_S}?:{_S})(?=.[.,;)]|.$))(?P<letter>[A-Z])"
    rf"(?![\p{{L}}\p{{N}}\p{{M}}'’&+/#*°º@_-]|{_S}?°|{_S}\p{{Lu}}[\p{{Ll}}.]|{_S}?[=<>^]|\.(?!\s*$)|{_S}?\)?\.\p{{L}})"
)
"""« bâtiment B », « Classe : D »; no initial, no variable."""
_NUMBERED = late(
    rf"{_WHOLE}(?![234]D)(?P<number>\d{{1,3}})(?:(?P<part>[abcdA-DF])|{_S}(?P<added>bis|ter|quater)(?!\w))"
    rf"(?![\w%°$€£/-]|[.,]\d|{_S}?[:=])"
)
"""« 3b », « 12 bis »; other letters may be units."""
_LETTERED = late(rf"{_WHOLE}(?P<letter>[A-Z])(?P<number>\d{{1,3}})(?![\w%°$€£/-]|[.,]\d|{_S}?[:=])")
_ARTICLE = late(rf"{_WHOLE}(?P<letter>[A-Z])\.?{_S}?(?P<number>\d{{1,4}}-\d+(?:-\d+)*)(?![\w-])")
"""« L. 123-4 », as a code of law numbers its articles."""
_BRACKETED = late(r"(?<![\w(\[])(?P<letter>[b-hj-z])\)(?=\s+\p{Ll})")
_ROMAN = late(
    rf"(?<=\p{{Ll}}{_S})(?P<roman>(?=[IVXL]{{2,}})X{{0,3}}(?:IX|IV|V?I{{0,3}}))(?:-(?P<part>[a-h]))?(?![\w.'’-])"
)


_WORDS = "AI"
"""Letters that are words of a target."""


class _Label(NamedTuple):
    """What a source tells a thing by, at a place, and how a target may have it."""

    start: int
    written: str
    pattern: str


def _check_references(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report references that the target has otherwise, or in another order; `value` is how many."""
    source, target = unit.source.text, unit.target.text
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    if own is other:
        return ()
    labels = list(_iter_labels(source))
    numbers = _iter_numbers(source, own) if has_digit(source) and _FIGURES.search(source) else ()
    lost = [one.written for one in labels if not _compiled(one.pattern).search(target)]
    if lost and (told := {*iter_lost_letters(source, target)}):
        lost = [one for one in lost if one not in told]
    if lost:
        message = f"Missing from the target: {enumerate_found(lost)}."
        return (Issue("references", Severity.WARNING, message, float(len(lost))),)
    if turned := _find_turned(sorted([*labels, *numbers]), target):
        message = f"Not in this order in the target: {enumerate_found(turned)}."
        return (Issue("references", Severity.WARNING, message, float(len(turned))),)
    return ()


def _iter_labels(source: str) -> Iterator[_Label]:
    """Yield the references of a source that have letters."""
    for match in _LETTER.finditer(source) if _ALONE.search(source) else ():
        letter = match["letter"]
        before = source[: match.start()].rsplit(maxsplit=1)[-1]
        number = rf"|(?<!\d){roman_value(letter)}(?!\d)" if letter in "IVXLC" else ""
        small = rf"{letter.lower()}(?![\p{{Ll}} ])" if letter in _WORDS else letter.lower()
        yield _Label(match.start(), f"{before} {letter}", rf"(?<!\p{{L}})(?:{letter}|{small})(?!\p{{Ll}}){number}")
    if has_digit(source) and _MIXED.search(source):
        yield from _iter_mixed(source)
    for match in _BRACKETED.finditer(source) if ")" in source and _CLOSED.search(source) else ():
        yield _Label(match.start(), match[0], rf"(?<!\p{{L}})(?i:{match['letter']})(?!\p{{L}})")
    for match in _ROMAN.finditer(source) if _UPPER.search(source) else ():
        roman, part = match["roman"], match["part"]
        said = rf"(?:(?<!\p{{L}}){roman}|(?<!\d){roman_value(roman)})"
        yield _Label(match.start(), match[0], rf"{said}{_S}?[-.(]?{_S}?{part}(?!\w)" if part else rf"{said}(?!\w)")


def _iter_mixed(source: str) -> Iterator[_Label]:
    """Yield the references of a source that have a number and a letter."""
    for match in _NUMBERED.finditer(source):
        number, part, added = match["number"], match["part"], match["added"]
        said = rf"{_S}?[-.(]?{_S}?(?i:{part})(?!\p{{L}})" if part else rf"{_S}?-?(?:(?i:{added})|[a-dA-D])(?!\w)"
        yield _Label(match.start(), match[0], rf"(?<!\d){number}{said}")
    for match in _LETTERED.finditer(source):
        pattern = rf"(?<!\p{{L}})(?i:{match['letter']}){_S}?[-.]?{match['number']}(?!\d)"
        yield _Label(match.start(), match[0], pattern)
    for match in _ARTICLE.finditer(source):
        pattern = rf"(?<!\w){match['letter']}\.?{_S}*\*?{_S}*{match['number']}(?![\w-])"
        yield _Label(match.start(), match[0], pattern)


def _iter_numbers(source: str, own: Language) -> Iterator[_Label]:
    """Yield the numbers of a source that things are told by: « étape 4 », « vis (3) », « v2.1 »."""
    for match in _numbers(own).finditer(source):
        number = regex.escape(match["number"])
        yield _Label(match.start(), match[0], rf"(?<![\d.,]){number}(?![\d%€$£]|[.,]\d)")


def _find_turned(labels: list[_Label], target: str) -> list[str]:
    """Return references, where the target has each of them once, and not in their order."""
    if len(labels) < 2 or len({one.pattern for one in labels}) < len(labels):
        return []
    places = []
    for label in labels:
        found = [match.start() for match in _compiled(label.pattern).finditer(target)]
        if len(found) != 1:
            return []
        places += found
    return [one.written for one in labels] if places != sorted(places) else []


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


@cache
def _numbers(own: Language) -> regex.Pattern[str]:
    """Return the pattern of a number behind its word, with nothing behind it that it could count."""
    functions = "|".join(sorted(own.function_words))
    sign, number = own.number_sign.read, r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,3})"
    ended = rf"(?=[);]|[,.:](?!\d)|$|{_S}(?:{functions})(?!\w))"
    return compile_kept(
        rf"(?<=\p{{Ll}}{_S}){number}{ended}|(?<=\(){number}(?=\))|(?<!\w)v\.?{_S}?{number}(?![\w%])"
        rf"|(?<=(?<!\w)(?:{sign}){_S}?[°º]?{_S}?){number}(?![\w%€$£/-]|[.,]\d)"
    )


REFERENCES = PlainCheck("references", _check_references)
