"""Where a unit stands, by what XLIFF 1.2, XLIFF 2 and the XLIFF of Trados, memoQ and Phrase say of it, and back.

XLIFF 1.2 (OASIS, 1 February 2008): `state`, `state-qualifier`, `approved`. XLIFF 2.0 (OASIS, 5 August 2014): `state`,
`subState`. A tool's own words win over these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from translate.data import Origin, State, TranslationUnit, usual_state
from translate.formats.xmltext import Element
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Review:
    """What a file says of a target; None where it says nothing."""

    origin: Origin | None = None
    state: State | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether a person stands behind the target."""
        return self.state is not None and self.state.rank >= State.TRANSLATED.rank

    def is_true_of(self, unit: TranslationUnit) -> bool:
        """Tell whether a unit that was read with these words still stands where they say."""
        state = self.state or usual_state(unit.origin, unit.target.text)
        return state is unit.standing and (self.is_confirmed or self.origin in (None, unit.origin))


@dataclass(frozen=True, slots=True)
class Words:
    """How a version says where a unit stands, as properties of the unit."""

    keys: frozenset[str]
    review: Callable[[Mapping[str, str]], Review]
    """What properties say."""
    usual: Callable[[TranslationUnit], dict[str, str]]
    """The properties that say it best."""

    def held(self, unit: TranslationUnit) -> dict[str, str]:
        """Return the words of the file that the unit was read from."""
        return {key: text for key, text in unit.properties if key in self.keys}

    def kept(self, unit: TranslationUnit) -> dict[str, str]:
        """Return the words to write: those that the unit was read with, as long as they are true of it."""
        held = self.held(unit)
        is_empty = unit.standing is State.UNTRANSLATED and not unit.target.text.strip()
        return held if held and (is_empty or self.review(held).is_true_of(unit)) else self.usual(unit)


def settle(unit: TranslationUnit, review: Review, words: Words, *, is_noted: bool) -> TranslationUnit:
    """Return the unit with the origin and state that it has by its file.

    What we noted ourselves counts where the file says what we would write of that; else somebody has decided since.

    :param unit: as we noted it; with the file's words as properties.
    :param review: what the file says.
    :param is_noted: whether the file has a note of ours; else `unit` is what a unit is of which nobody says anything.
    """
    if is_noted and review in (Review(), words.review(words.kept(unit))):
        origin, state = unit.origin, unit.state
    else:
        origin = Origin.HUMAN if review.is_confirmed else unit.origin if is_noted else review.origin or Origin.MEMORY
        if review.origin is Origin.CARRIED:
            origin = Origin.CARRIED
        state = review.state
    settled = replace(unit, origin=origin, state=None if state is usual_state(origin, unit.target.text) else state)
    if words.held(settled) == words.usual(settled):
        return replace(settled, properties=tuple(item for item in settled.properties if item[0] not in words.keys))
    return settled


_STATES_12 = {
    "new": State.UNTRANSLATED, "needs-translation": State.UNTRANSLATED, "needs-adaptation": State.DRAFT,
    "needs-l10n": State.DRAFT, "needs-review-translation": State.DRAFT, "needs-review-adaptation": State.DRAFT,
    "needs-review-l10n": State.DRAFT, "translated": State.TRANSLATED, "final": State.APPROVED,
    "signed-off": State.APPROVED,
}  # fmt: skip
_QUALIFIERS = {
    "leveraged-mt": Origin.MACHINE, "mt-suggestion": Origin.MACHINE, "fuzzy-match": Origin.MEMORY,
    "leveraged-tm": Origin.MEMORY, "leveraged-repository": Origin.MEMORY, "tm-suggestion": Origin.MEMORY,
    "id-match": Origin.MEMORY, "exact-match": Origin.MEMORY, "leveraged-inherited": Origin.CARRIED,
}  # fmt: skip
_WRITTEN_QUALIFIERS = {
    Origin.MACHINE: "leveraged-mt", Origin.MEMORY: "leveraged-tm", Origin.CARRIED: "leveraged-inherited",
}  # fmt: skip


def review_12(unit: Mapping[str, str], target: Mapping[str, str]) -> Review:
    """Return what the attributes of `<trans-unit>` and `<target>` say."""
    state, qualifier = _STATES_12.get(target.get("state", "")), target.get("state-qualifier", "")
    origin = _QUALIFIERS.get(qualifier)
    # A tool that fills in a proposal may say that the unit is translated; that is no translator's word.
    is_proposal = qualifier.startswith("rejected-") or origin in (Origin.MACHINE, Origin.MEMORY)
    if is_proposal and state in (None, State.TRANSLATED):
        state = State.DRAFT
    if unit.get("approved") == "yes" and state is not State.UNTRANSLATED:
        state = State.APPROVED
    return Review(origin, state)


def contradicts(unit: Mapping[str, str], target: Mapping[str, str]) -> bool:
    """Tell whether a unit is approved of which its state says that nobody has translated it."""
    return unit.get("approved") == "yes" and _STATES_12.get(target.get("state", "")) is State.UNTRANSLATED


def _usual_12(unit: TranslationUnit) -> dict[str, str]:
    qualifier = {}
    match unit.standing:
        case State.UNTRANSLATED:
            state = "needs-translation"
        case State.DRAFT:
            state = "needs-review-translation"
            if unit.origin in _WRITTEN_QUALIFIERS:
                qualifier = {"xliff:state-qualifier": _WRITTEN_QUALIFIERS[unit.origin]}
        case State.APPROVED:
            return {"xliff:approved": "yes", "xliff:state": "final"}
        case _:
            state = "translated"
            if unit.origin is Origin.CARRIED:
                qualifier = {"xliff:state-qualifier": _WRITTEN_QUALIFIERS[Origin.CARRIED]}
    return {"xliff:state": state} | qualifier


def _review_words_12(words: Mapping[str, str]) -> Review:
    held = {key.removeprefix("xliff:"): text for key, text in words.items()}
    return review_12(held, held)


WORDS_12 = Words(frozenset({"xliff:approved", "xliff:state", "xliff:state-qualifier"}), _review_words_12, _usual_12)

_STATES_2 = {
    "initial": State.UNTRANSLATED, "translated": State.TRANSLATED, "reviewed": State.REVIEWED,
    "final": State.APPROVED,
}  # fmt: skip
_SUBSTATES = {Origin.MACHINE: "bitexte:mt", Origin.MEMORY: "bitexte:tm", Origin.CARRIED: "bitexte:carried"}
_ORIGINS_2 = {substate: origin for origin, substate in _SUBSTATES.items()}
_MACHINE_SUBSTATES = ("mt", "nmt", "machine", "machine-translated", "mt-suggestion")


def review_2(segment: Mapping[str, str]) -> Review:
    """Return what the attributes of a `<segment>` say. A machine's target is a draft, even where it is translated."""
    state, substate = _STATES_2.get(segment.get("state", "")), segment.get("subState", "")
    origin = _ORIGINS_2.get(substate)
    if origin is None and substate.rpartition(":")[2].lower() in _MACHINE_SUBSTATES:
        origin = Origin.MACHINE
    if origin is Origin.MACHINE and state is State.TRANSLATED:
        state = State.DRAFT
    return Review(origin, state)


def _usual_2(unit: TranslationUnit) -> dict[str, str]:
    standing, substate = unit.standing, _SUBSTATES.get(unit.origin)
    if standing is State.UNTRANSLATED:
        return {"xliff2:segment/state": "initial"}
    state = {State.REVIEWED: "reviewed", State.APPROVED: "final"}.get(standing, "translated")
    is_said = standing is State.DRAFT or (standing is State.TRANSLATED and unit.origin is not Origin.MACHINE)
    said = {"xliff2:segment/subState": substate} if substate and is_said else {}
    return {"xliff2:segment/state": state} | said


def _review_words_2(words: Mapping[str, str]) -> Review:
    return review_2({key.removeprefix("xliff2:segment/"): text for key, text in words.items()})


WORDS_2 = Words(frozenset({"xliff2:segment/state", "xliff2:segment/subState"}), _review_words_2, _usual_2)

_TRADOS = {
    "": State.UNTRANSLATED, "Unspecified": State.UNTRANSLATED, "Draft": State.DRAFT,
    "RejectedTranslation": State.DRAFT, "RejectedSignOff": State.DRAFT, "Translated": State.TRANSLATED,
    "ApprovedTranslation": State.REVIEWED, "ApprovedSignOff": State.APPROVED,
}  # fmt: skip
_TRADOS_MACHINES = ("mt", "nmt", "amt")
_MEMOQ = {
    "NotStarted": State.UNTRANSLATED, "AutoSplitAndEmpty": State.UNTRANSLATED, "ManuallyConfirmed": State.TRANSLATED,
    "Reviewer1Confirmed": State.REVIEWED, "Proofread": State.APPROVED,
}  # fmt: skip
"""What memoQ says otherwise is a draft."""


def review_of_tool(unit: Element, definition: Element | None, *, has_target: bool) -> Review | None:
    """Return what Trados, memoQ or Phrase say of a unit, or of one of its segments; None where it is none of theirs.

    :param definition: Trados' `<sdl:seg>` of the segment.
    """
    if definition is not None:
        state = _TRADOS.get(definition.attributes.get("conf", ""), State.DRAFT)
        is_machine = definition.attributes.get("origin", "") in _TRADOS_MACHINES
    elif "mq:status" in unit.attributes:
        status = unit.attributes["mq:status"]
        state = _MEMOQ.get(status, State.DRAFT)
        is_machine = status == "MachineTranslated" or any(map(_is_machine_match, unit.elements()))
    elif "m:confirmed" in unit.attributes:
        level = unit.attributes["m:confirmed"]
        steps = int(level) if level.isdecimal() else 0
        state = (State.DRAFT, State.TRANSLATED, State.REVIEWED)[min(steps, 2)]
        is_machine = unit.attributes.get("m:trans-origin") == "mt"
    else:
        return None
    if not has_target:
        state = State.UNTRANSLATED
    return Review(Origin.MACHINE if is_machine else None, state)


def _is_machine_match(element: Element) -> bool:
    return element.tag == "mq:insertedmatch" and element.attributes.get("matchtype", "").upper() == "MT"
