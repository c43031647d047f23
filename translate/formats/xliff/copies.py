"""Files of extractors, which put the source into each target and say no state: what is still a copy is untranslated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from translate.data import Origin, State, TranslationUnit
from translate.formats.units import Notes
from translate.formats.xliff.units import events_of
from translate.formats.xmlstream import Whole
from translate.formats.xmltext import Element

_WORDS = frozenset({"state", "state-qualifier", "subState", "conf", "mq:status", "m:confirmed", "gtmt", "unconfirmed"})
"""Attributes by which a file says where a unit or a segment stands, whichever version or tool it is of."""


def tell_copies(units: Iterable[TranslationUnit], path: Path, notes: Notes) -> Iterator[TranslationUnit]:
    """Yield the units; where the file says no state at all, those whose target is their source are untranslated.

    Numbers and signs are the same in both languages: only a text with letters is a copy.
    """
    says: bool | None = None
    for unit in units:
        if not _is_copy(unit):
            yield unit
            continue
        if says is None:
            says = says_states(path)
        if says:
            yield unit
            continue
        notes.fixed_once("targets that repeat their source are read as untranslated: the file says no state of any.")
        yield replace(unit, state=State.UNTRANSLATED)


def says_states(path: Path) -> bool:
    """Tell whether a file says of any unit where it stands.

    :raises FormatError: where it cannot be read.
    """
    return any(_says(event.element) for event in events_of(path) if isinstance(event, Whole))


def _says(element: Element) -> bool:
    attributes = element.attributes
    return (
        not _WORDS.isdisjoint(attributes) or attributes.get("approved") == "yes" or any(map(_says, element.elements()))
    )


def _is_copy(unit: TranslationUnit) -> bool:
    text = unit.target.text
    is_untold = unit.state is None and unit.origin is Origin.MEMORY
    return is_untold and text == unit.source.text and any(map(str.isalpha, text))
