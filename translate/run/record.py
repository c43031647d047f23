"""What an output folder was made of: the documents and settings of its runs come in, and can be run again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from translate.config import Config
from translate.config_file import build
from translate.documents import Source
from translate.errors import OutputError, UsageError
from translate.files import FOLDER, apart, from_json, write_text
from translate.records import dataclass

RECORD = "runs.json"
"""The file beside the journal that holds it."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Documents of a folder that were translated with the same settings."""

    sources: tuple[Source, ...]
    config: Config


def record(out: Path, sources: Sequence[Source], config: Config) -> None:
    """Note the documents of a run and its settings; those of earlier runs stay.

    :raises OutputError: where the disk refuses.
    """
    path = out / FOLDER / RECORD
    held = _read(path)
    settings = settings_value(config)
    key = hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:16]
    documents = dict(held["documents"])
    for source in sources:
        documents[source.name] = {"path": str(source.path.absolute()), "kind": source.kind, "settings": key}
    used = {entry["settings"] for entry in documents.values()}
    known = {name: value for name, value in {**held["settings"], key: settings}.items() if name in used}
    value = {"documents": documents, "settings": known}
    if value != held:
        with apart():
            write_text(path, json.dumps(value, indent=1, sort_keys=True) + "\n")


def recorded_paths(out: Path) -> dict[str, Path]:
    """Return where the documents of a folder were, by name.

    :raises OutputError: where the record cannot be read.
    """
    return {name: Path(entry["path"]) for name, entry in _read(out / FOLDER / RECORD)["documents"].items()}


def forget_documents(out: Path, names: Iterable[str]) -> None:
    """Take documents off the record of a folder.

    :raises OutputError: where the disk refuses.
    """
    path = out / FOLDER / RECORD
    held = _read(path)
    gone = set(names)
    documents = {name: entry for name, entry in held["documents"].items() if name not in gone}
    if documents != held["documents"]:
        with apart():
            value = {"documents": documents, "settings": held["settings"]}
            write_text(path, json.dumps(value, indent=1, sort_keys=True) + "\n")


def recorded(out: Path) -> tuple[Recorded, ...]:
    """Return what the documents of a folder were made of, those of the same settings together.

    :raises UsageError: where nothing is known of the folder.
    """
    path = out / FOLDER / RECORD
    held = _read(path)
    if not held["documents"]:
        raise UsageError(
            f"{out}: not known how it was made: no {FOLDER}/{RECORD} in it. Run bitexte translate on the folder again."
        )
    groups: dict[str, list[Source]] = {}
    for name, entry in sorted(held["documents"].items()):
        groups.setdefault(entry["settings"], []).append(Source(Path(entry["path"]), name, entry["kind"]))
    return tuple(
        Recorded(tuple(sources), config_of_value(held["settings"][key], str(path))) for key, sources in groups.items()
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        value = from_json(path.read_text(encoding="utf-8"))
        return {"documents": dict(value["documents"]), "settings": dict(value["settings"])}
    except FileNotFoundError:
        return {"documents": {}, "settings": {}}
    except (OSError, ValueError, KeyError, TypeError) as exc:
        raise OutputError(f"{path}: cannot be read: {exc}; delete it, and run bitexte translate again.") from exc


def settings_value(config: Config) -> dict[str, Any]:
    """Return settings as a value of JSON."""
    return _pruned(asdict(config))


def config_of_value(value: Mapping[str, Any], place: str = "settings") -> Config:
    """Undo :func:`settings_value`.

    :param place: what errors call it.
    :raises UsageError: for a setting that there is not.
    """
    config: Config = build(Config(), dict(value), place)
    return config


def _pruned(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as TOML would hold them: without those that are None, lists for tuples."""
    pruned: dict[str, Any] = {}
    for key, item in value.items():
        if isinstance(item, dict):
            pruned[key] = _pruned(item)
        elif item is not None:
            pruned[key] = list(item) if isinstance(item, tuple) else item
    return pruned
