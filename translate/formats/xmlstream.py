"""A well-formed XML file of any size as a stream: containers open and close, what lies in them comes by elements.

Nothing is fetched and no entity is expanded but the five of XML; a file that declares others is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from translate.errors import FormatError
from translate.formats.sources import CHUNK_CHARACTERS, open_xml
from translate.formats.xmltext import MAX_DEPTH, Element
from translate.records import dataclass

MAX_ELEMENT_CHARACTERS = 1 << 24
_CUT_OFF = (
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A container begins; `element` has no children."""

    element: Element
    line: int


@dataclass(frozen=True, slots=True)
class Closed:
    tag: str


@dataclass(frozen=True, slots=True)
class Whole:
    """An element within a container, with all that is in it."""

    element: Element
    line: int


Event = Opened | Closed | Whole


def stream(
    path: Path, containers: frozenset[str], prefixes: Mapping[str, str], passed: frozenset[str] = frozenset()
) -> Iterator[Event]:
    """Yield what a file holds. Tags and attributes are named by local name, after the prefix of their namespace.

    :param containers: tags of elements that are not read whole.
    :param prefixes: by namespace, such as `"its:"`; that of a namespace not named here is `{namespace}`.
    :param passed: tags of elements whose content, of whatever size, is passed over.
    :raises FormatError: with line and column, where it is not well-formed, or declares entities.
    """
    reader = _Reader(path, containers, prefixes, passed)
    with open_xml(path) as text:
        while chunk := text.read(CHUNK_CHARACTERS):
            yield from reader.feed(chunk)
        yield from reader.feed("")


@dataclass(slots=True)
class _Reader:
    path: Path
    containers: frozenset[str]
    prefixes: Mapping[str, str]
    passed: frozenset[str]
    parser: expat.XMLParserType = field(init=False)
    events: list[Event] = field(default_factory=list)
    stack: list[Element] = field(default_factory=list)
    line: int = 0
    """On which the element begins that is being read."""
    lines: int = 1
    columns: int = 1
    """Where the next chunk begins."""
    waiting: int = 0
    """Characters that were read since an event."""
    names: dict[str, str] = field(default_factory=dict)
    passing: int = 0
    """Depth of the stack at which an element is passed over; 0 where none is."""
    whole: int = 0
    """Depth of the stack at which an element is read whole; 0 where none is."""

    def __post_init__(self) -> None:
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._data
        parser.EntityDeclHandler = self._refuse_entity

    def feed(self, chunk: str) -> list[Event]:
        """Parse a chunk; an empty one ends the file."""
        try:
            self.parser.Parse(chunk, not chunk)
        except expat.ExpatError as exc:
            message = f"not well-formed: {expat.ErrorString(exc.code)}."
            if exc.code in _CUT_OFF:
                message = f"is truncated ({expat.ErrorString(exc.code)}); copy or export it again."
            raise FormatError(message, path=self.path, line=exc.lineno, column=exc.offset + 1) from exc
        except UnicodeEncodeError as exc:
            before = chunk[: exc.start]
            breaks = before.count("\n")
            line = self.lines + breaks
            column = len(before) - before.rfind("\n") if breaks else self.columns + len(before)
            message = "bytes that are not of the file's encoding; save it as UTF-8."
            raise FormatError(message, path=self.path, line=line, column=column) from exc
        last = chunk.rfind("\n")
        self.lines += chunk.count("\n")
        self.columns = len(chunk) - last if last >= 0 else self.columns + len(chunk)
        events, self.events = self.events, []
        self.waiting = 0 if events or self.passing else self.waiting + len(chunk)
        if self.waiting > MAX_ELEMENT_CHARACTERS:
            self._fail(f"no element ends within {MAX_ELEMENT_CHARACTERS:,} characters")
        return events

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(self._name(tag), {self._name(key): value for key, value in attributes.items()})
        if len(self.stack) > MAX_DEPTH:
            self._fail(f"elements are nested more than {MAX_DEPTH} deep")
        if self.passing:
            pass
        elif self.whole:
            self.stack[-1].children.append(element)
        elif element.tag in self.containers:
            self.events.append(Opened(element, self.parser.CurrentLineNumber))
        else:
            self.line, self.whole = self.parser.CurrentLineNumber, len(self.stack) + 1
        self.stack.append(element)
        if not self.passing and element.tag in self.passed:
            self.passing = len(self.stack)

    def _end(self, _: str) -> None:
        depth, element = len(self.stack), self.stack.pop()
        if self.passing:
            if depth > self.passing:
                return
            self.passing = 0
        if not self.whole:
            self.events.append(Closed(element.tag))
        elif depth == self.whole:
            self.whole = 0
            self.events.append(Whole(element, self.line))

    def _data(self, characters: str) -> None:
        if self.whole and not self.passing:
            self.stack[-1].children.append(characters)

    def _name(self, name: str) -> str:
        known = self.names.get(name)
        if known is None:
            namespace, _, local = name.rpartition(" ")
            prefix = self.prefixes.get(namespace, f"{{{namespace}}}" if namespace else "")
            known = self.names[name] = prefix + local
        return known

    def _refuse_entity(self, *_: object) -> None:
        self._fail("the DOCTYPE declares entities, which is a security risk; remove it")

    def _fail(self, message: str) -> NoReturn:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise FormatError(f"{message}.", path=self.path, line=line, column=column)
