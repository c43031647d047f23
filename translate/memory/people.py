"""Who wrote a unit, and of which document: what a memory keeps, and shows only where it is asked to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fnmatch import fnmatchcase

from translate.data import TranslationUnit
from translate.files import from_json
from translate.text.late import late_plain

_AUTHOR = late_plain(
    r"(?:^|[^a-z])(?:creationid|changeid|author|translator|reviewer|\w*user(?:[-_]?(?:name|id))?|"
    r"(?:last[-_]?)?(?:created|changed|modified|translated|reviewed|used)[-_]?by|contact[-\w]*)(?::\w+)?$"
)
"""Names of properties that tools keep a person under: `tu@changeid`, `created_by`, `mq:translatorcommitusername`."""
_DOCUMENT = late_plain(
    r"(?:^|[^a-z])(?:orig(?:inal|in)?|source|src)?[-_ ]?(?:file|document|doc)[-_ ]?(?:name|path)?(?::\w+)?$"
)
"""Names of properties that tools keep the document under: OmegaT's `file`, and `x-document`, `filename`, `tmx:file`;
Trados writes the kind of a field of its own behind the name, `x-filename:SingleString`."""
_MARK = '"properties"'
"""In the details of a unit that has any."""


HAS_AUTHOR = "has_author"
"""The name of :func:`has_author` in SQL."""
DOCUMENT_IN = "document_in"
"""The name of :func:`document_in` in SQL."""
DOCUMENT_SQL = f"coalesce(d.name, {DOCUMENT_IN}(u.details))"
"""The document of a unit `u` in SQL, whose own is `d`; empty for none."""


def has_author(details: str | None, pattern: str) -> bool:
    """Tell whether the details of a stored unit name a person of a pattern, of which `*` is any part."""
    return details is not None and any(fnmatchcase(author, pattern) for author in authors_in(details))


def authors_in(details: str) -> list[str]:
    """Return the people whom the details of a stored unit name, each once."""
    value = from_json(details)
    # a note that is but a text stands as such
    noted = (note.get("author", "") for note in value.get("notes", ()) if isinstance(note, dict))
    return _authors(value.get("properties", ()), noted)


def document_in(details: str | None) -> str:
    """Return the document that the details of a stored unit name; empty for none."""
    if details is None or _MARK not in details:
        return ""
    return _document(from_json(details).get("properties", ())) or ""


def _document(properties: Iterable[tuple[str, str]]) -> str | None:
    return next((value for name, value in properties if value and _DOCUMENT.search(name.lower())), None)


def domain_of(properties: Iterable[tuple[str, str]]) -> str:
    """Return the subject that a tool says of a unit, such as memoQ's `domain`; empty for none."""
    return next((value for name, value in properties if name.lower() in ("domain", "x-domain")), "")


def domain_in(details: str) -> str:
    """Return the subject that the details of a stored unit name; empty for none."""
    return domain_of(from_json(details).get("properties", ()))


def _authors(properties: Iterable[tuple[str, str]], noted: Iterable[str]) -> list[str]:
    named = [value for name, value in properties if _AUTHOR.search(name.lower())]
    return list(dict.fromkeys(filter(None, (*named, *noted))))


def without_people(unit: TranslationUnit) -> TranslationUnit:
    """Return a unit without its authors and the name of its document."""
    return replace(
        unit,
        document=None,
        properties=tuple((name, value) for name, value in unit.properties if not _is_left_out(name.lower())),
        notes=tuple(replace(note, author="") for note in unit.notes),
    )


def _is_left_out(name: str) -> bool:
    return bool(_AUTHOR.search(name) or _DOCUMENT.search(name))
