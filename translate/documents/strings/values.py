"""Values of a file of strings: their places come in, blocks go out, and the file again with other texts in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from fnmatch import fnmatchcase
from pathlib import Path

from translate.data import LINE_BREAK, TAB, Block, CodeKind, InlineCode
from translate.documents.block_writer import BlockWriter
from translate.documents.breaks import is_in_sentence
from translate.documents.lines import Lines
from translate.documents.strings.tokens import BRANCH, Escaping, Token
from translate.records import dataclass
from translate.text.protected.kept import find_kept
from translate.text.protected.kinds import Family
from translate.text.protected.messages import find_messages, flatten

_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME = re.compile(r"[\w.:/\\#@+-]*")
_NEARBY = 40
"""Tokens on either side of a line break that tell whether a sentence runs on."""


@dataclass(frozen=True, slots=True)
class Value:
    """Characters [start, end) of a file that are a text, under `path`, written as `escaping` says."""

    start: int
    end: int
    path: str
    escaping: Escaping
    write: Callable[[str, str], str] | None = None
    """Writes a text in place of another one as it is written, where that asks for more than escapes."""


@dataclass(frozen=True, slots=True)
class ValueBlock(Block):
    """A line of a value, or all of it where a sentence runs on over its lines."""

    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Keys:
    """Which values are offered, by their paths: `only` those of these patterns, `never` those of these."""

    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def offers(self, path: str, text: str, is_wanted: Callable[[str], bool]) -> bool:
        """Tell whether a value is offered: one that nobody named has to be as its kind wants it.

        A pattern names a whole path, or the end of it behind a dot.
        """
        if _matches(path, self.never) or not text.strip():
            return False
        return _matches(path, self.only) if self.only else is_wanted(text)


def _matches(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(path, one) or fnmatchcase(path, f"*.{one}") for one in patterns)


@dataclass(frozen=True, slots=True)
class StringsFile:
    """What a file of strings says, in its encoding, and which of its values the user wants."""

    text: str
    encoding: str
    keys: Keys
    path: Path = Path()
    """Names the file in errors."""

    @property
    def last_character(self) -> str:
        """The last character that the encoding can hold, as far as that is a question of order."""
        return "\U0010ffff" if self.encoding.startswith("utf") else "\xff"


@dataclass(frozen=True, slots=True)
class ValueBlocks:
    """Blocks of the values that `find` finds in a file, which is read anew each time they are iterated."""

    lines: Lines
    find: Callable[[StringsFile], Iterable[Value]]
    keys: Keys = field(default_factory=Keys)

    def __iter__(self) -> Iterator[Block]:
        text = "".join(self.lines)
        position = 0
        for value in self.find(StringsFile(text, self.lines.encoding.name, self.keys, self.lines.path)):
            for start, end, shown, codes in lines_of(
                value.escaping.split(text[value.start : value.end]), value.escaping.held
            ):
                first, last = value.start + start, value.start + end
                native = text[first:last]
                yield ValueBlock(
                    text[position:first], shown, "", codes, native if native != shown else None,
                    context=value.path, value=value,
                )  # fmt: skip
                position = last
        if position < len(text):
            yield Block(text[position:], "", "")


class ValueRebuilder:
    """Writes the blocks of one file of strings, in order."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        native = block.text if block.native is None else block.native
        if isinstance(block, ValueBlock) and block.value and text != block.text:
            native = spell(block.value, native, text, codes)
        self._writer.write(block, native)


def spell(value: Value, native: str, text: str, codes: Sequence[InlineCode]) -> str:
    """Return how a file writes a text in place of one that it writes as `native`; codes are written as they stand."""
    done: list[str] = []
    place = 0
    for code in codes:
        done += value.escaping.write(text[place : code.start]), text[code.start : code.end]
        place = code.end
    written = "".join([*done, value.escaping.write(text[place:])])
    return value.write(written, native) if value.write else written


def wrapped_as(text: str, native: str, ends: re.Pattern[str], mark: str) -> str:
    """Break a text over lines as another one is, at the spaces that stand as far from its beginning in proportion.

    :param ends: the line ends of `native`, each of which means `mark`: a space, whose place it takes, or nothing.
    """
    whole = len(ends.sub(mark, native))
    done, place, before = "", 0, 0
    gone = 0
    for match in ends.finditer(native):
        before += match.start() - gone
        gone = match.end()
        wanted = round(before * len(text) / whole) - (0 if mark else 1)
        before += len(mark)
        spaces = [at for at in range(max(place, 0), len(text)) if text[at] == " "]
        if spaces:
            at = min(spaces, key=lambda at: abs(at - wanted))
            done += text[place : at + (0 if mark else 1)] + match[0]
            place = at + 1
    return done + text[place:]


def lines_of(
    tokens: Iterable[Token], held: re.Pattern[str] | None = None
) -> Iterator[tuple[int, int, str, tuple[InlineCode, ...]]]:
    """Part the tokens of a value at branches, line breaks and tabs, but for a break in the middle of a sentence.

    Yields the place of each line as it is written, without white space around; its text; and its codes, of which
    `held` finds more in the text.
    """
    found = list(tokens)
    line: list[Token] = []
    begin = place = 0
    for number, token in enumerate(found):
        place += len(token.native)
        if token.code not in (LINE_BREAK, TAB, BRANCH) or (
            token.code == LINE_BREAK and _runs_on(line, found[number + 1 : number + _NEARBY])
        ):
            line.append(token)
            continue
        yield from _trimmed(line, begin, held)
        line, begin = [], place
    yield from _trimmed(line, begin, held)


def _runs_on(before: Sequence[Token], after: Sequence[Token]) -> bool:
    return is_in_sentence("".join(one.text for one in before[-_NEARBY:]), "".join(one.text for one in after))


def _trimmed(
    line: Sequence[Token], begin: int, held: re.Pattern[str] | None
) -> Iterator[tuple[int, int, str, tuple[InlineCode, ...]]]:
    first, last = 0, len(line)
    while first < last and _is_edge(line[first]):
        begin += len(line[first].native)
        first += 1
    while first < last and _is_edge(line[last - 1]):
        last -= 1
    if first < last:
        shown, codes = _shown(line[first:last])
        if held is not None and held.search(shown):
            codes = _with_held(shown, codes, held)
        yield begin, begin + sum(len(one.native) for one in line[first:last]), shown, codes


def _is_edge(token: Token) -> bool:
    return not token.text.strip() and token.code in ("", LINE_BREAK, TAB)


def _shown(line: Sequence[Token]) -> tuple[str, tuple[InlineCode, ...]]:
    """Return the text of a line, in which codes stand as they are written, and the codes."""
    parts: list[str] = []
    codes: list[InlineCode] = []
    opened: list[int] = []
    place = 0
    for token in line:
        text = token.native if token.code else token.text
        if token.code:
            kind, pair = CodeKind.ISOLATED, None
            if token.code == "x-open":
                kind, pair = CodeKind.START, len(codes) + 1
                opened.append(len(codes))
            elif token.code == "x-close" and opened:
                kind, pair = CodeKind.END, codes[opened.pop()].pair
            codes.append(InlineCode(place, place + len(text), kind, pair, _TYPES.get(token.code, token.code)))
        parts.append(text)
        place += len(text)
    for number in opened:
        codes[number] = replace(codes[number], kind=CodeKind.ISOLATED, pair=None)
    return "".join(parts), tuple(codes)


def _with_held(shown: str, codes: tuple[InlineCode, ...], held: re.Pattern[str]) -> tuple[InlineCode, ...]:
    """Return codes and placeholders of a text, in order; one that meets a code is of it."""
    found: list[InlineCode] = []
    for start, end in (match.span() for match in held.finditer(shown)):
        if not any(code.start < end and start < code.end for code in codes):
            found.append(InlineCode(start, end, CodeKind.ISOLATED, None, "x-var"))
    return tuple(sorted((*codes, *found), key=lambda code: code.start))


_TYPES = {"x-open": "x-tag", "x-close": "x-tag"}


def is_text(value: str) -> bool:
    """Tell whether a value of a catalogue of messages is one for people: it has a word that is no address or name."""
    if not _WORD.search(value):
        return False
    if value.isalpha():
        return True
    if find_messages(value):
        value = flatten(value)
    parts: list[str] = []
    place = 0
    for one in find_kept(value):
        if one.kind.family is not Family.NUMBER:
            parts.append(value[place : one.start])
            place = one.end
    return _WORD.search(" ".join([*parts, value[place:]])) is not None


def is_prose(value: str) -> bool:
    """Tell whether a value of a data file reads as a text for people, not as a name that a program goes by.

    So it has several words, or one that begins with a capital and goes on in small letters, or has an accent.
    """
    if not is_text(value):
        return False
    words = value.split()
    if len(words) > 1:
        return sum(bool(_WORD.search(word)) for word in words) > 1 or is_prose(max(words, key=len))
    word = value.strip("«»“”\"'()[]¡!¿?.,:;… ")
    if any(sign in value for sign in "_/\\#@=") or any(map(str.isdigit, value)):
        return False
    is_named = _NAME.fullmatch(value) is not None and ("." in value[1:-1] or ":" in value[:-1])
    return not is_named and ((word[:1].isupper() and word[1:].lstrip("'’")[:1].islower()) or not word.isascii())
