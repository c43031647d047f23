"""Varieties of one language, which spell some words otherwise: what of a text belongs to another variety."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from translate.records import dataclass
from translate.text.compiled import compile_plain
from translate.text.dates.months import Months
from translate.text.late import late_plain
from translate.text.words import iter_words, split_lowered

_AFTER_WORD = late_plain(r"[\w@\\/]|[.=:][^\W\d]")
_BEFORE_WORD = "/@#\\_$%&.=+~<"
_STARTS = frozenset('.!?:…\n"“«([')
"""What a sentence ends with, or begins after."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_FIGURES = late_plain(r"\d+")
_ENDINGS = late_plain(r"(?<=\d)[^\W\d]+")
_YEAR = r"(?P<year>[12]\d{3})(?![\w/]|[.,]\d)"


@dataclass(frozen=True, slots=True, eq=False)
class Variety:
    """How a language is spelled in some regions."""

    name: str
    """In English: `British English`."""
    regions: frozenset[str]
    """ISO 3166 codes of where it is written so."""
    words: Mapping[str, str]
    """By a word as another variety spells it, small: its own spelling."""
    telling: frozenset[str]
    """Keys of `words` that this variety never has: where one stands, the text is spelled as the other one."""
    begin_no_name: frozenset[str]
    """Keys of `words` such as participles: where a sentence begins with one, a name may follow."""
    names: Mapping[str, str]
    """Names of several words that are spelled in one way everywhere; by each as it may be written, small."""
    is_month_first: bool
    """`May 3, 2026`, not *3 May 2026*."""
    joints: tuple[str, ...]
    """What stands between the days of one month: words and dashes."""


def find_variety(varieties: Sequence[Variety], code: str) -> Variety | None:
    """Return the variety of a BCP 47 code; None where it names no region, or one of which nothing is known."""
    region = code.rpartition("-")[2].upper() if "-" in code else ""
    return next((variety for variety in varieties if region in variety.regions), None)


@dataclass(frozen=True, slots=True)
class Respelling:
    """Characters [start, end) of a text that another variety spells so, and the spelling of the own one."""

    start: int
    end: int
    text: str
    is_telling: bool = True


def iter_respelled(
    text: str, variety: Variety, *, kept: Collection[str] = (), has_names: bool = True
) -> Iterator[Respelling]:
    """Yield the words that `variety` spells otherwise, in order.

    Names stay: words with a capital that does not begin a sentence, and those beside one. Parts of addresses, file
    names and identifiers stay too.

    :param kept: words that stay, as they are written.
    :param has_names: False where the whole text is in capitals, so that these tell of no name.
    """
    lowered = split_lowered(text)
    has_name = not _misspelled(variety).isdisjoint(lowered)
    if not has_name and variety.words.keys().isdisjoint(lowered):
        return
    places = [(match.start(), match.end(), match[0]) for match in iter_words(text)]
    known = [word.lower() in variety.words for _, _, word in places]
    names = list(_iter_names(text, variety)) if has_name else []
    named = bytearray(len(text) if names else 0)
    for start, end, new in names:
        named[start:end] = b"\1" * (end - start)
        if text[start:end] != new:
            yield Respelling(start, end, new)
    for number, (start, end, word) in enumerate(places):
        if not known[number] or word in kept or _is_code(text, start, end):
            continue
        if any(named[start:end]):
            continue
        following = places[number + 1] if number + 1 < len(places) else None
        small = word.lower()
        if small in variety.begin_no_name:
            following = None
        if has_names and word[0].isupper() and not _begins(text, start, end, following):
            continue
        yield Respelling(start, end, _with_case(variety.words[small], word), small in variety.telling)


def _iter_names(text: str, variety: Variety) -> Iterator[tuple[int, int, str]]:
    for match in _names_pattern(tuple(variety.names)).finditer(text):
        name = variety.names[match[0].lower()]
        yield (
            match.start(),
            match.end(),
            name.upper() if match[0].isupper() else name if match[0][0].isupper() else match[0],
        )


@cache
def _misspelled(variety: Variety) -> frozenset[str]:
    """Return the words of its names, small, that are spelled in two ways."""
    spellings: dict[str, set[str]] = {}
    for spelled, name in variety.names.items():
        spellings.setdefault(name, set()).update(spelled.split())
    return frozenset(word for name, words in spellings.items() for word in words if len(words) > len(name.split()))


@cache
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return compile_plain(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def find_capitalised(source: str) -> frozenset[str]:
    """Return the words of a source that have a capital though no sentence begins with them: names, most of them."""
    return frozenset(m[0] for m in iter_words(source) if m[0][0].isupper() and not _is_first(source, m.start()))


def _is_code(text: str, start: int, end: int) -> bool:
    """Tell whether a word is a part of an address, a file name or an identifier."""
    before = text[start - 1 : start]
    return (bool(before) and before in _BEFORE_WORD) or before.isdigit() or bool(_AFTER_WORD.match(text, end))


def _begins(text: str, start: int, end: int, following: tuple[int, int, str] | None) -> bool:
    """Tell whether a word with a capital has it because a sentence begins, and no name."""
    if following is not None and following[2][0].isupper() and text[end : following[0]] in (" ", "-", "\u00a0"):
        return False
    return _is_first(text, start)


def _is_first(text: str, start: int) -> bool:
    """Tell whether a sentence, or a quotation or what stands in brackets, begins with the word at `start`."""
    first = start
    while first and not text[first - 1].isalnum():
        first -= 1
    is_initial = text[first : first + 1] == "." and not text[max(first - 2, 0) : first - 1].isalnum()
    return not first or (not is_initial and not _STARTS.isdisjoint(text[first:start]))


def _with_case(new: str, old: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new[0].upper() + new[1:] if old[0].isupper() else new


def iter_reordered(
    text: str, variety: Variety, months: Months, weekdays: Collection[str], dates: Collection[tuple[int, int]]
) -> Iterator[Respelling]:
    """Yield the dates with a day whose order is that of another variety, in the order of `variety`.

    Endings (`May 3rd`), articles and commas are those of its order too.

    :param weekdays: the names of the days of the week, small; in one of the orders a comma follows them.
    :param dates: the months and days that are known to be dates: `May 3` may be a verb and a number.
    """
    if not months.numbers:
        return
    names = tuple(sorted(weekdays))
    taken = bytearray(len(text))
    for is_month_first, joints in product((not variety.is_month_first, variety.is_month_first), (variety.joints, ())):
        for match in _dates_pattern(months, names, joints, is_month_first).finditer(text):
            month = months.numbers[match["month"].lower().rstrip(".")]
            last = int(_FIGURES.findall(match["days"])[-1])
            is_date = match["month"][0].isupper() and (month, last) in dates
            if not is_date or any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"\1" * len(match[0])
            new = _reordered(match, is_month_first=variety.is_month_first)
            if new != match[0]:
                yield Respelling(match.start(), match.end(), new)


def _reordered(match: re.Match[str], *, is_month_first: bool) -> str:
    weekday, month, year = match["weekday"], match["month"], match["year"]
    days = _ENDINGS.sub("", match["days"])
    if is_month_first:
        return (f"{weekday}, " if weekday else "") + f"{month} {days}" + (f", {year}" if year else "")
    return (f"{weekday} " if weekday else "") + f"{days} {month.rstrip('.')}" + (f" {year}" if year else "")


@cache
def _dates_pattern(
    months: Months, weekdays: tuple[str, ...], joints: tuple[str, ...], is_month_first: bool
) -> re.Pattern[str]:
    """Return what finds dates that are written with the month first, or the day first."""
    names = "|".join(sorted(months.numbers, key=len, reverse=True))
    ending = rf"(?:{'|'.join(map(re.escape, months.day_endings))})?" if months.day_endings else ""
    joint = "|".join(rf"\s{re.escape(one)}\s" if one.isalpha() else re.escape(one) for one in joints)
    day = rf"{_DAY}{ending}"
    days = rf"(?P<days>(?:{day},\s){{0,5}}{day}(?:{joint}){day})" if joint else f"(?P<days>{day})"
    weekday = rf"(?:\b(?P<weekday>{'|'.join(weekdays)}),?\s(?:the\s)?)?" if weekdays else "(?P<weekday>(?!))?"
    between = "".join(rf"(?:{re.escape(one)}\s)?" for one in months.joints)
    if is_month_first:
        month, after = rf"\b(?P<month>(?:{names})\b\.?)", rf"(?![\w/]|[.,:]\d|%|\s(?:{names})\b)"
        return compile_plain(rf"{weekday}{month}\s(?:the\s)?{days}{after}(?:,?\s{_YEAR})?", re.IGNORECASE)
    the = r"(?:the\s(?=\d+[^\W\d]))?"
    month = rf"(?P<month>(?:{names})\b(?:\.(?=,?\s[12]\d{{3}}))?)(?!\.\s(?-i:[a-z]))"
    return compile_plain(rf"{weekday}(?<![\w.,/:-]){the}{days}\s{between}{month}(?:,?\s{_YEAR})?", re.IGNORECASE)
