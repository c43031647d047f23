"""The pieces that a model may write: a file beside its vocabulary, which training makes and every engine follows."""

from __future__ import annotations

import json
from pathlib import Path

from translate.errors import ModelError
from translate.files import from_json

TARGET_PIECES = "target_pieces.txt"
_NEEDED_PIECES = ("</s>", "<unk>", "<pad>")


def read_target_pieces(folder: Path) -> list[str] | None:
    """Return the pieces that a model may write, in the order of vocab.json; None where it may write all of them.

    `target_pieces.txt` names them, one a line. A joint vocabulary has many that only the source language uses; without
    them the last layer, the greatest part of decoding, has less to compute.

    :raises ModelError: where the file names a piece that vocab.json has not, or leaves out one that no model can lack.
    """
    path = folder / TARGET_PIECES
    if not path.is_file():
        return None
    try:
        vocabulary = from_json((folder / "vocab.json").read_bytes())
        named = path.read_text(encoding="utf-8").split("\n")[:-1]
    except (UnicodeDecodeError, json.JSONDecodeError) as exc:
        raise ModelError(f"{path}: it or vocab.json cannot be read ({exc}); download or copy the model again.") from exc
    for number, piece in enumerate(named, 1):
        if piece not in vocabulary:
            raise ModelError(f"{path}:{number}: '{piece}' is not in vocab.json; use the files of one model.")
    kept = set(named)
    missing = [piece for piece in _NEEDED_PIECES if piece not in kept]
    if missing:
        raise ModelError(f"{path}: {', '.join(missing)} missing, and the model needs them. Copy the model again.")
    return [piece for piece in vocabulary if piece in kept]
