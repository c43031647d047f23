"""Inline markup of reStructuredText: a paragraph comes in as its bytes, its items go out, and texts are escaped again.

*Docutils, reStructuredText Markup Specification, Inline Markup*, and the roles of Sphinx.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.documents.markup.source import FORMULA, TAG, WORD, Source
from translate.documents.spliced import Item, Kind
from translate.documents.strings.values import is_prose

_BEFORE = r"(?:(?<=[\s'\"(\[{<\-/:\x80-\xff])|(?<=\A)|(?<![\s\S]))"
_AFTER = r"(?=[\s'\")\]}>\-/:.,;!?\\\x80-\xff]|\Z)"
_SIMPLE = r"[A-Za-z0-9\x80-\xff]+(?:[-._+:][A-Za-z0-9\x80-\xff]+)*"
"""A name of a target without quotation marks, in bytes."""
_INLINE = re.compile(
    rf"(?P<escape>\\(?:\s|[\xc0-\xff][\x80-\xbf]*|.))"
    rf"|{_BEFORE}(?P<literal>``(?=\S).{{1,500}}?(?<=\S)``(?!`)){_AFTER}"
    r"|(?P<role>:(?P<name>[A-Za-z][\w:+.-]*):`(?P<content>(?:\\.|[^`\\]){1,500})`)"
    rf"|{_BEFORE}(?P<phrase>`(?P<words>(?=\S)(?:\\.|[^`\\]){{1,500}})`(?P<tail>__?|:[A-Za-z][\w:+.-]*:)?)"
    rf"|{_BEFORE}(?P<target>_`(?:\\.|[^`\\])+`){_AFTER}"
    rf"|{_BEFORE}(?P<strong>\*\*)(?=[^\s*])(?P<strongly>(?:\\.|[^*\\]|\*(?!\*)){{1,500}}?)(?<=\S)\*\*{_AFTER}"
    rf"|{_BEFORE}(?P<emphasis>\*)(?=[^\s*])(?P<emphatic>(?:\\.|[^*\\]){{1,500}}?)(?<=\S)\*(?!\*){_AFTER}"
    rf"|{_BEFORE}(?P<substitution>\|(?=\S)[^|\n]{{1,120}}?(?<=\S)\|(?:__?)?){_AFTER}"
    rf"|(?P<note>\[(?:\d+|#[\w.-]*|\*|[A-Za-z][\w.-]*)\]_){_AFTER}"
    rf"|(?<![\w.+:@/\x80-\xff])(?P<reference>{_SIMPLE}__?){_AFTER}",
    re.ASCII | re.DOTALL,
)
_REFERENCE = re.compile(rf"`([^`<>]{{1,200}})`_|(?<![\w`\x80-\xff])({_SIMPLE})_(?!\w)", re.ASCII)
_TARGET = re.compile(r"^[ \t]*\.\. _(?:`([^`]+)`|((?:\\.|[^:`\n\\])+)):", re.MULTILINE)
_ADDRESS = re.compile(r"\s*<[^<>]*>\Z", re.ASCII)
_LABELLED = frozenset(
    "emphasis strong sub sup subscript superscript title title-reference t guilabel menuselection abbr dfn"
    " abbreviation acronym".split()
)
"""Roles whose content is a text of the sentence."""
_TYPES = {
    "emphasis": "italic", "strong": "bold", "sub": "subscript", "subscript": "subscript", "sup": "superscript",
    "superscript": "superscript",
}  # fmt: skip
_ESCAPED = re.compile(r"\\(\s|.)", re.DOTALL)
_RISK = re.compile(r"[\\`]|(?<!\s)\*|\*(?!\s)|(?<=\w)_(?!\w)|(?<!\w)\|(?=\w)")


def read(native: str) -> str:
    """Return what a person reads of text with escapes."""
    return _ESCAPED.sub(lambda match: "" if match[1].isspace() else match[1], native)


def write(text: str) -> str:
    """Return a text with escapes where it would be markup."""
    return _RISK.sub(r"\\\g<0>", text)


def items(source: Source, start: int, end: int) -> Iterator[Item]:
    """Yield the items of text with inline markup in bytes [start, end)."""
    position = start
    for match in _INLINE.finditer(source.view, start, end):
        yield from source.plain(position, match.start())
        position = match.end()
        match match.lastgroup:
            case "escape":
                yield Item(Kind.TEXT, *match.span(), read(source.text(*match.span())))
            case "role":
                yield from _role(source, match)
            case "phrase" | "tail":
                yield from _phrase(source, match)
            case "strongly":
                yield from _pair(source, match.start(), match.span("strongly"), match.end(), "bold")
            case "emphatic":
                yield from _pair(source, match.start(), match.span("emphatic"), match.end(), "italic")
            case _:
                yield source.word(*match.span(), "code" if match["literal"] else WORD)
    yield from source.plain(position, end)


def _pair(source: Source, start: int, inner: tuple[int, int], end: int, code_type: str) -> Iterator[Item]:
    """Yield the items of text between two marks; markup does not nest."""
    yield Item(Kind.OPEN, start, inner[0], type=code_type)
    yield from source.plain(*inner, read)
    yield Item(Kind.CLOSE, inner[1], end, type=code_type)


def _role(source: Source, match: re.Match[str]) -> Iterator[Item]:
    name = match["name"].rpartition(":")[2]
    start, end = match.span("content")
    address = _ADDRESS.search(source.view, start, end)
    if address and address.start() > start and name not in ("code", "math"):
        yield from _pair(source, match.start(), (start, address.start()), match.end(), "link")
    elif name in _LABELLED:
        yield from _pair(source, match.start(), (start, end), match.end(), _TYPES.get(name, TAG))
    else:
        yield source.word(*match.span(), FORMULA if name == "math" else WORD)


def _phrase(source: Source, match: re.Match[str]) -> Iterator[Item]:
    """Yield what stands in single marks: a link with its address, or what its default role makes of it."""
    start, end = match.span("words")
    address = _ADDRESS.search(source.view, start, end)
    tail = match["tail"] or ""
    if tail.startswith("_") and address and address.start() > start:
        yield from _pair(source, match.start(), (start, address.start()), match.end(), "link")
    elif tail.startswith("_") or (not tail and is_prose(source.text(start, end))):
        found = list(_pair(source, match.start(), (start, end), match.end(), "link" if tail else "italic"))
        if tail == "_":  # which is found by its words, and they will be others
            found[-1].replacement = f" <{' '.join(source.text(start, end).split())}_>`__".encode()
        yield from found
    else:
        yield source.word(*match.span())


def referenced(view: str) -> frozenset[str]:
    """Return the names that a document refers to and says of no place itself, as docutils compares them."""
    said = {name_of(match[1] or match[2]) for match in _TARGET.finditer(view)}
    return frozenset(name_of(match[1] or match[2]) for match in _REFERENCE.finditer(view)) - said


def name_of(text: str) -> str:
    """Return how docutils calls what has a text: in small letters, with single spaces."""
    return " ".join(text.lower().split())
