"""Inline codes on their way between a text of ours and the elements of a format: cut, paired, collected."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate.data import CodeKind, InlineCode, Variant

_MAX_PAIR_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text: plain where `code` is None, else how the document writes the code."""

    text: str
    code: InlineCode | None = None


def cut(variant: Variant) -> list[Part]:
    """Return the text of `variant` as plain stretches and codes, in order; a pair without its other half is loosened.

    Plain stretches and codes are in Unicode normal form NFC, each by itself, for a tool compares them so.

    :raises ValueError: where codes overlap, or lie outside of the text.
    """
    parts: list[Part] = []
    at = 0
    for code in paired(variant.codes):
        if not at <= code.start <= code.end <= len(variant.text):
            raise ValueError(f"an inline code at {code.start}-{code.end} overlaps another or lies outside of the text")
        parts += (Part(normal(variant.text[at : code.start])), Part(normal(variant.text[code.start : code.end]), code))
        at = code.end
    parts.append(Part(normal(variant.text[at:])))
    return [part for part in parts if part.text or part.code is not None]


def normal(text: str) -> str:
    """Return `text` in Unicode normal form NFC."""
    return text if text.isascii() or unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def paired(codes: Sequence[InlineCode]) -> list[InlineCode]:
    """Return `codes` with a `pair` only where exactly one start is followed by exactly one end of that number."""
    starts: dict[int, int] = {}
    whole: set[int] = set()
    seen: Counter[tuple[CodeKind, int]] = Counter()
    for position, code in enumerate(codes):
        if code.pair is None or code.kind is CodeKind.ISOLATED:
            continue
        seen[code.kind, code.pair] += 1
        if code.kind is CodeKind.START:
            starts[code.pair] = position
        elif code.pair in starts:
            whole.add(code.pair)
    whole = {pair for pair in whole if seen[CodeKind.START, pair] == seen[CodeKind.END, pair] == 1}
    return [code if code.pair is None or code.pair in whole else replace(code, pair=None) for code in codes]


def is_nested(codes: Sequence[InlineCode]) -> bool:
    """Tell whether the pairs of `codes` lie within one another, as elements do."""
    stack: list[int] = []
    for code in codes:
        if code.pair is None:
            continue
        if code.kind is CodeKind.START:
            stack.append(code.pair)
        elif not stack or stack.pop() != code.pair:
            return False
    return True


def associate(source: Sequence[Part], target: Sequence[Part]) -> tuple[list[int | None], list[int | None]]:
    """Number the codes that stand on both sides: the same number for the same code, None for one of one side alone.

    Codes are the same where kind, type and native text are; of several equal ones the first goes with the first.
    Each list has one item for each part.
    """
    open_source: dict[tuple[CodeKind, str, str], list[int]] = {}
    for position, part in enumerate(source):
        if part.code is not None and part.code.kind is not CodeKind.END:
            open_source.setdefault((part.code.kind, part.code.type, part.text), []).append(position)
    partner: dict[int, int] = {}
    for position, part in enumerate(target):
        if part.code is not None:
            waiting = open_source.get((part.code.kind, part.code.type, part.text))
            if waiting:
                partner[waiting.pop(0)] = position
    numbers: tuple[list[int | None], list[int | None]] = ([None] * len(source), [None] * len(target))
    for number, position in enumerate(sorted(partner), 1):
        numbers[0][position] = numbers[1][partner[position]] = number
    return numbers


class Collector:
    """Puts a text and its codes together, as the elements of a format give them."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._codes: list[tuple[InlineCode, str | None]] = []

    def add_text(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)

    def add_code(self, text: str, kind: CodeKind, *, key: str | None = None, meaning: str = "") -> None:
        """Add a code whose native text is `text`; `key` is what a start shares with its end."""
        start = self._length
        self.add_text(text)
        self._codes.append((InlineCode(start, self._length, kind, None, meaning), key))

    def finish(self) -> tuple[str, tuple[InlineCode, ...]]:
        """Return the text, and the codes with their pairs numbered: by the file's own number where it is free."""
        codes = [code for code, _ in self._codes]
        if not codes:
            return "".join(self._text), ()
        taken: set[int] = set()
        waiting: dict[str, int] = {}
        loose: list[tuple[int, int]] = []
        for position, (code, key) in enumerate(self._codes):
            if key is None:
                continue
            if code.kind is CodeKind.START:
                waiting[key] = position
            elif code.kind is CodeKind.END and key in waiting:
                ends = (waiting.pop(key), position)
                number = int(key) if key.isascii() and key.isdigit() and len(key) <= _MAX_PAIR_DIGITS else None
                if number is None or number in taken:
                    loose.append(ends)
                else:
                    taken.add(number)
                    _join(codes, ends, number)
        free = 1
        for ends in sorted(loose):
            while free in taken:
                free += 1
            taken.add(free)
            _join(codes, ends, free)
        return "".join(self._text), tuple(codes)


def _join(codes: list[InlineCode], ends: tuple[int, int], number: int) -> None:
    start, end = ends
    codes[start] = replace(codes[start], pair=number)
    codes[end] = replace(codes[end], pair=number, type=codes[end].type or codes[start].type)


def trim(text: str, codes: tuple[InlineCode, ...], blanks: str) -> tuple[str, tuple[InlineCode, ...]]:
    """Return `text` without `blanks` at its ends, as far as the first and the last code, which move along."""
    first, last = (codes[0].start, codes[-1].end) if codes else (len(text), 0)
    lead = min(len(text) - len(text.lstrip(blanks)), first)
    end = max(len(text.rstrip(blanks)), last, lead)
    moved = tuple(replace(code, start=code.start - lead, end=code.end - lead) for code in codes)
    return text[lead:end], moved
