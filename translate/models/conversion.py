"""A Marian folder gives its CTranslate2 form: shipped beside it, or converted once and cached by content."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from translate.data import Model
from translate.errors import ModelError
from translate.files import cache_folder
from translate.models.installed import CONVERTED, MANIFEST

log = logging.getLogger(__name__)
_CONVERTED_FILES = ("config.json", "model.bin")
_VOCABULARY_FILES = ("shared_vocabulary.json", "target_vocabulary.json")  # one of them
_DAMAGED = "The weights file may be truncated or modified; download or copy the model again."
_STAMP = "source.sha256"
_STORED_TYPES = {"int8", "int16", "float16", "float32", "bfloat16"}


def convert_model(model: Model, compute_type: str) -> Model:
    """Return `model` with its `converted` folder, made by CTranslate2's converter where it is not there yet.

    Two processes may convert at once: each works in a folder of its own and renames it when whole; the second rename
    fails and its folder is dropped.

    :param compute_type: `int8`, `float32` …; `int8_float32` and the like are stored as `int8`.
    :raises ModelError: where the converter refuses the weights, or the cache cannot be written.
    :raises OutputError: where there is no cache.
    """
    stored = compute_type.split("_", maxsplit=1)[0]
    if stored not in _STORED_TYPES:
        raise ModelError(f"Unknown compute type '{compute_type}'. Known: {', '.join(sorted(_STORED_TYPES))}.")
    if (model.folder / MANIFEST).is_file():
        return replace(model, converted=model.folder / CONVERTED)
    shipped = model.folder / f"ctranslate2-{stored}"
    stamp = shipped / _STAMP
    if stamp.is_file() and stamp.read_text(encoding="ascii").strip() == model.digest and _is_whole(shipped):
        return replace(model, converted=shipped)
    place = cache_folder() / "ctranslate2" / f"{model.digest[:32]}-{stored}"
    if not _is_whole(place):
        _convert(model, place, stored)
    return replace(model, converted=place)


def _is_whole(folder: Path) -> bool:
    return all((folder / name).is_file() for name in _CONVERTED_FILES) and any(
        (folder / name).is_file() for name in _VOCABULARY_FILES
    )


def _convert(model: Model, place: Path, quantization: str) -> None:
    log.info("converting %s to CTranslate2 %s, once", model.name, quantization)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix="converting-") as work:
            made = Path(work) / "model"
            run_converter(model.folder, made, quantization)
            (made / _STAMP).write_text(model.digest + "\n", encoding="ascii", newline="")
            if place.exists() and not _is_whole(place):
                shutil.rmtree(place, ignore_errors=True)
            try:
                made.rename(place)
            except OSError:
                if not _is_whole(place):  # not another process's finished work
                    raise
    except OSError as exc:
        raise ModelError(f"{place.parent}: cannot keep the converted model: {exc.strerror or exc}.") from exc


def run_converter(folder: Path, made: Path, quantization: str, *, advice: str = _DAMAGED) -> None:
    """Convert in a child process, so that torch and transformers never enter this one.

    :param advice: what to say after the converter's own words where it refuses.
    :raises ModelError: where it refuses.
    """
    package = str(Path(__file__).resolve().parents[2])
    environment = os.environ | {
        "HF_HUB_OFFLINE": "1",
        "TRANSFORMERS_OFFLINE": "1",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH")])),
    }
    command = [sys.executable, "-m", "translate.models.converter", str(folder.resolve()), str(made), quantization]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", env=environment, check=False)
    if run.returncode:
        lines = [line for line in run.stderr.strip().splitlines() if line.strip()] or ["no message"]
        said = lines[-1].strip().rstrip(".")
        raise ModelError(f"{folder}: CTranslate2 cannot convert this model: {said}. {advice}")
