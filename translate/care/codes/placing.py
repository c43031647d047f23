"""Puts what was cut out of a source into its target: ranges around what translates them, signs where attention parts.

Everything that was cut comes back exactly once and well nested, whatever the attention says: it only decides where.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from translate.care.base import Change, Piece, Request, Revision, Shielded, Step
from translate.care.codes.fitting import Fitting
from translate.care.codes.grid import Grid
from translate.care.codes.matching import Sharpen, as_attended, sharpener
from translate.care.codes.nodes import Node, make_tree
from translate.care.codes.signs import WORDLIKE_CODES, Insertion, place_sign, set_sign
from translate.care.composing import compose, is_line_break
from translate.data import HYPHEN, CodeKind, InlineCode, Passage
from translate.engines.base import Links
from translate.languages import UNDETERMINED, Language
from translate.languages.identification import is_function_word
from translate.text.late import late
from translate.text.protected.spans import ProtectedSpan, Treatment

_LOOKS = frozenset(
    "bold italic underlined superscript subscript x-format x-strike x-mark x-inserted x-deleted x-span".split()
)
"""Types of pairs that say how words look: where these words are not rendered, nothing looks so."""
_RENDERS, _SURE = 0.3, 0.8
"""Share of its attention that a word gives to what it renders, and to what it surely renders."""
_CODE = "inline code"
_PLACED = "placed where it belongs"
_LONGEST_SAME = 80
_LAST_WORD = late(r"(\p{L}+)['’ ]\Z")
_ABBREVIATION = "x-abbreviation"
_COPIED = "an abbreviation that its document explains"
_KNOWN_ACRONYM = 3
"""Letters of the shortest acronym that other steps translate."""


class Placing(Step):
    """Makes the text for the model, with placeholders and without what is no word, and puts everything back.

    :param placeholder: pattern with `#` for the number, such as `X_#`.
    :param attends: False places by position alone.
    :param source: the language of the passages.
    :param target: that of the targets.
    """

    name = "placing"

    def __init__(
        self,
        placeholder: str,
        *,
        attends: bool = True,
        source: Language = UNDETERMINED,
        target: Language = UNDETERMINED,
    ) -> None:
        self._placeholder, self._attends = placeholder, attends
        self._fitting = Fitting(source, target)
        self._sharpen = sharpener(source, target) if attends else as_attended

    def before(self, request: Request, *, masking: bool = True) -> Request:
        """With `masking` off, words are cut out too."""
        codes = [
            Piece(
                ProtectedSpan(code.start, code.end, _treatment(code, request.passage), code.pair),
                self.name,
                _CODE,
                code,
            )
            for code in request.passage.codes
        ]
        if codes:
            codes += _iter_abbreviations(request)
            pieces = sorted([*codes, *request.pieces], key=lambda piece: (piece.span.start, piece.span.end))
            request = replace(request, pieces=tuple(pieces))
        shielded = compose(request, self._placeholder, masking=masking)
        return replace(request, shielded=shielded, text=shielded.text)

    def after(self, revision: Revision) -> Iterator[Change]:
        shielded = revision.request.shielded
        for mask, start in zip(shielded.masks, revision.places, strict=True):
            step, code = mask.piece.step, mask.piece.code
            yield Change(start, start + len(mask.placeholder), mask.native, step, mask.piece.reason, code)
        if shielded.cuts:
            link = revision.draft.link
            is_within = any(0 < cut.offset < len(shielded.text) for cut in shielded.cuts)  # at an end no row matters
            links = link(whole=is_within) if link and self._attends else None
            for start, text, code in place(shielded, revision.text, links, self._fitting, self._sharpen):
                replaced = "-" if code and code.type == HYPHEN else " " if is_line_break(text.strip(), code) else ""
                end = start + (text != "" and replaced != "" and revision.text.startswith(replaced, start))
                yield Change(start, end, text, self.name, _CODE if code else _PLACED, code)


def _iter_abbreviations(request: Request) -> Iterator[Piece]:
    """Yield the letters of which the document itself says that they are short for something."""
    text = request.passage.text
    for one, other in pairwise(request.passage.codes):
        if one.type != _ABBREVIATION or one.kind is not CodeKind.START or other.pair != one.pair or one.pair is None:
            continue
        is_short = other.start - one.end < _KNOWN_ACRONYM
        if is_short and text[one.end : other.start].isupper() and request.is_free(one.end, other.start):
            yield Piece(ProtectedSpan(one.end, other.start, Treatment.MASK), Placing.name, _COPIED)


def _treatment(code: InlineCode, passage: Passage) -> Treatment:
    """Tell how a code is kept from the model; an image stands for a word where a function word leads to it."""
    if code.type == "image" and (before := _LAST_WORD.search(passage.text, 0, code.start)):
        return Treatment.MASK if is_function_word(before[1].lower()) else Treatment.CUT
    match code.kind:
        case CodeKind.START:
            return Treatment.OPEN
        case CodeKind.END:
            return Treatment.CLOSE
        case CodeKind.ISOLATED:
            return Treatment.MASK if code.type in WORDLIKE_CODES else Treatment.CUT


def place(
    shielded: Shielded,
    target: str,
    links: Links | None,
    fitting: Fitting | None = None,
    sharpen: Sharpen = as_attended,
) -> Iterator[Insertion]:
    """Yield where in `target` each cut goes, as what, in reading order.

    :param links: between the shielded text and `target`; None places by position alone.
    :param fitting: None leaves pairs around the words that attention gave them.
    """
    if links is None and target == shielded.text:
        low = 0
        for cut in shielded.cuts:
            is_sign = cut.treatment is Treatment.CUT
            insertion = set_sign(cut, cut.offset, target, low=low) if is_sign else (cut.offset, cut.native, cut.code)
            low = insertion[0]
            yield insertion
        return
    grid = Grid(sharpen(links, shielded.text, target), target)
    root = make_tree(shielded.cuts, grid)
    root.target = (0, len(target))
    _place_children(root, grid, shielded.text, fitting)
    yield from _emit(root, target, len(target))


def _place_children(node: Node, grid: Grid, source: str, fitting: Fitting | None) -> None:
    """Give each child its range of characters within its parent's; ranges first, the largest of them first."""
    low, high = bisect_left(grid.gaps, node.target[0]), bisect_left(grid.gaps, node.target[1])
    taken: list[tuple[int, int]] = []
    ranges = [child for child in node.children if child.is_range and not child.is_empty]
    for child in sorted(ranges, key=lambda c: c.source[0] - c.source[1]):
        free = list(_free(low, high, taken))
        same = _same_place(child, grid, source, free)
        start, stop = _gaps_around(grid, same) if same else _range_of(child, node, grid, free)
        child.target = same or (grid.gaps[start], grid.gaps[stop])
        if fitting and not same and child.first and child.last and start < stop:
            content = source[child.first.offset : child.last.offset]
            if fitting.is_hollow(content, _words_between(grid, start, stop)):
                start, stop = _worded(child, grid, free, fitting) or (start, stop)
                child.target = grid.gaps[start], grid.gaps[stop]
            if _is_left_out(child, content, grid, (start, stop), fitting):
                start = stop = grid.best_gap(child.source[0], *_free_around(start, free))
                child.target = grid.gaps[start], grid.gaps[start]
            else:
                start = _with_small_words(child, content, grid, start, _free_around(start, free)[0], fitting)
                child.target = grid.gaps[start], grid.gaps[stop]
                first = max((grid.gaps[end] for _, end in taken if end <= start), default=node.target[0])
                limit = min((grid.gaps[begin] for begin, _ in taken if begin >= stop), default=node.target[1])
                child.target = fitting.fit(content, grid.target, child.target, (first, limit))
                around = _gaps_around(grid, child.target)
                start, stop = min(start, around[0]), max(stop, around[1])
        taken.append((start, stop))
    for child in node.children:
        if not child.is_range or child.is_empty:
            child.target = place_sign(child, node, grid, source, ranges, taken)
    for child in node.children:
        if child.children:
            _place_children(child, grid, source, fitting)


def _gaps_around(grid: Grid, place: tuple[int, int]) -> tuple[int, int]:
    """Return the last gap before characters of the target, and the first behind them."""
    return bisect_right(grid.gaps, place[0]) - 1, bisect_left(grid.gaps, place[1])


def _same_place(child: Node, grid: Grid, source: str, free: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return where what a range has stands in the target letter by letter; None where it is not alone there."""
    if child.first is None or child.last is None:
        return None
    text = source[child.first.offset : child.last.offset].strip()
    if not text or len(text) > _LONGEST_SAME or source.count(text) != 1 or grid.target.count(text) != 1:
        return None
    place = grid.target.index(text)
    end = place + len(text)
    if grid.target[place - 1 : place].isalnum() or grid.target[end : end + 1].isalnum():
        return None
    start, stop = _gaps_around(grid, (place, end))
    return (place, end) if any(low <= start and stop <= high for low, high in free) else None


def _is_left_out(child: Node, content: str, grid: Grid, found: tuple[int, int], fitting: Fitting) -> bool:
    """Tell whether nothing in the target renders what a pair holds, so that nothing there should look like it."""
    if child.first is None or child.first.code is None or child.first.code.type not in _LOOKS:
        return False
    if not grid.renders(child.source, *found):
        return True
    return grid.share(child.source, *found) < _SURE and fitting.is_hollow(content, _words_between(grid, *found))


def _words_between(grid: Grid, start: int, stop: int) -> str:
    return grid.target[grid.gaps[start] : grid.gaps[stop]]


def _worded(child: Node, grid: Grid, free: Sequence[tuple[int, int]], fitting: Fitting) -> tuple[int, int] | None:
    """Return the word that renders most of a range, of those that say something; None where none does."""
    words = [
        (grid.share(child.source, gap, gap + 1), -gap)
        for low, high in free
        for gap in range(low, high)
        if not fitting.is_linking(_words_between(grid, gap, gap + 1))
    ]
    share, gap = max(words, default=(0.0, 0))
    return (-gap, 1 - gap) if share >= _RENDERS else None


def _with_small_words(child: Node, content: str, grid: Grid, start: int, low: int, fitting: Fitting) -> int:
    """Return the first gap of a range with the preposition before it, where the pair begins with what that renders."""
    while start > low and fitting.begins_small(content, grid.target[grid.gaps[start - 1] : grid.gaps[start]]):
        inside, before = grid.share(child.source, start - 1, start), grid.share((0, child.source[0]), start - 1, start)
        if inside < max(_RENDERS, before):
            break
        start -= 1
    return start


def _free_around(gap: int, free: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return next((low, high) for low, high in free if low <= gap <= high)


def _range_of(child: Node, node: Node, grid: Grid, free: list[tuple[int, int]]) -> tuple[int, int]:
    if child.source[0] <= node.source[0] and child.source[1] >= node.source[1] and len(free) == 1:
        return free[0]
    start, stop = grid.best_range(child.source, free)
    if child.first is None:
        start = free[0][0] if free else start
        stop = min(stop, free[0][1]) if free else stop
    elif child.last is None and free:
        start, stop = max(start, free[-1][0]), free[-1][1]
    return start, max(start, stop)


def _free(low: int, high: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    position = low
    for start, stop in sorted(taken):
        if start > position:
            yield position, start
        position = max(position, stop)
    if position < high or not taken:
        yield position, high


def _emit(node: Node, target: str, limit: int) -> Iterator[Insertion]:
    """Yield what to insert, in reading order, nothing of it after character `limit`."""
    written: tuple[int, str] = (-1, "")
    low = min(node.target[0], limit)
    for child in sorted(node.children, key=lambda child: (child.target, child.source)):
        start, stop = (min(place, limit) for place in child.target)
        if not child.is_range and child.first is not None:
            sign = written[1] if written[0] == start else ""
            insertion = set_sign(child.first, start, target, written=sign, low=low)
            written, low = (start, insertion[1]), insertion[0]
            yield insertion
            continue
        while stop > start and target[stop - 1].isspace():
            stop -= 1
        if child.first is not None:
            yield start, child.first.native, child.first.code
        yield from _emit(child, target, stop)
        if child.last is not None:
            yield stop, child.last.native, child.last.code
        low = stop
