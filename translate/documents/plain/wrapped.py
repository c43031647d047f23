"""Plain text whose paragraphs were wrapped at a width, as e-mail is: wrapped lines come in, whole paragraphs go out.

A line goes on in the next one only where the next one's first word did not fit in it any more, for a program that wraps
breaks a line nowhere else. So verse, addresses, signatures and lists keep their lines. The width is that of the longest
line of a run of lines, and a run counts as wrapped where one of its lines goes on in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate.data import Block
from translate.documents.hyphens import Hyphens, is_hyphenated
from translate.documents.lines import Lines, StreamLines
from translate.documents.plain.layout import codes_of, lay_out
from translate.errors import DocumentError
from translate.records import dataclass
from translate.text.late import late_plain

MIN_WIDTH = 40
"""Nobody wraps a text at fewer characters; what is narrower is verse or a list."""
MIN_HYPHENATED_WIDTH = 20
"""Columns may be narrower where words are parted at the ends of lines, which are at least half full then."""
MAX_RUN_LINES = 1000
"""A longer run of lines is looked at in parts, so that memory stays bounded."""
_QUOTE = late_plain(r"(?:[ \t]{0,3}>)+")
_BULLET = late_plain(
    r"(?:[•◦▪‣●○■□➢►✓·*–—+-]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\(\d{1,3}\)|\d{1,3}°)[ \t\u00a0]"
)
_LETTER = late_plain(r"([A-Z]|[IVX]{2,5})\.")
_FIRST_MARKS = ("A", "I")
_TABLE = late_plain(r"\t| {3,}|^\|.*\|$")
_SIGNATURE = late_plain(r"-- ?$")
_RULE = late_plain(r"[^\w]*$")
_ENDS = '.!?…:;»"”)'


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: mark of quotation, white space, text, and white space with the line's end."""

    number: int
    quote: str
    indent: str
    text: str
    trail: str

    @property
    def width(self) -> int:
        """Characters before its end, without the mark of quotation, which was put before a line that was wrapped."""
        return len(self.indent) + len(self.text)

    @property
    def depth(self) -> int:
        return self.quote.count(">")

    @property
    def stands_alone(self) -> bool:
        """A row of a table, a rule or a line under a title, and a blank line."""
        return bool(_RULE.match(self.text) or _TABLE.search(self.text))


@dataclass(frozen=True, slots=True)
class WrappedBlocks:
    """One block a paragraph. It comes back on one line, behind the mark of quotation and the indent of its first."""

    lines: Lines | StreamLines
    hyphens: Hyphens

    def __iter__(self) -> Iterator[Block]:
        known_width = 0
        held: list[_Line] = []
        for run, is_whole in self._runs():
            held += run
            width = _width_of(held, known_width)
            known_width = width or known_width
            paragraphs = _paragraphs_of(held, width)
            held = [] if is_whole else paragraphs.pop()
            for paragraph in paragraphs:
                yield from self._blocks(paragraph)
            if held:
                self._block(held)  # refuses a paragraph that grows without end

    def _runs(self) -> Iterator[tuple[list[_Line], bool]]:
        """Yield runs of lines of one depth without a blank one between them, and whether the run ends there.

        A blank line is a run, and so is each line of a signature.
        """
        run: list[_Line] = []
        is_signature = False
        for number, source in enumerate(self.lines, start=1):
            line = _parse(number, source)
            is_signature = bool(line.text) and (is_signature or bool(_SIGNATURE.match(line.text)))
            if run and (is_signature or not line.text or not run[-1].text or line.depth != run[-1].depth):
                yield run, True
                run = []
            elif len(run) >= MAX_RUN_LINES:
                yield run, False
                run = []
            run.append(line)
        if run:
            yield run, True

    def _blocks(self, lines: Sequence[_Line]) -> Iterator[Block]:
        """Yield a paragraph; a row of a table is one of cells."""
        first = lines[0]
        if len(lines) == 1 and first.stands_alone:
            yield from lay_out(first.quote + first.indent + first.text + first.trail)
        else:
            yield self._block(lines)

    def _block(self, lines: Sequence[_Line]) -> Block:
        text = lines[0].text
        for line in lines[1:]:
            text = self.hyphens.join(text, line.text)
        if len(text) > self.lines.max_characters:
            raise DocumentError(
                f"the paragraph is longer than {self.lines.max_characters:,} characters; "
                "raise max_paragraph_characters, or leave out --join-lines.",
                path=self.lines.path,
                line=lines[0].number,
            )
        codes, native = codes_of(text), _native(lines)
        return Block(lines[0].quote + lines[0].indent, text, lines[-1].trail, codes, native)


def runs_on(line: str, following: str) -> bool:
    """Tell whether a line seems to go on in the one that follows it, as far as two lines tell."""
    if not following.lstrip("> \t")[:1].islower():
        return False  # as most are
    one, other = _parse(0, line), _parse(0, following)
    if not one.text or not other.text or one.depth != other.depth or one.stands_alone or other.stands_alone:
        return False
    if is_hyphenated(one.text, other.text):
        return " " in one.text
    return one.width >= MIN_WIDTH and " " in one.text and one.text[-1] not in _ENDS


def _parse(number: int, source: str) -> _Line:
    found = _QUOTE.match(source)
    quote = found[0] if found else ""
    rest = source[len(quote) :]
    body = rest.lstrip()
    text = body.rstrip()
    return _Line(number, quote, rest[: len(rest) - len(body)], text, body[len(text) :])


def _width_of(run: Sequence[_Line], known_width: int) -> int:
    """Return the width at which the lines of a run were wrapped; 0 where they were not.

    A run that does not tell by itself is taken as wrapped like the run before it, where its lines fit in that width.
    """
    lines = [line for line in run if not line.stands_alone]
    # A long address stands on a line of its own, whatever the width.
    width = max((line.width for line in lines if " " in line.text), default=0)
    goes_on = [
        (line, following)
        for line, following in pairwise(lines)
        if following.text[0].islower() and line.text[-1] not in ".!?…" and _is_full(line, following, width)
    ]
    is_parted = width >= MIN_HYPHENATED_WIDTH and any(is_hyphenated(a.text, b.text) for a, b in goes_on)
    is_wrapped = is_parted or (width >= MIN_WIDTH and bool(goes_on))
    if is_wrapped:
        return width
    return known_width if width <= known_width else 0


def _paragraphs_of(run: Sequence[_Line], width: int) -> list[list[_Line]]:
    paragraphs = [[run[0]]]
    for line in run[1:]:
        if width and _goes_on(paragraphs[-1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether the first word of the line that follows did not fit, or only part of it did."""
    if is_hyphenated(line.text, following.text):
        return " " in line.text and 2 * line.width >= width
    return line.width + 1 + len(following.text.split(maxsplit=1)[0]) > width


def _goes_on(lines: Sequence[_Line], following: _Line, width: int) -> bool:
    """Tell whether a paragraph goes on in the line that follows it."""
    first, last = lines[0], lines[-1]
    if last.stands_alone or following.stands_alone or _begins_item(following, lines):
        return False
    if _is_address(following, width):
        return last.text[-1] not in _ENDS
    if _is_address(last, width):
        return following.text[0].islower()
    if len(following.indent) > len(last.indent) and not (len(lines) == 1 and _BULLET.match(first.text)):
        return False
    return _is_full(last, following, width)


def _is_address(line: _Line, width: int) -> bool:
    """Tell a web address that was too long for the width, and so has a line of its own, within a sentence or not."""
    return line.width > width and " " not in line.text


def _begins_item(line: _Line, lines: Sequence[_Line]) -> bool:
    """Tell a list mark from a number or an initial that stands at the start of a line by chance.

    :param lines: the paragraph so far: before a number or a letter that is no mark its sentence goes on, and before an
        initial of a name there is no item with the mark that comes before it.
    """
    if not _BULLET.match(line.text):
        return False
    if line.text[0].isalnum() and lines[-1].text[-1] not in _ENDS:
        return False
    letter = _LETTER.match(line.text)
    return letter is None or letter[1] in _FIRST_MARKS or _follows(letter[1], _LETTER.match(lines[0].text))


def _follows(mark: str, before: re.Match[str] | None) -> bool:
    """Tell whether a letter comes after that of another item, as letters or as Roman numbers do."""
    if before is None or mark == before[1]:
        return False
    is_next = len(mark) == len(before[1]) == 1 and ord(mark) == ord(before[1]) + 1
    return is_next or not set(mark + before[1]) - set("IVX")


def _native(lines: Sequence[_Line]) -> str | None:
    """Return how the document writes a paragraph, from its first word to its last; None where it is one line."""
    if len(lines) == 1:
        return None
    between = (before.trail + line.quote + line.indent + line.text for before, line in pairwise(lines))
    return lines[0].text + "".join(between)
