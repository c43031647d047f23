"""What the model is asked in other words than the source has: times, units, abbreviations, quoted labels. A term of the
user among them is not: it is said as the glossary has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from translate.care.base import Change, Piece, Request, Revision, Step
from translate.care.casing import Case
from translate.care.kept.protection import Protection, measured, with_pieces
from translate.care.measures import Measure, edits_of, is_lost
from translate.care.phrases.labels import Labels
from translate.terms.term import TermKind
from translate.terms.terminology import Terminology
from translate.text.protected.spans import Treatment


class Measures(Step):
    """Asks for times, units, abbreviations and labels in quotation marks in words that the model copies or knows."""

    name = "measures"

    def __init__(
        self,
        find: Callable[[str], Iterable[Measure]],
        labels: Labels | None = None,
        terms: Terminology | None = None,
    ) -> None:
        self._find, self._labels, self._terms = find, labels, terms

    def before(self, request: Request) -> Request:
        found = [
            measured(measure, place, self.name)
            for place, stretch in request.iter_stretches()
            for measure in self._without_terms((*self._iter_labels(stretch), *self._find(stretch)), stretch)
        ]
        return with_pieces(_without_signs_of(found, request), found) if found else request

    def _iter_labels(self, stretch: str) -> Iterator[Measure]:
        for start, end, said in self._labels.find_quoted(stretch) if self._labels else ():
            yield Measure(start, end, said, said)

    def _without_terms(self, found: Sequence[Measure], stretch: str) -> Iterator[Measure]:
        """Yield what is no term of the user, or a part of one, unless it says that."""
        terms = self._terms.find(stretch) if self._terms and found else ()
        required = [one for one in terms if one.term.kind is TermKind.REQUIRED and not one.is_doubtful]
        for measure in found:
            own = [one for one in required if one.start <= measure.start and measure.end <= one.end]
            if all(measure.said in one.term.targets for one in own):
                yield measure

    def mask(self, request: Request, target: str) -> Request:
        """Return the request with a placeholder for each measure that `target` does not say."""
        pieces = tuple(
            measured(replace(piece.measure, is_masked=True), piece.span.start - piece.measure.start, self.name)
            if piece.measure
            and piece.step == self.name
            and is_lost(piece.measure, target)
            and not _says_more(piece.measure, request.passage.text[piece.span.start : piece.span.end])
            else piece
            for piece in request.pieces
        )
        return replace(request, pieces=pieces)

    def after(self, revision: Revision) -> Iterator[Change]:
        shielded, case = revision.request.shielded, revision.request.case
        begins_large = revision.request.passage.text[:1].isupper()
        for start, end, said in edits_of(shielded.measures, revision.text, shouting=case is Case.SHOUTING):
            new = said[0].upper() + said[1:] if begins_large and not start else said
            yield Change(start, end, new, self.name, "the measure as the target writes it")


def _says_more(measure: Measure, own: str) -> bool:
    """Tell whether what is said is more than the word that is asked as it stands: *in Dole* for the « à » before it.

    :param own: what stands in the source.
    """
    return own.isalpha() and measure.asked == own and " " in measure.said


def _without_signs_of(found: Sequence[Piece], request: Request) -> Request:
    """Return the request without the signs, protected by themselves, that lie within what was found."""
    spans = [piece.span for piece in found]

    def is_sign(piece: Piece) -> bool:
        own = piece.span
        may_be_whole = own.treatment is Treatment.CUT
        is_within = any(
            one.start <= own.start
            and own.end <= one.end
            and (may_be_whole or own.end - own.start < one.end - one.start)
            for one in spans
        )
        return is_within and piece.code is None and piece.step == Protection.name

    if not any(map(is_sign, request.pieces)):
        return request
    return replace(request, pieces=tuple(piece for piece in request.pieces if not is_sign(piece)))
