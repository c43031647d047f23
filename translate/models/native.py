"""A folder of Marian's own files, as OPUS-MT and Mozilla publish them: which weights and vocabularies belong to it."""

from __future__ import annotations

from pathlib import Path

from translate.errors import ModelError
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Native:
    """The files that `decoder.yml` names, found in its own folder."""

    weights: Path
    vocabularies: tuple[Path, ...]


def read_vocabularies(folder: Path) -> Native:
    """Return the weights and vocabularies of a Marian folder.

    Paths in `decoder.yml` are those of the machine that trained it, so that only their names count.

    :raises ModelError: where the file cannot be read, or something it names is missing.
    """
    import yaml  # needed here alone

    (path, *_) = sorted(folder.glob("*decoder.yml"))
    try:
        value = yaml.safe_load(path.read_bytes())
        named = [str(name) for name in value["models"]]
        vocabularies = [str(name) for name in value["vocabs"]]
    except (yaml.YAMLError, KeyError, TypeError) as exc:
        raise ModelError(f"{path}: expected 'models' and 'vocabs' ({exc}); download or copy the model again.") from exc
    found = [folder / Path(name).name for name in (*named[:1], *vocabularies)]
    missing = [one.name for one in found if not one.is_file()]
    if missing or len(found) < 2:
        raise ModelError(f"{folder}: {', '.join(missing) or 'vocabs'} missing, which {path.name} names.")
    return Native(found[0], tuple(found[1:]))


def read_pieces(path: Path) -> list[str]:
    """Return the pieces of a SentencePiece model by their numbers, as Marian counts those of a vocabulary `.spm`."""
    import sentencepiece

    model = sentencepiece.SentencePieceProcessor(model_file=str(path))
    return [str(model.id_to_piece(number)) for number in range(len(model))]
