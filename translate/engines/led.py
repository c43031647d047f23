"""An engine that a memory leads: the draft of a text begins as the translation of a text like it.

Where the model finds that draft much less probable than its own, its own stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from translate.engines.base import DEFAULT_WAY, Draft, Drafting, Engine, Way
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Lead:
    """How the target of a text begins."""

    target: str
    tolerance: float
    """How much lower the mean log probability of a draft that begins so may be than that of the engine's own."""


FindLead = Callable[[str], Lead | None]


class LedEngine:
    """An engine whose drafts are led.

    :param name: of what leads it, for the signature.
    """

    def __init__(self, engine: Engine, find_lead: FindLead, name: str) -> None:
        self._engine, self._find_lead, self._name = engine, find_lead, name

    @property
    def signature(self) -> str:
        return f"{self._engine.signature}|led {self._name}"

    def begin(self) -> Drafting:
        return _LedDrafting(self._engine, self._engine.begin(), self._find_lead)

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> Draft | None:
        return self._engine.continue_draft(text, target, suppressed=suppressed)

    def can_write(self, character: str) -> bool:
        return self._engine.can_write(character)

    def can_read(self, character: str) -> bool:
        return self._engine.can_read(character)


class _LedDrafting:
    """Texts on their way; what the engine says to one with a lead is compared with what comes of the lead."""

    def __init__(self, engine: Engine, drafting: Drafting, find_lead: FindLead) -> None:
        self._engine, self._drafting, self._find_lead = engine, drafting, find_lead
        self._leads: dict[int, tuple[str, Lead]] = {}

    @property
    def is_busy(self) -> bool:
        return self._drafting.is_busy

    @property
    def is_dry(self) -> bool:
        return self._drafting.is_dry

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        numbers = self._drafting.ask(texts, way)
        if way.beam is None and not (way.no_repeat or way.max_pieces):  # other ways are tries to repair a draft
            leads = ((number, text, self._find_lead(text)) for number, text in zip(numbers, texts, strict=True))
            self._leads |= {number: (text, lead) for number, text, lead in leads if lead}
        return numbers

    def take(self) -> Mapping[int, Draft]:
        return {number: self._led(number, draft) for number, draft in self._drafting.take().items()}

    def _led(self, number: int, draft: Draft) -> Draft:
        text, lead = self._leads.pop(number, ("", None))
        if lead is None or draft.text.startswith(lead.target):
            return draft
        led = self._engine.continue_draft(text, lead.target)
        return led if led and led.score >= draft.score - lead.tolerance else draft
