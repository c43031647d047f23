"""The nouns that every step shares: documents come in, translation units go out."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from translate.records import dataclass


class Severity(StrEnum):
    """How much an issue weighs; `accept()` refuses a unit by it."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Origin(StrEnum):
    """Where a target comes from."""

    MACHINE = "machine"
    MEMORY = "memory"
    HUMAN = "human"
    CARRIED = "carried"
    """Copied from the source, because there was nothing to translate (`***`, `12`)."""


class State(StrEnum):
    """How far a target has come, from nothing to the last word; the order is that of trust."""

    UNTRANSLATED = "untranslated"
    """Nobody has worked on it; a target that is there is a copy of the source, or a leftover."""
    DRAFT = "draft"
    """Machine output, a fuzzy match, being edited, or rejected."""
    TRANSLATED = "translated"
    """A person has confirmed it; nobody has reviewed it."""
    REVIEWED = "reviewed"
    """A second person agreed."""
    APPROVED = "approved"
    """Signed off: the client's text."""

    @property
    def rank(self) -> int:
        """0 for untranslated to 4 for approved."""
        return _STATES[self]


_STATES = {state: rank for rank, state in enumerate(State)}


class CodeKind(StrEnum):
    """What an inline code does: opens, closes, or stands alone (TMX: *bpt*, *ept*, *ph*; XLIFF 2: *sc*, *ec*, *ph*)."""

    START = "start"
    END = "end"
    ISOLATED = "isolated"


@dataclass(frozen=True, slots=True)
class InlineCode:
    """Markup within a text: `text[start:end]` of the text that holds it is the code as its document writes it (`**`).

    An empty range is a code whose document does not say how it is written. `pair` is the number that a start and its
    end share within the text; None for an isolated code, and for a start or an end whose other half lies outside of
    the text. `type` is what it means, as TMX recommends: `bold`, `italic`, `link`, `code`, …; `""` where nobody says.
    `id` says which code it is: the code of the source and that of the target with one `id` are one, and so are a start
    and its end; `""` where nobody says. `attributes` is what else its file says of it, as names and values.
    """

    start: int
    end: int
    kind: CodeKind
    pair: int | None = None
    type: str = ""
    id: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


LINE_BREAK = "lb"
"""Type of a code that ends a line, and parts words as a space does."""
TAB = "tab"
"""Type of a code that moves on to the next stop, and parts words as a space does."""
HYPHEN = "x-hyphen"
"""Type of a code that shows a hyphen within a word."""
SOFT_HYPHEN = "x-soft-hyphen"
"""Type of a code that says where a word may be parted at the end of a line."""
TIE = "x-tie"
"""Type of codes of no characters around a word: it is plain while it is translated, and then gets codes within."""


@dataclass(frozen=True, slots=True)
class Block:
    """What the document shows as a paragraph.

    `lead + native + trail`, joined over all blocks, is the whole document: `lead` and `trail` hold separators and
    markup, `text` (NFC, maybe empty) what a person reads of `native`.
    """

    lead: str
    text: str
    trail: str
    codes: tuple[InlineCode, ...] = ()
    """Inline codes of `text`, in order, without overlap."""
    native: str | None = None
    """How the document writes `text`, where it does so otherwise (`&eacute;`, `\\*`, a line break within); it stands
    between `lead` and `trail`, and comes back as it is where nothing of the text changed."""
    context: str = ""
    """Where the text stands, unless in the run of the text: `alt`, `title`, `note`, `header`, `cell B4`, …"""
    manner: str = ""
    """How the document writes the text, where it has several ways: `cell`, `html`, `yaml`."""
    part: str = ""
    """Which file of a package it stands in: `word/footnotes.xml`."""


@dataclass(frozen=True, slots=True)
class Document:
    """One input text. `blocks` can be iterated more than once, and is read from the disk as it is."""

    name: str
    """Path below the input folder, with `/`; unique in a run."""
    path: Path
    kind: str
    """Name of the reader, such as `text`."""
    language: str
    encoding: str
    blocks: Iterable[Block]
    notices: Iterable[str] = ()
    """What the user should know about how it was read; whole once the blocks have been iterated."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The unit we translate: `block.text[start:end] == text`. Only white space lies between segments."""

    text: str
    start: int
    end: int
    codes: tuple[InlineCode, ...] = ()
    """Inline codes of the segment's own text."""

    @property
    def passage(self) -> Passage:
        return Passage(self.text, self.codes)


@dataclass(frozen=True, slots=True)
class Passage:
    """What is asked to be translated: the text and codes of a segment, wherever it stands."""

    text: str
    codes: tuple[InlineCode, ...] = ()

    @property
    def shape(self) -> Shape:
        """What tells it from others, whatever file it is read from: a format may give its codes other ids and pairs."""
        return self.text, tuple((code.start, code.end, code.kind) for code in self.codes)


Shape = tuple[str, tuple[tuple[int, int, CodeKind], ...]]
"""A text, and where its codes stand."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding about a unit. `value` is the measurement, so a threshold can move without a re-run."""

    check: str
    severity: Severity
    message: str
    value: float | None = None


class Stage(StrEnum):
    """Where on its way a text was changed."""

    BEFORE = "before"
    """In what goes to the model."""
    AFTER = "after"
    """In what comes back."""
    INSTEAD = "instead"
    """Another target was taken, whole."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to a text between source and target, by a step of care.

    `before`, `old` stands in the source and the model got `new`; `after`, the model wrote `old` and the target has
    `new`; `instead`, the target was `old`, and `new` was taken.
    """

    step: str
    stage: Stage
    start: int | None
    """Where `old` begins in the source, or `new` in the target; None within a message, whose branches go by
    themselves."""
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What an engine proposes for one segment.

    `score` is the natural logarithm of the probability of the target, divided by its number of pieces: 0 is best.
    `issues` records what the engine had to do, such as parting a segment over the model's limit.
    """

    text: str
    score: float
    issues: tuple[Issue, ...] = ()
    codes: tuple[InlineCode, ...] = ()
    """Inline codes of `text`."""
    origin: Origin = Origin.MACHINE
    edits: tuple[Edit, ...] = ()
    """What the steps of care changed, in what went to the model and in what came back."""
    suggestions: tuple[Suggestion, ...] = ()
    state: State | None = None
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """What a memory has for a source text. `before` and `after` are the sources beside it there; None where unknown."""

    target: str
    codes: tuple[InlineCode, ...] = ()
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Bead:
    """One n–m link between consecutive source and target segments; an empty range is a deletion.

    `cost`: lower is better.
    """

    source: range
    target: range
    cost: float
    is_moved: bool = False
    """Whether it stands elsewhere in the target than its neighbours say."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a document: 0-based block number, and characters [start, end) of the document's NFC text."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Variant:
    """One side of a unit, TMX's *tuv*. `span` is None where the document is not at hand."""

    language: str
    text: str
    span: Span | None = None
    codes: tuple[InlineCode, ...] = ()
    """Inline codes of `text`, in order, without overlap."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark for those who work on a unit. Empty fields and None: nobody says."""

    text: str
    author: str = ""
    """Who wrote it, or in what role: `developer`."""
    priority: int | None = None
    """1 is most urgent, 10 least, as XLIFF has it."""
    about: str = ""
    """`source` or `target`, where it speaks of one side alone."""
    language: str = ""
    category: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A match of a memory that goes along with a unit, for whoever edits it."""

    source: str
    target: str
    percentage: int | None = None
    """Of 100, penalties taken off; None where nobody says."""
    memory: str = ""
    """Where it comes from."""


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """TMX's *tu*: a source and its target.

    `name` is stable across runs. `score` runs from 0 to 100, higher is better; None means that nobody measured it.
    `alignment` is the shape of the bead, `1-1`. `properties` and `notes` are foreign ones, kept as they came.
    """

    name: str
    source: Variant
    target: Variant
    origin: Origin
    score: float | None = None
    issues: tuple[Issue, ...] = ()
    document: str | None = None
    alignment: str = "1-1"
    context_before: str | None = None
    """Text of the source segment before this one; None at the start of the document."""
    context_after: str | None = None
    properties: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    edits: tuple[Edit, ...] = ()
    """What was changed between source and target, and why."""
    state: State | None = None
    """None where it is what the origin says; see :attr:`standing`."""
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def standing(self) -> State:
        """How far the unit has come: its state, or else what its origin says."""
        return self.state or usual_state(self.origin, self.target.text)


def usual_state(origin: Origin, target: str) -> State:
    """Return the state of a unit of which nobody says one: what a machine wrote is a draft."""
    if not target or target.isspace():
        return State.UNTRANSLATED
    return State.DRAFT if origin is Origin.MACHINE else State.TRANSLATED


class Ruling(StrEnum):
    """What a reviewer says of a target."""

    ACCEPT = "accept"
    """As it stands."""
    EDIT = "edit"
    """Another text is right."""
    REJECT = "reject"
    """Nobody's text: the document shows the source, and the corpora leave the unit out."""
    REOPEN = "reopen"
    """Nothing is decided any more."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided on a unit, with what it takes to find the unit again in a later run.

    `unit` is its name, `before` and `after` are the sources beside it. `machine` is the target it was made against, and
    `dismissed` the checks whose issues the reviewer saw and lets stand. `time` is ISO 8601 in UTC: of the decisions on
    one unit the latest counts.
    """

    unit: str
    document: str
    source: Passage
    before: str | None
    after: str | None
    ruling: Ruling
    target: Passage
    machine: Passage
    author: str
    time: str
    dismissed: tuple[str, ...] = ()
    comment: str = ""
    group: str = ""
    """What it was made together with, such as an import."""


@dataclass(frozen=True, slots=True)
class Bitext:
    """What a format reads and writes. `units` may be a generator that can be used once."""

    source_language: str
    target_language: str
    units: Iterable[TranslationUnit]
    signature: str


@dataclass(frozen=True, slots=True)
class Model:
    """Weights and vocabulary at hand on the disk.

    `folder` is in Hugging Face Marian format, the one source of truth; `converted` is the same for CTranslate2, where
    an engine asked for it. `digest` is a SHA-256 over the contents.
    """

    name: str
    folder: Path
    digest: str
    converted: Path | None = None
