"""Keeps from the model what no translation may alter: addresses, codes, numbers, signs, names it cannot write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from translate.care.base import Piece, Request, Step
from translate.care.measures import Measure
from translate.languages.identification import is_function_word
from translate.text.late import late
from translate.text.protected.kept import find_kept
from translate.text.protected.kinds import Keeping
from translate.text.protected.span_rules import NO_RULES, SpanRules
from translate.text.protected.spans import ProtectedSpan, Treatment, find_spans

_MARKER = late(
    r"(?:[-–—•*·▪◦‣■►→✓]|--|\(?\d{1,3}[.)]|\(?[a-z]\)|\d{1,2}(?:\.\d{1,2})+\.?(?=\s+\p{Lu}))"
    r"(?=\s+[\p{L}\d«“\"(…'‘’¿¡\[]|\s+\.{3})"
    r"|(?:[–—]|-(?=\p{Lu}\p{Ll}|\p{Lu}['’ ]))(?=[\p{L}«“\"…])"
)
"""What begins an item of a list or a heading; without it the model sees a sentence that begins as others do."""
_DASH = late(r"[-–—](?=\s*\Z)")
"""What begins a speech before an inline code."""
_BEFORE_SPAN = late(r"(?P<marker>[-–—])\s*|(?P<marker>[•*·▪◦‣■►→✓]|--|\(?\d{1,3}[.)])\s+")
"""What begins a speech or an item before a tag, or anything else that is kept from the model."""
_LABEL = r"[\p{L}\d'’-]+(?:[ \u00a0\u202f][\p{L}\d'’-]+){0,4}"
_ARROW = late(
    rf"(?P<arrow>[«‹<]{{1,2}})(?=[ \u00a0\u202f]?{_LABEL}\Z)|(?<=\A{_LABEL}[ \u00a0\u202f]?)(?P<arrow>[»›>]{{1,2}})\Z"
)
"""What points from a label to another page, and opens or closes no quotation."""
_MARKED_CAPITAL = late(r"(?<!\w)(?=\p{Lu})[^A-Z\W]\w*")
_SHARE = late(r"(?P<number>\d+)\s?%%")
_REASONS = {Treatment.MASK: "kept by a placeholder", Treatment.CUT: "removed, then placed in the target"}
_TAG = "tag, removed, then placed in the target"


class Protection(Step):
    """Keeps addresses, paths, format strings, part numbers, tags, emoji, list markers, signs the model cannot write.

    :param can_write: tells whether the engine's vocabulary has a character.
    :param is_own: tells which words of letters that the vocabulary lacks are translated all the same.
    :param rules: what the language of the source adds.
    :param rewords: whether what is asked in other words is put right afterwards: « 20 %% », asked as « 20 % ».
    """

    name = "protection"

    def __init__(
        self,
        can_write: Callable[[str], bool],
        is_own: Callable[[str], bool] = lambda word: False,
        rules: SpanRules = NO_RULES,
        *,
        rewords: bool = False,
    ) -> None:
        self._can_write, self._is_own, self._rules, self._rewords = can_write, is_own, rules, rewords

    def before(self, request: Request) -> Request:
        pieces: list[Piece] = []
        is_first = True
        for place, stretch in request.iter_stretches():
            spans = find_spans(stretch, self._can_write, self._is_own, self._rules)
            has_more = place + len(stretch) < len(request.passage.text)
            lead = next((span.end for span in spans if not span.start), 0)  # `{\an8}- …`
            cut = _find_marker(stretch, lead, spans, has_more=has_more) if is_first else None
            arrow = _ARROW.search(stretch) if len(stretch) == len(request.passage.text) else None
            cut = ProtectedSpan(*arrow.span("arrow"), Treatment.CUT) if arrow else cut
            if cut:
                spans += [ProtectedSpan(0, lead, Treatment.CUT)] if lead and not spans else []
                spans = [*(s for s in spans if s.end <= cut.start), cut, *(s for s in spans if s.start >= cut.end)]
            is_first = is_first and not stretch.strip()
            pieces += (self._piece(span, stretch, place) for span in spans)
        return with_pieces(replace(request, pieces=tuple(pieces)), request.pieces) if pieces else request

    def _piece(self, span: ProtectedSpan, stretch: str, place: int) -> Piece:
        share = _SHARE.fullmatch(stretch, span.start, span.end) if self._rewords else None
        if share:
            measure = Measure(span.start, span.end, f"{share['number']} %", share[0])
            return worded(measure, place, self.name, "one per cent sign, as in a sentence")
        return Piece(_moved(span, place), self.name, _REASONS.get(span.treatment, _TAG))

    def mask(self, request: Request, target: str) -> Request:
        """Return the request with a placeholder for each code that the model was to copy and that `target` lacks."""
        is_lost = {piece: piece.step == self.name and _is_missing(piece, target) for piece in request.pieces}
        found = [Piece(piece.span, self.name, _REASONS[Treatment.MASK]) for piece, lost in is_lost.items() if lost]
        request = replace(request, pieces=tuple(piece for piece, lost in is_lost.items() if not lost))
        for place, stretch in request.iter_stretches():
            for one in find_kept(stretch):
                if one.kind.keeping is Keeping.COPY and stretch[one.start : one.end] not in target:
                    span = ProtectedSpan(one.start + place, one.end + place, Treatment.MASK)
                    found.append(Piece(span, self.name, _REASONS[Treatment.MASK]))
        return with_pieces(request, found)


class Letters(Step):
    """Asks small for words that a capital alone would spell in bytes: « Île », not what stands often (« Êtes »)."""

    name = "letters"

    def __init__(self, can_write: Callable[[str], bool], is_own: Callable[[str], bool]) -> None:
        self._can_write, self._is_own = can_write, is_own

    def before(self, request: Request) -> Request:
        found: list[Piece] = []
        for place, stretch in request.iter_stretches() if not request.passage.text.isascii() else ():
            for match in _MARKED_CAPITAL.finditer(stretch):
                word, small = match[0], match[0][0].lower()
                is_rare = not word.isupper() and not is_function_word(word.lower())
                if is_rare and not self._can_write(word[0]) and self._can_write(small) and self._is_own(word):
                    measure = Measure(*match.span(), small + word[1:], small + word[1:])
                    found.append(worded(measure, place, self.name, "a capital that the model reads badly"))
        return with_pieces(request, found)


def _find_marker(stretch: str, lead: int, spans: Sequence[ProtectedSpan], *, has_more: bool) -> ProtectedSpan | None:
    """Return what begins the first stretch of a text as an item or a speech begins.

    :param lead: where it may stand, after what is kept anyhow.
    :param has_more: whether an inline code follows the stretch.
    """
    marker = _MARKER.match(stretch, lead) or (_DASH.match(stretch) if has_more else None)
    if marker:
        return ProtectedSpan(marker.start(), marker.end(), Treatment.CUT)
    before = _BEFORE_SPAN.match(stretch, lead)
    if before and any(span.start == before.end() for span in spans):
        return ProtectedSpan(*before.span("marker"), Treatment.CUT)
    return None


def worded(measure: Measure, place: int, step: str, reason: str) -> Piece:
    """Return the piece of what the model is asked in other words, in a stretch that begins at `place`."""
    span = ProtectedSpan(measure.start + place, measure.end + place, Treatment.MASK)
    return Piece(span, step, reason, measure=measure)


def measured(measure: Measure, place: int, step: str) -> Piece:
    """Return the piece of a measure in a stretch that begins at `place`: in other words, or by a placeholder."""
    if not measure.is_masked:
        return worded(measure, place, step, "rewritten in words that the model knows")
    span = ProtectedSpan(measure.start + place, measure.end + place, Treatment.MASK)
    return Piece(span, step, "kept by a placeholder", said=measure.said)


def with_pieces(request: Request, found: Iterable[Piece]) -> Request:
    """Return the request with those pieces too that meet none of its own."""
    more = [piece for piece in found if request.is_free(piece.span.start, piece.span.end)]
    if not more:
        return request
    return replace(request, pieces=tuple(sorted([*request.pieces, *more], key=lambda piece: piece.span.start)))


def _is_missing(piece: Piece, target: str) -> bool:
    """Tell whether what was asked in other words is not in a target as it should be."""
    return piece.measure is not None and piece.measure.said not in target


def _moved(span: ProtectedSpan, by: int) -> ProtectedSpan:
    return ProtectedSpan(span.start + by, span.end + by, span.treatment, span.pair) if by else span
