"""Where a unit of another tool's TMX comes from, and how far it has come: TMX has no states, but tools have props."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from translate.data import Origin, State

_TRADOS, _MEMOQ = "x-confirmationlevel", "x-status"
_ORIGIN = "x-Origin"
"""Where a unit comes from by Trados; ours has a small letter."""
_STATES = {
    _TRADOS: {
        "unspecified": State.UNTRANSLATED, "draft": State.DRAFT, "rejectedtranslation": State.DRAFT,
        "rejectedsignoff": State.DRAFT, "translated": State.TRANSLATED, "approvedtranslation": State.REVIEWED,
        "approvedsignoff": State.APPROVED,
    },
    _MEMOQ: {
        "notstarted": State.UNTRANSLATED, "pretranslated": State.DRAFT, "partiallyedited": State.DRAFT,
        "edited": State.DRAFT, "assembledfromfragments": State.DRAFT, "machinetranslated": State.DRAFT,
        "rejected": State.DRAFT, "manuallyconfirmed": State.TRANSLATED, "confirmed": State.TRANSLATED,
        "reviewer1confirmed": State.REVIEWED, "proofread": State.APPROVED,
    },
}  # fmt: skip
_MACHINES = frozenset({"mt", "mt!", "x-mt", "nmt", "amt", "machinetranslation", "machine translation"})


def judge(
    attributes: Iterable[Mapping[str, str]], props: Iterable[tuple[str | None, str]]
) -> tuple[Origin, State | None]:
    """Return origin and state by what other tools say; a memory's, where they say nothing.

    :param attributes: of the `<tu>` and of the target's `<tuv>`; who changed it last counts more than who made it.
    """
    state, is_machine = None, False
    for held in attributes:
        last = held.get("changeid") or held.get("creationid") or held.get("creationtool", "")
        is_machine = is_machine or last.lower() in _MACHINES
    for kind, text in props:
        is_machine = is_machine or (kind == _ORIGIN and text.lower() in _MACHINES)
        known = _STATES.get((kind or "").lower())
        if known is not None:
            state = known.get(text.replace(" ", "").lower(), state)
            is_machine = is_machine or text.lower() == "machinetranslated"
    return (Origin.MACHINE if is_machine else Origin.MEMORY), state
