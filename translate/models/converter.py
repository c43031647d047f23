"""Convert a Marian folder for CTranslate2, in a process of its own: converter.py FOLDER MADE QUANTIZATION."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import Any

from ctranslate2.converters import TransformersConverter

from translate.errors import ModelError
from translate.models.target_pieces import read_target_pieces


class _CutConverter(TransformersConverter):  # type: ignore[misc]  # ctranslate2 has no types
    """CTranslate2's own converter, which leaves out of the decoder what the model never writes."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._kept = read_target_pieces(folder)

    def _load(self) -> Any:
        spec = super()._load()
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


def main(folder: str, made: str, quantization: str) -> None:
    warnings.simplefilter("ignore")
    _CutConverter(Path(folder)).convert(made, quantization=quantization)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except ModelError as exc:
        sys.exit(str(exc))
