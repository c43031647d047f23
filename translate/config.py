"""One frozen dataclass a step; a TOML file in, unknown keys refused."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_type_hints

from translate.errors import UsageError


@dataclass(frozen=True, slots=True)
class DocumentConfig:
    encoding: str | None = None
    """Name of the encoding; None finds it out."""
    max_paragraph_characters: int = 1_000_000
    """A longer paragraph is refused: it is a sign of a file that is not a text."""
    verify_language: bool = True
    """Refuse a document that is not in the source language."""


@dataclass(frozen=True, slots=True)
class SegmentationConfig:
    srx: str | None = None
    """An SRX file to use in place of our own rules."""


@dataclass(frozen=True, slots=True)
class EngineConfig:
    name: str = "ctranslate2"
    model: str = "fr-en"
    revision: str | None = None
    """Commit of a hub model; None takes the one in the cache, or else pins the newest."""
    offline: bool = False
    device: str = "cpu"
    compute_type: str = "int8"
    beam: int = 4
    batch_pieces: int = 3072
    """Source pieces a batch."""
    max_source_pieces: int = 256
    """A longer segment is parted at clause boundaries; never more than the model's own limit."""
    threads: int = 0
    """Processor cores to use; 0 takes all."""


@dataclass(frozen=True, slots=True)
class CheckConfig:
    """Thresholds of the checks, and which are switched off."""

    disabled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutputConfig:
    formats: tuple[str, ...] = ("tmx", "json")
    source_code: str | None = None
    """Language code to write for the source; None writes `source_language`."""
    target_code: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a run can be told."""

    source_language: str = "fr"
    target_language: str = "en"
    documents: DocumentConfig = field(default_factory=DocumentConfig)
    segmentation: SegmentationConfig = field(default_factory=SegmentationConfig)
    engine: EngineConfig = field(default_factory=EngineConfig)
    checks: CheckConfig = field(default_factory=CheckConfig)
    output: OutputConfig = field(default_factory=OutputConfig)


def load_config(path: Path) -> Config:
    """Read a TOML file whose tables and keys are the fields of :class:`Config`.

    :raises UsageError: where the file cannot be read, or a key or a type is unknown.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as exc:
        raise UsageError(f"{path}: cannot read the configuration: {exc.strerror}.") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise UsageError(f"{path}: not a TOML file: {exc}.") from exc
    config: Config = _build(Config(), values, str(path))
    return config


def _build(base: Any, values: dict[str, Any], place: str) -> Any:
    known = {f.name for f in fields(base)}
    hints = get_type_hints(type(base))
    changes: dict[str, Any] = {}
    for key, value in values.items():
        if key not in known:
            raise UsageError(f"{place}: unknown key '{key}'. Known: {', '.join(sorted(known))}.")
        current = getattr(base, key)
        if is_dataclass(current):
            if not isinstance(value, dict):
                raise UsageError(f"{place}: '{key}' is a table; write [{key}].")
            changes[key] = _build(current, value, f"{place} [{key}]")
        else:
            changes[key] = _convert(value, hints[key], f"{place}: '{key}'")
    return replace(base, **changes)


def _convert(value: Any, hint: Any, place: str) -> Any:
    text = str(hint) if not isinstance(hint, type) else hint.__name__
    if text.startswith("tuple"):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise UsageError(f"{place} must be a list of strings, not {value!r}.")
    allowed = {"int": (int,), "float": (int, float), "bool": (bool,), "str": (str,)}
    for name in text.replace(" ", "").split("|"):
        if isinstance(value, allowed.get(name, ())) and isinstance(value, bool) == (name == "bool"):
            return float(value) if name == "float" else value
    raise UsageError(f"{place} must be of type {text}, not {value!r}.")
