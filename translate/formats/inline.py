"""Inline codes on their way between a text of ours and the elements of a format: cut, paired, collected."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import Literal

from translate.data import CodeKind, InlineCode, Variant
from translate.records import dataclass

_MAX_PAIR_DIGITS = 9
OWN_ID = "id"
"""An attribute of the end of a pair: its id in the file, where that is not the one of its start."""

Repeats = Literal["none", "kind", "any"]
"""Which codes of a side may have one id: none, those of one kind (a code and its clones), or any."""


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


def associate(source: Sequence[Part], target: Sequence[Part]) -> tuple[list[int | None], list[int | None]]:
    """Number the codes that stand on both sides: the same number for the same code, None for one of one side alone.

    Codes are the same where their ids are, whatever their text and order. Those without an id are where kind, type and
    native text are; of several equal ones the first goes with the first. The end of a pair goes with its start. Each
    list has one item for each part.
    """
    partner: dict[int, int] = {}
    for identity in (_said, _seen):
        waiting: dict[tuple[str, ...], list[int]] = {}
        for position, part in enumerate(source):
            if part.code is not None and position not in partner and (key := identity(part, part.code)):
                waiting.setdefault(key, []).append(position)
        taken = set(partner.values())
        for position, part in enumerate(target):
            key = identity(part, part.code) if part.code is not None and position not in taken else ()
            if found := waiting.get(key):
                partner[found.pop(0)] = position
    numbers: tuple[list[int | None], list[int | None]] = ([None] * len(source), [None] * len(target))
    for number, position in enumerate(sorted(partner), 1):
        numbers[0][position] = numbers[1][partner[position]] = number
    return numbers


def _said(part: Part, code: InlineCode) -> tuple[str, ...]:
    """Return which code it is by its file; nothing where the file does not say, or its start does."""
    is_led = code.kind is CodeKind.END and code.pair is not None
    return (code.kind, code.id) if code.id and not is_led else ()


def _seen(part: Part, code: InlineCode) -> tuple[str, ...]:
    """Return which code it is by its looks."""
    return (code.kind, code.type, part.text) if not code.id and code.kind is not CodeKind.END else ()


def identify(
    sides: Sequence[Sequence[Part]],
    is_id: Callable[[str], object] = bool,
    taken: Iterable[str] = (),
    repeats: Repeats = "none",
) -> tuple[list[str], list[str]]:
    """Return an id for each code of both sides: the same for one code, and for a start and its end; `""` for text.

    It is the one that the code has where a format allows it and no other code has it, else a number.

    :param is_id: tells whether the format allows a text as an id.
    :param taken: ids that others in the unit have.
    :param repeats: which codes of a side the format lets share an id, as they do in the file that they come from.
    """
    source, target = sides
    own = {part.code.id for parts in sides for part in parts if part.code is not None and part.code.id}
    used: dict[str, CodeKind | None] = dict.fromkeys(taken)

    def may_have(code: InlineCode) -> bool:
        if code.id not in used:
            return True
        return repeats == "any" or (repeats == "kind" and used[code.id] is code.kind)

    free = (number for number in map(str, count(1)) if number not in own and number not in used)
    tied: dict[int, str] = {}
    rows: tuple[list[str], list[str]] = ([], [])
    for parts, ties, row in zip((source, target), associate(source, target), rows, strict=True):
        starts: dict[int, str] = {}
        for part, tie in zip(parts, ties, strict=True):
            code = part.code
            if code is None:
                row.append("")
                continue
            identity = tied.get(tie) if tie is not None else None
            if code.kind is CodeKind.END and code.pair in starts:
                identity = starts[code.pair]
            if identity is None:
                identity = code.id if code.id and is_id(code.id) and may_have(code) else next(free)
                used[identity] = code.kind
            if tie is not None:
                tied[tie] = identity
            if code.kind is CodeKind.START and code.pair is not None:
                starts[code.pair] = identity
            row.append(identity)
    return rows


class Collector:
    """Puts a text and its codes together, as the elements of a format give them."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._codes: list[tuple[InlineCode, str | None]] = []

    def add_text(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)

    def add_code(
        self,
        text: str,
        kind: CodeKind,
        *,
        key: str | None = None,
        meaning: str = "",
        identity: str = "",
        attributes: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Add a code whose native text is `text`; `key` is what a start shares with its end."""
        start = self._length
        self.add_text(text)
        self._codes.append((InlineCode(start, self._length, kind, None, meaning, identity, attributes), key))

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
    meaning, identity = codes[end].type or codes[start].type, codes[start].id or codes[end].id
    codes[start] = replace(codes[start], id=identity)
    attributes = codes[end].attributes
    if codes[end].id not in ("", identity):
        attributes = (*attributes, (OWN_ID, codes[end].id))
    codes[end] = replace(codes[end], pair=number, type=meaning, id=identity, attributes=attributes)


def trim(text: str, codes: tuple[InlineCode, ...], blanks: str) -> tuple[str, tuple[InlineCode, ...]]:
    """Return `text` without `blanks` at its ends, as far as the first and the last code, which move along."""
    first, last = (codes[0].start, codes[-1].end) if codes else (len(text), 0)
    lead = min(len(text) - len(text.lstrip(blanks)), first)
    end = max(len(text.rstrip(blanks)), last, lead)
    moved = tuple(replace(code, start=code.start - lead, end=code.end - lead) for code in codes)
    return text[lead:end], moved
