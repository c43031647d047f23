"""Convert a Marian folder for CTranslate2, in a process of its own: converter.py FOLDER MADE QUANTIZATION."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import Any

from ctranslate2.converters import MarianConverter, TransformersConverter
from ctranslate2.converters import marian as marian_files

from translate.errors import ModelError
from translate.files import from_json
from translate.models.installed import TARGET_VOCABULARY
from translate.models.native import read_pieces, read_vocabularies
from translate.models.target_pieces import read_target_pieces


class _CutConverter(TransformersConverter):  # type: ignore[misc]  # ctranslate2 has no types
    """CTranslate2's own converter, which leaves out of the decoder what the model never writes."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._kept = read_target_pieces(folder)
        target = folder / TARGET_VOCABULARY
        self._target = from_json(target.read_bytes()) if target.is_file() else None

    def _load(self) -> Any:
        spec = super()._load()
        if self._target is not None:
            _give_target(spec, sorted(self._target, key=self._target.__getitem__))
        if self._kept is not None:
            _cut(spec, set(self._kept))
        return spec


def _cut(spec: Any, kept: set[str]) -> None:
    """Leave the rows of `kept` in the decoder's embedding and last layer, and give the target its vocabulary."""
    target = spec._vocabularies["target"]  # there is no public way to read or replace one
    rows = [number for number, piece in enumerate(target[0]) if piece in kept]
    target[0] = [target[0][number] for number in rows]
    decoder = spec.decoder
    for layer, name in ((decoder.embeddings, "weight"), (decoder.projection, "weight"), (decoder.projection, "bias")):
        setattr(layer, name, getattr(layer, name).detach()[rows].contiguous())


def _give_target(spec: Any, pieces: list[str]) -> None:
    """Give the target a vocabulary of its own, without the padding piece that comes last and is never written."""
    kept = pieces[:-1] if pieces[-1] == "<pad>" else pieces
    spec._vocabularies["target"][0] = kept
    decoder = spec.decoder
    for layer, name in ((decoder.embeddings, "weight"), (decoder.projection, "weight"), (decoder.projection, "bias")):
        setattr(layer, name, getattr(layer, name)[: len(kept)])


def _load_vocabulary(path: str) -> Any:
    return read_pieces(Path(path)) if path.endswith(".spm") else _load_yaml(path)


_load_yaml = marian_files.load_vocab
marian_files.load_vocab = _load_vocabulary  # CTranslate2 reads .yml alone; Marian itself takes .spm too


def main(folder: str, made: str, quantization: str) -> None:
    warnings.simplefilter("ignore")
    if any(Path(folder).glob("*decoder.yml")):
        native = read_vocabularies(Path(folder))
        converter = MarianConverter(str(native.weights), [str(path) for path in native.vocabularies])
    else:
        converter = _CutConverter(Path(folder))
    converter.convert(made, quantization=quantization)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except ModelError as exc:
        sys.exit(str(exc))
