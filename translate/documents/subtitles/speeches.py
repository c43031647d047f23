"""What is said in cues: their texts come in, and go out as speeches, those of one sentence together.

A speech is what one person says in one cue; signs of music, dashes, positions and voices around it are not of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from translate.data import CodeKind, InlineCode
from translate.documents.subtitles.cues import Cue
from translate.records import dataclass

MOST_GAP = 1.5
"""Seconds between two cues that may share a sentence."""
_TOKEN = re.compile(
    r"<[^<>\r\n]*>|\{[^{}\r\n]*\}|\\[Nn]|\\h|\[br\]|[ \t]*(?:\r\n|\n|\r)[ \t]*"
    r"|&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos);|.",
    re.DOTALL,
)
_NAMED = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&quot;": '"', "&apos;": "'", "\\h": "\u00a0"}
_LINE_END = re.compile(r"\s*[\r\n]\s*|\\[Nn]|\[br\]")
_DASH = re.compile(r"(?:<[^<>\r\n]*>|\{[^{}\r\n]*\})*[-\u2010-\u2015][ \t]*(?=\S)")
_TAGS = r"(?:<[^<>\r\n]*>|\{[^{}\r\n]*\})*"
_SOUND = re.compile(rf"\s*{_TAGS}(?:\([^()\r\n]*\)|\[[^\[\]\r\n]*\]){_TAGS}\s*")
"""A line that tells a sound, or who speaks."""
_BEGINS = re.compile(
    rf"{_DASH.pattern}|{_SOUND.pattern}(?:[\r\n\\]|\Z)|\s*{_TAGS}[A-Z\u00c0-\u00dd][A-Z\u00c0-\u00dd .'\u2019-]*\s?:\s"
)
"""What begins a line that is said for itself: a dash, a sound, the name of a speaker in capitals."""
_MUSIC = frozenset("\u266a\u266b\u266c#\u00b6*")
_ENDS = (".", "?", "!", "\u2026", ":", ")", "]", "\u266a")
_CLOSING = "\"'\u201d\u2019\u00bb "
_OPENS = re.compile(r"[(\[\u266a\u266b]")
_TAG_END = re.compile(r"[\s.>]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A character, or a code, of a speech: [start, stop) of the file; `code` is the code as it is written."""

    start: int
    stop: int
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """Pieces of one cue that one person says."""

    cue: Cue
    pieces: tuple[Piece, ...]
    has_dash: bool
    is_alone: bool
    """Whether nothing else is said in its cue."""

    @property
    def text(self) -> str:
        """What is said, without codes."""
        return "".join(piece.text for piece in self.pieces if not piece.code)


def iter_speeches(text: str, cues: Iterable[Cue], line_break: str) -> Iterator[Speech]:
    """Yield what is said in each cue, in order.

    :param line_break: what parts lines within a cue, where that is not the end of a line.
    """
    for cue in cues:
        lines = list(_lines(text, cue, line_break))
        groups: list[list[tuple[int, int]]] = []
        for line in lines:
            if not groups or _BEGINS.match(text, *line) or _SOUND.fullmatch(text, *groups[-1][-1]):
                groups.append([])
            groups[-1].append(line)
        for group in groups:
            start, stop = group[0][0], group[-1][1]
            dash = _DASH.match(text, start, stop)
            pieces = _trimmed(_pieces(text, dash.end() if dash else start, stop))
            if any(map(str.isalpha, "".join(piece.text for piece in pieces if not piece.code))):
                yield Speech(cue, tuple(pieces), dash is not None, len(groups) == 1)


def grouped(speeches: Iterable[Speech]) -> Iterator[list[Speech]]:
    """Yield speeches, those that share a sentence together."""
    group: list[Speech] = []
    for speech in speeches:
        if group and not _runs_on(group[-1], speech):
            yield group
            group = []
        group.append(speech)
    if group:
        yield group


def _runs_on(one: Speech, other: Speech) -> bool:
    """Tell whether a sentence of one speech goes on in the next one."""
    before, after = one.text.rstrip(_CLOSING), other.text.lstrip()
    return (
        one.cue is not other.cue
        and not other.has_dash
        and one.is_alone
        and other.is_alone
        and _is_one_voice(one.cue, other.cue)
        and 0 <= other.cue.begin - one.cue.end < MOST_GAP
        and not before.endswith(_ENDS)
        and not _OPENS.match(after)
        and (before.endswith((",", ";", "-")) or after[:1].islower() or not after[:1].isupper() or _is_name(before))
    )


def _is_one_voice(one: Cue, other: Cue) -> bool:
    """Tell whether one person may say both cues: a sign above the picture is none of the dialogue below."""
    return one.place == other.place and (one.voice == other.voice or not one.voice or not other.voice)


def _is_name(before: str) -> bool:
    """Tell whether a cue ends with a word in small letters, behind which a name may follow."""
    return before.rpartition(" ")[2].islower()


def text_of(group: Sequence[Speech]) -> tuple[str, tuple[InlineCode, ...]]:
    """Return what speeches say, joined by spaces, in which codes stand as they are written, and the codes."""
    parts: list[str] = []
    codes: list[InlineCode] = []
    opened: list[int] = []
    place = 0
    for number, speech in enumerate(group):
        if number:
            parts.append(" ")
            place += 1
        for piece in speech.pieces:
            shown = piece.code or piece.text
            if piece.code:
                _add(codes, opened, piece.code, place)
            parts.append(shown)
            place += len(shown)
    for index in opened:
        codes[index] = replace(codes[index], kind=CodeKind.ISOLATED, pair=None)
    return "".join(parts), tuple(codes)


def _add(codes: list[InlineCode], opened: list[int], code: str, place: int) -> None:
    end = place + len(code)
    if code.startswith("</") and opened:
        codes.append(InlineCode(place, end, CodeKind.END, codes[opened.pop()].pair, "x-tag"))
    elif code.startswith("<") and code[1:2].isalpha():
        codes.append(InlineCode(place, end, CodeKind.START, len(codes) + 1, "x-tag"))
        opened.append(len(codes) - 1)
    else:
        codes.append(InlineCode(place, end, CodeKind.ISOLATED, None, "x-tag"))


def _lines(text: str, cue: Cue, line_break: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the lines of a cue that are not blank."""
    start = cue.start
    for match in _LINE_END.finditer(text, cue.start, cue.stop):
        if match[0].startswith(("\\", "[")) and not line_break.startswith(match[0][0]):
            continue
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start : cue.stop].strip():
        yield start, cue.stop


def _pieces(text: str, start: int, stop: int) -> list[Piece]:
    found = []
    for match in _TOKEN.finditer(text, start, stop):
        one = match[0]
        if (one[0] == "<" and len(one) > 2) or (one[0] == "{" and len(one) > 1):
            found.append(Piece(*match.span(), "", one))
        else:
            shown = " " if "\n" in one or "\r" in one or one in ("\\N", "\\n", "[br]") else _NAMED.get(one, one)
            found.append(Piece(*match.span(), shown))
    return found


def _trimmed(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return pieces without what stands around what is said."""
    first, last = 0, len(pieces)
    partners = _partners(pieces)
    while first < last:
        if _is_edge(pieces[first]):
            first += 1
        elif _is_edge(pieces[last - 1]):
            last -= 1
        elif pieces[first].code.startswith("<") and not pieces[first].code.startswith("</"):
            closing = partners.get(first)
            if closing is None:
                first += 1
            elif closing == last - 1:
                first, last = first + 1, last - 1
            else:
                break
        else:
            break
    return pieces[first:last]


def _is_edge(piece: Piece) -> bool:
    if piece.code:
        return piece.code.startswith("{") or piece.code[1:2].isdigit()
    return not piece.text.strip() or piece.text in _MUSIC


def _partners(pieces: Sequence[Piece]) -> dict[int, int]:
    """Return which piece closes each tag that is closed."""
    found: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for number, piece in enumerate(pieces):
        if not piece.code.startswith("<"):
            continue
        name = _TAG_END.split(piece.code.strip("</"))[0]
        if not piece.code.startswith("</"):
            opened.setdefault(name, []).append(number)
        elif opened.get(name):
            found[opened[name].pop()] = number
    return found
