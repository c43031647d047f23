"""What is not in the language of the source: quotations and whole texts, which come back as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translate.care.base import Piece, Request, Step
from translate.care.kept.protection import with_pieces
from translate.checks.foreign import iter_changed
from translate.languages import Language
from translate.text.protected.spans import ProtectedSpan, Treatment
from translate.text.words import has_letters

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


class Copy(Step):
    """Carries over what is in the target language already, or is a signature."""

    name = "copy"

    def __init__(self, is_target: Callable[[str], bool]) -> None:
        self._is_target = is_target

    def before(self, request: Request) -> Request:
        shielded = request.shielded
        own = request.passage.text if shielded.measures else shielded.text  # what is said may be asked in the target's
        is_target = shielded.is_worded and not _is_measured(request) and self._is_target(own)
        return replace(request, carried="in the target language already, or a signature") if is_target else request


def _is_measured(request: Request) -> bool:
    """Tell whether a passage has no words beside measures, which the target says otherwise: « jj/mm/aaaa »."""
    rest, position = "", 0
    measures = [piece for piece in request.pieces if piece.measure and piece.measure.is_ours]
    for piece in measures:
        rest, position = rest + request.passage.text[position : piece.span.start], piece.span.end
    return bool(measures) and not has_letters(rest + request.passage.text[position:])
