"""Texts with numbered codes: a passage comes in, its parts or its text with marks (`{1}…{/1}`) goes out, and back.

The codes of a source are numbered from 1 on, in order; a code of its target has the number of the one it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from translate.data import CodeKind, InlineCode, Passage
from translate.records import dataclass

_MARK = re.compile(r"\{\{|\{(?P<close>/)?(?P<number>[1-9][0-9]{0,5})(?P<alone>/)?\}")
_BRACE = re.compile(r"\{(?=\{|/?[0-9]+/?\}|\Z)")
"""A brace that would read as a mark, or as the beginning of one that follows."""

Part = str | int
"""A stretch of text, or the number of a code."""


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with the codes of a target, by number: those the source has must stand in it, each once."""

    missing: tuple[int, ...] = ()
    doubled: tuple[int, ...] = ()
    foreign: tuple[int, ...] = ()
    order: tuple[int, ...] = ()
    """Ends before their starts, and pairs that cross others."""

    def __bool__(self) -> bool:
        return bool(self.missing or self.doubled or self.foreign or self.order)


def partners_of(codes: Sequence[InlineCode]) -> dict[int, int]:
    """Return by the place of each code that has another half the place of that."""
    first: dict[tuple[int, CodeKind], int] = {}
    for place, code in enumerate(codes):
        if code.pair is not None:
            first.setdefault((code.pair, code.kind), place)
    other_kind = {CodeKind.START: CodeKind.END, CodeKind.END: CodeKind.START}
    found = ((place, (code.pair, other_kind.get(code.kind))) for place, code in enumerate(codes))
    return {place: first[key] for place, key in found if key in first}


def numbers_of(source: Passage, target: Passage) -> list[int]:
    """Return the number of each code of a target; from one above those of the source on for codes that it has not."""
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, key in enumerate(_identities(source), 1):
        waiting[key].append(number)
    found = [(waiting[key].pop(0) if waiting[key] else 0) for key in _identities(target)]
    free = len(source.codes)
    for position, number in enumerate(found):
        if not number:
            free += 1
            found[position] = free
    return found


def _identities(passage: Passage) -> Iterator[tuple[str, ...]]:
    """Yield which code each is: by its id, or by its looks and those of its start."""
    partners = partners_of(passage.codes)
    for place, code in enumerate(passage.codes):
        if code.id:
            yield (code.kind, code.id)
            continue
        other = passage.codes[partners[place]] if code.kind is CodeKind.END and place in partners else None
        start = passage.text[other.start : other.end] if other else ""
        yield (code.kind, code.type, start, passage.text[code.start : code.end])


def parts_of(source: Passage, target: Passage) -> list[Part]:
    """Return a target as stretches of text and numbers of codes."""
    return list(_cut(target, numbers_of(source, target)))


def _cut(passage: Passage, numbers: Sequence[int]) -> Iterator[Part]:
    at = 0
    for code, number in zip(passage.codes, numbers, strict=True):
        if at < code.start:
            yield passage.text[at : code.start]
        yield number
        at = code.end
    if at < len(passage.text):
        yield passage.text[at:]


def passage_of(parts: Sequence[Part], source: Passage, machine: Passage) -> Passage:
    """Return the passage of parts, whose codes are all of the source; each is written as the machine's target has it.

    :param machine: a target that may have codes in the writing of its own document.
    """
    written = {number: (source, code) for number, code in enumerate(source.codes, 1)}
    for number, code in zip(numbers_of(source, machine), machine.codes, strict=True):
        if number in written:
            written[number] = (machine, code)
    text, codes = "", []
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        holder, code = written[part]
        native = holder.text[code.start : code.end]
        original = source.codes[part - 1]
        codes.append(replace(code, start=len(text), end=len(text) + len(native), pair=original.pair))
        text += native
    return Passage(text, tuple(codes))


def find_faults(parts: Sequence[Part], source: Passage) -> Faults:
    """Return what is wrong with the codes of a target."""
    numbers = [part for part in parts if isinstance(part, int)]
    known = range(1, len(source.codes) + 1)
    counts = Counter(numbers)
    order = _crossed([number for number in dict.fromkeys(numbers) if number in known], source)
    return Faults(
        tuple(number for number in known if not counts[number]),
        tuple(number for number in known if counts[number] > 1),
        tuple(sorted(number for number in counts if number not in known)),
        tuple(sorted(order)),
    )


def _crossed(numbers: Sequence[int], source: Passage) -> set[int]:
    """Return ends that stand before their starts, and, where the source nests its pairs, those that cross others."""
    found: set[int] = set()
    own = _crossings(list(range(1, len(source.codes) + 1)), source)
    for number in _crossings(numbers, source) - own:
        found.add(number)
    return found


def _crossings(numbers: Sequence[int], source: Passage) -> set[int]:
    found: set[int] = set()
    open_pairs: list[int] = []
    partners = partners_of(source.codes)
    for number in numbers:
        code = source.codes[number - 1]
        if code.pair is None or number - 1 not in partners:
            continue
        if code.kind is CodeKind.START:
            open_pairs.append(code.pair)
        elif code.kind is CodeKind.END:
            if not open_pairs or open_pairs[-1] != code.pair:
                found.add(number)
            if code.pair in open_pairs:
                open_pairs.remove(code.pair)
    return found


def marked_text(parts: Sequence[Part], source: Passage, target: Passage | None = None) -> str:
    """Return parts as one text, with a mark for each code: `{1}…{/1}` for a pair, `{2/}` for a code alone.

    :param target: whose codes the numbers above those of the source are.
    """
    kinds: dict[int, tuple[CodeKind, int | None]] = {}
    for holder in (source, target):
        if holder is None:
            continue
        numbers = range(1, len(source.codes) + 1) if holder is source else numbers_of(source, holder)
        partners = partners_of(holder.codes)
        for place, code in enumerate(holder.codes):
            other = numbers[partners[place]] if place in partners else None
            kinds.setdefault(numbers[place], (code.kind, other))
    return "".join(_escape(part) if isinstance(part, str) else _mark(part, *kinds[part]) for part in parts)


def _mark(number: int, kind: CodeKind, other: int | None) -> str:
    if other is None or kind is CodeKind.ISOLATED:
        return f"{{{number}/}}"
    return f"{{{number}}}" if kind is CodeKind.START else f"{{/{other}}}"


def _escape(text: str) -> str:
    """Double the brace of what would read as a mark."""
    return _BRACE.sub("{{", text)


def parse_marked(text: str, source: Passage) -> list[Part]:
    """Return the parts of a text with marks; a mark that is none of the source's has its number, above all others."""
    partners = partners_of(source.codes)
    alone = {place + 1 for place in range(len(source.codes)) if place not in partners}
    closing = {place + 1 for place in partners if source.codes[place].kind is CodeKind.END}
    ends = {partners[number - 1] + 1: number for number in sorted(closing)}
    parts: list[Part] = []
    at = 0
    for match in _MARK.finditer(text):
        _add(parts, text[at : match.start()])
        at = match.end()
        if match[0] == "{{":
            _add(parts, "{")
            continue
        number = int(match["number"])
        if match["close"]:
            parts.append(ends.get(number, len(source.codes) + number))
        else:
            is_right = (number in alone) == bool(match["alone"]) and 0 < number <= len(source.codes)
            parts.append(number if is_right and number not in closing else len(source.codes) + number)
    _add(parts, text[at:])
    return parts


def _add(parts: list[Part], text: str) -> None:
    if not text:
        return
    last = parts[-1] if parts else None
    if isinstance(last, str):
        parts[-1] = last + text
    else:
        parts.append(text)


def value_of_parts(parts: Sequence[Part], source: Passage, target: Passage) -> list[str | dict[str, Any]]:
    """Return parts as the page gets them, each code with what there is to know of it."""
    numbers = numbers_of(source, target)
    codes = {number: (source, code) for number, code in enumerate(source.codes, 1)}
    codes |= {number: (target, code) for number, code in zip(numbers, target.codes, strict=True)}
    values: list[str | dict[str, Any]] = []
    for part in parts:
        if isinstance(part, str):
            values.append(part)
            continue
        holder, code = codes[part]
        value: dict[str, Any] = {"c": part, "k": str(code.kind), "l": holder.text[code.start : code.end]}
        if code.type:
            value["t"] = code.type
        if code.pair is not None and code.kind is not CodeKind.ISOLATED:
            value["p"] = code.pair
        if part > len(source.codes):
            value["foreign"] = True
        values.append(value)
    return values


def parts_of_value(value: object) -> list[Part]:
    """Return the parts that the page sent.

    :raises ValueError: where they are none.
    """
    if not isinstance(value, list):
        raise ValueError("'parts' is no list")
    parts: list[Part] = []
    for item in value:
        if isinstance(item, str):
            _add(parts, item)
        elif isinstance(item, dict) and type(item.get("c")) is int and item["c"] > 0:
            parts.append(item["c"])
        else:
            raise ValueError("a part is neither a text nor a code with its number 'c'")
    return parts
