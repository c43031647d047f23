"""Quotation marks: how a language writes them, and those of a text, by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache

from translate.records import dataclass
from translate.text.late import late

_DOUBLE = late("[\"«»“”„‟‹›]|(?<!')''(?!')|``")
_SINGLE = late(r"(?P<opening>(?<![^\s([{«“\"—–-])['‘](?=[^\W\d]|…|\.{3}|\d(?!0s)))|(?<=\S)['’](?!\w)")
"""What may open a quotation, or close one."""
_ANY = late("[\"«“„‹‘]|(?<!\\w)'")
_SPACED_MARK = late(r"[\s\u00a0\u202f]+[!?;:…]+\Z")
_INCHES = late(r"(?<=\d)(?:\"|'')(?!\w)")
_IN_A_WORD = late(r"(?<=\w)\"(?=\w)")
"""What stands for an apostrophe where a text is odd: `l"été`."""
_OPENERS, _CLOSERS = frozenset("«“„‹"), frozenset("»”‟›")
_TEXTS_KEPT = 16
"""Texts whose marks are remembered: steps and checks ask three times for those of one."""
SPACES = " \t\n\u00a0\u202f\u2009"
_SHORTEST = 2
"""Characters of the shortest quotation between single marks: `'n'` is none."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """Opening and closing marks, and those of a quotation within another; the second of these is the apostrophe."""

    double: tuple[str, str]
    single: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark at characters [start, end) of a text. `depth` counts from 1, the outermost."""

    start: int
    end: int
    opens: bool
    depth: int
    is_single: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a text, in order; how many close what lies before it, how many stay open behind it."""

    marks: tuple[Mark, ...]
    unopened: int
    unclosed: int

    @property
    def is_paired(self) -> bool:
        return not self.unopened and not self.unclosed

    def is_like(self, other: Marks) -> bool:
        """Tell whether as many stay open, and quotations in others are there, and as many at least: a speech may be
        interrupted in one language and not in the other."""
        same = (self.unopened, self.unclosed) == (other.unopened, other.unclosed)
        return same and self.deepest == other.deepest and len(self.marks) <= len(other.marks)

    @property
    def deepest(self) -> int:
        return max((mark.depth for mark in self.marks), default=0)


@lru_cache(maxsize=_TEXTS_KEPT)
def read_marks(text: str, depth: int = 0) -> Marks:
    """Return the quotation marks of a text, single ones too where they stand in pairs.

    :param depth: how many quotations are open where it begins.
    """
    found = [(*match.span(), False) for match in _DOUBLE.finditer(text)]
    inches = [match.span() for match in _INCHES.finditer(text)]
    if inches and (len(found) % 2 or len(inches) == len(found)):
        found = [mark for mark in found if mark[:2] not in inches]
    if len(found) % 2:
        mistaken = [match.span() for match in _IN_A_WORD.finditer(text)]
        found = [mark for mark in found if mark[:2] not in mistaken]
    found += _iter_single(text, {place for start, end, _ in found for place in range(start, end)})
    marks: list[Mark] = []
    level, unopened = depth, 0
    for start, end, is_single in sorted(found):
        opens = _opens(text, start, end, level > 0)
        if opens:
            level += 1
        marks.append(Mark(start, end, opens, max(level, 1), is_single))
        if not opens:
            unopened += level == 0
            level = max(level - 1, 0)
    return Marks(tuple(marks), unopened, max(level - depth, 0))


def _iter_single(text: str, taken: Set[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield single marks that stand in pairs; what is left over are apostrophes.

    :param taken: places of double marks, which two single ones may be.
    """
    opened: list[int] = []
    for match in _SINGLE.finditer(text):
        place = match.start()
        if place in taken:
            continue
        if match["opening"]:
            opened.append(place)
        elif opened and match[0] != "‘":
            first = opened.pop()
            if place - first > _SHORTEST:
                yield first, first + 1, True
                yield place, place + 1, True


def _opens(text: str, start: int, end: int, is_open: bool) -> bool:
    mark = text[start:end]
    if mark in _OPENERS:
        return not (mark == "“" and is_open and "„" in text[:start])
    if mark in _CLOSERS or mark == "``":
        return mark == "``"
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or before in SPACES:
        return not is_open if not after or after in SPACES else True
    if not after or after in SPACES or after in ".,;:!?…)]":
        return False
    return before in "([{—–-'’\"“«" and not is_open if before in "\"'’" else before in "([{—–-“«"


def iter_quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of quotations of more than a word that hold no others, without a mark at their
    end that has a space before it."""
    if not _ANY.search(text):
        return
    opened: Mark | None = None
    for mark in read_marks(text).marks:
        if mark.opens:
            opened = mark
        elif opened:
            quoted = text[opened.end : mark.start]
            start = opened.end + len(quoted) - len(quoted.lstrip(SPACES))
            end = mark.start - len(quoted) + len(quoted.rstrip(SPACES))
            if spaced := _SPACED_MARK.search(text, start, end):
                end = spaced.start()
            if " " in text[start:end]:
                yield start, end
            opened = None
