"""Where signs go, which are cut out of a source and are no pairs: beside what renders the words that they touched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import regex

from translate.care.base import Cut
from translate.care.codes.anchors import find_anchor
from translate.care.codes.grid import CLOSING, OPENING, Grid
from translate.care.codes.nodes import Node
from translate.data import HYPHEN, InlineCode
from translate.languages.identification import is_function_word
from translate.text.late import late

WORDLIKE_CODES = frozenset({"code", "link", "x-formula", "x-var"})
"""Types of isolated codes that stand for a word of the sentence (`` `ls` ``, `<https://…>`); others are cut out."""
Insertion = tuple[int, str, InlineCode | None]
"""A place in a target and what goes there."""
_LAST_MARKS = late(r"[.,;:!?…]*\Z")
_TOUCHED = late(r"[\p{L}\p{N}]+\Z|\S\Z")
_TOUCHING = late(r"[\p{L}\p{N}]+|\S")
_LONGEST_PHRASE = 6
"""Words of the longest phrase whose end a sign is brought to."""
_LEADING = frozenset("'’([«“")
"""Marks that belong to the word behind them."""
_NEIGHBOUR = late(r"([\p{L}\p{N}]+)[\s'’]+\Z")


def place_sign(
    sign: Node, node: Node, grid: Grid, source: str, ranges: Sequence[Node], taken: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Return where a sign goes, as an empty range of characters within its parent's.

    :param ranges: its siblings that are pairs and hold something.
    :param taken: gaps that these reach from and to.
    """
    return (
        _behind_number(sign, node, grid, source, ranges)
        or _before_last_marks(sign, node, grid, source)
        or _at_hyphen(sign, node, grid, source)
        or _beside_range(sign, ranges)
        or _beside_word(sign, node, grid, source, ranges)
        or _gap_of(sign, node, grid, taken)
    )


def _gap_of(sign: Node, node: Node, grid: Grid, taken: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the place of a sign: at an edge where it stood at one, else where attention parts; never in a sibling."""
    low, high = bisect_left(grid.gaps, node.target[0]), bisect_left(grid.gaps, node.target[1])
    if sign.source[0] <= node.source[0]:
        gap = low
    elif sign.source[0] >= node.source[1]:
        gap = high
    else:
        gap = grid.best_gap(sign.source[0], low, high)
    for start, stop in taken:
        if start < gap < stop:
            gap = start if gap - start <= stop - gap else stop
    return grid.gaps[gap], grid.gaps[gap]


def _behind_number(sign: Node, node: Node, grid: Grid, source: str, ranges: Sequence[Node]) -> tuple[int, int] | None:
    """Return the place of a sign that belongs to a number; None where it belongs to none, or that is elsewhere."""
    if sign.first is None or sign.first.code is not None:
        return None
    place = find_anchor(sign.first.native, source, sign.first.offset, grid.target)
    if place is None or not node.target[0] <= place <= node.target[1]:
        return None
    is_inside = any(other.target[0] < place < other.target[1] for other in ranges)
    return None if is_inside else (place, place)


def _before_last_marks(sign: Node, node: Node, grid: Grid, source: str) -> tuple[int, int] | None:
    """Return the place of a sign after which a passage has nothing but its last marks; None for any other sign."""
    if sign.first is None or node.target[1] < len(grid.target):
        return None
    own, other = _LAST_MARKS.search(source), _LAST_MARKS.search(grid.target)
    if own is None or other is None or not own[0]:
        return None
    if not len(source[: own.start()].rstrip()) <= sign.first.offset <= own.start() or other.start() < node.target[0]:
        return None
    return other.start(), other.start()


def _at_hyphen(sign: Node, node: Node, grid: Grid, source: str) -> tuple[int, int] | None:
    """Return the place of the hyphen that renders one which is a code; None for any other sign, or without such."""
    cut = sign.first
    if cut is None or cut.code is None or cut.code.type != HYPHEN or source[cut.offset : cut.offset + 1] != "-":
        return None
    word = _TOUCHED.search(source, 0, cut.offset)
    low, high = bisect_left(grid.gaps, node.target[0]), bisect_left(grid.gaps, node.target[1])
    start = word.start() if word else cut.offset
    found = grid.best_word((grid.before(start), max(grid.before(cut.offset + 1), grid.before(start) + 1)), low, high)
    if found is None:
        return None
    taken = {other.target for other in node.children if other is not sign and not other.is_range}
    for place in range(grid.gaps[found[0]], grid.gaps[found[1]]):
        if grid.target[place] == "-" and (place, place) not in taken:
            return place, place
    return None


def _beside_range(sign: Node, ranges: Sequence[Node]) -> tuple[int, int] | None:
    """Return the place of a sign that touches a pair of codes, beside it; None for any other sign."""
    if sign.first is None:
        return None
    for other in ranges:
        if other.first and other.last:
            if other.last.offset == sign.first.offset and not sign.first.before.isspace():
                return other.target[1], other.target[1]
            if other.first.offset == sign.first.offset and not sign.first.after.isspace():
                return other.target[0], other.target[0]
    return None


def _beside_word(sign: Node, node: Node, grid: Grid, source: str, ranges: Sequence[Node]) -> tuple[int, int] | None:
    """Return the place of a sign that touches a word, beside what renders that; None for any other sign.

    Of two words it belongs to the one before.
    """
    cut = sign.first
    if cut is None or (not cut.before.strip() and not cut.after.strip()):
        return None
    is_behind = _belongs_before(cut)
    word = _TOUCHED.search(source, 0, cut.offset) if is_behind else _TOUCHING.match(source, cut.offset)
    if word is None:
        return None
    low, high = bisect_left(grid.gaps, node.target[0]), bisect_left(grid.gaps, node.target[1])
    found = grid.best_word((grid.before(word.start()), grid.before(word.end())), low, high)
    if found is None:
        return None
    place = grid.gaps[_end_of_phrase(found[1], word, grid, source, low, high) if is_behind else found[0]]
    while is_behind and place > node.target[0] and grid.target[place - 1].isspace():
        place -= 1
    is_inside = any(other.target[0] < place < other.target[1] for other in ranges)
    return None if is_inside else (place, place)


def _belongs_before(cut: Cut) -> bool:
    """Tell whether a sign touches something that stands before it."""
    return bool(cut.before.strip()) and not (cut.before in _LEADING and cut.after.strip())


def _end_of_phrase(gap: int, word: regex.Match[str], grid: Grid, source: str, low: int, high: int) -> int:
    """Return the last gap behind words that render those directly before `word`, such as a noun before its adjective.

    They follow in the target what they go before in the source.
    """
    before = _NEIGHBOUR.search(source, 0, word.start())
    for _ in range(_LONGEST_PHRASE):
        if before is None or gap >= high:
            break
        if not is_function_word(before[1].lower()):
            found = grid.best_word((grid.before(before.start()), grid.before(before.end(1))), low, high)
            said = _TOUCHING.match(grid.target, grid.gaps[gap])
            if found and found[0] == gap and said and not is_function_word(said[0].lower()):
                gap = found[1]
            elif found and found[1] > gap:
                break
        before = _NEIGHBOUR.search(source, 0, before.start())
    return gap


def set_sign(cut: Cut, place: int, target: str, *, written: str = "", low: int = 0) -> Insertion:
    """Set a sign with the white space that it had in the source.

    :param written: the sign that was set at the same place before.
    :param low: the first place of the target that it may be drawn back to.
    """
    before, after = target[place - 1 : place] if place else "", target[place : place + 1]
    if written:
        before = written[-1]
    elif _belongs_before(cut) and before.isspace() and place > low:
        place -= 1
        before, after = target[place - 1 : place] if place else "", target[place : place + 1]
    if cut.code and cut.code.type == HYPHEN and (after == "-" or (cut.before.isalnum() and cut.after.isalnum())):
        return place, cut.native if after == "-" else "", cut.code
    if not cut.native and cut.before.isspace() and cut.after.isspace() and before.isspace() and place > low:
        return place - 1, "" if written else " ", cut.code
    text = cut.native
    is_word = cut.code is None or cut.code.type in WORDLIKE_CODES
    is_sign = is_word and not text.startswith("<")  # markup stands as close as it stood
    wants_before = cut.before.isspace() or (is_sign and before.isalnum() and not cut.before.isalnum())
    wants_after = cut.after.isspace() or (is_sign and after.isalnum() and not cut.after.isalnum())
    closes = before != "" and before in "\"'" and not written and place > 1 and not target[place - 2].isspace()
    if text and before and not before.isspace() and (before not in OPENING or closes) and wants_before:
        text = f" {text}"
    if text and after and not after.isspace() and (after not in CLOSING or not place) and wants_after:
        text = f"{text} "
    return place, text, cut.code
