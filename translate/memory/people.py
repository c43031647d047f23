"""Who wrote a unit, and of which document: what a memory keeps, and shows only where it is asked to."""

from __future__ import annotations

from dataclasses import replace

from translate.data import TranslationUnit
from translate.text.late import late_plain

_AUTHOR = late_plain(r"(?:^|[^a-z])(?:creationid|changeid|(?:created|changed|modified|translated|reviewed)[-_]?by|"
                     r"author|translator|reviewer|user(?:[-_]?(?:name|id))?|\w*username|contact[-\w]*)$")  # fmt: skip
"""Names of properties that tools keep a person under: `tu@changeid`, `created_by`, `mq:translatorcommitusername`."""


def authors_of(unit: TranslationUnit) -> list[str]:
    """Return the people whom the properties and notes of a unit name, each once."""
    named = [value for name, value in unit.properties if _AUTHOR.search(name.lower())]
    return list(dict.fromkeys(filter(None, (*named, *(note.author for note in unit.notes)))))


def without_people(unit: TranslationUnit) -> TranslationUnit:
    """Return a unit without its authors and the name of its document."""
    return replace(
        unit,
        document=None,
        properties=tuple((name, value) for name, value in unit.properties if not _AUTHOR.search(name.lower())),
        notes=tuple(replace(note, author="") for note in unit.notes),
    )
