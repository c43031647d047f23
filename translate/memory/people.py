"""Who wrote a unit, and of which document: what a memory keeps, and shows only where it is asked to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fnmatch import fnmatchcase

from translate.data import TranslationUnit
from translate.files import from_json
from translate.text.late import late_plain

_AUTHOR = late_plain(r"(?:^|[^a-z])(?:creationid|changeid|(?:created|changed|modified|translated|reviewed)[-_]?by|"
                     r"author|translator|reviewer|user(?:[-_]?(?:name|id))?|\w*username|contact[-\w]*)$")  # fmt: skip
"""Names of properties that tools keep a person under: `tu@changeid`, `created_by`, `mq:translatorcommitusername`."""


HAS_AUTHOR = "has_author"
"""The name of :func:`has_author` in SQL."""


def authors_of(unit: TranslationUnit) -> list[str]:
    """Return the people whom the properties and notes of a unit name, each once."""
    return _authors(unit.properties, (note.author for note in unit.notes))


def has_author(details: str | None, pattern: str) -> bool:
    """Tell whether the details of a stored unit name a person of a pattern, of which `*` is any part."""
    if details is None:
        return False
    value = from_json(details)
    noted = (note.get("author", "") for note in value.get("notes", ()))
    return any(fnmatchcase(author, pattern) for author in _authors(value.get("properties", ()), noted))


def _authors(properties: Iterable[tuple[str, str]], noted: Iterable[str]) -> list[str]:
    named = [value for name, value in properties if _AUTHOR.search(name.lower())]
    return list(dict.fromkeys(filter(None, (*named, *noted))))


def without_people(unit: TranslationUnit) -> TranslationUnit:
    """Return a unit without its authors and the name of its document."""
    return replace(
        unit,
        document=None,
        properties=tuple((name, value) for name, value in unit.properties if not _AUTHOR.search(name.lower())),
        notes=tuple(replace(note, author="") for note in unit.notes),
    )
