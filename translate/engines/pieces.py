"""Text to pieces and back, as a Marian model was trained: SentencePiece for each side, one vocabulary or two."""

from __future__ import annotations

import filecmp
from collections.abc import KeysView, Sequence
from functools import cached_property

import sentencepiece

from translate.data import Model
from translate.engines.punctuation import normalise_punctuation
from translate.errors import EngineError, ModelError
from translate.files import from_json
from translate.models.installed import TARGET_VOCABULARY, read_manifest
from translate.models.target_pieces import read_target_pieces

_SOURCE, _TARGET = "source.spm", "target.spm"
END = "</s>"
UNKNOWN = "<unk>"
MAX_PIECES = 500
"""Marian models have 512 positions, and the end piece needs one."""
_BLANKS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x1f\x85", " "))
"""Control characters that part words or lines; the rules of SentencePiece take them out, and words would join."""


class Pieces:
    """The vocabulary of a Marian folder."""

    def __init__(self, model: Model) -> None:
        """:raises ModelError: where a vocabulary file is broken."""
        self._source = _load(model, _SOURCE)
        self._target = self._source if _are_alike(model) else _load(model, _TARGET)
        self._model = model
        self._known: KeysView[str] | None = None
        manifest = read_manifest(model.folder)
        self._head = [manifest.target_token] if manifest and manifest.target_token else []
        self._tail = [] if manifest and not manifest.ends_source else [END]

    def encode(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the source pieces of each text, without the end piece."""
        if self._wants_plain_punctuation:
            texts = [normalise_punctuation(text) for text in texts]
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> list[list[str]]:
        try:
            return [self._source.encode(_parted(text), out_type=str) for text in texts]  # a list would start threads
        except (UnicodeEncodeError, TypeError, RuntimeError) as exc:  # which, depends on the release of sentencepiece
            raise EngineError("A segment has a lone surrogate, which is not a character.") from exc

    @cached_property
    def _wants_plain_punctuation(self) -> bool:
        """Whether the model never saw a curved apostrophe, neither as such nor made straight by its own rules."""
        curved, straight = self._encode(["l\u2019x", "l'x"])
        return curved != straight and "\u2019" not in "".join(self.vocabulary())

    def frame(self, pieces: Sequence[str]) -> list[str]:
        """Return source pieces as the decoder wants them: after the target-language token, before the end piece."""
        return [*self._head, *pieces, *self._tail]

    @property
    def head(self) -> int:
        """How many pieces :meth:`frame` puts before a source."""
        return len(self._head)

    def encode_target(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the target pieces of each text, without the end piece; none that the model never writes."""
        encoded = [self._target.encode(_parted(text), out_type=str) for text in texts]
        if self._written is None:
            return encoded
        return [[part for piece in pieces for part in _spell(piece, self._written)] for pieces in encoded]

    def spellings(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the target pieces of each text, at the start of a word and after a hyphen, where there are any."""
        first = [pieces for pieces in self.encode_target(texts) if pieces]
        joined = [[pieces[0].removeprefix("▁"), *pieces[1:]] for pieces in first]
        known = self._target_vocabulary().keys() if self._written is None else self._written
        return first + [pieces for pieces in joined if pieces not in first and pieces[0] in known]

    @cached_property
    def _written(self) -> frozenset[str] | None:
        """The pieces that the model may write; None where it may write all."""
        pieces = read_target_pieces(self._model.folder)
        return None if pieces is None else frozenset(pieces)

    def has(self, character: str) -> bool:
        """Tell whether a character has pieces of its own; else it goes in as bytes or as unknown."""
        return self.reads(character) and not any(piece.startswith("<0x") for piece in self.encode([character])[0])

    def reads(self, character: str) -> bool:
        """Tell whether a character goes in, be it as bytes; else it is unknown."""
        if self._known is None:
            self._known = self.vocabulary().keys()
        return all(piece in self._known for piece in self.encode([character])[0])

    def decode(self, pieces: Sequence[str]) -> str:
        """Return the text of target pieces; byte pieces become characters again."""
        text: str = self._target.decode([piece for piece in pieces if piece != END])
        return text.strip()

    def limit(self) -> int:
        """Return the longest source, in pieces, that the model is said to be good at: `model_max_length`.

        :raises ModelError: where the file that says so is broken.
        """
        path = self._model.folder / "tokenizer_config.json"
        try:
            stated = from_json(path.read_bytes()).get("model_max_length") if path.is_file() else None
        except (ValueError, AttributeError) as exc:
            raise ModelError(f"{path}: not a JSON object ({exc}); download or copy the model again.") from exc
        return min(int(stated), MAX_PIECES) if isinstance(stated, int | float) and stated > 0 else MAX_PIECES

    def vocabulary(self) -> dict[str, int]:
        """Return the number of each source piece, for engines that need it."""
        table: dict[str, int] = from_json((self._model.folder / "vocab.json").read_bytes())
        return table

    def _target_vocabulary(self) -> dict[str, int]:
        path = self._model.folder / TARGET_VOCABULARY
        table: dict[str, int] = from_json(path.read_bytes()) if path.is_file() else self.vocabulary()
        return table


def _parted(text: str) -> str:
    return text if text.isprintable() else text.translate(_BLANKS)


def _spell(piece: str, known: frozenset[str]) -> list[str]:
    """Return a piece in shorter ones that are known, from the left the longest of each."""
    parts = []
    while piece:
        length = next((n for n in range(len(piece), 1, -1) if piece[:n] in known), 1)
        parts.append(piece[:length])
        piece = piece[length:]
    return parts


def _are_alike(model: Model) -> bool:
    """Tell whether both sides have one vocabulary, which is then read once."""
    try:
        return filecmp.cmp(model.folder / _SOURCE, model.folder / _TARGET, shallow=False)
    except OSError:  # which of them is missing is said where it is loaded
        return False


def _load(model: Model, name: str) -> sentencepiece.SentencePieceProcessor:
    path = model.folder / name
    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (RuntimeError, OSError) as exc:
        raise ModelError(f"{path}: not a SentencePiece model; download or copy the model again.") from exc
