"""A unit as a value of JSON, both ways; `bitext.schema.json` describes it."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

from translate.data import (
    CodeKind,
    Edit,
    InlineCode,
    Issue,
    Note,
    Origin,
    Severity,
    Span,
    Stage,
    State,
    Suggestion,
    TranslationUnit,
    Variant,
)
from translate.errors import shown

FORMAT_VERSION = 1


def value_of(unit: TranslationUnit) -> dict[str, object]:
    """Return what JSON writes for a unit."""
    value: dict[str, object] = {
        "name": unit.name,
        "source": _variant_value(unit.source),
        "target": _variant_value(unit.target),
        "origin": unit.origin,
        "score": None if unit.score is None else float(unit.score),
        "alignment": unit.alignment,
    }
    if unit.state is not None:
        value["state"] = unit.state
    if unit.issues:
        value["issues"] = [
            {"check": i.check, "severity": i.severity, "message": i.message, "value": i.value} for i in unit.issues
        ]
    for key in ("document", "context_before", "context_after"):
        if getattr(unit, key) is not None:
            value[key] = getattr(unit, key)
    if unit.properties:
        value["properties"] = unit.properties
    if unit.notes:
        value["notes"] = [_note_value(note) for note in unit.notes]
    if unit.edits:
        value["edits"] = [_edit_value(edit) for edit in unit.edits]
    if unit.suggestions:
        value["suggestions"] = [_suggestion_value(one) for one in unit.suggestions]
    return value


def _note_value(note: Note) -> str | dict[str, object]:
    """Return the text alone where nothing else is known."""
    held = {key: getattr(note, key) for key in _NOTE_KEYS if getattr(note, key) not in ("", None)}
    return held if len(held) > 1 else note.text


def _suggestion_value(one: Suggestion) -> dict[str, object]:
    value: dict[str, object] = {"source": one.source, "target": one.target}
    if one.percentage is not None:
        value["percentage"] = one.percentage
    return value | ({"memory": one.memory} if one.memory else {})


def _edit_value(edit: Edit) -> dict[str, object]:
    value: dict[str, object] = {"step": edit.step, "stage": edit.stage}
    if edit.start is not None:
        value["start"] = edit.start
    return value | {"old": edit.old, "new": edit.new, "reason": edit.reason}


def _variant_value(variant: Variant) -> dict[str, object]:
    value: dict[str, object] = {"language": variant.language, "text": variant.text}
    if variant.span is not None:
        value["span"] = (variant.span.block, variant.span.start, variant.span.end)
    if variant.codes:
        value["codes"] = [code_value(code) for code in variant.codes]
    return value


def code_value(code: InlineCode) -> dict[str, object]:
    """Return what JSON writes for an inline code."""
    value: dict[str, object] = {"start": code.start, "end": code.end, "kind": code.kind}
    if code.pair is not None:
        value["pair"] = code.pair
    if code.type:
        value["type"] = code.type
    if code.id:
        value["id"] = code.id
    if code.attributes:
        value["attributes"] = code.attributes
    return value


def name_of(value: object) -> str | None:
    name = value.get("name") if isinstance(value, dict) else None
    return name if isinstance(name, str) else None


_UNIT_KEYS = {
    "name", "source", "target", "origin", "score", "issues", "document", "alignment",
    "context_before", "context_after", "properties", "notes", "edits", "state", "suggestions",
}  # fmt: skip
_NOTE_KEYS = ("text", "author", "priority", "about", "language", "category")


def unit_of(value: object) -> TranslationUnit:
    """Return the unit that a value describes.

    :raises ValueError: where it is none, with what was found and expected.
    """
    unit = _object(value, "the unit", _UNIT_KEYS)
    return TranslationUnit(
        _string(unit, "name"),
        _variant(unit, "source"),
        _variant(unit, "target"),
        Origin(_string(unit, "origin")) if "origin" in unit else Origin.MEMORY,
        _number(unit, "score") if "score" in unit else None,
        tuple(map(_issue, _list(unit, "issues"))) if "issues" in unit else (),
        _string(unit, "document") if unit.get("document") is not None else None,
        _string(unit, "alignment") if unit.get("alignment") is not None else "1-1",
        _string(unit, "context_before") if unit.get("context_before") is not None else None,
        _string(unit, "context_after") if unit.get("context_after") is not None else None,
        tuple(map(_pair, _list(unit, "properties"))) if "properties" in unit else (),
        tuple(map(_note, _list(unit, "notes"))) if "notes" in unit else (),
        tuple(map(_edit, _list(unit, "edits"))) if "edits" in unit else (),
        State(_string(unit, "state")) if unit.get("state") is not None else None,
        tuple(map(_suggestion, _list(unit, "suggestions"))) if "suggestions" in unit else (),
    )


_VARIANT_KEYS = {"language", "text", "span", "codes"}


def _variant(unit: dict[str, Any], key: str) -> Variant:
    value = _object(unit.get(key), f"'{key}'", _VARIANT_KEYS)
    text = _string(value, "text")
    codes = codes_of(_list(value, "codes"), text, key) if "codes" in value else ()
    return Variant(_string(value, "language"), text, _span(value.get("span")), codes)


def _span(value: object) -> Span | None:
    if value is None:
        return None
    if type(value) is list and len(value) == 3:
        block, start, end = value
        if type(block) is type(start) is type(end) is int and block >= 0 and start >= 0 and end >= 0:
            return Span(block, start, end)
    raise ValueError(f"'span' is {shown(value)}; expected [block, start, end]")


def codes_of(values: list[Any], text: str, key: str) -> tuple[InlineCode, ...]:
    """Return the inline codes of `text` that values of JSON describe.

    :param key: what errors call the side.
    :raises ValueError: where they are none, with what was found and expected.
    """
    codes = tuple(_code(item, text) for item in values)
    if any(one.end > other.start for one, other in pairwise(codes)):
        raise ValueError(f"the codes of '{key}' overlap, or are not in the order of the text")
    return codes


def _code(value: object, text: str) -> InlineCode:
    code = _object(value, "a code", {"start", "end", "kind", "pair", "type", "id", "attributes"})
    start, end, pair = (code.get(key) for key in ("start", "end", "pair"))
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= len(text):
        raise ValueError(f"a code runs from {shown(start)} to {shown(end)}; expected numbers within the text")
    if pair is not None and type(pair) is not int:
        raise ValueError(f"'pair' is {shown(pair)}; expected a whole number")
    meaning = _string(code, "type") if "type" in code else ""
    identity = _string(code, "id") if "id" in code else ""
    attributes = tuple(map(_pair, _list(code, "attributes"))) if "attributes" in code else ()
    return InlineCode(start, end, CodeKind(_string(code, "kind")), pair, meaning, identity, attributes)


def _note(value: object) -> Note:
    if isinstance(value, str):
        return Note(value)
    note = _object(value, "a note", set(_NOTE_KEYS))
    priority = note.get("priority")
    if priority is not None and type(priority) is not int:
        raise ValueError(f"'priority' is {shown(priority)}; expected a whole number")
    texts = {key: _string(note, key) for key in _NOTE_KEYS if key != "priority" and note.get(key) is not None}
    return Note(_string(note, "text"), priority=priority, **{key: text for key, text in texts.items() if key != "text"})


def _issue(value: object) -> Issue:
    issue = _object(value, "an issue", {"check", "severity", "message", "value"})
    severity = Severity(_string(issue, "severity"))
    return Issue(_string(issue, "check"), severity, _string(issue, "message"), _number(issue, "value"))


def _edit(value: object) -> Edit:
    edit = _object(value, "an edit", {"step", "stage", "start", "old", "new", "reason"})
    start = edit.get("start")
    if start is not None and (type(start) is not int or start < 0):
        raise ValueError(f"'start' is {shown(start)}; expected a whole number from 0 on")
    old, new, reason = (_string(edit, key) for key in ("old", "new", "reason"))
    return Edit(_string(edit, "step"), Stage(_string(edit, "stage")), start, old, new, reason)


def _suggestion(value: object) -> Suggestion:
    one = _object(value, "a suggestion", {"source", "target", "percentage", "memory"})
    percentage = one.get("percentage")
    if percentage is not None and type(percentage) is not int:
        raise ValueError(f"'percentage' is {shown(percentage)}; expected a whole number")
    memory = _string(one, "memory") if "memory" in one else ""
    return Suggestion(_string(one, "source"), _string(one, "target"), percentage, memory)


def _pair(value: object) -> tuple[str, str]:
    if isinstance(value, list) and len(value) == 2:
        return _text(value[0], "a property"), _text(value[1], "a property")
    raise ValueError(f"a property is {shown(value)}; expected [name, value]")


def _object(value: object, what: str, known: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{what} is {shown(value)}; expected an object")
    if not value.keys() <= known:
        unknown = sorted(map(str, value.keys() - known))
        raise ValueError(f"{what} has an unknown key {shown(unknown[0])}; known: {', '.join(sorted(known))}")
    return value


def _string(value: dict[str, Any], key: str) -> str:
    text = value.get(key)
    return text if type(text) is str else _text(text, f"'{key}'")


def _text(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{what} is {shown(value)}; expected a string")
    return value


def _number(value: dict[str, Any], key: str) -> float | None:
    number = value.get(key)
    if number is None:
        return None
    if type(number) is float and math.isfinite(number):
        return number
    if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
        raise ValueError(f"'{key}' is {shown(number)}; expected a number")
    return float(number)


def _list(value: dict[str, Any], key: str) -> list[Any]:
    items = value.get(key) or []
    if not isinstance(items, list):
        raise ValueError(f"'{key}' is {shown(items)}; expected a list")
    return items
