"""JSON: one document that holds all of a bitext, one unit a line; `bitext.schema.json` describes it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, TextIO

from translate.data import Bitext, Issue, Origin, Severity, Span, TranslationUnit, Variant
from translate.errors import FormatError
from translate.files import replace_text
from translate.formats.base import FIELDS, Format, Header, Remark, Report, Verdict, stem_of, strict
from translate.formats.jsonstream import Member, Stream
from translate.formats.packing import plain_name
from translate.formats.sources import open_text
from translate.formats.units import Units

FORMAT_VERSION = 1


def schema() -> dict[str, Any]:
    """Return the JSON Schema of what we write."""
    text = resources.files("translate.formats").joinpath("bitext.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@dataclass(frozen=True, slots=True)
class Json:
    name: str = "json"
    holds: frozenset[str] = FIELDS

    def claims(self, path: Path) -> bool:
        return plain_name(path.name).endswith(".json")

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return (stem.with_name(stem.name + ".json"),)

    def place(self, path: Path) -> tuple[Format, Path]:
        return self, stem_of(path, ".json")

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[JsonWriter]:
        path = self.paths(stem, header)[0]
        with replace_text(path) as file:
            members = {
                "bitext": FORMAT_VERSION,
                "source_language": header.source_language,
                "target_language": header.target_language,
                "signature": header.signature,
            }
            file.write("{\n" + "".join(f"{_dump(key)}: {_dump(value)},\n" for key, value in members.items()))
            file.write('"units": [')
            yield JsonWriter(file, path, report)
            file.write("\n]\n}\n")

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        found = _read_header(path, header)

        def units() -> Iterator[TranslationUnit]:
            return _read(path, report)

        return Bitext(found.source_language, found.target_language, Units(units), found.signature)


class JsonWriter:
    def __init__(self, file: TextIO, path: Path, report: Report) -> None:
        self._file, self._path, self._report = file, path, report
        self._comma = ""

    def write(self, unit: TranslationUnit) -> None:
        try:
            line = _dump(_value(unit))
        except ValueError as exc:
            message = f"a score or the value of an issue is no number JSON can write ({exc})."
            self._report(Remark(Verdict.REJECTED, self._path, None, message, unit.name))
            return
        self._file.write(f"{self._comma}\n{line}")
        self._comma = ","


def _dump(value: object) -> str:
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # A lone surrogate: as an escape it survives.
        return json.dumps(value, allow_nan=False)
    return line


def _value(unit: TranslationUnit) -> dict[str, object]:
    value: dict[str, object] = {
        "name": unit.name,
        "source": _variant_value(unit.source),
        "target": _variant_value(unit.target),
        "origin": unit.origin,
        "score": None if unit.score is None else float(unit.score),
        "alignment": unit.alignment,
    }
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
        value["notes"] = unit.notes
    return value


def _variant_value(variant: Variant) -> dict[str, object]:
    value: dict[str, object] = {"language": variant.language, "text": variant.text}
    if variant.span is not None:
        value["span"] = (variant.span.block, variant.span.start, variant.span.end)
    return value


def _read_header(path: Path, default: Header | None) -> Header:
    """Read what stands before the units, and what stands after them only where that is not enough."""
    found: dict[str, str] = {"signature": ""}
    languages = {"source_language", "target_language"}
    with open_text(path) as text:
        for event in Stream(text).events():
            if isinstance(event, Member) and event.key in languages | {"signature"}:
                if not isinstance(event.value, str):
                    message = f"'{event.key}' is {_shown(event.value)}; expected a string."
                    raise FormatError(message, path=path, line=event.line)
                found[event.key] = event.value
            elif not isinstance(event, Member) and languages <= found.keys():
                break
    if default is not None:
        found = {"source_language": default.source_language, "target_language": default.target_language} | found
    missing = sorted(languages - found.keys())
    if missing:
        message = f"has no '{missing[0]}'; a bitext in JSON names its languages. See bitext.schema.json."
        raise FormatError(message, path=path)
    return Header(**found)


def _read(path: Path, report: Report) -> Iterator[TranslationUnit]:
    seen = False
    with open_text(path) as text:
        for event in Stream(text).events():
            if isinstance(event, Member):
                seen = seen or event.key == "units"
                continue
            try:
                yield _unit(event.value)
            except ValueError as exc:
                content = json.dumps(event.value, ensure_ascii=False, default=str)
                report(Remark(Verdict.REJECTED, path, event.line, f"{exc}.", _name(event.value), content))
    if not seen:
        raise FormatError("has no 'units'; a bitext in JSON is an object with a list of units.", path=path)


def _name(value: object) -> str | None:
    name = value.get("name") if isinstance(value, dict) else None
    return name if isinstance(name, str) else None


_UNIT_KEYS = {
    "name", "source", "target", "origin", "score", "issues", "document", "alignment",
    "context_before", "context_after", "properties", "notes",
}  # fmt: skip


def _unit(value: object) -> TranslationUnit:
    unit = _object(value, "the unit", _UNIT_KEYS)
    return TranslationUnit(
        name=_string(unit, "name"),
        source=_variant(unit, "source"),
        target=_variant(unit, "target"),
        origin=Origin(_string(unit, "origin")) if "origin" in unit else Origin.MEMORY,
        score=_number(unit, "score"),
        issues=tuple(_issue(item) for item in _list(unit, "issues")),
        document=_optional(unit, "document"),
        alignment=_optional(unit, "alignment") or "1-1",
        context_before=_optional(unit, "context_before"),
        context_after=_optional(unit, "context_after"),
        properties=tuple(_pair(item) for item in _list(unit, "properties")),
        notes=tuple(_text(item, "a note") for item in _list(unit, "notes")),
    )


def _variant(unit: dict[str, Any], key: str) -> Variant:
    value = _object(unit.get(key), f"'{key}'", {"language", "text", "span"})
    span = value.get("span")
    if span is not None and not (
        isinstance(span, list) and len(span) == 3 and all(type(n) is int and n >= 0 for n in span)
    ):
        raise ValueError(f"'span' is {_shown(span)}; expected [block, start, end]")
    return Variant(_string(value, "language"), _string(value, "text"), None if span is None else Span(*span))


def _issue(value: object) -> Issue:
    issue = _object(value, "an issue", {"check", "severity", "message", "value"})
    severity = Severity(_string(issue, "severity"))
    return Issue(_string(issue, "check"), severity, _string(issue, "message"), _number(issue, "value"))


def _pair(value: object) -> tuple[str, str]:
    if isinstance(value, list) and len(value) == 2:
        return _text(value[0], "a property"), _text(value[1], "a property")
    raise ValueError(f"a property is {_shown(value)}; expected [name, value]")


def _object(value: object, what: str, known: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{what} is {_shown(value)}; expected an object")
    unknown = sorted(value.keys() - known)
    if unknown:
        raise ValueError(f"{what} has an unknown key '{unknown[0]}'; known: {', '.join(sorted(known))}")
    return value


def _string(value: dict[str, Any], key: str) -> str:
    return _text(value.get(key), f"'{key}'")


def _optional(value: dict[str, Any], key: str) -> str | None:
    return None if value.get(key) is None else _text(value[key], f"'{key}'")


def _text(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{what} is {_shown(value)}; expected a string")
    return value


def _number(value: dict[str, Any], key: str) -> float | None:
    number = value.get(key)
    if number is None:
        return None
    if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
        raise ValueError(f"'{key}' is {_shown(number)}; expected a number")
    return float(number)


def _list(value: dict[str, Any], key: str) -> list[Any]:
    items = value.get(key) or []
    if not isinstance(items, list):
        raise ValueError(f"'{key}' is {_shown(items)}; expected a list")
    return items


def _shown(value: object) -> str:
    return "missing" if value is None else repr(value)[:60]


FORMAT = Json()
