"""When a unit was changed last: what its file or the tool that wrote it says comes in, one form of it goes out."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache

from translate.data import TranslationUnit
from translate.text.late import late_plain

_FORM = "%Y%m%dT%H%M%SZ"
_DATE = late_plain(r"\d{8}T\d{6}Z")
_CHANGED, _CREATED = ("tu@changedate", "target@changedate"), ("tu@creationdate", "target@creationdate")
_STUDIO = "%m/%d/%Y %H:%M:%S"
"""As Trados Studio writes a time, in whatever country."""
_MILLISECONDS = late_plain(r"\d{12,13}")
_TOLD = late_plain(
    r"(?:(?P<changed>(?:last[-_]?)?(?:changed|modified|updated)[-_]?(?:on|at|date|time(?:stamp)?))"
    r"|created[-_]?(?:on|at|date|time(?:stamp)?)|\w*committimestamp)"
)
"""Names of properties of other tools: `sdl:modified_on`, `mq:lastchangedtimestamp`, `m:modified-at`."""
_NAMES = 1024


def date_of(unit: TranslationUnit) -> str:
    """Return when a unit was changed last, or else made, `20260131T235959Z`; an empty string where nobody says: what
    has no date counts as older than all others."""
    if not unit.properties:
        return ""
    held = dict(unit.properties)
    for names in (_CHANGED, _CREATED):
        found = [held[name] for name in names if _DATE.fullmatch(held.get(name, ""))]
        if found:
            return max(found)
    told = dict.fromkeys(("changed", "created"), "")
    for name, value in unit.properties:
        kind = _told(name)
        if kind:
            told[kind] = max(told[kind], _date(value))
    return told["changed"] or told["created"]


@lru_cache(_NAMES)
def _told(name: str) -> str:
    """Return what a property of another tool says the date of; empty for no such."""
    match = _TOLD.fullmatch(name.lower().rpartition(":")[2])
    return "" if match is None else "changed" if match["changed"] else "created"


def _date(text: str) -> str:
    """Return a date in our form; empty where it is none that can be told."""
    with suppress(ValueError, OverflowError, OSError):
        if _MILLISECONDS.fullmatch(text):
            return datetime.fromtimestamp(int(text) / 1000, UTC).strftime(_FORM)
        time = datetime.strptime(text, _STUDIO) if "/" in text else datetime.fromisoformat(text)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC).strftime(_FORM)
    return ""
