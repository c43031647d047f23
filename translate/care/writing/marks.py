"""Quotation marks of a target, paired as in its source: none made up, none astray, none lost at an edge.

Straight marks are read by what stands beside them; whatever a quotation looks like, the outer one gets double marks,
and one within it single ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

import regex

from translate.care.replacing import Replacement
from translate.care.writing.ellipses import mend_ellipses
from translate.text.late import late
from translate.text.usage.quotes import SPACES, Mark, Marks, Quotes, read_marks

_SINGLE = late("['’‘‛]")
_MARKED = late("[\"“”„‟«»‹›‘‛…]|\\.{3}|--|''|``|(?<![^\\W_])'|['’](?!\\w)")
"""What there is no need to look at a text without, but for curly apostrophes."""
_CLOSED = late(r"(?<=\w[?!,.…])['’](?=\s|\Z)")
"""A single mark behind speech."""
_OPENED, _ENDS_WORD = late(r"(?<=[.,:;!?…] )['‘](?=\p{L}{2,}\s)"), late(r"(?<=[\w.,!?…])['’](?!\w)")
"""A single mark that opens speech, and one that may close it."""
_END = late(r"(?P<mark>[»”\"›])[\s\u00a0\u202f]*[.,;:!?…]*[\s\u00a0\u202f]*\Z")
_SINGLE_END = late(r"(?<=[\w.,!?…])['’](?=[.,!?]*\Z)")
_START = late(r"\A(?:[-–—•*]\s*)?[«“\"„‹]")
_LETTERED, _STOPPED = late(r"(?<![\w.-])\p{Lu}(?=, )"), late(r"(?<![\w.-])\p{Lu}(?=\. )")
_COLON = late(r":\s+(?=\S)")
_INTRODUCED = late(r":[\s\u00a0\u202f]*[«“\"„‹]")


def iter_mark_edits(source: str, target: str, quotes: Quotes, *, is_curly: bool) -> Iterator[Replacement]:
    """Yield what makes the quotation marks, apostrophes and ellipses of a target those of its source, in one style.

    Single marks around a quotation become double ones where the source has double ones and no single ones.
    """
    if not _MARKED.search(source) and not _MARKED.search(target) and not (is_curly or "’" in target):
        return
    edits = sorted(_without_overlap([*mend_pairs(source, target), *mend_ellipses(source, target)]))
    mended, origins = _apply(target, edits)
    own = read_marks(source)
    doubles = any(not mark.is_single for mark in own.marks) and not any(mark.is_single for mark in own.marks)
    styled: dict[int, str] = {}
    other = read_marks(mended)
    is_tight = other.is_paired and not any(map(partial(_has_space, source), own.marks))
    for mark in other.marks:
        single = mark.depth % 2 == 0 or (mark.is_single and not doubles)
        styled[mark.start] = write_mark(quotes, opens=mark.opens, single=single, is_curly=is_curly)
        start, end = _with_spaces(mended, mark, is_tight=is_tight)
        for place in range(start, end):
            if place != mark.start:
                styled[place] = ""
    for match in _SINGLE.finditer(mended):
        styled.setdefault(match.start(), quotes.single[1] if is_curly else "'")
    texts = {number: list(text) for number, (_, _, text) in enumerate(edits)}
    for place, text in styled.items():
        kind, at, offset = origins[place]
        if kind:
            texts[at][offset] = text
        elif target[at] != text:
            yield at, at + 1, text
    for number, (start, end, _) in enumerate(edits):
        yield start, end, "".join(texts[number])


def find_stops(source: str, target: str) -> Iterator[Replacement]:
    """Yield edits that make commas of the full stops behind letters that are names, « Lot D, 5 € » as *Lot D. €5*.

    A model takes the letter for an initial.
    """
    lettered = set(_LETTERED.findall(source)) if "," in source else set()
    for match in _STOPPED.finditer(target) if lettered else ():
        if match[0] in lettered and f"{match[0]}." not in source:
            yield match.end(), match.end() + 1, ","


def _apply(text: str, edits: Sequence[Replacement]) -> tuple[str, list[tuple[bool, int, int]]]:
    """Return a text after edits in order, and of each of its characters whether it came of an edit; the number of the
    edit and the place in it, or the place in the text."""
    parts: list[str] = []
    origins: list[tuple[bool, int, int]] = []
    position = 0
    for number, (start, end, new) in enumerate(edits):
        parts += (text[position:start], new)
        origins += [(False, place, 0) for place in range(position, start)]
        origins += [(True, number, place) for place in range(len(new))]
        position = end
    origins += [(False, place, 0) for place in range(position, len(text))]
    return "".join(parts) + text[position:], origins


def _without_overlap(edits: Sequence[Replacement]) -> list[Replacement]:
    kept: list[Replacement] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


def _has_space(text: str, mark: Mark) -> bool:
    """Tell whether a mark that is no guillemet has a space between it and what is quoted."""
    beside = text[mark.end : mark.end + 1] if mark.opens else text[: mark.start][-1:]
    return text[mark.start] not in "«‹»›" and beside != "" and beside in SPACES


def _with_spaces(text: str, mark: Mark, *, is_tight: bool) -> tuple[int, int]:
    """Return the place of a mark with the spaces within it: French sets them within guillemets, a model within others.

    :param is_tight: whether marks that are no guillemets have no spaces within them.
    """
    start, end = mark.start, mark.end
    if text[start] in "«‹" or (is_tight and mark.opens):
        while text[end : end + 1] and text[end] in SPACES:
            end += 1
    elif text[start] in "»›" or is_tight:
        while start and text[start - 1] in SPACES:
            start -= 1
    return start, end


def write_mark(quotes: Quotes, *, opens: bool, single: bool, is_curly: bool) -> str:
    """Return a quotation mark as a language writes it."""
    if not is_curly:
        return "'" if single else '"'
    opening, closing = quotes.single if single else quotes.double
    return opening if opens else closing


def mend_pairs(source: str, target: str) -> list[Replacement]:
    """Return what to take away from a target, and to add, so that its quotation marks pair as those of its source.

    Where the source has none there are none; a quotation that goes on beyond the text stays open; one that ends or
    begins where the text does gets the mark that the model left out.
    """
    own, other = read_marks(source), read_marks(target)
    if not own.marks:
        return list(_iter_made_up(target, other)) if source else []
    if (own.unopened, own.unclosed) == (other.unopened, other.unclosed) and other.marks:
        return []
    if not other.marks:
        return _wrapped(source, target, own)
    left = _unpaired(other.marks)
    opened, closed = [mark for mark in left if mark.opens], [mark for mark in left if not mark.opens]
    return [*_mend_opened(source, target, own, other, opened), *_mend_closed(source, target, own, other, closed)]


def _mend_opened(source: str, target: str, own: Marks, other: Marks, left: Sequence[Mark]) -> Iterator[Replacement]:
    """Close what a target leaves open and its source does not, or leave open what the source does.

    :param left: the marks of the target that open and are not closed.
    """
    if len(left) > own.unclosed:
        quoted = source[own.marks[-2].end : own.marks[-1].start] if len(own.marks) > 1 else ""
        stop = left[0].end + len(quoted)
        is_copied = quoted and target[left[0].end : stop] == quoted and not target[stop : stop + 1].isalnum()
        if is_copied and own.marks[-2].opens:
            yield stop, stop, '"'
        elif _END.search(source) and not own.marks[-1].opens and not _END.search(target):
            yield len(target), len(target), '"'
        elif not _START.match(source) and left[0].start == 0:
            yield _removal(target, left[0])
    elif len(left) < own.unclosed and not other.marks[-1].opens and _END.search(target):
        yield _removal(target, other.marks[-1])


def _mend_closed(source: str, target: str, own: Marks, other: Marks, left: Sequence[Mark]) -> Iterator[Replacement]:
    """Open what a target closes and its source does not, or leave closed what the source does.

    :param left: the marks of the target that close and were not opened.
    """
    if len(left) > own.unopened:
        colon = _COLON.search(target) if _INTRODUCED.search(source) else None
        if _START.match(source) and not _START.match(target):
            yield _opening(target, 0)
        elif colon and colon.end() <= left[0].start:
            yield _opening(target, colon.end())
        elif not _END.search(source) and left[-1].end == len(target.rstrip()):
            yield _removal(target, left[-1])
    elif len(left) < own.unopened:
        if other.marks[0].opens and other.marks[0].start == 0 and not _START.match(source):
            yield _removal(target, other.marks[0])
        elif _END.search(source) and not _END.search(target):
            yield _closing(target)


def _iter_made_up(target: str, other: Marks) -> Iterator[Replacement]:
    """Yield the marks of a target whose source has none; single ones only where they are of speech."""
    for mark in other.marks:
        if not mark.is_single:
            yield _removal(target, mark)
    singles = [mark for mark in other.marks if mark.is_single]
    speeches = [mark for mark in singles if not mark.opens and _CLOSED.match(target, mark.start)]
    for one, two in pairwise(singles):
        if two in speeches and one.opens:
            yield one.start, one.end, ""
    for match in _CLOSED.finditer(target):
        yield match.start(), match.end(), ""
    opened = _OPENED.search(target)
    if opened and not _ENDS_WORD.search(target, opened.end()):
        yield *opened.span(), ""


def _wrapped(source: str, target: str, own: Marks) -> list[Replacement]:
    """Return the marks of a target that has none: around the whole, behind a colon, or around words of the source."""
    ends = _END.search(source) is not None
    if not own.is_paired:
        opening = [_opening(target, 0)] if own.unclosed and _START.match(source) else []
        return opening + ([_closing(target)] if own.unopened and ends else [])
    pairs = [pair for pair in zip(own.marks, own.marks[1:], strict=False) if pair[0].opens and not pair[1].opens]
    edits: list[Replacement] = []
    for first, last in pairs:
        quoted = source[first.end : last.start].strip(SPACES)
        if quoted and target.count(quoted) == 1:
            place = target.index(quoted)
            edits += [(place, place, '"'), (place + len(quoted), place + len(quoted), '"')]
    if edits or len(own.marks) != 2 or not ends:
        return edits
    if _START.match(source):
        return [_opening(target, 0), (len(target), len(target), '"')]
    if _INTRODUCED.search(source) and (colon := _COLON.search(target)):
        return [_opening(target, colon.end()), (len(target), len(target), '"')]
    return []


def _opening(text: str, place: int) -> Replacement:
    """Return an opening mark at the first letter or figure from there on."""
    match = regex.compile(r"[\p{L}\p{N}…(\[]|\.{3}").search(text, place)
    start = match.start() if match else place
    return start, start, '"'


def _closing(text: str) -> Replacement:
    """Return a closing mark at the end, in place of a single one there."""
    single = _SINGLE_END.search(text)
    return (*single.span(), '"') if single else (len(text), len(text), '"')


def _removal(text: str, mark: Mark) -> Replacement:
    """Take a mark away, with a space that would stand doubled or before a stop."""
    end = mark.end
    if mark.start and end < len(text) and text[mark.start - 1] in SPACES and text[end] in SPACES:
        end += 1
    return mark.start, end, ""


def _unpaired(marks: Sequence[Mark]) -> list[Mark]:
    stack: list[Mark] = []
    left: list[Mark] = []
    for mark in marks:
        if mark.opens:
            stack.append(mark)
        elif stack:
            stack.pop()
        else:
            left.append(mark)
    return sorted([*left, *stack], key=lambda mark: mark.start)
