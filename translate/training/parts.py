"""Parts: what a run needs goes into files of a limited size, each known by its digest, and comes out of them again.

For a machine that is lent for minutes, to which only so many bytes travel at a time. Examples travel as pieces of 16
bits, so that nothing is read, filtered or encoded there.
"""

from __future__ import annotations

import hashlib
import io
import json
import lzma
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from safetensors.torch import load, save

from translate.errors import TrainingError
from translate.files import from_json, make_folder, replace_file, write_text
from translate.training.examples import Examples
from translate.training.folders import Weights
from translate.training.squeezed import WEIGHTS, expand_weights, squeeze_folder

MANIFEST = "parts.json"
INIT = "init"
"""The folder, within that of a run, of the model to begin from, where it travelled along."""
_EXAMPLES = "examples.npz"
_COMPACT = "examples.compact.npz"


def pack_work(
    work: Path, validation: Iterable[Path], parts: Path, part_bytes: int, *, init: Path | None = None
) -> list[Path]:
    """Write what a prepared work folder needs elsewhere into parts of at most `part_bytes`; return them.

    :param validation: the files of the recipe's held-out pairs, both sides where there are two.
    :param init: the folder of the model to begin from; it travels along, squeezed.
    :raises TrainingError: where the folder is not prepared.
    """
    if not (work / _EXAMPLES).is_file():
        raise TrainingError(f"{work}: has no {_EXAMPLES}; prepare the run first (bitexte train … --updates 1).")
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as tar:
        for name in ("sources.json", "held-out.tsv"):
            if (work / name).is_file():
                _add(tar, name, (work / name).read_bytes())
        for path in sorted((work / "vocabulary").glob("*")):
            _add(tar, f"vocabulary/{path.name}", path.read_bytes())
        for path in validation:
            _add(tar, f"validation/{path.name}", path.read_bytes())
        for name, content in (squeeze_folder(init) if init else {}).items():
            _add(tar, f"{INIT}/{name}", content)
        _add(tar, _COMPACT, _compact(Examples.load(work / _EXAMPLES)))
    return split(lzma.compress(written.getvalue(), preset=6), parts, part_bytes)


def unpack_work(store: Path, work: Path) -> None:
    """Make a work folder out of parts.

    :raises TrainingError: where a part is missing or damaged.
    """
    make_folder(work)
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(join(store)))) as tar:
        for member in tar.getmembers():
            file = tar.extractfile(member)
            content = file.read() if file else b""
            if member.name == _COMPACT:
                _expand(content).save(work / _EXAMPLES)
                continue
            path = work / member.name
            if member.name == f"{INIT}/{WEIGHTS}":
                path, content = path.with_name("model.safetensors"), expand_weights(content)
            make_folder(path.parent)
            with replace_file(path) as out:
                out.write(content)


def split(content: bytes, folder: Path, part_bytes: int) -> list[Path]:
    """Write bytes as files of at most `part_bytes`, with a manifest of their digests, and return all of these."""
    make_folder(folder)
    digests: dict[str, str] = {}
    for number, start in enumerate(range(0, max(1, len(content)), part_bytes)):
        part = content[start : start + part_bytes]
        name = f"part-{number:03}.bin"
        with replace_file(folder / name) as file:
            file.write(part)
        digests[name] = hashlib.sha256(part).hexdigest()
    write_text(folder / MANIFEST, json.dumps(digests, indent=1) + "\n")
    return [folder / MANIFEST, *(folder / name for name in digests)]


def missing(folder: Path) -> list[str]:
    """Return the names of the parts that are not there, or damaged; the manifest's, where that is missing."""
    if not (folder / MANIFEST).is_file():
        return [MANIFEST]
    digests: Mapping[str, str] = from_json((folder / MANIFEST).read_bytes())
    return [name for name, digest in digests.items() if _digest(folder / name) != digest]


def join(folder: Path) -> bytes:
    """Return the bytes that :func:`split` was given.

    :raises TrainingError: where a part is missing or damaged.
    """
    lacking = missing(folder)
    if lacking:
        raise TrainingError(f"{folder}: missing or damaged: {', '.join(lacking)}; copy these parts again.")
    return b"".join((folder / name).read_bytes() for name in from_json((folder / MANIFEST).read_bytes()))


def pack_weights(weights: Weights, about: Mapping[str, str], folder: Path, part_bytes: int) -> list[Path]:
    """Write weights in float16, with what is to be known of them, as parts; return these."""
    half = {name: tensor.half().contiguous() for name, tensor in weights.items()}
    return split(save(half, metadata=dict(about)), folder, part_bytes)


def unpack_weights(folder: Path) -> tuple[Weights, dict[str, str]]:
    """Return what :func:`pack_weights` was given, as float32.

    :raises TrainingError: where a part is missing or damaged.
    """
    content = join(folder)
    length = int.from_bytes(content[:8], "little")
    about: dict[str, str] = from_json(content[8 : 8 + length]).get("__metadata__", {})
    return {name: tensor.float() for name, tensor in load(content).items()}, about


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    tar.addfile(info, io.BytesIO(content))


def _compact(examples: Examples) -> bytes:
    """Return examples as they travel: pieces of 16 bits, lengths in place of offsets, weights by number."""
    weights, number = np.unique(examples.weight, return_inverse=True)
    about = json.dumps({"key": examples.key, "counts": examples.counts}).encode()
    out = io.BytesIO()
    np.savez(
        out,
        about=np.frombuffer(about, np.uint8),
        source=examples.source.astype(np.uint16),
        source_lengths=np.diff(examples.source_at).astype(np.uint16),
        target=examples.target.astype(np.uint16),
        target_lengths=np.diff(examples.target_at).astype(np.uint16),
        weights=weights,
        number=number.astype(np.uint32),
        is_copy=np.packbits(examples.is_copy),
    )
    return out.getvalue()


def _expand(content: bytes) -> Examples:
    with np.load(io.BytesIO(content)) as held:
        about = from_json(held["about"].tobytes())
        weight = held["weights"][held["number"]]
        source_at, target_at = (
            np.concatenate([[0], np.cumsum(held[f"{side}_lengths"], dtype=np.int64)]) for side in ("source", "target")
        )
        return Examples(
            held["source"].astype(np.int32),
            source_at,
            held["target"].astype(np.int32),
            target_at,
            weight,
            np.unpackbits(held["is_copy"], count=len(weight)).astype(np.bool_),
            about["key"],
            about["counts"],
        )
