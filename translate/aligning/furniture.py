"""Page furniture: the lines of two documents come in, and out come those that are running heads and page numbers.

A page breaks where the paper ends, and so elsewhere in a translation. What stands at the same places of both texts, as
the numbers of chapters do, is therefore text, unless it cuts sentences in two.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from statistics import median

from translate.aligning.headings import begins_part
from translate.languages import Language
from translate.records import dataclass
from translate.text.numbers.roman import roman_value

Lines = Sequence[str | None]
"""The lines of a document in order; None for one that is part of a table."""
_MAX_CHARACTERS = 100
_MAX_STEP = 3
"""How far the numbers of two pages are apart that follow each other: the page between has a picture, or is blank."""
_LEAST = 3
"""Fewer lines are no series."""
_LEAST_LINES, _LEAST_CHARACTERS, _LARGE_PARAGRAPH = 2, 120, 600
"""What a page holds at least: so many lines of so many characters, or one paragraph of that size."""
_MAX_SERIES = 12
"""Series that are looked for in a document, of numbers alone and of those with a head; more are in no document."""
_MAX_SHARE = 0.6
"""Share of lines that are numbers, of which more are a table."""
_PAGE = 6_000
"""Characters of a page at most."""
_STRICT, _LOOSE = 1.6, 4.0
"""How many times longer than the shortest page the longest may be, of those that nothing numbers."""
_WORD = 3
"""Letters of a word that says something: `n` of `n° 3` does not."""
_REACH = 2
"""Lines between a head and the number of its page."""
_EDGE = r"[\W_]*"
_FIGURE = r"\d{1,4}"
_ROMAN = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ENDS = '.!?…;:,»"”)'
_OPEN = '.!?…;:»"”)]'


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line with a number that may be a page's: `rest` is what else it says, in small letters; nothing if no words."""

    line: int
    value: int
    rest: str
    is_page: bool = False
    """Whether it says that its number is a page's."""


def find_furniture(sides: tuple[Lines, Lines], languages: tuple[Language, Language]) -> tuple[set[int], set[int]]:
    """Return the places of the lines of each document that are running heads or page numbers."""
    read = _reader(languages)
    one, other = (_Pages(lines, languages, read) for lines in sides)
    return one.furniture(other), other.furniture(one)


class _Pages:
    """One document: what recurs in it as on pages."""

    def __init__(
        self, lines: Lines, languages: tuple[Language, Language], read: Callable[[int, str], Iterator[_Numbered]]
    ) -> None:
        self._lines, self._languages = lines, languages
        self._places = [0]
        for line in lines:
            self._places.append(self._places[-1] + len(line or ""))
        self._short = [(n, line) for n, line in enumerate(lines) if line and len(line) <= _MAX_CHARACTERS]
        self._read = read

    @cached_property
    def series(self) -> list[list[_Numbered]]:
        """Lines whose numbers rise from page to page: those that are only a number, and those with a head."""
        bare: dict[bool, list[_Numbered]] = {False: [], True: []}
        headed: dict[str, list[_Numbered]] = defaultdict(list)
        for number, line in self._short:
            for found in self._read(number, line):
                if found.rest:
                    headed[found.rest].append(found)
                else:
                    bare[not any(map(str.isdigit, line))].append(found)
        groups = [
            group for group in headed.values() if min(len({f.value for f in group}), len({f.line for f in group})) > 1
        ]
        recurring = [found for group in groups for found in group]
        recurring.sort(key=lambda found: found.line)
        kinds = [kind for kind in (*bare.values(), recurring) if len(kind) <= _MAX_SHARE * len(self._lines)]
        return [chain for kind in kinds for chain in self._chains(kind)]

    @cached_property
    def heads(self) -> list[list[int]]:
        """Lines that recur as they are."""
        groups: dict[str, list[int]] = defaultdict(list)
        for number, line in self._short:
            if line[-1].isdigit() or line[-1] not in _ENDS:
                groups[" ".join(line.casefold().split())].append(number)
        begins = begins_part(self._languages)
        return [group for text, group in groups.items() if len(group) > 1 and _count_words(text) and not begins(text)]

    def furniture(self, other: _Pages) -> set[int]:
        """Return the lines that are furniture in this document beside the other one."""
        found: set[int] = set()
        for chain in self.series:
            lines = [numbered.line for numbered in chain]
            if self._is_regular(chain) and (self._cuts(lines) or self._numbers_pages(chain, other)):
                found.update(lines)
        numbers = frozenset(found)
        for group in self.heads:
            near = sum(any(line + step in numbers for step in range(-_REACH, _REACH + 1)) for line in group)
            if near * 2 > len(group) or (len(group) >= _LEAST and self._recurs_by_page(group, other)):
                found.update(group)
        return found

    def _numbers_pages(self, chain: Sequence[_Numbered], other: _Pages) -> bool:
        """Tell whether a series that cuts no sentence numbers pages, and not parts of the text."""
        # A chapter may be called « IV » or « 4. », a page hardly.
        is_clear = len(chain) >= _LEAST and not all(
            not found.rest and (text.isupper() or text.endswith("."))
            for found in chain
            if (text := (self._lines[found.line] or "").strip())
        )
        if all(found.is_page for found in chain) or self._has_heads(chain):
            return True
        return is_clear and not _names_parts(chain) and not any(_stand_alike(chain, its) for its in other.series)

    def _recurs_by_page(self, group: Sequence[int], other: _Pages) -> bool:
        """Tell whether lines without a page number recur as a head does, and not as a refrain or a heading."""
        gaps = [self._places[b] - self._places[a] for a, b in itertools.pairwise(group)]
        if not all(self._is_page(a, b) for a, b in itertools.pairwise(group)):
            return False
        if self._cuts(group):
            return max(gaps) <= _LOOSE * min(gaps)
        head = self._lines[group[0]] or ""
        is_head = _count_words(head) > 1 and not any(mark in head for mark in "!?")
        if not is_head or max(gaps) > min(_PAGE, _STRICT * min(gaps)):
            return False
        return not any(_run_alike_but_for_one(group, its) for its in other.heads)

    def _chains(self, group: Sequence[_Numbered]) -> Iterator[list[_Numbered]]:
        """Yield series of rising numbers, the longest first, each line once."""
        left = list(group)
        for _ in range(_MAX_SERIES):
            chain = self._longest(left) if left else []
            if len(chain) < 2:
                return
            yield chain
            taken = {found.line for found in chain}
            left = [found for found in left if found.line not in taken]

    def _longest(self, group: Sequence[_Numbered]) -> list[_Numbered]:
        nodes: list[tuple[_Numbered, int, int | None]] = []
        latest: dict[int, int] = {}
        for found in group:
            before = [
                latest[value]
                for value in range(found.value - _MAX_STEP, found.value)
                if value in latest and self._is_page(nodes[latest[value]][0].line, found.line)
            ]
            best = max(before, key=lambda node: nodes[node][1], default=None)
            length = 1 if best is None else nodes[best][1] + 1
            if found.value not in latest or length >= nodes[latest[found.value]][1]:
                latest[found.value] = len(nodes)
            nodes.append((found, length, best))
        node: int | None = max(range(len(nodes)), key=lambda place: nodes[place][1])
        chain: list[_Numbered] = []
        while node is not None:
            found, _, node = nodes[node]
            chain.append(found)
        return chain[::-1]

    def _is_page(self, first: int, last: int) -> bool:
        characters = self._places[last] - self._places[first]
        lines = last - first - 1
        return (lines >= _LEAST_LINES and characters >= _LEAST_CHARACTERS) or characters >= _LARGE_PARAGRAPH

    def _is_regular(self, chain: Sequence[_Numbered]) -> bool:
        """Tell whether lines stand at about equal distances, as pages end, and no longer ones than pages have."""
        gaps = [
            (self._places[b.line] - self._places[a.line]) / (b.value - a.value) for a, b in itertools.pairwise(chain)
        ]
        middle = median(gaps)
        return middle <= _PAGE and sum(0.4 * middle <= gap <= 2.5 * middle for gap in gaps) >= 0.75 * len(gaps)

    def _has_heads(self, chain: Sequence[_Numbered]) -> bool:
        """Tell whether one head of several words stands beside most of the numbers."""
        lines = {found.line for found in chain}
        heads = (group for group in self.heads if _count_words(self._lines[group[0]] or "") > 1)
        near = (sum(any(n + step in lines for step in range(-_REACH, _REACH + 1)) for n in group) for group in heads)
        return not any(found.rest for found in chain) and any(count > 0.5 * len(lines) > 0.5 for count in near)

    def _cuts(self, lines: Sequence[int]) -> bool:
        """Tell whether lines stand within sentences: in a quarter of the places, for a page seldom ends with one."""
        skipped = set(lines)
        count = sum(self.is_cut(line, skipped) for line in lines)
        return count * 4 >= len(lines) and count > 0

    def is_cut(self, line: int, skipped: set[int]) -> bool:
        """Tell whether a sentence goes on behind a line, whatever the lines `skipped` and those without words."""
        before = self._next(range(line - 1, max(-1, line - 6), -1), skipped)
        after = self._next(range(line + 1, min(len(self._lines), line + 6)), skipped)
        return bool(before and after) and goes_on(before, after)

    def _next(self, places: Iterable[int], skipped: set[int]) -> str:
        return next((line for n in places if n not in skipped and (line := self._lines[n]) and _is_prose(line)), "")


def goes_on(before: str, after: str) -> bool:
    """Tell whether a sentence that the end of a page cut goes on in what follows."""
    return before[-1] not in _OPEN and after[0].islower()


def _is_prose(line: str) -> bool:
    return len(line) > 1 and any(map(str.islower, line))


def _names_parts(chain: Sequence[_Numbered]) -> bool:
    """Tell whether a series has one word beside its numbers, as articles, figures and steps have."""
    return any(found.rest and _count_words(found.rest) < 2 for found in chain)


def _count_words(text: str) -> int:
    return sum(len(word) >= _WORD for word in re.findall(r"[^\W\d_]+", text))


def _stand_alike(chain: Sequence[_Numbered], its: Sequence[_Numbered]) -> bool:
    """Tell whether two series number the same parts of two documents, be it with other numbers."""
    if len(chain) == len(its) and _run_alike([a.line for a in chain], [b.line for b in its]):
        return True
    places = {found.value: found.line for found in its}
    common = [(found.line, places[found.value]) for found in chain if found.value in places]
    if len(common) < _LEAST or len(common) < 0.7 * max(len(chain), len(its)):
        return False
    return _run_alike([a for a, _ in common], [b for _, b in common])


def _run_alike(lines: Sequence[int], others: Sequence[int]) -> bool:
    """Tell whether lines of two documents part them in the same number of lines, one by one and all together."""
    one, other = [0, *lines], [0, *others]
    gaps = [(b - a, d - c) for a, b, c, d in zip(one, one[1:], other, other[1:], strict=False)]
    total = (one[-1], other[-1])
    alike = sum(abs(a - b) <= max(1, 0.15 * max(a, b)) for a, b in gaps)
    return alike >= 0.8 * len(gaps) and abs(total[0] - total[1]) <= max(1, 0.05 * max(total))


def _run_alike_but_for_one(lines: Sequence[int], others: Sequence[int]) -> bool:
    """Tell whether lines of two documents part them alike, where one may be missing in either."""
    if len(lines) == len(others):
        return _run_alike(lines, others)
    longer, shorter = (lines, others) if len(lines) > len(others) else (others, lines)
    if len(longer) > len(shorter) + 1:
        return False
    return any(_run_alike([*longer[:n], *longer[n + 1 :]], shorter) for n in range(len(longer)))


def _reader(languages: tuple[Language, Language]) -> Callable[[int, str], Iterator[_Numbered]]:
    """Return what reads the number of a page from a line, alone, before or behind a head."""
    pages = "|".join(sorted({re.escape(language.paging.page) for language in languages if language.paging.page}))
    page = rf"(?:(?:{pages}|p\.|pp\.)\s*)" if pages else r"(?:p\.\s*)"
    of = "|".join({"/", *(language.paging.read for language in languages)})
    total = rf"(?:\s*(?:{of})\s*{_FIGURE})?"
    bare = re.compile(rf"(?i:{_EDGE}({page})?)({_FIGURE}|(?i:{_ROMAN}))(?i:{total}{_EDGE})")
    first = re.compile(rf"(?i:{_EDGE}({page})?({_FIGURE}){total}\b)(?![.)°]?\d)")
    last = re.compile(rf"(?i:(?<!\d)(?<!\d[.,\u00a0\u202f ])({page})?({_FIGURE}){total}{_EDGE}$)")

    def read(number: int, line: str) -> Iterator[_Numbered]:
        if found := bare.fullmatch(line):
            value = int(found[2]) if found[2].isdigit() else roman_value(found[2].upper())
            if value:
                yield _Numbered(number, value, "", bool(found[1]))
            return
        for pattern in (first.match(line), last.search(line)):
            if pattern:
                rest = " ".join(re.sub(r"[\W\d_]+", " ", line[: pattern.start()] + line[pattern.end() :]).split())
                if rest:
                    yield _Numbered(number, int(pattern[2]), rest.casefold(), bool(pattern[1]))

    return read
