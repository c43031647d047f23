"""The pages of a PDF come in, its headings, paragraphs, lists, tables and notes go out, in the order of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace

from translate.documents.hyphens import Hyphens
from translate.documents.pdf.furniture import Furniture
from translate.documents.pdf.glyphs import Rules, SeenPage
from translate.documents.pdf.lines import find_pieces
from translate.documents.pdf.paragraphs import Leading, Paragraph, find_paragraphs, join, line_of
from translate.documents.pdf.pieces import Piece, Run, Style
from translate.documents.pdf.regions import Column, Table, find_regions
from translate.languages import find_language
from translate.records import dataclass
from translate.text.late import late_plain

_LARGER = 1.12
"""How much larger than the text a heading is."""
_SMALLER = 0.95
"""How much smaller a note is."""
_LONGEST_HEADING, _LONGEST_BOLD = 240, 120
_DEEPEST = 6
_NO_HEADING = ".;,…"
_NOTE = late_plain(r"\d{1,3}(?!\d)|[*†‡§]")
_UNREADABLE = 0.3
"""Share of characters without letters that make a page unreadable."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows of a table; a cell is a text."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]


Element = Paragraph | Cells


@dataclass(slots=True)
class Structure:
    """What a PDF holds: `title` by its properties, or its first heading; `notes` are footnotes, in order."""

    title: str
    elements: list[Element] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What the user should know, a line each."""
    empty_pages: list[int] = field(default_factory=list)
    """Pages with pictures and no text, as scans have."""


def find_structure(title: str, pages: Iterable[SeenPage], language: str) -> Structure:
    """Return what pages hold, read in the language that they are in."""
    structure = Structure(title)
    seen = [_Seen.of(page) for page in pages]
    _remark(structure, seen)
    furniture = Furniture([(page.pieces, page.height) for page in seen], find_language(language))
    regions = [
        region
        for page in seen
        for pieces, turned in page.sides(furniture.pieces)
        for region in find_regions(pieces, turned)
    ]
    columns = [region for region in regions if isinstance(region, Column)]
    texts = [piece.text for column in columns for row in column.rows for piece in row]
    hyphens, leading = Hyphens(language, texts), Leading(columns)
    sizes: Counter[float] = Counter()
    for column in columns:
        for row in column.rows:
            sizes.update({piece.size: len(piece.text) for piece in row} if row else {})
    body = min(sizes, key=lambda size: (-sizes[size], size), default=0.0)
    for region in regions:
        if isinstance(region, Table):
            structure.elements.append(_cells(region, hyphens))
        else:
            _take(structure, _marked(find_paragraphs(region, leading, hyphens), body), hyphens)
    _level(structure.elements)
    return structure


@dataclass(slots=True)
class _Seen:
    """A page with the pieces of its lines; `others` are those of texts that are turned otherwise."""

    page: SeenPage
    """Without its characters, which would fill the memory."""
    glyphs: int
    pieces: list[Piece]
    others: list[list[Piece]]

    @property
    def height(self) -> float:
        return self.page.height

    @classmethod
    def of(cls, page: SeenPage) -> _Seen:
        turns = Counter(glyph.look.turn for glyph in page.glyphs)
        found = []
        for turn, _ in sorted(turns.items(), key=lambda item: (-item[1], item[0])):
            glyphs = [glyph for glyph in page.glyphs if glyph.look.turn == turn]
            found.append(find_pieces(glyphs, page.rules if turn == 0 else Rules()))
        bare = replace(page, glyphs=())
        return cls(bare, len(page.glyphs), found[0] if found else [], found[1:])

    def sides(self, left_out: set[int]) -> Iterator[tuple[list[Piece], Rules]]:
        """Yield the pieces of each turn but those left out, with the lines that are drawn between them."""
        yield [piece for piece in self.pieces if id(piece) not in left_out], self.page.rules
        for pieces in self.others:
            yield pieces, Rules()


def _remark(structure: Structure, seen: Sequence[_Seen]) -> None:
    unreadable = []
    pictures = slanted = 0
    for one in seen:
        page = one.page
        slanted += page.slanted > 0
        if not one.pieces and page.pictures:
            structure.empty_pages.append(page.number)
        elif page.unreadable > _UNREADABLE * max(1, one.glyphs):
            unreadable.append(page.number)
        else:
            pictures += page.pictures
    if structure.empty_pages:
        structure.remarks.append(
            f"{pages_named(structure.empty_pages)}: a picture without text, as of a scan; nothing of it is translated. "
            "Recognise its text first (OCR)"
        )
    if unreadable:
        structure.remarks.append(
            f"{pages_named(unreadable)}: fonts that do not say which letters they show; recognise the text first (OCR)"
        )
    if pictures:
        structure.remarks.append(f"{pictures:,} picture{'s' * (pictures != 1)} left out")
    if slanted:
        structure.remarks.append(f"slanted text, such as a watermark, left out of {slanted} page{'s' * (slanted != 1)}")


def pages_named(numbers: Sequence[int]) -> str:
    """Return `page 3`, or `pages 2, 5 to 7`."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in ranges)
    return f"page{'s' * (len(numbers) > 1)} {shown}"


def _marked(paragraphs: list[Paragraph], body: float) -> list[Paragraph]:
    """Return the paragraphs of a column, with headings and notes marked as such."""
    for paragraph in paragraphs:
        paragraph.level = int(_is_heading(paragraph, body))
    notes = 0
    for number in range(len(paragraphs), 0, -1):
        if paragraphs[number - 1].size > _SMALLER * body:
            break
        if _begins_note(paragraphs[number - 1]):
            notes = len(paragraphs) - number + 1
    for paragraph in paragraphs[len(paragraphs) - notes :]:
        paragraph.is_note = True
        paragraph.level = 0
        _raise_number(paragraph)
    return paragraphs


def _is_heading(paragraph: Paragraph, body: float) -> bool:
    text = paragraph.text
    if not any(map(str.isalpha, text)):
        return False
    if paragraph.size >= _LARGER * body:
        return len(text) <= _LONGEST_HEADING
    is_apart = paragraph.is_bold and paragraph.size >= _SMALLER * body and paragraph.lines <= 2
    return is_apart and len(text) <= _LONGEST_BOLD and text[-1] not in _NO_HEADING and text[0] == text[0].upper()


def _begins_note(paragraph: Paragraph) -> bool:
    raised = paragraph.runs[0].style & Style.RAISED if paragraph.runs else False
    return bool(raised) or bool(_NOTE.match(paragraph.text)) or bool(paragraph.marker)


def _raise_number(note: Paragraph) -> None:
    """Have the number of a note stand above the line, apart from its text."""
    found = _NOTE.match(note.runs[0].text)
    if found is None or note.marker:
        return
    first, rest = note.runs[0], note.runs[0].text[found.end() :].lstrip()
    runs = [Run(rest, first.style & ~Style.RAISED)] if rest else []
    runs += note.runs[1:]
    if runs:
        note.runs = [Run(found[0], Style.RAISED), Run(f" {runs[0].text.lstrip()}", runs[0].style), *runs[1:]]


def _take(structure: Structure, paragraphs: Sequence[Paragraph], hyphens: Hyphens) -> None:
    """Put the paragraphs of a column behind what there is; the first may be the rest of the last one."""
    texts = [paragraph for paragraph in paragraphs if not paragraph.is_note]
    notes = [paragraph for paragraph in paragraphs if paragraph.is_note]
    structure.elements += _joined(structure.elements, texts, hyphens)
    structure.notes += _joined(structure.notes, notes, hyphens)


def _joined(before: Sequence[Element], paragraphs: list[Paragraph], hyphens: Hyphens) -> list[Paragraph]:
    """Return paragraphs without the first where it was the rest of the last one before, which has it now."""
    last = before[-1] if before else None
    if not paragraphs or not isinstance(last, Paragraph) or not last.may_go_on_in(paragraphs[0]):
        return paragraphs
    join(last.runs, paragraphs[0].runs, hyphens)
    last.is_open = paragraphs[0].is_open
    return paragraphs[1:]


def _level(elements: Sequence[Element]) -> None:
    """Give headings their levels, by their size: the largest of a document is 1."""
    headings = [element for element in elements if isinstance(element, Paragraph) and element.level]
    looks = sorted({(heading.size, heading.is_bold) for heading in headings}, reverse=True)
    for heading in headings:
        heading.level = min(_DEEPEST, 1 + looks.index((heading.size, heading.is_bold)))


def _cells(table: Table, hyphens: Hyphens) -> Cells:
    rows = []
    for row in table.rows:
        cells = []
        for lines in row:
            runs: list[Run] = []
            for piece in lines:
                join(runs, line_of(piece).runs, hyphens)
            cells.append(tuple(runs))
        rows.append(tuple(cells))
    return Cells(tuple(rows))
