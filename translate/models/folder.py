"""A model folder in Hugging Face Marian format: is it whole, and what is its digest?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from translate.errors import ModelError
from translate.files import from_json, read_cached, stamp_of, write_cached
from translate.models.installed import MANIFEST, TARGET_VOCABULARY, files_of, read_manifest
from translate.models.target_pieces import TARGET_PIECES

REQUIRED_FILES = ("config.json", "source.spm", "target.spm", "vocab.json")
WEIGHT_FILES = ("model.safetensors", "pytorch_model.bin")
OPTIONAL_FILES = ("tokenizer_config.json", "generation_config.json", TARGET_PIECES, TARGET_VOCABULARY)
_BLOCK_BYTES = 1 << 20


def weights_of(folder: Path) -> Path:
    """Return the file that holds the weights.

    :raises ModelError: where there is none.
    """
    for name in WEIGHT_FILES:
        if (folder / name).is_file():
            return folder / name
    raise ModelError(f"{folder}: no weights found; expected {' or '.join(WEIGHT_FILES)}.")


def check_folder(folder: Path) -> None:
    """Refuse a folder that is not a whole Marian model.

    :raises ModelError: naming what is missing or broken.
    """
    if not folder.is_dir():
        raise ModelError(f"{folder}: not a folder; expected a model in Hugging Face Marian format.")
    if read_manifest(folder) is not None:
        files_of(folder)
        return
    missing = [name for name in REQUIRED_FILES if not (folder / name).is_file()]
    if missing:
        raise ModelError(
            f"{folder}: {', '.join(missing)} missing; a Marian model holds {', '.join(REQUIRED_FILES)} and the weights."
        )
    weights_of(folder)
    config = _load_object(folder / "config.json")
    if config.get("model_type") != "marian":
        raise ModelError(f"{folder}/config.json: model_type is {config.get('model_type')!r}; expected 'marian'.")
    _load_object(folder / "vocab.json")


def digest_of(folder: Path) -> str:
    """Return a SHA-256 in hexadecimal over every file that changes what the model says.

    It is kept in the cache folder by the stamps of the files, so that a start does not read the weights.
    """
    if (folder / MANIFEST).is_file():
        names = files_of(folder)
    else:
        optional = [name for name in OPTIONAL_FILES if (folder / name).is_file()]
        names = sorted([*REQUIRED_FILES, *optional, weights_of(folder).name])
    stamps = {name: stamp_of(folder / name) for name in names}
    place = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    kept = f"digests/{place}.json"
    with suppress(ValueError, TypeError, KeyError):
        known = from_json(read_cached(kept))
        if known["stamps"] == stamps:
            return str(known["digest"])
    found = _read_digest(folder, names)
    write_cached(kept, json.dumps({"stamps": stamps, "digest": found}))
    return found


def _read_digest(folder: Path, names: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for name in names:
        digest.update(f"{name}\0{(folder / name).stat().st_size}\0".encode())
        with (folder / name).open("rb") as file:
            while block := file.read(_BLOCK_BYTES):
                digest.update(block)
    return digest.hexdigest()


def _load_object(path: Path) -> dict[str, object]:
    try:
        value = from_json(path.read_bytes())
    except (ValueError, OSError) as exc:
        raise ModelError(f"{path}: cannot be read as JSON ({exc}); download or copy the model again.") from exc
    if not isinstance(value, dict):
        raise ModelError(f"{path}: holds a {type(value).__name__}; expected a JSON object.")
    return value
