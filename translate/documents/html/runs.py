"""Runs of text of a page come in, item by item, blocks go out: parted at line breaks, and trimmed at the edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape

import regex

from translate.data import LINE_BREAK
from translate.documents.breaks import is_in_sentence
from translate.documents.html.blocks import CDATA, BlockBuilder, HtmlBlock, within_section
from translate.documents.html.elements import CODE_TYPES, FIELD
from translate.documents.html.items import Item, Kind
from translate.documents.markdown.within import without_codes
from translate.documents.note_signs import is_note

NOTE = "x-note"
_MARKUP = "x-html"
_SPACE = " \t\n\r\f"
_WORDLIKE = frozenset({"code", "x-formula", "x-var"})
"""Types of marks that stand for a word of a sentence."""
_NEAR = 40
"""Items that tell whether a sentence runs on over a line break."""
_LEAST_LINKS = 2
"""Links that make a list."""
_TAGS = regex.compile(r"<[^<>]*+>")


def make_blocks(
    source: str, items: Sequence[Item], *, part: str = "", context: str = "", is_xml: bool = False
) -> Iterator[HtmlBlock]:
    """Yield the blocks of a run, in order: parted at line breaks that part sentences, and between links of a list.

    What stands at the edges of a block is not of it. A run without letters or figures gives none.
    """
    if not any(item.kind in (Kind.TEXT, Kind.RAW) for item in items):
        return
    items = _with_notes(source, _paired(items))
    for line in _lines(source, _trimmed(source, items)):
        for stretch in _links(source, line):
            trimmed = _shrunk(source, _trimmed(source, stretch))
            if len(trimmed) == 1 and trimmed[0].kind is Kind.RAW:
                inner = within_section(source, trimmed[0])
                yield BlockBuilder(source, [inner], is_xml=is_xml).block(part, context, CDATA)
            elif trimmed:
                block = BlockBuilder(source, trimmed, is_xml=is_xml).block(part, context)
                if any(map(str.isalnum, without_codes(block.text, block.codes))):
                    yield block


def _paired(items: Sequence[Item]) -> list[Item]:
    """Tie starts to their ends; one without the other is a mark, and so is a pair with nothing within."""
    opened: list[Item] = []
    counts: Counter[str] = Counter()
    for item in items:
        if item.kind is Kind.OPEN:
            opened.append(item)
            counts[item.name] += 1
        elif item.kind is Kind.CLOSE and counts[item.name]:
            while (other := opened.pop()).name != item.name:
                counts[other.name] -= 1
            counts[item.name] -= 1
            item.partner, other.partner = other, item
    done: list[Item] = []
    for item in items:
        if item.kind in (Kind.OPEN, Kind.CLOSE) and item.partner is None:
            item.kind, item.type = Kind.MARK, _MARKUP
        if item.kind is Kind.CLOSE and done and done[-1] is item.partner:
            done[-1] = Item(Kind.MARK, done[-1].start, item.end, _MARKUP, item.name)
            continue
        done.append(item)
    return done


def _with_notes(source: str, items: list[Item]) -> list[Item]:
    """Make one mark of each pair that refers to a note."""
    done: list[Item] = []
    end = -1
    for item in items:
        if item.start < end:
            continue
        if item.kind is Kind.OPEN and item.partner and item.type in ("superscript", NOTE):
            raised = _TAGS.sub("", source[item.end : item.partner.start])
            before = "".join(source[one.start : one.end] for one in done[-3:] if one.kind is Kind.TEXT)
            if item.type == NOTE or is_note(unescape(raised).strip(), unescape(before[-12:])):
                item = Item(Kind.MARK, item.start, item.partner.end, NOTE)  # noqa: PLW2901
                end = item.end
        done.append(item)
    return done


def _is_blank(source: str, item: Item) -> bool:
    return item.kind is Kind.TEXT and not source[item.start : item.end].strip(_SPACE)


def _trimmed(source: str, items: Sequence[Item]) -> Sequence[Item]:
    """Return items without marks, blanks, and pairs around all, at the edges."""
    first, last = 0, len(items)
    while first < last:
        one, other = items[first], items[last - 1]
        if _is_blank(source, one) or (one.kind is Kind.MARK and one.type not in _WORDLIKE):
            first += 1
        elif _is_blank(source, other) or (other.kind is Kind.MARK and other.type not in _WORDLIKE):
            last -= 1
        elif one.kind is Kind.OPEN and one.partner is other:
            first, last = first + 1, last - 1
        else:
            break
    return items[first:last]


def _shrunk(source: str, items: Sequence[Item]) -> list[Item]:
    """Return items without white space at the edges; none where there is no text."""
    if not any(item.kind in (Kind.TEXT, Kind.RAW) for item in items):
        return []
    found = list(items)
    first, last = found[0], found[-1]
    if first.kind is Kind.TEXT:
        native = source[first.start : first.end]
        found[0] = Item(Kind.TEXT, first.start + len(native) - len(native.lstrip(_SPACE)), first.end)
    if last.kind is Kind.TEXT:
        native = source[last.start : last.end]
        found[-1] = Item(Kind.TEXT, found[-1].start, last.end - len(native) + len(native.rstrip(_SPACE)))
    return found


def _lines(source: str, items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Part items at line breaks and fields, but for one in the middle of a sentence."""
    breaks = [number for number, item in enumerate(items) if item.type in (LINE_BREAK, FIELD)]
    first = 0
    for at, number in enumerate(breaks):
        following = breaks[at + 1] if at + 1 < len(breaks) else len(items)
        before = _shown(source, items[max(first, number - _NEAR) : number])
        if not is_in_sentence(before, _shown(source, items[number + 1 : following])):
            yield _halved(items[first:number])
            first = number + 1
    yield _halved(items[first:])


def _halved(items: Sequence[Item]) -> list[Item]:
    """Return items of which a start or an end whose other half lies elsewhere is a mark."""
    own = {id(item) for item in items}
    return [
        Item(Kind.MARK, item.start, item.end, _MARKUP, item.name)
        if item.partner is not None and id(item.partner) not in own
        else item
        for item in items
    ]


def _links(source: str, items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Part items between links where there is nothing else than links, as in a bar of navigation."""
    depth = links = 0
    for item in items:
        depth += {Kind.OPEN: 1, Kind.CLOSE: -1}.get(item.kind, 0)
        links += item.kind is Kind.OPEN and depth == 1 and item.type == "link"
        is_text = item.kind in (Kind.TEXT, Kind.RAW)
        if depth == 0 and is_text and any(map(str.isalnum, unescape(source[item.start : item.end]))):
            links = 0
            break
        if item.kind is Kind.OPEN and depth == 1 and item.type != "link":
            links = 0
            break
    if links < _LEAST_LINKS:
        yield items
        return
    position = depth = 0
    for number, item in enumerate(items):
        depth += {Kind.OPEN: 1, Kind.CLOSE: -1}.get(item.kind, 0)
        if item.kind is Kind.CLOSE and depth == 0:
            first = next(at for at in range(position, number) if items[at].kind is Kind.OPEN)
            yield items[first : number + 1]
            position = number + 1


def _shown(source: str, items: Sequence[Item]) -> str:
    """Return the words of items."""
    parts: list[str] = []
    for item in items:
        if item.type in (LINE_BREAK, FIELD):
            parts.append(" ")
        elif item.kind in (Kind.TEXT, Kind.RAW):
            inner = within_section(source, item) if item.kind is Kind.RAW else item
            parts.append(source[inner.start : inner.end])
    return unescape("".join(parts))


def type_of(name: str) -> str:
    """Return the type of the code that a tag is."""
    return CODE_TYPES.get(name, _MARKUP)
