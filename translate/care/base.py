"""What the steps of care share: a request on its way to the model, a revision on its way back, and the two verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import ClassVar

import regex

from translate.care.casing import Case
from translate.care.measures import Measure
from translate.care.standing import StandIn
from translate.data import TIE, InlineCode, Issue, Passage
from translate.engines.base import Draft
from translate.records import dataclass
from translate.text.protected.spans import ProtectedSpan, Treatment

_LETTER = regex.compile(r"\p{L}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a passage that the model gets otherwise, or not at all: a protected span, a code or a measure."""

    span: ProtectedSpan
    step: str
    reason: str
    code: InlineCode | None = None
    measure: Measure | None = None
    said: str = ""
    """What stands in the target in place of its characters; empty where they come back as they are."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A placeholder of the shielded text and what it stands for."""

    placeholder: str
    native: str
    piece: Piece


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


@dataclass(slots=True)
class Part:
    """Characters [start, end) of a passage, and [first, last) of the shielded text that stand for them.

    `piece` is None where they are the same.
    """

    start: int
    end: int
    first: int
    last: int
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class Shielded:
    """What the model gets of a passage, and what to put back. `text` has no character of what is protected."""

    text: str
    masks: tuple[Mask, ...] = ()
    cuts: tuple[Cut, ...] = ()
    measures: tuple[Measure, ...] = ()
    """What it says in other words than the passage, in order."""
    parts: tuple[Part, ...] = ()
    """All of the passage and of `text`, in order; empty where the two are the same."""

    @property
    def own_text(self) -> str:
        """`text` without placeholders, and without measures but such as are in capitals."""
        if not self.parts:
            return self.text
        stretches = [(part.piece, self.text[part.first : part.last]) for part in self.parts]
        return "".join(text for piece, text in stretches if piece is None or (piece.measure and text.isupper()))

    @property
    def placeholders(self) -> list[str]:
        return [mask.placeholder for mask in self.masks]

    @property
    def is_worded(self) -> bool:
        """False where nothing but placeholders, figures and marks is left: there is nothing to translate."""
        return _LETTER.search(self.without_masks(self.text)) is not None

    def without_masks(self, text: str) -> str:
        for mask in self.masks:
            text = text.replace(mask.placeholder, "", 1)
        return text

    def find_masks(self, target: str) -> list[int] | None:
        """Return where each placeholder stands in `target`; None unless each stands there exactly once."""
        places = []
        for mask in self.masks:
            found = [m.start() for m in regex.finditer(rf"(?<!\w){regex.escape(mask.placeholder)}(?!\w)", target)]
            if len(found) != 1 or len(regex.findall(rf"{regex.escape(mask.placeholder)}(?!\d)", target)) != 1:
                return None
            places += found
        return places


@dataclass(frozen=True, slots=True)
class Request:
    """A passage on its way to the model. The steps before `placing` find pieces; those after it see the text."""

    passage: Passage
    pieces: tuple[Piece, ...] = ()
    """In order, without overlap."""
    shielded: Shielded = Shielded("")
    text: str = ""
    """What the model gets: that of `shielded`, in small letters where the passage is in capitals."""
    case: Case = Case.PLAIN
    known: Draft | None = None
    """A target that is known, so that the model need not be asked."""
    stand_ins: tuple[StandIn, ...] = ()
    """Frequent words that stand in `text` for rare ones of that of `shielded`."""
    carried: str = ""
    """Why the passage is its own target; empty where it is translated."""

    def iter_stretches(self) -> Iterator[tuple[int, str]]:
        """Yield what lies between the inline codes of the passage, with its place; what ties a word parts nothing."""
        position = 0
        for code in self.passage.codes:
            if code.type == TIE:
                continue
            yield position, self.passage.text[position : code.start]
            position = code.end
        yield position, self.passage.text[position:]

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no piece has one of the characters [start, end)."""
        return not any(piece.span.start < end and start < piece.span.end for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Change:
    """Characters [start, end) of what the model wrote, and what replaces them."""

    start: int
    end: int
    text: str
    step: str
    reason: str
    code: InlineCode | None = None


@dataclass(slots=True)
class Revision:
    """What the model wrote for a request, on its way to the target. All places count in what the model wrote."""

    request: Request
    draft: Draft
    places: list[int]
    """Where the placeholders stand, in the order of the masks."""
    text: str
    """What the model wrote, in the case of the source."""
    changes: list[Change] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    @property
    def taken(self) -> list[tuple[int, int]]:
        """The characters that are replaced already, not by themselves as capitals or small letters."""
        spans = (
            (change.start, change.end, change.text.lower()) for change in self.changes if change.end > change.start
        )
        return [(start, end) for start, end, said in spans if self.text[start:end].lower() != said]


class Step:
    """One thing that a careful translator does around a model, and that can be switched off by its name.

    `before` says what goes to the model; `after` says what is to be changed in what comes back, and what is to be said
    of it. A step that does only one of them inherits the other.
    """

    name: ClassVar[str]

    def before(self, request: Request) -> Request:
        return request

    def mask(self, request: Request, target: str) -> Request:
        """Return the request with placeholders too for what `target`, an earlier try, has lost."""
        return request

    def after(self, revision: Revision) -> Iterable[Change | Issue]:
        return ()
