"""How bilingual files say where a translation stands that was filled in: a state comes in, their words go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translate.config import DocumentConfig
from translate.data import State


@dataclass(frozen=True, slots=True)
class Standing:
    """How filled targets are marked: attributes of the target (XLIFF 1.2) or of its segment (2.x, others)."""

    target: Mapping[str, str] = field(default_factory=dict)
    segment: Mapping[str, str] = field(default_factory=dict)
    trados: Mapping[str, str] = field(default_factory=dict)
    wordfast: Mapping[str, str] = field(default_factory=dict)
    is_finished: bool = True
    """Whether nobody needs to look at it any more, for kinds that know only that (gettext, Qt)."""


_STANDINGS = {
    State.DRAFT: Standing(
        {"state": "needs-review-translation", "state-qualifier": "leveraged-mt"},
        {"state": "translated", "subState": "bitexte:mt"},
        {"conf": "Draft", "origin": "mt"},
        {"gtmt": "true"},
        is_finished=False,
    ),
    State.TRANSLATED: Standing(
        {"state": "translated"}, {"state": "translated"}, {"conf": "Translated", "origin": "mt"}
    ),
    State.REVIEWED: Standing(
        {"state": "translated"}, {"state": "reviewed"}, {"conf": "ApprovedTranslation", "origin": "mt"}
    ),
    State.APPROVED: Standing({"state": "final"}, {"state": "final"}, {"conf": "ApprovedSignOff", "origin": "mt"}),
}


def standing_of(config: DocumentConfig) -> Standing:
    """Return how translations are marked that are filled in."""
    return _STANDINGS[State(config.filled_as)]
