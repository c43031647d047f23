"""Takes what must not change out of a passage before the model sees it: placeholders for words, cuts for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from translate.care.measures import Measure
from translate.data import CodeKind, InlineCode, Passage
from translate.languages.identification import is_function_word
from translate.text.spans import ProtectedSpan, Treatment, find_spans, without_overlap

_WORDLIKE_CODES = frozenset({"code", "link", "x-var"})
"""Types of isolated codes that stand for a word of the sentence (`` `ls` ``, `<https://…>`); others are cut out."""
_MARKER = regex.compile(
    r"(?:[-–—•*·▪◦‣■►→✓]|--|\(?\d{1,3}[.)]|\(?[a-z]\)|\d{1,2}(?:\.\d{1,2})+\.?(?=\s+\p{Lu}))(?=\s+[\p{L}\d«“\"(])"
)
"""What begins an item of a list or a heading; without it the model sees a sentence that begins as others do."""
_CLOSING = frozenset(".,)]…")
_MARKED_CAPITAL = regex.compile(r"(?<!\w)(?=\p{Lu})[^A-Z\W]\w*")
_LETTER = regex.compile(r"\p{L}")


@dataclass(frozen=True, slots=True)
class Mask:
    """A placeholder of the shielded text and what it stands for."""

    placeholder: str
    native: str
    code: InlineCode | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """What was taken out before character `offset` of the shielded text.

    `before` and `after` are the characters beside it in the source; empty at the ends.
    """

    offset: int
    native: str
    treatment: Treatment
    before: str
    after: str
    pair: int | None = None
    code: InlineCode | None = None


@dataclass(frozen=True, slots=True)
class Shielded:
    """What the model gets of a passage, and what to put back. `text` has no character of what is protected."""

    text: str
    masks: tuple[Mask, ...] = ()
    cuts: tuple[Cut, ...] = ()
    measures: tuple[Measure, ...] = ()
    """What it says in other words than the passage, in order."""

    @property
    def is_worded(self) -> bool:
        """False where nothing but placeholders, figures and marks is left: there is nothing to translate."""
        rest = self.text
        for mask in self.masks:
            rest = rest.replace(mask.placeholder, "", 1)
        return _LETTER.search(rest) is not None

    def find_masks(self, target: str) -> list[int] | None:
        """Return where each placeholder stands in `target`; None unless each stands there exactly once."""
        places = []
        for mask in self.masks:
            found = [m.start() for m in regex.finditer(rf"(?<!\w){regex.escape(mask.placeholder)}(?!\w)", target)]
            if len(found) != 1 or target.count(mask.placeholder) != 1:
                return None
            places += found
        return places


@dataclass(frozen=True, slots=True)
class _Piece:
    """A protected span of a passage and, where the document typed it, its code; or a measure."""

    span: ProtectedSpan
    code: InlineCode | None = None
    measure: Measure | None = None


class Shield:
    """Shields passages.

    :param placeholder: pattern with `#` for the number, such as `X_#`.
    :param can_write: tells whether the engine's vocabulary has a character.
    :param find_terms: gives the places of do-not-translate terms in a text.
    :param find_measures: gives the times and units of a text that the model is asked in other words.
    :param is_own: tells which words of letters that the vocabulary lacks are translated all the same.
    """

    def __init__(
        self,
        placeholder: str,
        can_write: Callable[[str], bool],
        find_terms: Callable[[str], Iterable[tuple[int, int]]] = lambda text: (),
        find_measures: Callable[[str], Iterable[Measure]] = lambda text: (),
        is_own: Callable[[str], bool] = lambda word: False,
    ) -> None:
        self._placeholder, self._can_write, self._is_own = placeholder, can_write, is_own
        self._find_terms, self._find_measures = find_terms, find_measures

    def shield(self, passage: Passage, *, masking: bool = True) -> Shielded:
        """Return what the model gets. With `masking` off, words are cut out too."""
        text = passage.text
        pieces = self._find(passage)
        if not pieces:
            return Shielded(text)
        masks: list[Mask] = []
        cuts: list[Cut] = []
        measures: list[Measure] = []
        out = ""
        position = 0
        numbers = iter(n for n in range(1, len(text) + len(pieces) + 1) if self._name(n) not in text)
        for piece in pieces:
            span = piece.span
            out = _append(out, text[position : span.start], cuts)
            native = text[span.start : span.end]
            if piece.measure:
                measures.append(piece.measure)
                out += piece.measure.asked
            elif masking and span.treatment is Treatment.MASK:
                masks.append(Mask(self._name(next(numbers)), native, piece.code))
                out += masks[-1].placeholder
            else:
                treatment = Treatment.CUT if span.treatment is Treatment.MASK else span.treatment
                before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
                cuts.append(Cut(len(out), native, treatment, before, after, span.pair, piece.code))
            position = span.end
        out = _append(out, text[position:], cuts)
        return Shielded(out.rstrip() if cuts else out, tuple(masks), tuple(cuts), tuple(measures))

    def _name(self, number: int) -> str:
        return self._placeholder.replace("#", str(number))

    def _find(self, passage: Passage) -> list[_Piece]:
        """Find the spans in the stretches between the codes."""
        text, position = passage.text, 0
        pieces: list[_Piece] = []
        for code in passage.codes:
            pieces += self._iter_pieces(text, position, code.start)
            pieces.append(_Piece(ProtectedSpan(code.start, code.end, _treatment(code), code.pair), code))
            position = code.end
        pieces += self._iter_pieces(text, position, len(text))
        return pieces

    def _iter_pieces(self, text: str, start: int, end: int) -> Iterator[_Piece]:
        stretch = text[start:end]
        terms = [ProtectedSpan(first, last, Treatment.MASK) for first, last in self._find_terms(stretch)]
        found = find_spans(stretch, self._can_write, self._is_own)
        if not start and (marker := _MARKER.match(stretch)):
            found = [ProtectedSpan(0, marker.end(), Treatment.CUT), *(s for s in found if s.start >= marker.end())]
        spans = without_overlap([*found, *terms]) if terms else found
        worded = [*self._find_measures(stretch), *self._iter_lowered(stretch)]
        measures = {m.start: m for m in worded if not _meets(spans, m.start, m.end)}
        if measures:
            spans += [ProtectedSpan(m.start, m.end, Treatment.MASK) for m in measures.values()]
            spans.sort(key=lambda span: span.start)
        for span in spans:
            moved = ProtectedSpan(span.start + start, span.end + start, span.treatment, span.pair) if start else span
            yield _Piece(moved, measure=measures.get(span.start))

    def _iter_lowered(self, text: str) -> Iterator[Measure]:
        """Yield, small, words that a capital alone would spell in bytes: « Île », not what stands often (« Êtes »)."""
        for match in _MARKED_CAPITAL.finditer(text) if not text.isascii() else ():
            word, small = match[0], match[0][0].lower()
            is_rare = not word.isupper() and not is_function_word(word.lower())
            if is_rare and not self._can_write(word[0]) and self._can_write(small) and self._is_own(word):
                yield Measure(*match.span(), small + word[1:], small + word[1:])


def _meets(spans: Iterable[ProtectedSpan], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def _treatment(code: InlineCode) -> Treatment:
    match code.kind:
        case CodeKind.START:
            return Treatment.OPEN
        case CodeKind.END:
            return Treatment.CLOSE
        case CodeKind.ISOLATED:
            return Treatment.MASK if code.type in _WORDLIKE_CODES else Treatment.CUT


def _append(out: str, stretch: str, cuts: list[Cut]) -> str:
    """Return `out` with `stretch` after it: what was cut between two spaces leaves one, and none before a full stop."""
    if cuts and stretch and (not out or out[-1].isspace()):
        if stretch[0].isspace():
            return out + stretch.lstrip()
        if stretch[0] in _CLOSING and cuts[-1].offset == len(out):
            out = out.rstrip()
            cuts[:] = [replace(cut, offset=min(cut.offset, len(out))) for cut in cuts]
    return out + stretch
