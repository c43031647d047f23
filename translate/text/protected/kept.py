"""Finds in a text what the table of kinds lists: a text comes in, the places of what must not change go out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from translate.records import dataclass
from translate.text.late import late, late_plain
from translate.text.overlaps import set_apart
from translate.text.protected.figured import FIGURED, FIGURED_BEGIN
from translate.text.protected.kind_table import (
    LETTERED,
    LETTERED_BEGIN,
    MESSAGE,
    PICTURED,
    SIGNED,
    TAGS,
)
from translate.text.protected.kinds import Family, Kind
from translate.text.protected.messages import is_deeply_nested
from translate.text.protected.unbroken import UNBROKEN

if TYPE_CHECKING:
    import regex

OMITTED = "…"
_SIGN = late_plain(
    r"[`@{}%$\\/#|⁰¹²³⁴-⁹._(\[:-](?:(?<=[`@{}%$\\/#|⁰¹²³⁴-⁹])|(?<=[\w*?-]\.)[A-Za-z*]|(?<=\w_)\w|(?<=\()\)|(?<=\[)\["
    r"|(?<=-)(?<!\w-)-?[A-Za-z]|(?<=:)[\w+-]+:)"
)
_DIGIT = late_plain(r"\d")
_FIGURE = late_plain(r"\d[A-Za-z:'’\"″°+/-]|\d\.\d+\.|[A-Za-z+(.-]\d|[A-Z][ /-]\d|\d[ .-]\d\d|\d{7}|\d [A-Z]{2}|::")
# One class of first characters, which the engine skips to.
_LETTER = late_plain(
    r"[A-Z+\-0-9₀-₉](?:(?<=[a-z)][A-Z])|(?<=[A-Za-z\d][+-])(?=[\s,.;)]|$)|(?<=[A-Z]\d)|(?<=[A-Z][a-z]\d)|(?<=[₀-₉])"
    r"|(?<=\bB)IC\b|(?<=\bS)WIFT\b|(?<=\bI)BAN\b|(?<=[NSC])Ox\b)"
)
_PICTURE = late_plain("[\u00a9\u00ae\u203c-\u20ab\u20ad-\u3299\U0001f000-\U0010ffff]")
_SIGNS = [late_plain(kind.sign) for kind in SIGNED]
_BEFORE, _BEHIND = 14, 6
"""Characters of what may stand before and behind such a place and belong to it: « NF EN ISO », « N »."""
_BEHIND_BANK, _SHORTEST_BANK = 75, 3
"""Characters behind the word for a bank code, and of the shortest such word."""

_VERBOSE = 0x40
"""`regex.VERBOSE`."""
_LONGEST_WORD = 39
"""Characters of the longest run without a space that may be words alone."""
_TEXTS_KEPT = 2048
"""Texts whose answers are remembered: both sides of what is judged at a time; a text is looked through in 25 µs."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Characters [start, end) of a text that come out as they went in."""

    start: int
    end: int
    kind: Kind


@lru_cache(maxsize=_TEXTS_KEPT)
def find_kept(text: str) -> tuple[Kept, ...]:
    """Return what is kept of `text`, in order, without overlap: of two that meet the earlier stays, then the longer."""
    found: list[Kept] = []
    if not text.isascii():
        text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
    if _SIGN.search(text):
        found += _iter_signed(text)
    if _LETTER.search(text):
        found += _iter_near(_LETTER, _lettered(), LETTERED, text)
    if _DIGIT.search(text):
        found += _iter_near(_FIGURE, _figured(), FIGURED, text)
    if _PICTURE.search(text):
        found += _iter_matches(_pattern_of(PICTURED[0].pattern), PICTURED[0], text)
    if "<" in text or "&" in text or "[/" in text:
        found += _iter_matches(_pattern_of(TAGS[0].pattern), TAGS[0], text)
    if len(text) > _LONGEST_WORD and max(map(len, text.split()), default=0) > _LONGEST_WORD:
        for kind in UNBROKEN:
            found += _iter_matches(_pattern_of(kind.pattern), kind, text)
    return tuple(set_apart(found))


def is_command(text: str) -> bool:
    """Tell whether a text is a command with its options, and not a sentence with one: `ls -l /tmp`."""
    return (
        text[:1].islower()
        and not text.endswith((".", "!", "?"))
        and any(one.kind.name == "option" and one.start for one in find_kept(text))
    )


def without_kept(text: str, families: Collection[Family] = tuple(Family)) -> str:
    """Return `text` with a mark of omission in place of what is kept of those families, so that no words are joined."""
    parts: list[str] = []
    position = 0
    for one in find_kept(text):
        if one.kind.family in families:
            parts += text[position : one.start], OMITTED
            position = one.end
    return "".join([*parts, text[position:]]) if parts else text


def _iter_signed(text: str) -> Iterator[Kept]:
    has_messages = "{" in text and not is_deeply_nested(text)  # those would take it long, and are no messages
    for kind, sign in zip(SIGNED, _SIGNS, strict=True):
        if sign.search(text) and (kind.pattern != MESSAGE or has_messages):
            yield from _iter_matches(_pattern_of(kind.pattern), kind, text)


def _iter_matches(pattern: regex.Pattern[str], kind: Kind, text: str) -> Iterator[Kept]:
    return (Kept(match.start(), match.end(), kind) for match in pattern.finditer(text))


def _iter_near(sign: re.Pattern[str], pattern: regex.Pattern[str], kinds: Sequence[Kind], text: str) -> Iterator[Kept]:
    """Yield what stands where there are signs of the kinds, whole words around them: most of a text has none."""
    for start, end in _windows(sign, text):
        for match in pattern.finditer(text, start, end):
            yield Kept(match.start(), match.end(), kinds[int((match.lastgroup or "k0")[1:])])


def _windows(sign: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    windows: list[tuple[int, int]] = []
    for match in sign.finditer(text):
        behind = _BEHIND_BANK if match[0].isupper() and len(match[0]) >= _SHORTEST_BANK else _BEHIND
        start = text.rfind(" ", 0, max(match.start() - _BEFORE, 0)) + 1
        end = text.find(" ", min(match.end() + behind, len(text)))
        end = len(text) if end < 0 else end
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], max(end, windows[-1][1])
        else:
            windows.append((start, end))
    return windows


@cache
def _pattern_of(pattern: str) -> regex.Pattern[str]:
    return late(pattern, _VERBOSE)


@cache
def _figured() -> regex.Pattern[str]:
    return _pattern_of(FIGURED_BEGIN + _alternatives(FIGURED))


@cache
def _lettered() -> regex.Pattern[str]:
    return _pattern_of(LETTERED_BEGIN + _alternatives(LETTERED))


def _alternatives(kinds: Iterable[Kind]) -> str:
    return f"(?:{'|'.join(f'(?P<k{number}>{kind.pattern})' for number, kind in enumerate(kinds))})"
