"""Puts texts together: what the model gets from a passage and its pieces, the target from a draft and its changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.care.base import Change, Cut, Mask, Part, Piece, Request, Revision, Shielded
from translate.care.measures import Measure
from translate.data import HYPHEN, LINE_BREAK, TAB, CodeKind, Edit, InlineCode, Stage
from translate.records import dataclass
from translate.text.protected.spans import Treatment

_CLOSING = frozenset(".,)]…")
_CASING, _PLACING = "casing", "placing"
_SMALL = "capitals go to the model in small letters"
_CAPITALS = "capitals as in the source"


@dataclass(frozen=True, slots=True)
class Restored:
    """A target with everything put back."""

    text: str
    codes: tuple[InlineCode, ...]


def compose(request: Request, placeholder: str, *, masking: bool = True) -> Shielded:
    """Return what the model gets of a passage with its pieces. With `masking` off, words are cut out too.

    :param placeholder: pattern with `#` for the number, such as `X_#`.
    """
    text, pieces = request.passage.text, request.pieces
    if not pieces:
        return Shielded(text)
    names = (placeholder.replace("#", str(number)) for number in range(1, len(text) + len(pieces) + 1))
    free = (name for name in names if name not in text)
    builder = _Builder()
    position = 0
    for piece in pieces:
        span = piece.span
        builder.keep(text, position, span.start)
        native = piece.said or text[span.start : span.end]
        if piece.measure:
            builder.measures.append(piece.measure)
            builder.put(piece, piece.measure.asked)
        elif masking and span.treatment is Treatment.MASK:
            builder.masks.append(Mask(next(free), native, piece))
            builder.put(piece, builder.masks[-1].placeholder)
        else:
            treatment = Treatment.CUT if span.treatment is Treatment.MASK else span.treatment
            before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
            before = " " if builder.shows_space else before
            builder.cuts.append(Cut(len(builder.text), native, treatment, before, after, span.pair, piece.code))
            builder.put(piece, _shown(piece, native, before, after))
        position = max(position, span.end)
    builder.keep(text, position, len(text))
    return builder.shielded()


def is_line_break(native: str, code: InlineCode | None) -> bool:
    """Tell whether markup ends a line, so that it parts words: a code that says so, or a tag in a plain text."""
    return code.type == LINE_BREAK if code is not None else native[:3].lower() == "<br"


def _shown(piece: Piece, native: str, before: str, after: str) -> str:
    """Return what the model gets in place of what is cut out: what parts words is a space, and a hyphen is one."""
    if piece.code and piece.code.type == HYPHEN:
        return "-"
    is_break = is_line_break(native, piece.code) or (piece.code is not None and piece.code.type == TAB)
    return " " if is_break and not before.isspace() and not after.isspace() else ""


class _Builder:
    """The text for the model, as far as it is made. What was cut between two spaces leaves one, and none before a full
    stop; the cut has the other."""

    def __init__(self) -> None:
        self.text = ""
        self.masks: list[Mask] = []
        self.cuts: list[Cut] = []
        self.measures: list[Measure] = []
        self.shows_space = False
        """Whether what came last is a space that stands for a code."""
        self._parts: list[Part] = []

    def put(self, piece: Piece, asked: str) -> None:
        end = len(self.text) + len(asked)
        self._parts.append(Part(piece.span.start, piece.span.end, len(self.text), end, piece))
        self.text += asked
        self.shows_space = asked == " " if asked else self.shows_space

    def keep(self, source: str, start: int, end: int) -> None:
        """Take characters [start, end) of the source over."""
        stretch = source[start:end]
        if self.cuts and stretch and (not self.text or self.text[-1].isspace()):
            if stretch[0].isspace():
                stretch = stretch.lstrip()
                start = end - len(stretch)
                self._parts[-1].end = start
            elif stretch[0] in _CLOSING and self.cuts[-1].offset == len(self.text):
                self._strip()
                self.cuts[:] = [replace(cut, offset=min(cut.offset, len(self.text))) for cut in self.cuts]
        if stretch:
            self._parts.append(Part(start, end, len(self.text), len(self.text) + len(stretch)))
            self.text += stretch
            self.shows_space = False

    def _strip(self) -> None:
        """Leave out white space at the end, and give it to the cut behind it."""
        kept = self.text.rstrip()
        by = len(self.text) - len(kept)
        behind = None
        for part in reversed(self._parts) if by else ():
            if part.first < len(self.text):
                part.last -= by
                part.end -= by if behind else 0
                break
            part.first = part.last = len(kept)
            behind = part
        if behind:
            behind.start -= by
        self.text = kept

    def shielded(self) -> Shielded:
        if self.cuts:
            self._strip()
            self.cuts[:] = [replace(cut, offset=min(cut.offset, len(self.text))) for cut in self.cuts]
        parts = tuple(self._parts)
        return Shielded(self.text, tuple(self.masks), tuple(self.cuts), tuple(self.measures), parts)


def restore(revision: Revision) -> Restored:
    """Apply the changes to what the model wrote; those at one place keep their order."""
    parts: list[str] = []
    codes: list[InlineCode] = []
    length = position = 0
    for change in _apart(revision):
        start = max(change.start, position)
        parts += (revision.text[position:start], change.text)
        length += start - position
        if change.code is not None:
            first = length + len(change.text) - len(change.text.lstrip(" "))
            last = max(first, length + len(change.text.rstrip(" ")))
            codes.append(replace(change.code, start=first, end=last))
        length += len(change.text)
        position = max(change.end, start)
    return Restored("".join(parts) + revision.text[position:], tuple(codes))


def iter_edits(revision: Revision) -> Iterator[Edit]:
    """Yield what was changed in a passage for the model, and in what the model wrote, in the order of the texts."""
    yield from _iter_before(revision.request)
    written, length, position = revision.draft.text, 0, 0
    for change in (*_apart(revision), Change(len(written), len(written), "", _CASING, _CAPITALS)):
        start = max(change.start, position)
        between = revision.text[position:start]
        if between != written[position:start]:
            yield Edit(_CASING, Stage.AFTER, length, written[position:start], between, _CAPITALS)
        length += len(between)
        position = max(change.end, start)
        if change.text != written[start:position]:
            yield Edit(change.step, Stage.AFTER, length, written[start:position], change.text, change.reason)
        length += len(change.text)


def _apart(revision: Revision) -> list[Change]:
    """Return the changes in order, without words for what another change replaces: the two would stand glued.

    Of a capital and a word that begin alike the word stays, with the capital. What was taken out of the source stays.
    """
    kept: list[Change] = []
    end = 0
    for change in _ordered(revision.changes):
        is_words = change.code is None and change.step != _PLACING and change.start not in revision.places
        if is_words and change.start < min(end, change.end):
            if kept[-1].step != _CASING or kept[-1].start != change.start:
                continue
            first = change.text[:1].upper() if kept[-1].text.isupper() else change.text[:1]
            kept[-1] = replace(change, text=first + change.text[1:])
        else:
            kept.append(change)
        end = max(end, change.end)
    return kept


def _iter_before(request: Request) -> Iterator[Edit]:
    source = request.passage.text
    for part in request.shielded.parts or (Part(0, len(source), 0, len(request.text)),):
        old, new = source[part.start : part.end], request.text[part.first : part.last]
        if old != new:
            step, reason = (part.piece.step, part.piece.reason) if part.piece else (_CASING, _SMALL)
            yield Edit(step, Stage.BEFORE, part.start, old, new, reason)


def _ordered(changes: Sequence[Change]) -> list[Change]:
    """Return changes in the order of their places; a pair that begins within what is replaced begins before it."""
    found: list[Change] = []
    replaced, end, leads = 0, -1, False
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if change.end > change.start and change.end > end:
            end, leads, replaced = change.end, True, len(found)
        elif change.start < end:
            leads = leads and change.code is not None and change.code.kind is CodeKind.START
            if leads:
                start = found[replaced].start
                found.insert(replaced, replace(change, start=start, end=start))
                replaced += 1
                continue
        found.append(change)
    return found
