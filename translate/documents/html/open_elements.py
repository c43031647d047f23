"""The elements of a page that are open: its tags come in, what they begin and end goes out, as a browser has it.

After the HTML standard, section 13.2.6, as far as it decides to which element a text belongs.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import field

from translate.documents.html.elements import FORMATTING, INLINE, KNOWN, barriers_of, ends_of
from translate.records import dataclass

_DEEPEST = 512
"""How far up an end tag looks for its start tag; browsers nest no deeper."""
_NO_BARRIERS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Open:
    """An element that is open. `kept` says why its text is kept as it is; empty where it is translated.

    `begins` tells that it is the outermost one that is kept, or the outermost one that is translated again.
    """

    name: str
    kept: str = ""
    begins: bool = False
    keeps_lines: bool = False
    is_inline: bool = False
    """Whether it stands within a run of text."""


@dataclass(slots=True)
class OpenElements:
    """The stack of open elements. In XML nothing ends but by its end tag."""

    is_xml: bool = False
    stack: list[Open] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)

    @property
    def top(self) -> Open:
        """The innermost element; one without a name where none is open."""
        return self.stack[-1] if self.stack else _NONE

    def push(self, element: Open) -> None:
        """Open an element."""
        self.stack.append(element)
        self._counts[element.name] += 1

    def start(self, name: str) -> list[Open]:
        """Return the elements that a start tag ends without saying so, innermost first, and end them."""
        ended: list[Open] = []
        for closed, barriers in () if self.is_xml else ends_of(name):
            if any(self._counts[one] for one in closed):
                ended += self._pop_from(self._outermost(closed, barriers))
        return ended

    def end(self, name: str) -> list[Open]:
        """Return the elements that an end tag ends, the one that it names last; none where it ends nothing."""
        if not self._counts[name]:
            return []
        if self.is_xml:
            barriers, is_inline = _NO_BARRIERS, False
        else:
            barriers, is_inline = barriers_of(name), name in INLINE or name not in KNOWN
        for place in range(len(self.stack) - 1, max(len(self.stack) - _DEEPEST, 0) - 1, -1):
            one = self.stack[place].name
            if one == name:
                if name in FORMATTING and not self.is_xml and not self.stack[place].begins:
                    self._counts[name] -= 1
                    return [self.stack.pop(place)]
                return self._pop_from(place)
            if one in barriers or (is_inline and name not in FORMATTING and one in KNOWN and one not in INLINE):
                break
        return []

    def end_all(self) -> list[Open]:
        """Return all that are open, innermost first, and end them."""
        return self._pop_from(0)

    def _outermost(self, closed: frozenset[str], barriers: frozenset[str]) -> int:
        """Return the place of the outermost element of those names before a barrier."""
        found = len(self.stack)
        for place in range(len(self.stack) - 1, max(len(self.stack) - _DEEPEST, 0) - 1, -1):
            name = self.stack[place].name
            if name in closed:
                found = place
            if name in barriers:
                break
        return found

    def _pop_from(self, place: int) -> list[Open]:
        ended = self.stack[place:][::-1]
        del self.stack[place:]
        for one in ended:
            self._counts[one.name] -= 1
        return ended


_NONE = Open("")
