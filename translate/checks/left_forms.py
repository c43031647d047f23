"""Short forms that a target has as its source writes them: « 3×/j », « 2 cp », and the words a model was asked with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import regex

from translate.languages import Language
from translate.text.amounts.measures import FoundMeasure, HourRange, Hours, Money
from translate.text.amounts.units import unit_at
from translate.text.compiled import compile_kept
from translate.text.late import late
from translate.text.words import split_lowered

_NUMBER = late(r"(?:[\d.,½¼¾\u00a0\u202f -]*\d|[½¼¾])(?=\P{L}*\p{L})")
_CLOCK = late(r"(?<!\d)\d{1,2}\p{L}\d\d(?!\d)")


def iter_left_forms(source: str, target: str, own: Language, other: Language) -> Iterator[str]:
    """Yield the short forms of the source's measures that its language alone has, and that stand in the target too.

    A model gets many of them in words, « 30 euros par an »; words of these that it left behind are yielded too.
    """
    yield from _iter_left_ordinals(source, target, own, other)
    pairs: set[tuple[str, str]] | None = None
    for measure in own.find_measures(source) if own.find_measures else ():
        written = source[measure.start : measure.end]
        if isinstance(measure.value, Hours | HourRange):  # « 7h05 »; `9 h` may be a duration
            yield from (time for time in _CLOCK.findall(written) if _stands_in(target, time))
        elif _is_left(measure, written, target, own, other):
            yield written
        elif len(asked := split_lowered(measure.asked)) > 1:
            pairs = set(pairwise(split_lowered(target))) if pairs is None else pairs
            small = own.function_words - other.function_words - other.determiners  # « a » is English too
            left = (pair for pair in pairwise(asked) if pair in pairs and not small.isdisjoint(pair))
            yield from (" ".join(pair) for pair in left)


def _iter_left_ordinals(source: str, target: str, own: Language, other: Language) -> Iterator[str]:
    """Yield ordinals in figures, « 2e étage », that a target has as the source; not those of names, « 1er Mai »."""
    if not own.numerals.ordinal_endings or not other.numerals.ordinal_endings:
        return
    endings = tuple(one for one in own.numerals.ordinal_endings if one not in other.numerals.ordinal_endings)
    is_shouted = source.isupper() and target.isupper()
    pattern = _ordinal(endings, is_shouted=is_shouted)
    found = {match[0].lower() for match in pattern.finditer(source)}
    yield from (match[0] for match in pattern.finditer(target) if found and match[0].lower() in found)


@cache
def _ordinal(endings: tuple[str, ...], *, is_shouted: bool) -> regex.Pattern[str]:
    """Return a pattern of an ordinal before a word that is no name."""
    following, flags = ("", regex.IGNORECASE) if is_shouted else (r"(?= \p{Ll})", 0)
    return compile_kept(rf"(?<![\w.,%+-])\d{{1,2}}(?:{'|'.join(endings)})(?!\w){following}", flags)


def _is_left(measure: FoundMeasure, written: str, target: str, own: Language, other: Language) -> bool:
    """Tell whether a number with a short form behind it stands in a target, in whose language it is none."""
    if isinstance(measure.value, Money) or not _stands_in(target, written):
        return False
    number = _NUMBER.match(written)
    if number is None or unit_at(written, number.end(), other.units)[0]:
        return False
    if measure.value is not None and other.write_measure is not None:
        return other.write_measure(measure.value).said != written
    return bool(measure.asked) and measure.asked != written


def _stands_in(target: str, written: str) -> bool:
    if written not in target:
        return False
    before = r"(?<![\p{L}\d+*/^=-])" if written[0].isalnum() else ""
    return regex.search(rf"{before}{regex.escape(written)}(?![\p{{L}}\d])", target) is not None
