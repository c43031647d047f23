"""A JSON document of any size, as its members and units one after the other, in bounded memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from translate.errors import FormatError
from translate.formats.sources import CHUNK_CHARACTERS, Text
from translate.records import dataclass
from translate.text.late import late_plain

MAX_VALUE_CHARACTERS = 1 << 24
_SPACE = late_plain(r"[ \t\n\r]*")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the document; `value` of `units` is None, since they come by themselves."""

    key: str
    value: Any
    line: int


@dataclass(frozen=True, slots=True)
class Item:
    """One of the units."""

    value: Any
    line: int


class Stream:
    """Reads one object; the list under `units` is given item by item, everything else as a member."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._buffer, self._at, self._end = "", 0, False
        self._line, self._counted, self._line_start = 1, 0, 0
        self._decode = json.JSONDecoder(parse_constant=_refuse_constant).raw_decode

    def events(self) -> Iterator[Member | Item]:
        """Yield the members and units in the order of the document.

        :raises FormatError: with line and column, where it is not JSON, or no object.
        """
        if self._next() != "{":
            self._fail(f"begins with {self._shown()}; expected an object in braces, as bitext.schema.json describes")
        self._skip("{")
        if self._next() == "}":
            self._skip("}")
        else:
            yield from self._members()
        if self._next():
            self._fail(f"{self._shown()} stands after the end of the document")

    def _members(self) -> Iterator[Member | Item]:
        while True:
            line = self._line_here()
            key = self._value() if self._next() == '"' else self._fail(f"found {self._shown()}; expected a key")
            self._skip(":")
            if key == "units" and self._next() == "[":
                yield Member(key, None, line)
                yield from self._items()
            else:
                yield Member(key, self._value(), line)
            if self._next() == "}":
                self._skip("}")
                return
            self._skip(",")

    def _items(self) -> Iterator[Item]:
        self._skip("[")
        if self._next() == "]":
            self._skip("]")
            return
        while True:
            self._next()
            line = self._line_here()
            yield Item(self._value(), line)
            if self._next() == "]":
                self._skip("]")
                return
            self._skip(",")

    def _next(self) -> str:
        """Return the next character that is no white space, unread; empty at the end."""
        while True:
            match = _SPACE.match(self._buffer, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._fill():
                return ""

    def _skip(self, character: str) -> None:
        if self._next() != character:
            self._fail(f"found {self._shown()}; expected '{character}'")
        self._at += 1

    def _value(self) -> Any:
        self._next()
        while True:
            try:
                value, end = self._decode(self._buffer, self._at)
            except json.JSONDecodeError as exc:
                ahead = exc.pos - self._at
                if self._is_final(exc) or not self._fill():
                    self._at = min(self._at + ahead, len(self._buffer))
                    self._fail(f"not JSON: {exc.msg}")
            except RecursionError:
                self._fail("values are nested too deeply")
            except ValueError as exc:
                self._fail(f"not JSON: {exc}")
            else:
                # A number at the very end of the buffer may go on in the next chunk.
                if end < len(self._buffer) or not self._fill():
                    self._at = end
                    return value
            if len(self._buffer) - self._at > MAX_VALUE_CHARACTERS:
                self._fail(f"a value is longer than {MAX_VALUE_CHARACTERS:,} characters, or is never closed")

    def _is_final(self, exc: json.JSONDecodeError) -> bool:
        """Tell whether more text cannot mend the error: it lies before the end, by more than an escape or a literal."""
        return exc.pos < len(self._buffer) - 16 and not exc.msg.startswith("Unterminated string")

    def _fill(self) -> bool:
        """Let go of what was read, and append a chunk as large as what is left, so that time stays linear."""
        if self._end:
            return False
        self._line_here()
        last = self._buffer.rfind("\n", 0, self._at)
        self._line_start = self._at - last - 1 if last >= 0 else self._line_start + self._at
        kept = self._buffer[self._at :]
        chunk = self._text.read(max(CHUNK_CHARACTERS, len(kept)))
        self._buffer, self._at, self._counted, self._end = kept + chunk, 0, 0, not chunk
        return bool(chunk)

    def _line_here(self) -> int:
        self._line += self._buffer.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _shown(self) -> str:
        found = self._buffer[self._at : self._at + 12]
        return repr(found) if found else "the end of the file"

    def _fail(self, message: str) -> NoReturn:
        last = self._buffer.rfind("\n", 0, self._at)
        column = self._at - last if last >= 0 else self._line_start + self._at + 1
        raise FormatError(f"{message}.", path=self._text.path, line=self._line_here(), column=column)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")
