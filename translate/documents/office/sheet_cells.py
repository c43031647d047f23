"""The cells of a worksheet, which may be a million: its part comes in, which strings they show and what their formulas
say goes out.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable
from dataclasses import field
from xml.parsers import expat

from translate.documents.xml.namespaces import PREFIXES
from translate.documents.xml.nodes import Xml
from translate.errors import DocumentError
from translate.records import dataclass

_SEPARATOR = " "
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)")
_LITERAL = re.compile(r'"((?:[^"]|"")+)"')
_OFF = ("0", "false")


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a sheet, counted from 1."""

    row: int
    column: int

    @classmethod
    def of(cls, reference: str) -> Cell | None:
        """Return the cell that a reference such as `B4` or `B4:C9` names first; None where it is none."""
        match = _CELL.match(reference.upper())
        if match is None:
            return None
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        return cls(int(match[2]), column)

    def __str__(self) -> str:
        letters, column = "", self.column
        while column:
            column, digit = divmod(column - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return f"{letters}{self.row}"


@dataclass(slots=True)
class Cells:
    """What the cells of one sheet show.

    :param name: what the sheet is called.
    :param is_hidden: whether nobody sees the sheet.
    :param sees_all: whether hidden rows and columns count as visible.
    """

    name: str
    is_hidden: bool
    sees_all: bool = False
    strings: dict[int, Cell] = field(default_factory=dict)
    """The first visible cell of each shared string, by its number."""
    inline: list[tuple[Cell, bool]] = field(default_factory=list)
    """The cells with strings of their own, in order, and whether they are visible."""
    wanted: dict[Cell, int | None] = field(default_factory=dict)
    """Cells that somebody asked for, as keys; and the numbers of their shared strings."""
    formulas: set[str] = field(default_factory=set)
    """Formulas that name something: a table or another sheet."""
    literals: set[str] = field(default_factory=set)
    """Texts within formulas and lists of choices, in small letters."""
    given: int = 0
    """How many visible cells show a text that a formula gives."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: dict[Cell, Cell] = field(default_factory=dict)
    """The first cell of merged ones and the last."""
    _unsure: list[tuple[Cell, int | None, int]] = field(default_factory=list)
    """Merged cells that begin out of sight, with the numbers of their shared strings, or their places in `inline`."""
    kept: dict[str, set[int]] = field(default_factory=lambda: {"hidden rows": set(), "hidden columns": set()})
    """Rows and columns that are hidden and have texts."""

    def is_seen(self, cell: Cell) -> bool:
        """Tell whether a person sees a cell."""
        return not self.is_hidden and cell.row not in self.hidden_rows and not self._is_in_hidden_column(cell.column)

    def note_formula(self, formula: str) -> None:
        """Take a formula, wherever it stands."""
        if "[" in formula or "!" in formula:
            self.formulas.add(formula)
        if '"' in formula:
            for match in _LITERAL.finditer(formula):
                self.literals.update(one.strip() for one in match[1].replace('""', '"').casefold().split(","))

    def note_result(self, cell: Cell, text: str) -> None:
        """Take what the formula of a cell gives."""
        if any(map(str.isalpha, text)) and self.is_seen(cell):
            self.given += 1

    def note_string(self, cell: Cell, number: int) -> None:
        """Take the shared string that a cell shows."""
        if cell in self.wanted:
            self.wanted[cell] = number
        if number not in self.strings and self._sees(cell, number):
            self.strings[number] = cell

    def note_inline(self, cell: Cell) -> None:
        """Take a cell with a string of its own."""
        self.inline.append((cell, self._sees(cell, None)))

    def settle(self) -> None:
        """Decide, now that all rows are known, whether a person sees a part of merged cells that begin out of sight."""
        for cell, number, place in self._unsure:
            last = self.merged[cell]
            rows = any(row not in self.hidden_rows for row in range(cell.row, last.row + 1))
            columns = any(not self._is_in_hidden_column(one) for one in range(cell.column, last.column + 1))
            if not (rows and columns):
                self._keep_hidden(cell)
            elif number is None:
                self.inline[place] = (cell, True)
            else:
                self.strings.setdefault(number, cell)

    def _sees(self, cell: Cell, number: int | None) -> bool:
        """Tell whether a cell with a text is visible, and remember why not."""
        if self.is_hidden:
            return False
        if cell.row not in self.hidden_rows and not self._is_in_hidden_column(cell.column):
            return True
        if cell in self.merged:
            self._unsure.append((cell, number, len(self.inline)))
        else:
            self._keep_hidden(cell)
        return False

    def _keep_hidden(self, cell: Cell) -> None:
        """Remember why a person does not see a cell."""
        if cell.row in self.hidden_rows:
            self.kept["hidden rows"].add(cell.row)
        elif self._is_in_hidden_column(cell.column):
            self.kept["hidden columns"].add(cell.column)

    def _is_in_hidden_column(self, column: int) -> bool:
        place = bisect_right(self.hidden_columns, (column, 1 << 30))
        return place > 0 and self.hidden_columns[place - 1][1] >= column


def read_cells(xml: Xml, cells: Cells) -> None:
    """Read all cells of a sheet into `cells`, in one pass that builds nothing.

    :raises DocumentError: where the part is not well-formed.
    """
    _Scanner(xml, cells).read()


class _Scanner:
    """Handlers of the parser. Rows and cells that do not say where they stand follow the one before."""

    def __init__(self, xml: Xml, cells: Cells) -> None:
        self._xml, self._cells = xml, cells
        self._row = 0
        self._type = self._reference = ""
        self._further = 0
        """How many cells beyond `_reference` the current one is."""
        self._text: list[str] | None = None
        """The text of the element that is read."""
        self._is_formula = False
        self._depth_inline = 0
        """How many strings of their own are open: in a damaged sheet one may stand within another."""
        self._known = {
            "s:c": self._start_cell, "s:v": self._start_value, "s:f": self._start_formula, "s:is": self._start_inline,
            "s:row": self._start_row, "s:col": self._start_column,
        }  # fmt: skip
        self._handlers: dict[str, Callable[[dict[str, str]], None] | None] = {}
        """By name as the parser gives it."""
        self._parser = expat.ParserCreate("utf-8", _SEPARATOR)
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._chars

    def read(self) -> None:
        try:
            self._parser.Parse(self._xml.data, True)
            self._cells.settle()
        except expat.ExpatError as exc:
            message = f"{self._xml.name}: not well-formed XML ({expat.ErrorString(exc.code)}); save it again."
            raise DocumentError(message, path=self._xml.path, line=exc.lineno, column=exc.offset + 1) from exc

    def _doctype(self, *_: object) -> None:
        message = f"{self._xml.name}: has a DOCTYPE, which a document of this kind never has; it is not opened."
        raise DocumentError(message, path=self._xml.path)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in self._handlers:
            space, _, local = name.rpartition(_SEPARATOR)
            self._handlers[name] = self._known.get(f"{PREFIXES.get(space, space)}:{local}")
        handler = self._handlers[name]
        if handler:
            handler(attributes)

    def _chars(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, name: str) -> None:
        if self._depth_inline and self._handlers[name] == self._start_inline:
            self._depth_inline -= 1
        if self._text is not None:
            text, self._text = "".join(self._text), None
            if self._is_formula:
                self._cells.note_formula(text)
            elif self._type == "str":
                self._cells.note_result(self._cell(), text)
            elif text.strip().isdecimal():
                self._cells.note_string(self._cell(), int(text))

    def _cell(self) -> Cell:
        cell = Cell.of(self._reference) or Cell(self._row, 0)
        return Cell(cell.row, cell.column + self._further)

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) if number.isdecimal() else self._row + 1
        self._reference, self._further = "", 0
        if attributes.get("hidden", "0") not in _OFF and not self._cells.sees_all:
            self._cells.hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        self._further = 0 if reference else self._further + 1
        self._reference = reference or self._reference
        self._type = attributes.get("t", "")

    def _start_value(self, _: dict[str, str]) -> None:
        if self._type in ("s", "str"):
            self._text, self._is_formula = [], False

    def _start_formula(self, _: dict[str, str]) -> None:
        self._text, self._is_formula = [], True

    def _start_inline(self, _: dict[str, str]) -> None:
        if not self._depth_inline:
            self._cells.note_inline(self._cell())
        self._depth_inline += 1

    def _start_column(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if (
            attributes.get("hidden", "0") not in _OFF
            and first.isdecimal()
            and last.isdecimal()
            and not self._cells.sees_all
        ):
            insort(self._cells.hidden_columns, (int(first), int(last)))
