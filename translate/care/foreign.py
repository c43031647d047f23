"""Quotations in another language than the source's: where the model changed them, they go past it."""

from __future__ import annotations

from translate.care.base import Piece, Request, Step
from translate.care.protection import with_pieces
from translate.checks.foreign import iter_changed
from translate.languages import Language
from translate.text.spans import ProtectedSpan, Treatment

_FOREIGN = "a quotation in another language, kept by a placeholder"


class Foreign(Step):
    """Keeps quotations that are in another language, where a first try has not."""

    name = "foreign"

    def __init__(self, source: Language, target: Language) -> None:
        self._source, self._target = source, target

    def mask(self, request: Request, target: str) -> Request:
        """Return the request with a placeholder for each foreign quotation that `target` has not."""
        for place, stretch in request.iter_stretches():
            for start, end in iter_changed(stretch, target, self._source, self._target):
                span = ProtectedSpan(start + place, end + place, Treatment.MASK)
                inside = [one for one in request.pieces if span.start <= one.span.start and one.span.end <= span.end]
                free = tuple(one for one in request.pieces if one not in inside)
                request = with_pieces(Request(request.passage, free), [Piece(span, self.name, _FOREIGN)])
        return request
