"""What is laid out within a line of plain text: a line comes in, the pieces that hold its words go out.

Cells of a table set with tabs, bars, semicolons or runs of spaces or dots; what stands beside `=` in lists; answers
behind boxes to tick; the marks of an answer in the subject of an e-mail. All else is one piece, and the white space
around it stays, as what is no word at its ends (:mod:`.line_ends`).
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.data import Block, CodeKind, InlineCode
from translate.documents.base import COLUMN, FIELD, GRID
from translate.documents.plain.line_ends import end_of, has_frames, is_kept, start_of
from translate.documents.plain.row_signs import iter_sign_gaps
from translate.text.late import late_plain

_TAB = late_plain(r"(?<! ) *\t[ \t]*")
_BAR = late_plain(r"(?<![ \t])[ \t]*[|│┃║][ \t]*")
_FRAME = "|│┃║+┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╟╢╤╧╪╓╖╙╜╒╕╘╛"
"""What stands at the ends of the cells of a table that is drawn."""
_SUBSTITUTION = late_plain(r"(?<![\w|])\|[^\W\d][\w.-]*\|(?![\w|])")
_LEADER = late_plain(r"(?<! ) *(?:\.{4,}|…{2,}|_{4,}|(?: \.){3,}) *")
_GAP = late_plain(r" {2,}")
_SEMICOLON = late_plain(r"(?<=[^\s;]);[ \t]*|(?<=;);[ \t]*")
_DOUBLED = late_plain('""')
_COLON = late_plain(r"(?<![ \t])[ \t]*(?P<sign>:)(?:[ \t]+|$)")
_EQUALS = late_plain(r"(?<=\S)[ \t]+=[ \t]+(?=\S)")
_MIN_BARS = 2
_WIDE_GAP, _LONE_GAP = 3, 4
"""Spaces between columns; and in a line that no other is like, for prose is justified with two or three."""
_NARROWEST = 40
"""Nobody justifies prose in fewer characters."""
_ENDS = frozenset('.!?…:;»”"')
_RULED = late_plain(r"\s*(?P<sign>[-=*_~#+])(?P=sign){2,}\s*(?P<text>\w.*\w)\s*(?P=sign){3,}\s*")
"""A title between two rules."""
_MARKED = late_plain(
    r"(?<!~)~~(?=[^\s~])(?:[^~\n]|~(?!~))*(?<=[^\s~])~~(?!~)|(?<![=\w])==(?=[^\s=])[^=\n]+(?<=\S)==(?![=\w])"
    r"|(?<![+\w])\+\+(?=[^\s+])[^+\n]+(?<=\S)\+\+(?![+\w])"
    r"|(?<=[^\W_])\^[+-]?\w{1,4}[+-]?\^(?!\^)|(?<=[^\W\d_])~\d{1,3}~(?!~)"
)
_MARKING = late_plain(r"~~|==|\+\+|\w[\^~]")
_MARKED_TYPES = {"~~": "x-deleted", "==": "x-mark", "++": "x-inserted", "^": "superscript", "~": "subscript"}
_ANSWER = late_plain(
    r"[^\W\d_][^\n:{]{1,18}:[ \t\u00a0]*"
    r"(?P<mark>(?:[^\W\d_]{2,3}(?:\[\d+\]|\(\d+\))?[ \u00a0]?:[ \t\u00a0]*)+)(?=[^\s`])"
)


def lay_out(line: str, neighbours: tuple[str, str] = ("", ""), *, in_cue: bool = False) -> Iterator[Block]:
    """Yield the blocks of a line, which together are the line.

    :param neighbours: the lines before and after it, which tell columns from prose with wide spaces.
    :param in_cue: whether it is text of a subtitle, whose tags and dashes stand outside of the words.
    """
    if is_kept(line):
        yield Block(line, "", "")
        return
    if ruled := _RULED.fullmatch(line):
        start, end = ruled.span("text")
        yield Block(line[:start], line[start:end], line[end:])
        return
    start = start_of(line, in_cue=in_cue)
    end = end_of(line, start, in_cue=in_cue)
    position, lead = start, line[:start]
    is_framed = _is_framed(line, neighbours)
    gaps = _gaps_of(line, start, end, neighbours)
    if len(gaps) == 1 and (field := _field_of(line, start, end, gaps[0])):
        yield field
        return
    is_row = any(";" in line[slice(*gap)] for gap in gaps)
    for gap_start, gap_end in gaps:
        gap = line[gap_start:gap_end]
        text, following = line[position:gap_start], ""
        fill = gap[: len(gap) - len(gap.lstrip(" "))]
        if text and fill and ((is_framed and gap.strip(" ")) or gap.strip(" ") == ":"):
            gap, following = fill, gap[len(fill) :]
            yield _cell(lead, text, gap, manner=GRID, is_row=is_row)
        else:
            yield _cell(lead, text, gap, manner="" if gap.strip(" ") else COLUMN, is_row=is_row)
        position, lead = gap_end, following
    yield _cell(lead, line[position:end], line[end:], is_row=is_row)


def _field_of(line: str, start: int, end: int, gap: tuple[int, int]) -> Block | None:
    """Return the block of a name and its value, « Nom       : Petit », which without it might be a word; None for other
    cells."""
    name, joint, value = line[start : gap[0]], line[slice(*gap)], line[gap[1] : end]
    if not name or not value[:1].isupper() or ":" in name[:-1] or "\t" in joint:
        return None
    if joint.strip() == ":":
        text = f"{name} : {value}"
    elif name.endswith(":") and not joint.strip():
        text = f"{name} {value}"
    else:
        return None
    return Block(line[:start], text, line[end:], codes_of(text), line[start:end], manner=FIELD)


def write_field(text: str, native: str) -> str:
    """Return a name and its value so that what stood below the colons or values of other lines does.

    :param native: how the document writes its own.
    """
    name, colon, value = text.partition(":")
    before, _, after = native.partition(":")
    if not colon or not value.strip():
        return text
    spaces = len(after) - len(after.lstrip())
    if before.endswith("  ") or (before.endswith(" ") and spaces <= 1):
        return name.rstrip().ljust(len(before)) + ":" + " " * spaces + value.strip()
    return f"{name.rstrip()}: ".ljust(len(before) + 1 + spaces) + value.strip()


def _gaps_of(line: str, start: int, end: int, neighbours: tuple[str, str]) -> list[tuple[int, int]]:
    """Return what separates the cells of a line; nothing where it is none of a table."""
    gaps = [match.span() for match in _TAB.finditer(line, start, end)]
    gaps += [match.span() for match in _LEADER.finditer(line, start, end) if start < match.start() < match.end() < end]
    bars = [] if _is_substituted(line, start, end) else [match.span() for match in _BAR.finditer(line, start, end)]
    if len(bars) >= _MIN_BARS or (bars and (has_frames(line) or _is_framed(line, neighbours))):
        gaps += bars
    gaps += _separators_of(line, start, end, neighbours)
    gaps += iter_sign_gaps(line, start, end)
    spaces = _spaces_of(line, start, end)
    least = _LONE_GAP if end - start >= _NARROWEST else _WIDE_GAP
    if any(stop - begin >= least for begin, stop in spaces) or any(_are_columns(line, other) for other in neighbours):
        gaps += spaces
    merged: list[tuple[int, int]] = []
    for begin, stop in (_widened(line, gap, start, end) for gap in sorted(gaps)):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((begin, stop))
    return merged


def _is_substituted(line: str, start: int, end: int) -> bool:
    """Tell whether the bars of a line stand around words to be filled in: « Le produit |nom| est sorti. »."""
    if line.count("|", start, end) % 2 or not _SUBSTITUTION.search(line, start, end):
        return False
    rest = _SUBSTITUTION.sub("", line[start:end])
    return "|" not in rest and any(map(str.isalpha, rest))


def _separators_of(line: str, start: int, end: int, neighbours: tuple[str, str]) -> list[tuple[int, int]]:
    """Return the semicolons of a row, the sign of `name = value`, and a colon below another one, where a line beside
    has as many.

    A French sentence has a space before a semicolon; one within quotation marks separates nothing.
    """
    if ";" in line and "&" not in line and " ;" not in line:
        found = _semicolons_of(line, start, end)
        rows = (other for other in neighbours if " ;" not in other and ";" in other)
        if len(found) >= _MIN_BARS and any(len(_semicolons_of(row, 0, len(row))) == len(found) for row in rows):
            return found
    if " = " in line:
        signs = [match.span() for match in _EQUALS.finditer(line, start, end)]
        if len(signs) == 1 and any(len(_EQUALS.findall(other)) == 1 for other in neighbours):
            return signs
    if colon := _COLON.search(line, start, end):
        place = colon.start("sign")
        others = [other for other in neighbours if other[place : place + 2].rstrip() == ":" and place < len(other)]
        if any(other[place - 1 : place] == " " for other in others) and any(
            one[place - 2 : place] == "  " for one in (line, *others)
        ):
            return [colon.span()]
    return []


def _semicolons_of(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the semicolons that stand within no quotation marks."""
    found = (match.span() for match in _SEMICOLON.finditer(line, start, end))
    return [(begin, stop) for begin, stop in found if line.count('"', start, begin) % 2 == 0]


def _widened(line: str, gap: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """Return a gap with all white space around it."""
    begin, stop = gap
    while begin > start and line[begin - 1].isspace():
        begin -= 1
    while stop < end and line[stop].isspace():
        stop += 1
    return begin, stop


def _spaces_of(line: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in _GAP.finditer(line, start, end)]


def _are_columns(line: str, other: str) -> bool:
    """Tell whether two lines have as many columns, set with spaces, of which one begins or ends at one place.

    Where no gap is wide, all must: two spaces stand between sentences, too.
    """
    sides = [(text, _spaces_of(text, len(text) - len(text.lstrip()), len(text.rstrip()))) for text in (line, other)]
    (_, mine), (_, its) = sides
    if not mine or len(mine) != len(its):
        return False
    if max(b - a for a, b in (*mine, *its)) < _WIDE_GAP:
        return [b for _, b in mine] == [b for _, b in its] and not any(
            text[a - 1] in _ENDS for text, gaps in sides for a, _ in gaps
        )
    ends = [[*(a for a, _ in gaps[1:]), len(text.rstrip())] for text, gaps in sides]
    return any(a[1] == b[1] for a, b in zip(mine, its, strict=True)) or any(
        a == b for a, b in zip(ends[0], ends[1], strict=True)
    )


def _is_framed(line: str, neighbours: tuple[str, str]) -> bool:
    """Tell whether the bars of a line stand below or above those of another one, or the corners of a frame."""
    bars = [match.end() - len(match[0]) + len(match[0].rstrip(" \t")) - 1 for match in _BAR.finditer(line)]
    return bool(bars) and any(
        all(place < len(other) and other[place] in _FRAME for place in bars) for other in neighbours
    )


def _cell(lead: str, text: str, trail: str, *, manner: str = "", is_row: bool = False) -> Block:
    """Return the block of a cell.

    :param is_row: of values between semicolons, which may have quotation marks around them, and doubled ones within.
    """
    if not is_row or len(text) <= len('""') or not text[0] == text[-1] == '"' or text.count('"') % 2:
        return Block(lead, text, trail, codes_of(text), manner=manner)
    text = text[1:-1]
    places = [match.start() for match in _DOUBLED.finditer(text)]
    pairs = zip(places[::2], places[1::2], strict=False) if len(places) % 2 == 0 else ()
    codes = [
        InlineCode(place, place + len('""'), kind, first, "x-quote")
        for first, last in pairs
        for place, kind in ((first, CodeKind.START), (last, CodeKind.END))
    ]
    return Block(f'{lead}"', text, f'"{trail}', tuple(codes), manner=manner)


def codes_of(text: str) -> tuple[InlineCode, ...]:
    """Return the codes of a text: the marks of an answer in the subject of an e-mail, signs around what is struck out,
    marked, inserted, raised or lowered.

    Nothing else in plain text is sure to be markup.
    """
    codes: list[InlineCode] = []
    if answer := _ANSWER.match(text):
        start = answer.start("mark")
        codes.append(InlineCode(start, start + len(answer["mark"].rstrip()), CodeKind.ISOLATED, type="code"))
    for match in _MARKED.finditer(text) if _MARKING.search(text) else ():
        (start, end), sign = match.span(), match[0][:2]
        code_type = _MARKED_TYPES.get(sign) or _MARKED_TYPES[sign := sign[0]]
        codes.append(InlineCode(start, start + len(sign), CodeKind.START, start, code_type))
        codes.append(InlineCode(end - len(sign), end, CodeKind.END, start, code_type))
    return tuple(codes)
