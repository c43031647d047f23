"""Models that were installed: a folder each, converted already, in the user's folder; and which one is the default."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path

from translate.errors import ModelError
from translate.files import cache_folder, from_json, read_cached, write_cached
from translate.records import dataclass
from translate.text.late import late_plain

MANIFEST = "installed.json"
CONVERTED = "ctranslate2"
CONVERTED_FILES = ("config.json", "model.bin")
TARGET_VOCABULARY = "target_vocab.json"
"""Where a model has a vocabulary of its own for each side, `vocab.json` is that of the source."""
_NAME = late_plain(r"[A-Za-z0-9][\w.-]*")
_DEFAULT = "default_model"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was found out about a model when it was installed."""

    origin: str
    """Repository and revision, or the file that it came from."""
    kind: str
    licence: str = ""
    target_token: str = ""
    """What goes before every source text and says into which language: `>>fra<<`."""
    ends_source: bool = True
    """Whether the end piece belongs to the source; CTranslate2 adds it to some models, and some know none there."""


def models_folder() -> Path:
    """Return where installed models lie."""
    return cache_folder() / "models"


def downloads_folder() -> Path:
    """Return where files of models lie until these are installed."""
    return cache_folder() / "downloads"


def find_installed(name: str) -> Path | None:
    """Return the folder of an installed model; None where none has that name."""
    if not _NAME.fullmatch(name):
        return None
    folder = models_folder() / name
    return folder if (folder / MANIFEST).is_file() else None


def installed_models() -> tuple[str, ...]:
    """Return the names of the models that were installed."""
    return tuple(sorted(path.parent.name for path in models_folder().glob(f"*/{MANIFEST}")))


def check_name(name: str) -> str:
    """Return a name that an installed model may have.

    :raises ModelError: where it may not.
    """
    if not _NAME.fullmatch(name):
        raise ModelError(f"'{name}' cannot be the name of a model: letters, digits, '.', '_' and '-' only; give --as.")
    return name


def read_manifest(folder: Path) -> Manifest | None:
    """Return what is known of a folder that was installed; None where it is another kind of model.

    :raises ModelError: where the file is damaged.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return None
    try:
        value = from_json(path.read_bytes())
        return Manifest(**{field.name: value[field.name] for field in fields(Manifest)})
    except (ValueError, KeyError, TypeError, OSError) as exc:
        raise ModelError(f"{path}: not as bitexte writes it ({exc}); install or copy the model again.") from exc


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write what is known of a model beside it."""
    text = json.dumps(asdict(manifest), indent=2, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="")


def files_of(folder: Path) -> list[str]:
    """Return the files of an installed model that decide what it says, as paths within its folder.

    :raises ModelError: naming those that are missing.
    """
    inner = folder / CONVERTED
    vocabularies = sorted(f"{CONVERTED}/{path.name}" for path in inner.glob("*vocabulary.*"))
    names = ["source.spm", "target.spm", "vocab.json", MANIFEST, *(f"{CONVERTED}/{name}" for name in CONVERTED_FILES)]
    missing = [name for name in names if not (folder / name).is_file()]
    if missing or not vocabularies:
        lacks = ", ".join(missing or [f"{CONVERTED}/shared_vocabulary.json"])
        raise ModelError(f"{folder}: {lacks} missing; install or copy the model again.")
    optional = [name for name in ("tokenizer_config.json", TARGET_VOCABULARY) if (folder / name).is_file()]
    return sorted([*names, *vocabularies, *optional])


def remove_installed(name: str) -> None:
    """Delete an installed model; where it was the default, the built-in one is again.

    :raises ModelError: where none has that name, or it cannot be deleted.
    """
    folder = find_installed(name)
    if folder is None:
        raise ModelError(f"No model '{name}' is installed. Installed: {', '.join(installed_models()) or 'none'}.")
    try:
        shutil.rmtree(folder)
    except OSError as exc:
        raise ModelError(f"{folder}: cannot be deleted: {exc.strerror or exc}.") from exc
    if default_model() == name:
        set_default(None)


def default_model() -> str | None:
    """Return the model that translates where none is named; None for the built-in one."""
    return read_cached(_DEFAULT).strip() or None


def set_default(name: str | None) -> None:
    """Let a model translate where none is named; None for the built-in one.

    :raises ModelError: where it cannot be noted down.
    """
    write_cached(_DEFAULT, f"{name}\n" if name else "")
    if default_model() != name:
        raise ModelError(f"{cache_folder()}: cannot be written; name the model with --model instead.")


def iter_sizes(folders: Mapping[str, Path]) -> Iterator[tuple[str, int]]:
    """Yield the name and size in bytes of each folder."""
    for name, folder in folders.items():
        yield name, sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
