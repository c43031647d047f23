"""What every engine promises: one draft for each text, whatever the batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Literal, Protocol

from translate.config import EngineConfig
from translate.data import Hypothesis, Issue, Model, Passage
from translate.errors import EngineError
from translate.records import dataclass

Weights = Literal["ctranslate2", "huggingface"]


@dataclass(frozen=True, slots=True)
class Way:
    """How to decode. The default is the engine's own way."""

    beam: int | None = None
    """None takes the engine's."""
    no_repeat: int = 0
    """Length in pieces of the n-grams that may not come twice; 0 allows all."""
    alternatives: int = 1
    """How many hypotheses to return, best first; at most `beam`."""
    max_pieces: int = 0
    """Part a text at its clauses into two parts or more, of at most this many pieces; 0 parts at the engine's limit."""
    longest: int = 0
    """Most target pieces; 0 allows more than any translation needs."""


DEFAULT_WAY = Way()


@dataclass(frozen=True, slots=True)
class Links:
    """Which characters of a target attend to which of its source, as the model's cross-attention has it.

    `source` and `target` are the offsets where pieces begin, in order, and the length of the text last, so that piece
    `i` is `text[offsets[i]:offsets[i + 1]]`. `weights[t][s]` is the attention of target piece `t` to source piece `s`,
    0 to 1; a row may sum to less, for the end piece has its share.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    weights: tuple[tuple[float, ...], ...]

    @classmethod
    def one_by_one(cls, source: tuple[int, ...], target: tuple[int, ...]) -> Links:
        """Return links of two texts with as many pieces, each of which attends to its own alone."""
        size = range(len(source) - 1)
        return cls(source, target, tuple(tuple(float(one == two) for two in size) for one in size))


class Linker(Protocol):
    """Works out the links of a draft when they are asked for: few are."""

    def __call__(self, *, whole: bool = True) -> Links | None:
        """:param whole: False may leave the first target piece without attention, where that costs a decoding."""
        ...


def _no_others() -> Iterator[Draft]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model says to one text. `score` is the mean log probability of its target pieces.

    `others` makes the alternatives, best first, where they were asked for: few are looked at. A text that was parted
    has none.
    """

    text: str
    score: float
    issues: tuple[Issue, ...] = ()
    others: Callable[[], Iterator[Draft]] = field(default=_no_others, compare=False, repr=False)
    link: Linker | None = field(default=None, compare=False, repr=False)


class Drafting(Protocol):
    """Texts on their way through an engine: new ones may be asked for while others are still being decoded."""

    @property
    def is_busy(self) -> bool:
        """Whether drafts are still to come."""
        ...

    @property
    def is_dry(self) -> bool:
        """Whether everything asked for is done or being decoded, so that processors will soon have nothing to do."""
        ...

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        """Ask for drafts; return a number for each text, by which its draft will come.

        A draft depends on its own text alone, never on its neighbours.
        """
        ...

    def take(self) -> Mapping[int, Draft]:
        """Wait for the next batch, and return its drafts by their numbers; each comes exactly once.

        :raises EngineError: where the engine fails; what was taken before stands.
        """
        ...


class Engine(Protocol):
    """A model, loaded and ready."""

    @property
    def signature(self) -> str:
        """Everything that decides what a draft says; part of the journal's key. No batch size, no threads."""
        ...

    def begin(self) -> Drafting:
        """Start to work on texts."""
        ...

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> Draft | None:
        """Return a draft that begins with `target` and holds none of the `suppressed` strings.

        None where the engine cannot be led, or the text is over its limit.
        """
        ...

    def can_write(self, character: str) -> bool:
        """Tell whether the vocabulary has the character, so that it comes out as it went in."""
        ...

    def can_read(self, character: str) -> bool:
        """Tell whether the model sees which character it is, be it by its bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Kernel:
    """How an engine computes on this machine."""

    engine: str
    """Which one, with its model, whatever the machine."""
    digits: str
    """Seven, over what comes of eight fixed texts: alike where the engine computes alike."""
    made_by: str
    """Library, instruction set and processor in words."""


class EnginePlugin(Protocol):
    """How to load an engine."""

    @property
    def weights(self) -> Weights | None:
        """The form of the model that the engine runs; None where it runs none."""
        ...

    @property
    def is_raw(self) -> bool:
        """Whether what the engine says is taken as it is, with no care around it.

        Such an engine gives a text of the same length, character for character.
        """
        ...

    def kernel(self, config: EngineConfig, model: Model | None) -> Kernel | None:
        """Return how the engine computes here, in a time that is nothing where it was found out before.

        None where it does not compute.

        :raises UsageError: where it cannot compute as `config` wants.
        :raises ModelError: where the model's files are broken.
        """
        ...

    def load(self, config: EngineConfig, model: Model | None) -> Engine:
        """Load `model`.

        :raises ModelError: where its files are broken.
        """
        ...


class PassageTranslator(Protocol):
    """An engine with or without care around it."""

    signature: str
    """Everything that decides what a hypothesis says; part of the journal's key."""

    def iter_translate(self, passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        """Yield hypotheses as they are done; each passage once. A hypothesis depends on its own passage alone.

        :raises EngineError: where the engine fails; what was yielded stands.
        """
        ...


def iter_draft(engine: Engine, texts: Sequence[str], way: Way = DEFAULT_WAY) -> Iterator[Mapping[int, Draft]]:
    """Yield the drafts of one batch after the other, by index in `texts`; each index comes exactly once.

    :raises EngineError: where the engine fails; batches already yielded stand.
    """
    drafting = engine.begin()
    first = drafting.ask(texts, way).start
    while drafting.is_busy:
        yield {number - first: draft for number, draft in drafting.take().items()}


def translate(
    engine: Engine, texts: Sequence[str], watch: Callable[[int], None] = lambda count: None
) -> tuple[Hypothesis, ...]:
    """Translate `texts` by the bare engine, and return one hypothesis for each, in order.

    Nothing is protected or repaired: see :class:`translate.care.translator.Translator`.

    :param watch: told of how many texts are translated, batch by batch.
    :raises EngineError: where the engine broke its promise or failed.
    """
    found: dict[int, Draft] = {}
    for batch in iter_draft(engine, texts):
        found.update(batch)
        watch(len(batch))
    if found.keys() != set(range(len(texts))):
        raise EngineError(f"The engine returned {len(found)} hypotheses for {len(texts)} segments.")
    drafts = (found[index] for index in range(len(texts)))
    return tuple(Hypothesis(draft.text, draft.score, draft.issues) for draft in drafts)
