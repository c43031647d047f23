"""`bitexte config`: the settings that hold, each with where it comes from."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from translate.cli.options import (
    add_care_options,
    add_config_options,
    add_document_options,
    add_engine_options,
    add_output_options,
    config_of,
    usual_config,
)
from translate.config import Config
from translate.config_file import find_config, read_values

DESCRIPTION = """\
Print all settings, and where each comes from: the code, the configuration, or the command line. What is printed is a
configuration itself. Without --config, the nearest bitexte.toml holds, or the table [tool.bitexte] of pyproject.toml,
in the working folder or above it; relative paths in it start from its own folder.

  bitexte config
  bitexte config --beam 6 > bitexte.toml"""
RESULTS = True
_DEFAULT, _INSTALLED, _OPTION = "default", "bitexte models use", "command line"
Leaf = tuple[tuple[str, ...], Any]


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_output_options(parser)
    add_document_options(parser)
    add_engine_options(parser)
    add_care_options(parser)
    add_config_options(parser)


def run(options: argparse.Namespace) -> int:
    place = options.config or find_config(Path.cwd())
    rows = list(_origins(options, place))
    if options.json:
        record = {".".join(path): {"value": value, "from": origin} for path, value, origin in rows}
        sys.stdout.write(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
        return 0
    print(f"# {place if place else 'No configuration was found; these are the defaults.'}")
    table = ""
    for path, value, origin in rows:
        if len(path) > 1 and path[0] != table:
            table = path[0]
            print(f"\n[{table}]")
        line = f"# {path[-1]} is not set" if value is None else f"{path[-1]} = {_toml(value)}"
        print(line if origin == _DEFAULT else f"{line}  # {origin}")
    return 0


def _origins(options: argparse.Namespace, place: Path | None) -> Iterator[tuple[tuple[str, ...], Any, str]]:
    """Yield each setting with its value and where that comes from."""
    final, usual, default = config_of(options), dict(_leaves(usual_config())), dict(_leaves(Config()))
    given = dict(_leaves(config_of(argparse.Namespace(config=options.config))))
    named = set(_named(read_values(place))) if place else set()
    for path, value in _leaves(final):
        if value != given[path]:
            origin = _OPTION
        elif path in named:
            origin = str(place)
        else:
            origin = _DEFAULT if usual[path] == default[path] else _INSTALLED
        yield path, value, origin


def _leaves(settings: Any, path: tuple[str, ...] = ()) -> Iterator[Leaf]:
    for field in fields(settings):
        value = getattr(settings, field.name)
        if is_dataclass(value):
            yield from _leaves(value, (*path, field.name))
        else:
            yield (*path, field.name), value


def _named(values: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in values.items():
        yield from _named(value, (*path, key)) if isinstance(value, dict) else [(*path, key)]


def _toml(value: Any) -> str:
    """Return a value as TOML writes it; its strings are those of JSON."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
