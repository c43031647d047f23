"""How bilingual files say where a translation stands that was filled in: a state comes in, their words go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from translate.config import DocumentConfig
from translate.data import Hypothesis, Origin, State
from translate.records import dataclass


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

_MADE_BY_HAND = (
    (b' state-qualifier="leveraged-mt"', b""),
    (b' subState="bitexte:mt"', b""),
    (b'origin="mt"', b'origin="interactive"'),
    (b' gtmt="true"', b""),
)


def _recalled(qualifier: bytes) -> tuple[tuple[bytes, bytes], ...]:
    return (
        (b'"leveraged-mt"', b'"%s"' % qualifier),
        (b'"bitexte:mt"', b'"bitexte:tm"'),
        (b'origin="mt"', b'origin="tm"'),
        (b' gtmt="true"', b""),
    )


_EXACT, _FUZZY = _recalled(b"exact-match"), _recalled(b"fuzzy-match")
"""What a tag says of a translation by a machine, and what of another one."""


def told(tag: bytes, hypotheses: Sequence[Hypothesis]) -> bytes:
    """Return the tag of a translation, which says that a machine made it, with where it does come from.

    :param hypotheses: what it is made of; of none, and of those of several origins, one by the machine tells.
    """
    made = {one.origin for one in hypotheses} - {Origin.CARRIED}
    if made == {Origin.MEMORY}:
        changes = _FUZZY if any(one.state is State.DRAFT for one in hypotheses) else _EXACT
    elif made and Origin.MACHINE not in made:
        changes = _MADE_BY_HAND
    else:
        return tag
    for machine, other in changes:
        tag = tag.replace(machine, other)
    return tag


def standing_of(config: DocumentConfig) -> Standing:
    """Return how translations are marked that are filled in."""
    return _STANDINGS[State(config.filled_as)]
