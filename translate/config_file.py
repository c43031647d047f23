"""A TOML file comes in, the settings go out; an unknown key or a wrong type is refused."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_type_hints

from translate.config import Config
from translate.errors import UsageError, reason_of, shown
from translate.files import from_toml

_DEFAULTS = Config()
NAME, PROJECT = "bitexte.toml", "pyproject.toml"
"""What a configuration is called that is found by itself; of the second, the table `[tool.bitexte]`."""
_TABLES = re.compile(r"( \[[^\]]*\])+$")
_PATHS = {"segmentation": ("srx",), "engine": ("glossary",), "memory": ("files",)}
_MAY_BE_FOLDERS = {"engine": ("model",), "alignment": ("scorer_model",)}
"""Settings that name a model: a folder where there is one."""


def load_config(path: str | os.PathLike[str], base: Config = _DEFAULTS) -> Config:
    """Read a TOML file whose tables and keys are the fields of :class:`Config`; relative paths start from its folder.

    :param base: the settings that the file does not name.
    :raises UsageError: where the file cannot be read, a key or a type is unknown, or a number is out of its range.
    """
    values = read_values(path)
    place = f"{os.fspath(path)} [tool.bitexte]" if Path(path).name == PROJECT else os.fspath(path)
    config: Config = build(base, values, place)
    return _placed(config, values, Path(path).parent)


def read_values(path: str | os.PathLike[str]) -> dict[str, Any]:
    """Return what a configuration says, as it stands there.

    :raises UsageError: where the file cannot be read.
    """
    try:
        values = from_toml(Path(path).read_text(encoding="utf-8"))
    except OSError as exc:
        raise UsageError(f"{path}: cannot read the configuration: {exc.strerror}.") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise UsageError(f"{path}: not a TOML file: {reason_of(exc)}.") from exc
    return _own_table(values) or {} if Path(path).name == PROJECT else values


def find_config(folder: Path) -> Path | None:
    """Return the configuration that holds in a folder: the nearest one in it or in a folder above it.

    :return: `bitexte.toml`, or a `pyproject.toml` with a table `[tool.bitexte]`; None where there is neither.
    """
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
        project = place / PROJECT
        try:
            if project.is_file() and _own_table(from_toml(project.read_text(encoding="utf-8"))) is not None:
                return project
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
            continue  # somebody else's file, of which others will complain
    return None


def _own_table(values: dict[str, Any]) -> dict[str, Any] | None:
    tool = values.get("tool")
    own = tool.get("bitexte") if isinstance(tool, dict) else None
    return own if isinstance(own, dict) else None


def _placed(config: Config, values: dict[str, Any], folder: Path) -> Config:
    """Return the settings with the paths that a file names taken from its folder."""
    changes: dict[str, Any] = {}
    for table, names in (*_PATHS.items(), *_MAY_BE_FOLDERS.items()):
        given = [name for name in names if name in values.get(table, {})]
        settings = changes.get(table, getattr(config, table))
        for name in given:
            found = getattr(settings, name)
            if table in _MAY_BE_FOLDERS and name in _MAY_BE_FOLDERS[table] and not (folder / found).is_dir():
                continue
            whole = tuple(str(folder / one) for one in found) if isinstance(found, tuple) else str(folder / found)
            changes[table] = settings = replace(settings, **{name: whole})
    return replace(config, **changes)


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
            raise UsageError(f"{place}: unknown key {shown(key)}. Known: {', '.join(sorted(known))}.")
        current = getattr(base, key)
        if is_dataclass(current):
            if not isinstance(value, dict):
                raise UsageError(f"{place}: '{key}' is a table; write [{key}].")
            changes[key] = build(current, value, f"{place} [{key}]")
        else:
            changes[key] = _convert(value, hints[key], f"{place}: '{key}'")
    try:
        return replace(base, **changes)
    except UsageError as exc:  # a number that is out of its range, a name that is not in its list
        raise UsageError(f"{_TABLES.sub('', place)}: {exc}") from exc


def _convert(value: Any, hint: Any, place: str) -> Any:
    text = str(hint) if not isinstance(hint, type) else hint.__name__
    if text.startswith("tuple"):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise UsageError(f"{place} must be a list of strings, not {shown(value)}.")
    allowed = {"int": (int,), "float": (int, float), "bool": (bool,), "str": (str,)}
    for name in text.replace(" ", "").split("|"):
        if isinstance(value, allowed.get(name, ())) and isinstance(value, bool) == (name == "bool"):
            return float(value) if name == "float" else value
    raise UsageError(f"{place} must be of type {text}, not {shown(value)}.")
