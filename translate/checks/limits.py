"""Room: how long a target may be, as its document says, or as what it stands on has place for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import regex

from translate.checks.base import PlainCheck
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit, Variant
from translate.languages import ADMINISTRATION, Language, find_language
from translate.records import dataclass

_MAX_NOTE = 200
"""Characters of a note that are read; longer ones tell stories."""
_WIDTH, _UNIT = "xliff:maxwidth", "xliff:size-unit"
_RESTRICTION = "{urn:oasis:names:tc:xliff:sizerestriction:2.0}sizeRestriction"
"""`20`, or least and most, `5,20`, in code points as the usual profile has it (XLIFF 2.1, 5.7)."""
_MESSAGE = "po:max-length"
_MARKS = {"char": "characters", "glyph": "characters", "byte": "bytes"}
"""Units of XLIFF 1.2 that can be measured without a font. Where none is stated it means pixels."""
_TIGHT = (
    ".pptx", ".pptm", ".potx", ".ppsx", ".odp", ".otp", ".fodp", ".xlsx", ".xlsm", ".xltx", ".ods", ".ots", ".fods",
    ".po", ".pot", ".resx", ".strings", ".stringsdict", ".xcstrings", ".properties", ".ts", ".ftl", ".desktop", ".arb",
    ".ini",
)  # fmt: skip
"""Files whose texts stand in shapes, cells, buttons and menus."""
_MIN_EXCESS = 6
"""Characters by which a target may always be longer: *Close* for « Fin » is no overflow."""
_WRAPS = 80
"""Characters from which on a text has several lines wherever it stands, and one more does less harm."""


def _check_size(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a target that is longer than its document allows; `value` is by how much.

    The limit is `maxwidth` with `size-unit` `char`, `glyph` or `byte` (XLIFF 1.2), `sizeRestriction` (XLIFF 2), the
    flag `max-length` of a catalogue, or a note of a developer (`max. 20 characters`), which may be about something
    else. A limit that the source does not keep either is a warning too.
    """
    if not unit.properties and not unit.notes:
        return ()
    found = min(_limits_of(unit), default=None, key=lambda limit: limit.most)
    if found is None:
        return ()
    most, measure = found.most, found.measure
    length = _measure(unit.target, measure)
    if length <= most:
        return ()
    is_sure = found.is_stated and _measure(unit.source, measure) <= most
    severity = Severity.ERROR if is_sure else Severity.WARNING
    message = f"The target has {length} {measure}, its document allows {most}."
    return (Issue("size", severity, message, float(length - most)),)


@dataclass(frozen=True, slots=True)
class _Limit:
    most: int
    measure: str
    is_stated: bool = True
    """Whether the format says it, and no note."""


def _limits_of(unit: TranslationUnit) -> Iterator[_Limit]:
    said = dict(unit.properties)
    width = said.get(_WIDTH, "")
    if width.isascii() and width.isdigit() and said.get(_UNIT) in _MARKS:
        yield _Limit(int(width), _MARKS[said[_UNIT]])
    for text in (said.get(_RESTRICTION, "").rpartition(",")[2].strip(), said.get(_MESSAGE, "")):
        if text.isascii() and text.isdigit():
            yield _Limit(int(text), "characters")
    codes = dict.fromkeys((unit.source.language, unit.target.language, ADMINISTRATION))
    languages = [find_language(code) for code in codes]
    for note in unit.notes:
        most = longest_said(note.text, languages)
        if most:
            yield _Limit(most, "characters", is_stated=False)


def longest_said(note: str, languages: Iterable[Language]) -> int | None:
    """Return the most characters that a note allows; None where it says nothing of it."""
    for language in languages:
        for pattern in language.limits:
            match = _compiled(pattern).search(note[:_MAX_NOTE])
            if match:
                return int(match[1])
    return None


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE | regex.MULTILINE)


def _measure(side: Variant, measure: str) -> int:
    """Return how long a side is without its codes."""
    text, position = "", 0
    for code in side.codes:
        text += side.text[position : code.start]
        position = code.end
    text = unicodedata.normalize("NFC", text + side.text[position:])
    return len(text.encode()) if measure == "bytes" else len(text)


def _check_overflow(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a target that may not fit where its source does, in slides, cells and strings of programs; `value` is how
    many times as long it is. Of texts of several lines it is information."""
    document = (unit.document or "").lower()
    if not document.endswith(_TIGHT):
        return ()
    own, other = _measure(unit.source, "characters"), _measure(unit.target, "characters")
    if other <= own * config.max_growth or other - own <= _MIN_EXCESS:
        return ()
    severity = Severity.INFO if own > _WRAPS else Severity.WARNING
    message = f"The target has {other} characters, the source {own}: it may not fit."
    return (Issue("overflow", severity, message, other / max(own, 1)),)


SIZE = PlainCheck("size", _check_size)
OVERFLOW = PlainCheck("overflow", _check_overflow)
