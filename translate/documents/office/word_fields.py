"""Fields of WordprocessingML (ECMA-376 part 1, section 17.16): their marks come in among the items of a paragraph,
and a field goes out as a pair around its result, or as one mark where nobody translates the result.
"""

from __future__ import annotations

from collections.abc import Sequence

from translate.documents.spliced import Item, Kind

BEGIN, SEPARATE, END, INSTRUCTION = "x-field-begin", "x-field-separate", "x-field-end", "x-field-instruction"
MARKS = {"begin": BEGIN, "separate": SEPARATE, "end": END}
"""Types of the marks of a field."""
_OF_TEXT = frozenset(
    "TOC INDEX TOA XE REF HYPERLINK IF TITLE SUBJECT QUOTE BIBLIOGRAPHY CITATION FORMTEXT STYLEREF AUTOTEXT".split()
)
"""Fields whose results are texts of the document."""


def is_of_text(instruction: str) -> bool:
    """Tell whether the result of a field is to be translated."""
    words = instruction.split()
    return bool(words) and words[0].upper() in _OF_TEXT


def fold(items: Sequence[Item]) -> list[Item]:
    """Return the items of a paragraph with one item for the marks of each field.

    A field that begins or ends in another paragraph keeps its marks as they are.
    """
    if not any(item.type == BEGIN for item in items):
        return list(items)
    done: list[Item] = []
    opened: list[tuple[int, int | None, str]] = []
    """Where fields begin in `done`, where they separate, and their instructions."""
    for item in items:
        done.append(item)
        if item.type == BEGIN:
            opened.append((len(done) - 1, None, ""))
        elif item.type == INSTRUCTION and opened:
            begin, separate, instruction = opened[-1]
            opened[-1] = begin, separate, instruction + item.instruction
        elif item.type == SEPARATE and opened:
            begin, _, instruction = opened[-1]
            opened[-1] = begin, len(done) - 1, instruction
        elif item.type == END and opened:
            begin, separate, instruction = opened.pop()
            done[begin:] = _folded(done[begin:], separate and separate - begin, instruction)
    return done


def _folded(field: Sequence[Item], separate: int | None, instruction: str) -> list[Item]:
    if separate and is_of_text(instruction):
        opening = _merged(field[: separate + 1], Kind.OPEN)
        closing = _merged(field[-1:], Kind.CLOSE)
        if opening and closing:
            return [opening, *field[separate + 1 : -1], closing]
    whole = _merged(field, Kind.MARK)
    if whole is None:
        return list(field)
    whole.text = "".join(item.text for item in field[separate or 0 :] if item.kind is Kind.TEXT)
    whole.type = "x-var" if whole.text else "x-field"
    return [whole]


def _merged(items: Sequence[Item], kind: Kind) -> Item | None:
    """Return one item of consecutive ones: of whole runs, or within one run; None where neither is so."""
    first, last = items[0], items[-1]
    if first.begins_run and last.ends_run:
        return Item(kind, first.start, last.end, type="x-field")
    is_one_run = not any(one.ends_run for one in items[:-1])
    if not is_one_run:
        return None
    native = (first.written[0], last.written[1])
    merged = Item(kind, first.start, last.end, native=native, type="x-field", format=first.format)
    merged.begins_run, merged.ends_run = first.begins_run, last.ends_run
    return merged
