"""A unit as a row of a memory, both ways: texts and what is looked up in columns, all else as JSON in one."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from struct import unpack
from typing import Any

from translate.data import CodeKind, InlineCode, Origin, State, TranslationUnit, Variant
from translate.errors import reason_of
from translate.files import from_json
from translate.formats.fields import make_name
from translate.formats.jsonunit import unit_of, value_of
from translate.records import dataclass
from translate.text.late import late_plain

_ORIGINS, _STATES = tuple(Origin), tuple(State)
_NUMBER_OF_ORIGIN = {origin: number for number, origin in enumerate(Origin)}
_CONTEXTS = (("prev", "next"), ("source/x-context-pre", "source/x-context-post"))
"""Properties that hold the neighbours of a unit: OmegaT's of one place of a file, and memoQ's, which are `<seg>`."""
_SEGMENT = late_plain("<seg>([^<]*)</seg>")
_MADE_DIGITS = 8
_RUN = late_plain(" {2,}")
_PART = "\0"
"""Between texts that are looked at together."""
_BLANKS = ("\u00a0", "\u202f", "\u2009")
_APOSTROPHES = ("\u2019", "\u02bc")
_COLUMNED = ("name", "origin", "state", "document", "context_before", "context_after")
UNIT_COLUMNS = "u.number, u.name, u.target, u.origin, u.state, d.name, u.changed, u.before, u.after, u.details"
"""What :func:`unit_of_row` reads, behind source and tagged text; `u` is the unit, `d` its document."""


@dataclass(frozen=True, slots=True)
class Languages:
    source: str
    target: str


def plain(text: str) -> str:
    """Return what counts of a text: tools and people write apostrophes and spaces in several ways."""
    return _plain(text).strip()


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    if not text.isascii():
        for apostrophe in _APOSTROPHES:
            text = text.replace(apostrophe, "'")
        for blank in _BLANKS:
            text = text.replace(blank, " ")
    return _RUN.sub(" ", text) if "  " in text else text


def digest_of(text: str) -> int:
    """Return 32 bits of what counts of a text: few texts share them, and those are compared."""
    digest = blake2b(plain(text).encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, "little", signed=True)


def digests_of(texts: Sequence[str]) -> list[int]:
    """Return the digests of texts, which are looked at together."""
    whole = _plain(_PART.join(texts)).split(_PART)
    if len(whole) != len(texts):
        return [digest_of(text) for text in texts]
    parts = [blake2b(text.strip().encode("utf-8", "surrogatepass"), digest_size=4).digest() for text in whole]
    return list(unpack(f"<{len(parts)}i", b"".join(parts)))


def name_column(name: str, source: str) -> str | int:
    """Return what is stored of a name: the position alone, of one that a format made of position and source."""
    position, _, rest = name.partition("-")
    is_made = len(rest) == _MADE_DIGITS and position.isdigit() and name == make_name(int(position), source)
    return int(position) if is_made else name


def contexts_of(unit: TranslationUnit) -> tuple[str | None, str | None]:
    """Return the neighbours of a unit, as its own file or the tool that wrote it says them; None at the ends."""
    own = unit.context_before, unit.context_after
    if own != (None, None) or not unit.properties:
        return own
    held = dict(unit.properties)
    found = next((pair for pair in _CONTEXTS if not held.keys().isdisjoint(pair)), ())
    before, after = (_text_within(held.get(name, "")) for name in found) if found else own
    return before, after


def _text_within(value: str) -> str | None:
    """Return what a property says of a neighbour; one with codes in it cannot be compared."""
    segment = _SEGMENT.fullmatch(value)
    if segment:
        from html import unescape  # which only some tools' memories need

        return unescape(segment[1]) or None
    return None if value.startswith("<seg>") else value or None


def tagged(text: str, codes: Sequence[InlineCode]) -> str:
    """Return a text with each code as a tag, as OmegaT shows it: `<g1>`, `</g1>`, `<x2/>`."""
    if not codes:
        return text
    parts, end, numbers = [], 0, dict[int, int]()
    for number, code in enumerate(codes, 1):
        if code.kind is CodeKind.ISOLATED or code.pair is None:
            tag = f"<x{number}/>"
        elif code.kind is CodeKind.START:
            tag = f"<g{numbers.setdefault(code.pair, number)}>"
        else:
            tag = f"</g{numbers.setdefault(code.pair, number)}>"
        parts += [text[end : code.start], tag]
        end = code.end
    return "".join((*parts, text[end:]))


def texts_of(unit: TranslationUnit) -> tuple[str | None, ...]:
    """Return the texts of a unit that columns hold."""
    return unit.source.text, unit.target.text, unit.context_before, unit.context_after, unit.name


def is_half(*texts: str | None) -> bool:
    """Tell whether one of some texts holds half a surrogate pair, which no file of text can."""
    joined = "\0".join([text for text in texts if text])  # so that two halves do not make a whole
    if joined.isascii():
        return False
    try:
        joined.encode()
    except UnicodeEncodeError:
        return True
    return False


def details_of(unit: TranslationUnit, languages: Languages) -> str | None:
    """Return what no column holds of a unit, as JSON; None where there is nothing."""
    source, target = unit.source, unit.target
    if not (
        unit.properties or unit.notes or unit.edits or unit.issues or source.codes or target.codes or source.span
        or target.span or unit.score is not None or unit.alignment != "1-1"
        or source.language != languages.source or target.language != languages.target
    ):  # fmt: skip
        return None
    value: dict[str, Any] = value_of(unit)
    for key in _COLUMNED:
        value.pop(key, None)
    for side in ("source", "target"):
        del value[side]["text"]
    return _as_json(value)


def without_texts(details: str, is_gone: Callable[[str], bool]) -> str:
    """Return details without the neighbours and suggestions whose text is gone."""
    value = from_json(details)
    names = {name for pair in _CONTEXTS for name in pair}
    value["properties"] = [
        [name, text]
        for name, text in value.get("properties", ())
        if name not in names or not is_gone(_text_within(text) or "")
    ]
    value["suggestions"] = [one for one in value.get("suggestions", ()) if not is_gone(one["source"])]
    for key in ("properties", "suggestions"):
        if not value[key]:
            del value[key]
    return _as_json(value)


def _as_json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def columns_of(unit: TranslationUnit) -> tuple[int, int | None, int]:
    """Return origin, state and standing of a unit as numbers."""
    state = None if unit.state is None else unit.state.rank
    return _NUMBER_OF_ORIGIN[unit.origin], state, unit.standing.rank


def unit_of_row(row: Iterable[Any], source: str, languages: Languages) -> TranslationUnit:
    """Return the unit of :data:`UNIT_COLUMNS`.

    :raises sqlite3.DatabaseError: for columns of no unit, as SQLite says of a file that is damaged elsewhere.
    """
    try:
        return _unit_of(row, source, languages)
    except (ValueError, TypeError, LookupError, AttributeError) as exc:
        raise sqlite3.DatabaseError(f"what it holds of a unit cannot be read: {reason_of(exc)}") from exc


def _unit_of(row: Iterable[Any], source: str, languages: Languages) -> TranslationUnit:
    _, name, target, origin, state, document, _, before, after, details = row
    if isinstance(name, int):
        name = make_name(name, source)
    standing = None if state is None else _STATES[state]
    if details is None:
        return TranslationUnit(
            name,
            Variant(languages.source, source),
            Variant(languages.target, target),
            _ORIGINS[origin],
            document=document,
            context_before=before,
            context_after=after,
            state=standing,
        )
    value = from_json(details)
    value["source"]["text"], value["target"]["text"] = source, target
    value |= {"name": name, "origin": _ORIGINS[origin], "state": standing, "document": document}
    return unit_of(value | {"context_before": before, "context_after": after})
