"""Codes within a word, `CO<sub>2</sub>`: the model sees the word whole, and the codes come back into its translation.

No attention says where in a word a code stands. So a passage goes on with such words as plain ones, each between two
codes of no characters that go where its translation is (:mod:`translate.care.codes.untying` looks there).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from translate.data import HYPHEN, LINE_BREAK, TAB, TIE, CodeKind, InlineCode, Passage
from translate.records import dataclass
from translate.text.inline.inner_codes import WORDLIKE
from translate.text.late import late

_FIRST_PAIR = -1_000_000
"""Pair of the codes of the first word; documents count from 0, and tags in a text from -1 downwards."""
_MOST_TOUCHING = 20
"""How many codes without a character between them are looked past, so that time is linear."""
_JOINERS = frozenset("-\u2011+/\u00b7\u22c5\u00d7=")
_SCRIPTS = frozenset({"subscript", "superscript"})
_APART = frozenset({HYPHEN, LINE_BREAK, TAB, TIE})
"""Types of codes that are no form of a word: what they show parts it, or joins its parts."""
_HELD = "\0"
"""Stands for a code where the shape of a word is looked at."""
_COPIED = late(rf"\d{_HELD}+\d|(?<![\w{_HELD}])\p{{L}}{_HELD}+[+\u2212-]?\d")
"""Powers and indices, 10⁶ and x², which read as other numbers and words where they are written in one."""
_FACTORS = late(r"(?<![\w,.])(?:\p{L}+[·⋅/])+\Z")
_OPERATOR = late(r"\s?[-+\u2212=×·⋅/*<>≤≥](?:\s?\d+[·⋅×*]?)?\s?")
"""What stands between two words that are computed with."""
_SQUARED = late(r"\d[ \u00a0\u202f]?(?:[dckm]?m)\Z")
"""The beginning of an area or a volume, which the model knows."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A code within a word: before its character `offset`, written as `native`."""

    offset: int
    native: str
    code: InlineCode


@dataclass(frozen=True, slots=True)
class TiedWord:
    """Characters [start, end) of a plain passage, and the codes that belong into them.

    `is_whole` tells that the passage has them as one code instead, for the model to copy.
    """

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Tied:
    """A passage whose words have no codes within, and what was taken out of these."""

    passage: Passage
    words: tuple[TiedWord, ...]


def tie(passage: Passage) -> Tied | None:
    """Return a passage without codes in its words; None where it has none."""
    codes = passage.codes
    if not codes:
        return None
    tied = _find_tied(passage)
    if not tied:
        return None
    parts: list[str] = []
    kept: list[InlineCode] = []
    words: list[TiedWord] = []
    length = position = 0
    number = 0
    while number < len(codes):
        code = codes[number]
        if number not in tied:
            parts.append(passage.text[position : code.end])
            length += code.end - position
            kept.append(replace(code, start=length - (code.end - code.start), end=length))
            position, number = code.end, number + 1
            continue
        last, start, end = _find_word(passage, tied, number)
        parts.append(passage.text[position:start])
        length += start - position
        word = _word(passage, range(number, last), (start, end), length)
        native = passage.text[start:end] if word.is_whole else word.text
        kept += _codes_of(word, len(words))
        words.append(word)
        parts.append(native)
        length += len(native)
        position, number = end, last
    return Tied(Passage("".join([*parts, passage.text[position:]]), tuple(kept)), tuple(words))


def _find_word(passage: Passage, tied: frozenset[int], number: int) -> tuple[int, int, int]:
    """Return the number after that of the last code of a word, and its characters.

    What is copied reaches to the last of what is computed with it: x² + y² = r² is one word, as is kg·m⁻³.
    """
    last = _end_of_cluster(passage, tied, number)
    start, end = _extent(passage, number, last)
    if not _word(passage, range(number, last), (start, end), 0).is_whole:
        return last, start, end
    low = passage.codes[number - 1].end if number else 0
    if match := _FACTORS.search(passage.text[low:start]):
        start = low + match.start()
    while last in tied:
        further = _end_of_cluster(passage, tied, last)
        first, stop = _extent(passage, last, further)
        is_copied = _word(passage, range(last, further), (first, stop), 0).is_whole
        if not is_copied or not _OPERATOR.fullmatch(passage.text, end, first):
            break
        last, end = further, stop
    return last, start, end


def _codes_of(word: TiedWord, number: int) -> Iterator[InlineCode]:
    """Yield what stands for a word in the passage that goes on."""
    name = f"{TIE}{number}"
    if word.is_whole:
        yield InlineCode(word.start, word.end, CodeKind.ISOLATED, None, "code", name)
        return
    pair = _FIRST_PAIR - number
    yield InlineCode(word.start, word.start, CodeKind.START, pair, TIE, name)
    yield InlineCode(word.end, word.end, CodeKind.END, pair, TIE, name)


def _word(passage: Passage, numbers: range, place: tuple[int, int], flat_start: int) -> TiedWord:
    """Make a word of characters `place` of a passage, whose codes of those `numbers` are within it."""
    start, end = place
    parts: list[str] = []
    marks: list[Mark] = []
    position = start
    for number in numbers:
        code = passage.codes[number]
        parts.append(passage.text[position : code.start])
        offset = sum(map(len, parts))
        marks.append(Mark(offset, passage.text[code.start : code.end], code))
        position = code.end
    parts.append(passage.text[position:end])
    is_whole = _is_copied(passage.text[max(0, start - 3) : start], parts, marks)
    text = "".join(parts)
    length = end - start if is_whole else len(text)
    return TiedWord(flat_start, flat_start + length, text, tuple(marks), is_whole)


def _is_copied(before: str, parts: Sequence[str], marks: Sequence[Mark]) -> bool:
    """Tell whether a word is none that the model should read."""
    if not _COPIED.search(_HELD.join(parts)):
        is_index = marks[0].code.type == "subscript" and len(parts[0]) == 1 and parts[1].islower()
        return is_index and parts[0].isalpha()
    return not _SQUARED.search(before + parts[0])


def _find_tied(passage: Passage) -> frozenset[int]:
    """Return the numbers of the codes that stand in a word, and of those that end what these begin."""
    text, codes = passage.text, passage.codes
    halves = {code.pair: number for number, code in enumerate(codes) if code.kind is CodeKind.START}
    found: set[int] = set()
    for number, code in enumerate(codes):
        if code.kind is CodeKind.START or code.type in _APART or (code.start == code.end and code.pair is None):
            continue
        if code.kind is CodeKind.ISOLATED:
            if code.type not in WORDLIKE and code.type != "x-note" and _is_inside(text, codes, number, number):
                found.add(number)
            continue
        first = halves.get(code.pair) if code.pair is not None else None
        if first is None or not _is_one_word(text, codes[first : number + 1]):
            continue
        is_script = code.type in _SCRIPTS and text[codes[first].start - 1 : codes[first].start].isalnum()
        is_inside = is_script or any(_is_inside(text, codes, half, half) for half in (first, number))
        if is_inside or _is_joined(text, codes, first, number):
            found.update(range(first, number + 1))
    return frozenset(found)


def _is_one_word(text: str, codes: Sequence[InlineCode]) -> bool:
    """Tell whether a pair holds characters, and no white space or code that stands for a word."""
    if any(code.kind is CodeKind.ISOLATED and code.type in WORDLIKE for code in codes):
        return False
    between = "".join(text[one.end : other.start] for one, other in pairwise(codes))
    return between != "" and not any(map(str.isspace, between))


def _is_inside(text: str, codes: Sequence[InlineCode], first: int, last: int) -> bool:
    """Tell whether letters or figures stand directly on both sides of codes [first, last]."""
    before, after = _beside(text, codes, first, last)
    return before[-1:].isalnum() and after[:1].isalnum()


def _is_joined(text: str, codes: Sequence[InlineCode], first: int, last: int) -> bool:
    """Tell whether a sign joins what codes [first, last] hold to a word beside it: `<i>e</i>-mail`."""
    before, after = _beside(text, codes, first, last)
    return (before[-1:] in _JOINERS and before[-2:-1].isalnum()) or (after[:1] in _JOINERS and after[1:2].isalnum())


def _beside(text: str, codes: Sequence[InlineCode], first: int, last: int) -> tuple[str, str]:
    """Return the two characters before and behind codes [first, last] and those that touch them, a few of these."""
    least, most = max(first - _MOST_TOUCHING, 0), min(last + _MOST_TOUCHING, len(codes) - 1)
    while first > least and codes[first - 1].end == codes[first].start and codes[first - 1].type not in WORDLIKE:
        first -= 1
    while last < most and codes[last + 1].start == codes[last].end and codes[last + 1].type not in WORDLIKE:
        last += 1
    low = codes[first - 1].end if first else 0
    high = codes[last + 1].start if last + 1 < len(codes) else len(text)
    start, end = codes[first].start, codes[last].end
    return text[max(low, start - 2) : start], text[end : min(high, end + 2)]


def _end_of_cluster(passage: Passage, tied: frozenset[int], first: int) -> int:
    """Return the number after that of the last code in the word of a code."""
    number = first + 1
    while number in tied:
        between = passage.text[passage.codes[number - 1].end : passage.codes[number].start]
        if any(map(str.isspace, between)):
            break
        number += 1
    return number


def _extent(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Return the characters of the word of codes [first, last): with the letters and figures around them."""
    text, codes = passage.text, passage.codes
    low = codes[first - 1].end if first else 0
    high = codes[last].start if last < len(codes) else len(text)
    start, end = codes[first].start, codes[last - 1].end
    while start > low and text[start - 1].isalnum():
        start -= 1
    while end < high and text[end].isalnum():
        end += 1
    return start, end
