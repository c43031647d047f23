"""Units for tests of memories, and a memory filled with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from translate.data import Origin, State, TranslationUnit, Variant
from translate.memory.file import MemoryFile
from translate.memory.importing import Imported, ImportSettings

PLAIN = ImportSettings()


def unit(
    source: str,
    target: str,
    *,
    name: str = "",
    document: str | None = None,
    context: tuple[str | None, str | None] = (None, None),
    origin: Origin = Origin.HUMAN,
    state: State | None = None,
    changed: str = "",
) -> TranslationUnit:
    """Return a unit from French to English."""
    return TranslationUnit(
        name or f"{source}-{target}",
        Variant("fr", source),
        Variant("en", target),
        origin,
        document=document,
        context_before=context[0],
        context_after=context[1],
        properties=(("tu@changedate", changed),) if changed else (),
        state=state,
    )


def forgiving(unit: TranslationUnit, reason: str) -> None:
    """Take note of no rejected unit."""


def taken(memory: MemoryFile, units: Iterable[TranslationUnit], settings: ImportSettings = PLAIN) -> Imported:
    """Put units into a memory."""
    return memory.take(units, settings, forgiving)


def made(path: Path, units: Iterable[TranslationUnit], settings: ImportSettings = PLAIN) -> MemoryFile:
    """Return a memory at `path` with these units, open for writing."""
    memory = MemoryFile.open_or_create(path, "fr", "en")
    taken(memory, units, settings)
    return memory


def without_names(units: Iterable[TranslationUnit]) -> list[TranslationUnit]:
    """Return units that are compared whatever their names."""
    return [replace(one, name="") for one in units]
