"""Targets of a bilingual file of XML that wait for their texts: elements come in, places to fill go out.

A target is filled with the content of its source, in whose bytes the texts are translated, so codes keep what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from translate.data import LINE_BREAK
from translate.documents.office.ooxml import write_characters
from translate.documents.spliced import Item, Kind, SplicedBlock, make_blocks
from translate.documents.xml.nodes import Chars, Node, Xml
from translate.records import dataclass

Marks = tuple[tuple[int, int, bytes], ...]
"""Places, and what stands there once a target is filled."""
_PAIRS = frozenset(("g", "pc", "mrk", "hi"))
_STARTS = frozenset(("bpt",))
_ENDS = frozenset(("ept",))
_SPACE = re.compile(r"\s+")
_DOUBLED = re.compile("''")
_CHARACTER = re.compile(r"&[#\w]+;|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Proposals:
    """Where proposals of a memory for a target go: to byte `at`, within `opening` and `closing`, each behind `line`.

    `names` are those of a proposal and of its source and target, `known` the targets that are proposed there already.
    """

    at: int
    names: tuple[bytes, bytes, bytes]
    attributes: str
    quality: tuple[str, str]
    """Name of the attribute that says how alike the sources are, and the sign behind its figure."""
    opening: bytes = b""
    closing: bytes = b""
    line: bytes = b""
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fill:
    """A target to write over bytes [start, end): `opening`, the bytes of `body` with their texts, `closing`."""

    start: int
    end: int
    opening: bytes
    closing: bytes
    body: tuple[int, int]
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class FillBlock(SplicedBlock):
    """A source text that waits; what it is translated to goes to the target, in the place of its bytes of the body."""

    fill: Fill | None = None
    language: str = ""
    """Of the targets, as the file says."""
    proposals: Proposals | None = None
    """None where the file has no room for any."""


def blocks_of(
    xml: Xml,
    source: Node,
    fill: Fill,
    *,
    language: str,
    place: str,
    held: re.Pattern[str] | None = None,
    proposals: Proposals | None = None,
    elision: str = "",
) -> Iterator[FillBlock]:
    """Yield the texts of a source, and of the subflows (`sub`) within its codes.

    :param place: where a person finds it.
    :param held: placeholders of the kind, which stand for words, and line ends that show.
    :param elision: what two apostrophes before a brace are read as, others as one; nothing where they are two.
    """
    found = _DOUBLED if elision else held
    write = _write_doubled if elision else write_characters
    flows = [source, *(node for node in source.walk() if local(node) == "sub")]
    for number, flow in enumerate(flows):
        where = place if number == 0 else f"{place}, subflow {number}"
        for block in make_blocks(list(items_of(xml, flow, found, elision)), write, part=xml.name, context=where):
            if any(map(str.isalpha, block.text)):
                known = {name: getattr(block, name) for name in SplicedBlock.__dataclass_fields__}
                yield FillBlock(**known, fill=fill, language=language, proposals=proposals)


def _write_doubled(text: str) -> bytes:
    return write_characters(text.replace("'", "''"))


def items_of(xml: Xml, source: Node, held: re.Pattern[str] | None = None, elision: str = "") -> Iterator[Item]:
    """Yield what stands in a source: text, pairs around it, and codes that stand alone, whatever is in them."""
    children = source.children
    pairs = _paired(children)
    for number, child in enumerate(children):
        if isinstance(child, Chars):
            yield from _texts(xml, child, held, elision)
        elif local(child) in _PAIRS and not child.is_empty:
            yield Item(Kind.OPEN, child.start, child.inner, type=f"x-{local(child)}")
            yield from items_of(xml, child, held, elision)
            yield Item(Kind.CLOSE, child.outer, child.end, type=f"x-{local(child)}")
        else:
            kind = pairs.get(number, Kind.MARK)
            yield Item(kind, child.start, child.end, type=f"x-{local(child) or 'comment'}")


def _paired(children: Sequence[Node | Chars]) -> Mapping[int, Kind]:
    """Return which codes are starts and ends of native markup, where those of a text are all well nested."""
    opened: list[tuple[int, str]] = []
    found: dict[int, Kind] = {}
    for number, child in enumerate(children):
        if not isinstance(child, Node) or local(child) not in _STARTS | _ENDS:
            continue
        own = next((child.attributes[name] for name in ("rid", "i", "id") if name in child.attributes), "")
        if local(child) in _STARTS:
            opened.append((number, own))
        elif not opened or opened[-1][1] != own:
            return {}
        else:
            found |= {opened.pop()[0]: Kind.OPEN, number: Kind.CLOSE}
    return {} if opened else found


def _texts(xml: Xml, chars: Chars, held: re.Pattern[str] | None, elision: str) -> Iterator[Item]:
    """Yield the items of character data, from which are parted placeholders and line ends, or two apostrophes."""
    if held is None or not held.search(chars.text) or xml.data[chars.start : chars.start + 2] == b"<!":
        yield Item(Kind.TEXT, chars.start, chars.end, _SPACE.sub(" ", chars.text))
        return
    raw = _CHARACTER.findall(xml.data[chars.start : chars.end].decode())
    shown = "".join(map(unescape, raw))
    if len(shown) != len(raw):
        yield Item(Kind.TEXT, chars.start, chars.end, _SPACE.sub(" ", chars.text))
        return
    position, place = 0, chars.start
    spans = [(match.start(), match.end()) for match in held.finditer(shown)]
    for start, end in (*spans, (len(raw), len(raw))):
        middle, last = (place + len("".join(raw[position:at]).encode()) for at in (start, end))
        if start > position:
            yield Item(Kind.TEXT, place, middle, _SPACE.sub(" ", shown[position:start]))
        if end > start and elision:
            yield Item(Kind.TEXT, middle, last, elision if shown[end : end + 1] in ("{", "}") else "'")
        elif end > start:
            is_break = shown[start:end].isspace()
            kind = LINE_BREAK if is_break else "x-var"
            yield Item(Kind.MARK, middle, last, "" if is_break else shown[start:end], type=kind)
        position, place = end, last


def over(xml: Xml, old: Node, body: Node, attributes: Mapping[str, str], marks: Marks = ()) -> Fill:
    """Return how an element is filled that is there."""
    tag = xml.data[old.start : old.inner]
    tag = re.sub(rb"\s*/>\Z", b">", tag) if old.is_empty else tag
    closing = b"</" + raw_name(tag) + b">"
    return Fill(old.start, old.end, with_attributes(tag, attributes), closing, (body.inner, body.outer), marks)


def behind(xml: Xml, source: Node, body: Node, attributes: Mapping[str, str], marks: Marks = ()) -> Fill:
    """Return how a target is written that is not there: behind the source, as far in as that stands."""
    name = raw_name(xml.data[source.start : source.inner]).replace(b"source", b"target")
    space = line_before(xml.data, source.start)
    tag = with_attributes(b"<" + name + b">", attributes)
    return Fill(body.end, body.end, space + tag, b"</" + name + b">", (body.inner, body.outer), marks)


def line_before(data: bytes, end: int) -> bytes:
    """Return the line end and the white space that stand before a place; nothing where more stands on its line."""
    start = end
    while data[start - 1 : start] in (b" ", b"\t"):
        start -= 1
    if data[start - 1 : start] != b"\n":
        return b""
    return data[start - (2 if data[start - 2 : start] == b"\r\n" else 1) : end]


def with_attributes(tag: bytes, attributes: Mapping[str, str]) -> bytes:
    """Return a start tag with other values of attributes; those that it has not come last."""
    for name, value in attributes.items():
        written = f' {name}="{value}"'.encode()
        old = re.search(rb"""\s%s\s*=\s*(?:"[^"]*"|'[^']*')|(?=\s*/?>\Z)""" % name.encode(), tag)
        assert old
        tag = tag[: old.start()] + written + tag[old.end() :]
    return tag


def raw_name(tag: bytes) -> bytes:
    """Return the name of a tag as the file writes it."""
    match = re.match(rb"<([^\s/>]+)", tag)
    assert match
    return match[1]


def child_of(node: Node, name: str) -> Node | None:
    """Return the first element directly within whose name is this, whatever its namespace."""
    return next((one for one in node.nodes if local(one) == name), None)


def local(node: Node) -> str:
    """Return the name of an element without its prefix."""
    return node.name.rpartition(":")[2]


def plain(node: Node) -> str:
    """Return the text of an element, white space folded."""
    return _SPACE.sub(" ", node.text).strip()


def is_empty(target: Node) -> bool:
    """Tell whether nothing stands in a target, neither a text nor a code."""
    return not target.text.strip() and next(target.nodes, None) is None
