"""Paragraphs of office documents: what stands in one, item by item, comes in; blocks with their codes go out.

An item is a stretch of bytes of the part: text, the start or the end of an element, or a mark that stands alone. Runs
that differ in nothing that a person sees are one, and what differs from the commonest of them gets a pair of codes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from enum import Enum, auto

from translate.data import HYPHEN, LINE_BREAK, TAB, Block, CodeKind, InlineCode
from translate.documents.breaks import is_in_sentence
from translate.documents.names import Name
from translate.records import dataclass

_INLINE_BREAKS = (LINE_BREAK, TAB)
_NEARBY = 50
"""Items on either side of a break that tell whether a sentence runs on."""
_WORDS = ("x-var", "x-formula")
"""Types of marks that stand for a word where they show one."""
WITHIN_WORDS = (HYPHEN, "x-soft-hyphen")
"""Types of marks that are nothing outside of a word."""


class Kind(Enum):
    """What an item is."""

    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Format:
    """How a run looks. `key` is equal for runs that look alike; `native` is what its document writes before a content.

    That is bytes, or where the part has them. `closing` is what stands behind the content, `type` what the run is
    called as a code, and `is_seen` tells that white space shows it (an underline).
    """

    key: bytes
    native: bytes | tuple[int, int]
    closing: bytes | tuple[int, int]
    type: str = "x-format"
    is_seen: bool = False
    language: str = ""
    """Which language the run says that it is in; empty where it says nothing."""


@dataclass(slots=True)
class Item:
    """Bytes [start, end) of a part.

    Of a text, `text` is what is read; of a mark, what stands for it in the text. `native` says which bytes of the part
    are written for all others; no bytes means all. `format` is that of the run which holds the item; the first item of
    a run has its beginning in its bytes, and the last one its end.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    native: tuple[int, int] = (0, 0)
    type: str = ""
    format: Format | None = None
    begins_run: bool = True
    ends_run: bool = True
    inner: tuple[int, int] = (0, 0)
    """Of a text, which bytes of the part are its characters; no bytes means all."""
    is_silent: bool = False
    """Whether nobody sees it: revision marks, spell checking. It is left out where the text changes."""
    instruction: str = ""
    """What a field is told to show."""
    partner: Item | None = None
    """Of a start its end, and of an end its start."""
    around: Format | None = None
    """The run that it stands in, where it is written outside of runs."""
    replacement: bytes = b""
    """What is written for it once its block changes; no bytes means what `native` says."""

    @property
    def written(self) -> bytes | tuple[int, int]:
        """What is written for it: new bytes, or which bytes of the part."""
        return self.replacement or (self.native if self.native[1] else (self.start, self.end))


@dataclass(frozen=True, slots=True)
class SplicedBlock(Block):
    """A block whose document is spliced: the bytes of its items are replaced where its text changes."""

    items: tuple[Item, ...] = ()
    natives: dict[str, Item | Format] = field(default_factory=dict)
    """What each code is, by its id: of a pair its start."""
    base: Format | None = None
    """Format of what stands in no code."""
    write_text: Callable[[str], bytes] = str.encode
    """Writes text as characters of the part."""
    tags: tuple[bytes, bytes] = (b"", b"")
    """What stands around the text in a run, which may hold other things beside it."""
    twins: tuple[SplicedBlock, ...] = ()
    """Blocks that show the same text elsewhere, and get what this one gets."""
    names: tuple[Name, ...] = ()
    """Names whose text it is, or part of it."""

    @property
    def place(self) -> tuple[int, int]:
        """Which bytes of the part its items are."""
        return self.items[0].start, self.items[-1].end


def make_blocks(
    items: Sequence[Item],
    write_text: Callable[[str], bytes],
    *,
    part: str,
    context: str = "",
    tags: tuple[bytes, bytes] = (b"", b""),
) -> Iterator[SplicedBlock]:
    """Yield the blocks of a paragraph, in order: it is parted at tabs, and at line breaks that part sentences.

    What stands at the edges of a block is not of it. A paragraph without text gives none.
    """
    _pair(items)
    for stretch in _part(_trimmed(items)):
        trimmed = _trimmed(stretch)
        if any(item.kind is Kind.TEXT and item.text.strip() for item in trimmed):
            block = _block(trimmed)
            yield replace(block, write_text=write_text, part=part, context=context, tags=tags)


def _pair(items: Sequence[Item]) -> None:
    """Tie starts to their ends; one without the other is a mark."""
    opened: list[Item] = []
    for item in items:
        if item.kind is Kind.OPEN:
            opened.append(item)
        elif item.kind is Kind.CLOSE and opened:
            item.partner = opened.pop()
            item.partner.partner = item
    for item in items:
        if item.kind in (Kind.OPEN, Kind.CLOSE) and item.partner is None:
            item.kind = Kind.MARK


def _trimmed(items: Sequence[Item]) -> Sequence[Item]:
    """Return items without marks, and pairs around all, at the edges."""
    first, last = 0, len(items)
    while first < last:
        if _is_no_word(items[first]):
            first += 1
        elif _is_no_word(items[last - 1]):
            last -= 1
        elif (
            items[first].kind is Kind.OPEN
            and items[first].partner is items[last - 1]
            and not items[last - 1].replacement
        ):
            first, last = first + 1, last - 1
        elif items[first].kind is Kind.OPEN and items[first].partner is items[first + 1]:
            first += 2
        elif items[last - 1].kind is Kind.CLOSE and items[last - 1].partner is items[last - 2]:
            last -= 2
        else:
            break
    return items[first:last]


def _is_no_word(item: Item) -> bool:
    """Tell whether an item is a mark that stands for no word of a sentence, as the number of a page does."""
    return item.kind is Kind.MARK and not (item.type in _WORDS and item.text)


def _part(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Part items at tabs and line breaks that no pair is around, but for a break in the middle of a sentence."""
    first = depth = 0
    for number, item in enumerate(items):
        depth += {Kind.OPEN: 1, Kind.CLOSE: -1}.get(item.kind, 0)
        if item.kind is not Kind.MARK or item.type not in _INLINE_BREAKS or depth:
            continue
        before = _text_of(items[max(first, number - _NEARBY) : number])
        after = _text_of(items[number + 1 : number + _NEARBY])
        if item.type == TAB or not is_in_sentence(before, after):
            yield items[first:number]
            first = number + 1
    yield items[first:]


def _text_of(items: Sequence[Item]) -> str:
    return "".join(item.text for item in items if item.kind is Kind.TEXT)


def _block(items: Sequence[Item]) -> SplicedBlock:
    """Return the text and the codes of items."""
    formats = _formats(items)
    builder = _Builder(_base(items, formats))
    for item, own in zip(items, formats, strict=True):
        builder.add(item, own)
    builder.close()
    text = "".join(builder.parts)
    return SplicedBlock(
        "", text, "", tuple(builder.codes), items=tuple(items), natives=builder.natives, base=builder.base
    )


def _formats(items: Sequence[Item]) -> list[Format | None]:
    """Return the format of each item; white space that shows none has that of the text before it."""
    formats: list[Format | None] = []
    before: Format | None = None
    for item in items:
        own = item.format
        if item.kind is Kind.TEXT:
            if own and before and not own.is_seen and not before.is_seen and not item.text.strip():
                own = before
            before = own
        elif item.kind is not Kind.MARK:
            before = None
        formats.append(own)
    return formats


def _base(items: Sequence[Item], formats: Sequence[Format | None]) -> Format | None:
    """Return the format of most of the characters; of equal ones the first."""
    counts: Counter[bytes] = Counter()
    first: dict[bytes, Format] = {}
    for item, own in zip(items, formats, strict=True):
        if item.kind is Kind.TEXT and own:
            first.setdefault(own.key, own)
            counts[own.key] += len(item.text)
    return first[counts.most_common(1)[0][0]] if counts else None


class _Builder:
    """Text and codes of a block, as far as they are made."""

    def __init__(self, base: Format | None) -> None:
        self.base = base
        self.parts: list[str] = []
        self.codes: list[InlineCode] = []
        self.natives: dict[str, Item | Format] = {}
        self._length = 0
        self._current = base.key if base else b""
        self._opened: InlineCode | None = None
        """Start of the format that is open."""
        self._ids: dict[int, InlineCode] = {}
        """Starts of elements, by the identity of their items."""

    def add(self, item: Item, own: Format | None) -> None:
        if item.kind is Kind.TEXT:
            if own and own.key != self._current:
                self.close()
                if self.base and own.key != self.base.key:
                    self._opened = self._code(CodeKind.START, own.type, own)
                self._current = own.key
            self._put(item.text)
        elif item.is_silent:
            return
        elif item.kind is Kind.MARK:
            self._code(CodeKind.ISOLATED, item.type, item, item.text)
        elif item.kind is Kind.OPEN:
            self.close()
            self._ids[id(item)] = self._code(CodeKind.START, item.type, item)
        else:
            self.close()
            self._end(self._ids[id(item.partner)])

    def close(self) -> None:
        """End the format that is open."""
        if self._opened:
            self._end(self._opened)
        self._opened = None
        self._current = self.base.key if self.base else b""

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)

    def _code(self, kind: CodeKind, code_type: str, native: Item | Format, text: str = "") -> InlineCode:
        number = len(self.natives) + 1
        pair = number if kind is CodeKind.START else None
        code = InlineCode(self._length, self._length + len(text), kind, pair, code_type, str(number))
        self._put(text)
        self.codes.append(code)
        self.natives[code.id] = native
        return code

    def _end(self, start: InlineCode) -> None:
        self.codes.append(replace(start, start=self._length, end=self._length, kind=CodeKind.END))
