"""The segments that XLIFF 1.2 marks within a unit, at any depth, paired by their `mid`."""

from __future__ import annotations

from collections.abc import Iterator

from translate.formats.xliff.codes import NATIVE
from translate.formats.xmltext import Element
from translate.records import dataclass

_EMPTY = Element("target", {})


@dataclass(frozen=True, slots=True)
class Marked:
    """The segments of a unit."""

    pairs: list[tuple[str, Element, Element]]
    """Mid, source and target of each; the target is empty where nobody has translated it."""
    has_text_between: bool
    """Whether words stand outside of all segments."""
    has_codes_between: bool
    unpaired: int
    """Segments of the target that no segment of the source answers to."""


def find_segments(source: Element, segmented: Element | None, target: Element) -> Marked | None:
    """Return the segments that the source marks, in its order.

    None where it marks none, or where it marks several and a target that is there none: that is one unit.
    """
    marked = segmented if segmented is not None and any(_iter_marks(segmented)) else source
    sources = list(_iter_marks(marked))
    if not sources:
        return None
    targets = list(_iter_marks(target))
    if not targets and target.text().strip():
        return Marked([(_mid(sources[0]), sources[0], target)], False, False, 0) if len(sources) == 1 else None
    waiting: dict[str, list[Element]] = {}
    for mark in targets:
        waiting.setdefault(_mid(mark), []).append(mark)
    pairs = []
    for mark in sources:
        found = waiting.get(_mid(mark))
        pairs.append((_mid(mark), mark, found.pop(0) if found else _EMPTY))
    between = list(_iter_between(marked))
    has_text = any(isinstance(part, str) and any(map(str.isalnum, part)) for part in between)
    has_codes = any(isinstance(part, Element) and part.tag != "mrk" for part in between)
    return Marked(pairs, has_text, has_codes, sum(map(len, waiting.values())))


def _mid(mark: Element) -> str:
    return mark.attributes.get("mid", "")


def _is_mark(element: Element) -> bool:
    return element.tag == "mrk" and element.attributes.get("mtype") == "seg"


def _iter_marks(element: Element) -> Iterator[Element]:
    for child in element.elements():
        if _is_mark(child):
            yield child
        else:
            yield from _iter_marks(child)


def _iter_between(element: Element) -> Iterator[str | Element]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif not _is_mark(child):
            yield child
            if child.tag not in NATIVE:
                yield from _iter_between(child)
