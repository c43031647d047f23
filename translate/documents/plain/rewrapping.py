"""Line breaks of a wrapped paragraph of Markdown: a translation comes in, and goes out in as many lines, where it can.

A break stands at the space that is as far in the translation as the break of the document was in its text, but within
no code, and before nothing that would begin a block of another kind at the start of a line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from translate.data import InlineCode
from translate.documents.spelling import as_characters
from translate.records import dataclass
from translate.text.late import late

_GAP = late(r"[ \t]*(?:\r\n|\n|\r)(?:[ \t]*>)*[ \t]*")
"""The end of a line and what stands before the text of the next one, marks of quotation too."""
_STARTS = late(r"[\p{L}«“‘\"'’(]|\[(?!\^)|\d(?!\d*[.)])|[*_]{1,3}(?=[^\s*_])|`(?!``)")
"""How a line may begin that goes on with a paragraph."""
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The lines of a paragraph: what stands between them, and how many characters a person reads before each gap."""

    gaps: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    length: int = 0

    @classmethod
    def of(cls, native: str | None, source: str) -> Wrapping:
        """Return how a document wraps a paragraph, which it writes as `native` and a person reads as `source`."""
        if native is None or ("\n" not in native and "\r" not in native):
            return cls()
        gaps = _GAP.findall(native)
        ends = list(accumulate((len(as_characters(line)) for line in _GAP.split(native)), lambda a, b: a + 1 + b))
        if ends[-1] != len(source) and any(">" in gap for gap in gaps):
            return cls()  # a sign of the text may stand where marks of quotation do
        return cls(tuple(gaps), tuple(ends[:-1]), ends[-1])

    def break_up(self, text: str, codes: Sequence[InlineCode]) -> str:
        """Return `text` with a line feed in place of a space for each gap, as far as there are spaces."""
        spaces = _spaces_of(text, codes) if self.gaps else []
        signs = list(text)
        first = 0
        for number, place in enumerate(self.places):
            left = len(self.places) - number - 1
            choice = spaces[first : max(len(spaces) - left, first + 1)]
            if not choice:
                break
            ideal = place if self.length == len(text) else round(place * len(text) / self.length)
            at = bisect_left(choice, ideal)
            near = min(range(max(at - 1, 0), min(at + 1, len(choice))), key=lambda one: abs(choice[one] - ideal))
            signs[choice[near]] = _BREAK
            first += near + 1
        return "".join(signs)

    def fill(self, written: str) -> str:
        """Return a text that was broken up and written, with the gaps in place of its line feeds."""
        if not self.gaps:
            return written
        first, *others = written.split(_BREAK)
        return first + "".join(gap + part for gap, part in zip(self.gaps, others, strict=False))


def _spaces_of(text: str, codes: Sequence[InlineCode]) -> list[int]:
    """Return where a line may end."""
    within = {place for code in codes for place in range(code.start, code.end)}
    return [
        place
        for place in range(1, len(text) - 1)
        if text[place] == " "
        and place not in within
        and not text[place - 1].isspace()
        and text[place - 1] != "\\"
        and _STARTS.match(text, place + 1)
    ]
