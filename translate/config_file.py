"""A TOML file comes in, the settings go out; an unknown key or a wrong type is refused."""

from __future__ import annotations

import os
import tomllib
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_type_hints

from translate.config import Config
from translate.errors import UsageError

_DEFAULTS = Config()


def load_config(path: str | os.PathLike[str], base: Config = _DEFAULTS) -> Config:
    """Read a TOML file whose tables and keys are the fields of :class:`Config`.

    :param base: the settings that the file does not name.
    :raises UsageError: where the file cannot be read, or a key or a type is unknown.
    """
    try:
        values = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as exc:
        raise UsageError(f"{path}: cannot read the configuration: {exc.strerror}.") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise UsageError(f"{path}: not a TOML file: {exc}.") from exc
    config: Config = build(base, values, os.fspath(path))
    return config


def build(base: Any, values: dict[str, Any], place: str) -> Any:
    """Return the dataclass `base` with the fields that `values` names changed, tables within tables too.

    :param place: what the error shall call the table.
    :raises UsageError: where a key or a type is unknown.
    """
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
            changes[key] = build(current, value, f"{place} [{key}]")
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
