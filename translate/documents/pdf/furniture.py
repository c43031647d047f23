"""The pieces of all pages come in, those that are running heads, feet and numbers of pages go out.

What tells them from text is where they stand: outermost, at one height on several pages. Whether two texts without
places are furniture is another question, which aligning answers by comparing them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from translate.documents.pdf.pieces import Piece, rows_of
from translate.languages import Language
from translate.records import dataclass
from translate.text.numbers.roman import roman_value

_ROWS = 3
"""Rows at the top and at the bottom of a page that may be furniture."""
_ZONE = 0.2
"""Share of the height of a page, above and below, where furniture stands."""
_FOOT = 0.12
"""Where the number of a page stands that no other page confirms."""
_SAME_HEIGHT = 4.0
"""Points that one piece of furniture stands off from page to page."""
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"(?i)\b(?=[ivxl])(?:x{0,3}(?:ix|iv|v?i{0,3})|xl)\b")
_EDGE = " \t-–—|•·/"
_ADDRESS = re.compile(r"(?:https?|file)://\S+")


@dataclass(frozen=True, slots=True)
class _Row:
    page: int
    pieces: tuple[Piece, ...]
    height: float
    """Above the lower edge of the page, rounded to what counts as one height."""
    share: float
    text: str

    @property
    def shape(self) -> str:
        """What is the same on every page."""
        return _DIGITS.sub("#", self.text.casefold())


class Furniture:
    """What recurs at the edges of pages.

    :param pages: the pieces of each page, and its height.
    """

    def __init__(self, pages: Sequence[tuple[Sequence[Piece], float]], language: Language) -> None:
        self._is_number = _number_reader(language)
        self._count = len(pages)
        ends = [list(_edge_rows(number, *page)) for number, page in enumerate(pages)]
        self._known = self._recurring([row for end in ends for rows in end for row in rows])
        self.pieces: set[int] = set()
        """The places in memory of what is furniture."""
        for end in ends:
            for rows in end:
                for row in rows:
                    if not self._is_furniture(row):
                        break
                    self.pieces.update(map(id, row.pieces))

    def _recurring(self, rows: Sequence[_Row]) -> dict[str, list[_Row]]:
        found: dict[str, list[_Row]] = defaultdict(list)
        for row in rows:
            found[row.shape].append(row)
        return {
            shape: alike
            for shape, alike in found.items()
            if len({row.page for row in alike}) > 1 and (any(map(str.isalpha, shape)) or self._counts_pages(alike))
        }

    def _counts_pages(self, rows: Sequence[_Row]) -> bool:
        """Tell whether rows of numbers go up as pages do, for the most part."""
        steps: dict[int, int] = {}
        for row in rows:
            numbers = [int(number) for number in _DIGITS.findall(row.text)[:2] if len(number) < 6]
            for number in numbers:
                steps[number - row.page] = steps.get(number - row.page, 0) + 1
        return bool(steps) and max(steps.values()) > 0.6 * len({row.page for row in rows})

    def _is_furniture(self, row: _Row) -> bool:
        alike = self._known.get(row.shape, ())
        if sum(other.page != row.page and abs(other.height - row.height) <= _SAME_HEIGHT for other in alike[:200]):
            return True
        if row.share > _FOOT and row.share < 1 - _FOOT:
            return False
        return self._is_number(row.text, row.page + 1, self._count) or bool(_ADDRESS.fullmatch(row.text.split(" ")[0]))


def _edge_rows(page: int, pieces: Sequence[Piece], height: float) -> Iterator[list[_Row]]:
    """Yield the rows of a page that may be furniture: from the top down, and from the bottom up."""
    rows = rows_of(pieces)
    made = [
        _Row(page, tuple(row), row[0].base, row[0].base / height, " ".join(piece.text for piece in row)) for row in rows
    ]
    top = [row for row in made[:_ROWS] if row.share >= 1 - _ZONE]
    yield top
    yield [row for row in made[::-1][:_ROWS] if row.share <= _ZONE and row not in top]


def _number_reader(language: Language) -> Callable[[str, int, int], bool]:
    """Return what tells whether a text is the number of a page, given that, and how many pages there are."""
    word = re.escape(language.paging.page) if language.paging.page else "(?!)"
    pattern = re.compile(
        rf"(?:(?:{word}|p\.|pp\.)\s*)?(\d{{1,4}}|[ivxlIVXL]+)(?:\s*(?:/|{language.paging.read})\s*(\d{{1,4}}))?",
        re.IGNORECASE,
    )

    def is_number(text: str, page: int, count: int) -> bool:
        found = pattern.fullmatch(text.strip(_EDGE))
        if not found:
            return False
        value = int(found[1]) if found[1].isdigit() else roman_value(found[1].upper())
        return value == page or (found[2] is not None and int(found[2]) >= count)

    return is_number
