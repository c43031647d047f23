"""A text with inline codes comes in; rules see it without them, and each break gets its place among the codes.

SRX 2.0 matches its rules as if there were no codes. Where codes stand at a break, `<formathandle>` says for starts,
ends and isolated ones which side each goes to: the segment before (`include="yes"`) or the one after.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from translate.data import CodeKind, InlineCode, Segment
from translate.records import dataclass

DEFAULT_HANDLES: Mapping[CodeKind, bool] = {CodeKind.START: False, CodeKind.END: True, CodeKind.ISOLATED: False}
"""Whether a code at a break belongs to the segment before it, where a file does not say."""
_STANDS_FOR_A_WORD = frozenset({"code", "x-formula"})
_OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class _Gap:
    """White space and codes at a break: characters [start, end) of the text, and codes [first, last)."""

    start: int
    end: int
    first: int
    last: int


class CodedText:
    """A text and its codes; `plain` is what the rules see.

    An isolated code of type `code` (`` `npm start` ``) or `x-formula` stands for a word that nobody translates: the
    rules see U+FFFC, "object replacement character", in its place. All others leave nothing.

    :raises ValueError: where the codes are not in order, overlap, or lie outside of the text.
    """

    def __init__(self, text: str, codes: Sequence[InlineCode]) -> None:
        self._text = text
        self._codes = codes
        self._starts = [code.start for code in codes]
        # The k-th stretch of `plain` begins at _plain_starts[k] there, and at _text_starts[k] in the text.
        self._plain_starts: list[int] = []
        self._text_starts: list[int] = []
        self.plain = self._without_codes()

    def _without_codes(self) -> str:
        parts: list[str] = []
        length = position = 0
        for code in self._codes:
            if not position <= code.start <= code.end <= len(self._text):
                raise ValueError(
                    f"the inline code [{code.start}, {code.end}) overlaps another, or lies outside of the text of "
                    f"{len(self._text)} characters; expected codes in order."
                )
            if code.start > position:
                self._add_stretch(length, position)
                parts.append(self._text[position : code.start])
                length += code.start - position
            if code.kind is CodeKind.ISOLATED and code.type in _STANDS_FOR_A_WORD and code.end > code.start:
                self._add_stretch(length, code.start)
                parts.append(_OBJECT)
                length += 1
            position = code.end
        if position < len(self._text):
            self._add_stretch(length, position)
            parts.append(self._text[position:])
        return "".join(parts)

    def _add_stretch(self, plain_start: int, text_start: int) -> None:
        self._plain_starts.append(plain_start)
        self._text_starts.append(text_start)

    def iter_segments(self, breaks: Iterable[int], handles: Mapping[CodeKind, bool]) -> Iterator[Segment]:
        """Yield the segments that `breaks`, places in `plain` in order, make; each with its codes.

        A segment neither begins nor ends with white space outside of codes, and only white space lies between two.
        """
        written = [code for code in self._codes if code.end > code.start]
        start = min([len(self._text) - len(self._text.lstrip()), *(code.start for code in written[:1])])
        first = 0
        for gap in self._iter_gaps(breaks):
            cut = self._best_cut(gap, handles)
            yield self._segment(start, self._end_before(gap, cut), first, cut)
            start, first = self._start_after(gap, cut), cut
        end = max([len(self._text.rstrip()), *(code.end for code in written[-1:])])
        if start < end:
            yield self._segment(start, end, first, len(self._codes))

    def _iter_gaps(self, breaks: Iterable[int]) -> Iterator[_Gap]:
        """Yield the gaps between ink at which the text breaks; two breaks in one gap are one."""
        plain, end = self.plain, 0
        for place in breaks:
            if place <= end:
                continue
            start = end = place
            while start > 0 and plain[start - 1].isspace():
                start -= 1
            while end < len(plain) and plain[end].isspace():
                end += 1
            if start > 0 and end < len(plain):
                text_start, text_end = self._place_after(start - 1), self._place_of(end)
                first = bisect_left(self._starts, text_start)
                last = bisect_left(self._starts, text_end)
                # An empty code at the end of the gap stands before the ink too.
                while last < len(self._codes) and self._codes[last].start == self._codes[last].end == text_end:
                    last += 1
                yield _Gap(text_start, text_end, first, last)

    def _place_of(self, place: int) -> int:
        """Return where the character `plain[place]` begins in the text."""
        stretch = bisect_right(self._plain_starts, place) - 1
        return self._text_starts[stretch] + place - self._plain_starts[stretch]

    def _place_after(self, place: int) -> int:
        """Return where the character `plain[place]` ends in the text."""
        start = self._place_of(place)
        if self.plain[place] == _OBJECT:
            at = bisect_left(self._starts, start)
            while at < len(self._codes) and self._codes[at].start == start:
                if self._codes[at].end > start:
                    return self._codes[at].end
                at += 1
        return start + 1

    def _best_cut(self, gap: _Gap, handles: Mapping[CodeKind, bool]) -> int:
        """Return the number of the first code of the gap that goes to the segment after it.

        Codes keep their order, so the handles of a row such as start, end cannot always be met: the cut with the fewest
        codes on the wrong side wins, then the one that parts the fewest pairs, then the first.
        """
        wrong = sum(handles[code.kind] for code in self._codes[gap.first : gap.last])
        parted = 0
        best, cut = (wrong, parted), gap.first
        for number in range(gap.first, gap.last):
            code = self._codes[number]
            wrong += -1 if handles[code.kind] else 1
            if code.pair is not None:
                parted += {CodeKind.START: 1, CodeKind.END: -1}.get(code.kind, 0)
            if (wrong, parted) < best:
                best, cut = (wrong, parted), number + 1
        return cut

    def _end_before(self, gap: _Gap, cut: int) -> int:
        """Return where the segment before a gap ends, when it has the codes up to `cut`: at text or a written code."""
        written = (code.end for code in reversed(self._codes[gap.first : cut]) if code.end > code.start)
        return next(written, gap.start)

    def _start_after(self, gap: _Gap, cut: int) -> int:
        written = (code.start for code in self._codes[cut : gap.last] if code.end > code.start)
        return next(written, gap.end)

    def _segment(self, start: int, end: int, first: int, last: int) -> Segment:
        mine = self._codes[first:last]
        halves = Counter(code.pair for code in mine if code.pair is not None)
        return Segment(
            self._text[start:end],
            start,
            end,
            tuple(
                replace(
                    code,
                    start=min(max(code.start, start), end) - start,
                    end=min(max(code.end, start), end) - start,
                    pair=code.pair if code.pair is not None and halves[code.pair] == 2 else None,
                )
                for code in mine
            ),
        )
