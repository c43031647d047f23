"""The step of quotation marks and ellipses: what the model gets of them, and what is put right in what it writes."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.care.base import Change, Piece, Request, Revision, Step
from translate.care.kept.protection import with_pieces, worded
from translate.care.measures import Measure
from translate.care.writing.ellipses import ELLIPSIS, iter_ellipses
from translate.care.writing.marks import find_stops
from translate.care.writing.typography import Typography
from translate.text.protected.spans import ProtectedSpan, Treatment
from translate.text.usage.quotes import SPACES, Mark, read_marks

_DOTS = "an ellipsis as the model reads it best"
_PLACED = "quotation marks removed, then placed around what translates the words between them"
_FIRST_PAIR = -1_000_000
"""Number of the first pair of quotation marks: those of tags count down from -1, those of codes up."""


class Marks(Step):
    """Writes quotation marks, apostrophes and ellipses as the source has them, in the target's style."""

    name = "typography"

    def __init__(self, typography: Typography) -> None:
        self._typography = typography

    def before(self, request: Request) -> Request:
        """Ask for ellipses between words with a space before them, which the model copies more often."""
        found: list[Piece] = []
        for place, stretch in request.iter_stretches():
            if "…" in stretch or "..." in stretch:
                inner = set(iter_ellipses(stretch))
                for start, end in sorted(inner):
                    lead = "" if stretch[start - 1 : start].isspace() else " "
                    found.append(worded(Measure(start, end, f"{lead}...", f"{lead}..."), place, self.name, _DOTS))
                for match in ELLIPSIS.finditer(stretch):
                    if match[0] == "…" and match.span() not in inner:
                        found.append(worded(Measure(*match.span(), "...", "..."), place, self.name, _DOTS))
        return with_pieces(request, found)

    def mask(self, request: Request, target: str) -> Request:
        """Return the request without its quotation marks, which are placed in the target by attention."""
        source = request.passage.text
        own, other = read_marks(source), read_marks(target)
        if not own.marks or own.is_like(other):
            return request
        opened: list[tuple[int, int]] = []
        pieces: list[Piece] = []
        for number, mark in enumerate(own.marks):
            treatment = Treatment.OPEN if mark.opens else Treatment.CLOSE
            start, end = _with_spaces(source, mark)
            said = self._typography.write_mark(opens=mark.opens, single=mark.depth % 2 == 0)
            pair: int | None = None
            if mark.opens:
                opened.append((number, _FIRST_PAIR - number))
            elif opened:
                first, pair = opened.pop()
                before = pieces[first]
                span = ProtectedSpan(before.span.start, before.span.end, before.span.treatment, pair)
                pieces[first] = Piece(span, self.name, _PLACED, said=before.said)
            pieces.append(Piece(ProtectedSpan(start, end, treatment, pair), self.name, _PLACED, said=said))
        return with_pieces(request, pieces)

    def after(self, revision: Revision) -> Iterator[Change]:
        reason = "quotation marks, apostrophes and ellipses as in the source, in the target's style"
        taken = revision.taken
        stops = find_stops(revision.request.shielded.text, revision.text)
        for start, end, new in sorted([*self._typography.find_marks(_marked(revision), revision.text), *stops]):
            if not any(first < end and start < last for first, last in taken):
                yield Change(start, end, new, self.name, reason)


def _marked(revision: Revision) -> str:
    """Return what the model got, with the ellipses of the source."""
    text = revision.request.shielded.text
    dots = "…" if "…" in revision.request.passage.text else "..."
    return regex.sub(r" ?\.{3}", dots, text) if "..." in text else text


def _with_spaces(text: str, mark: Mark) -> tuple[int, int]:
    """Return the place of a mark with the spaces within guillemets."""
    start, end = mark.start, mark.end
    if mark.opens and text[start] in "«‹":
        end += len(text[end:]) - len(text[end:].lstrip(SPACES))
    elif not mark.opens and text[start] in "»›":
        start -= len(text[:start]) - len(text[:start].rstrip(SPACES))
    return start, end
