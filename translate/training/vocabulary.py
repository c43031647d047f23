"""The vocabulary: text to piece numbers and back; one that is there already, or one made from the data."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
import sentencepiece

from translate.errors import ModelError, TrainingError
from translate.files import from_json, make_folder, replace_file, write_text

log = logging.getLogger(__name__)
FILES = ("source.spm", "target.spm", "vocab.json")
END, UNKNOWN, PAD = "</s>", "<unk>", "<pad>"
Pieces = npt.NDArray[np.int32]

OPENS, CLOSES = "\ufdd0", "\ufdd1"
"""What stands in a text for the marks around a hint: characters of Unicode that are none."""
MARKS = ("<0xFE>", "<0xFF>")
"""The pieces of those marks: bytes that no text in UTF-8 has, for which a vocabulary with byte pieces has a place."""
_HINT = re.compile(f"{OPENS}(.*?){CLOSES}", re.DOTALL)

LEAST_LETTER_SHARE = 2e-6
"""A letter that makes up this share of the text has a piece of its own, and so has its capital."""
_SPACES = "\u0020\u00a0\u2007\u2009\u202f"
_REPLACED = {
    "'": "’‘‚‛ʼʹ`´",
    '"': "«»“”„‟",
    "-": "‐‑‒–—―−",
    "": "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff",
}


class Vocabulary:
    """The vocabulary of a Marian folder: one SentencePiece model a side, and one table of numbers."""

    def __init__(self, folder: Path) -> None:
        """:raises ModelError: where a file is missing or broken."""
        self.folder = folder
        try:
            self.numbers: dict[str, int] = from_json((folder / "vocab.json").read_bytes())
            self._source, self._target = (
                sentencepiece.SentencePieceProcessor(model_file=str(folder / name)) for name in FILES[:2]
            )
            self.end, self.unknown, self.pad = (self.numbers[piece] for piece in (END, UNKNOWN, PAD))
        except (OSError, RuntimeError, ValueError, KeyError, TypeError) as exc:
            raise ModelError(f"{folder}: its vocabulary ({', '.join(FILES)}) cannot be read: {exc}.") from exc
        self._tables = [self._table(processor) for processor in (self._source, self._target)]
        self._pieces = {number: piece for piece, number in self.numbers.items()}

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def digest(self) -> str:
        """SHA-256 over the three files."""
        return hashlib.sha256(b"".join((self.folder / name).read_bytes() for name in FILES)).hexdigest()

    def encode_source(self, texts: Sequence[str], *, threads: int = 1) -> list[Pieces]:
        """Return the piece numbers of each text, without the end piece; the marks of hints become :data:`MARKS`.

        :raises TrainingError: where a text has hints, and the vocabulary no pieces for their marks.
        """
        encoded = self._source.encode(list(texts), num_threads=threads)
        rows = [self._tables[0][np.asarray(row, np.int64)] for row in encoded]
        for number, text in enumerate(texts):
            if OPENS in text:
                rows[number] = self._encode_hinted(text)
        return rows

    def _encode_hinted(self, text: str) -> Pieces:
        """Return the pieces of a text as if it had no hints, with these between them."""
        if any(mark not in self.numbers for mark in MARKS):
            missing = " and ".join(MARKS)
            raise TrainingError(f"{self.folder}: the vocabulary lacks {missing}, which mark hints; leave 'hints' out.")
        opens, closes = ([self.numbers[mark]] for mark in MARKS)
        plain, *rest = _HINT.split(text)
        (whole,) = self.encode_source(["".join([plain, *rest[1::2]])])
        parts: list[Pieces] = []
        done = 0
        for said, following in zip(rest[::2], rest[1::2], strict=True):
            (before,), (given,) = self.encode_source([plain]), self.encode_target([said])
            parts += [whole[done : len(before)], np.asarray([*opens, *given, *closes], np.int32)]
            done, plain = max(done, len(before)), plain + following
        return np.concatenate([*parts, whole[done:]])

    def encode_target(self, texts: Sequence[str], *, threads: int = 1) -> list[Pieces]:
        encoded = self._target.encode(list(texts), num_threads=threads)
        return [self._tables[1][np.asarray(row, np.int64)] for row in encoded]

    def decode(self, numbers: Iterable[int]) -> str:
        """Return the text of target pieces; what comes after the end piece is left out."""
        pieces = []
        for number in numbers:
            if number == self.end:
                break
            if number != self.pad:
                pieces.append(self._pieces[number])
        text: str = self._target.decode(pieces)
        return text.strip()

    def save(self, folder: Path) -> None:
        """Write the three files into `folder`."""
        for name in FILES:
            with replace_file(folder / name) as file:
                file.write((self.folder / name).read_bytes())

    def _table(self, processor: sentencepiece.SentencePieceProcessor) -> Pieces:
        """Return the number in vocab.json of each piece of a SentencePiece model."""
        pieces = (processor.id_to_piece(number) for number in range(processor.get_piece_size()))
        return np.asarray([self.numbers.get(piece, self.unknown) for piece in pieces], np.int32)


@cache
def normalisation_rules() -> str:
    """Return the rules that a new vocabulary applies to all text, as SentencePiece reads them.

    NFKC; ’ and its like become ', « » “ ” become " (with the spaces that belong to guillemets), every dash -, every
    space a plain one; what has no width is dropped. They become part of source.spm, so that training and every engine
    see the same pieces.
    """
    own = {character: plain for plain, characters in _REPLACED.items() for character in characters}
    rules: dict[str, str] = {}
    for character in map(chr, chain(range(1, 0xD800), range(0xE000, 0x110000))):
        category = unicodedata.category(character)
        if category in ("Cn", "Co"):
            continue
        if category == "Cc":
            new = " " if character in "\t\n\r" else ""
        else:
            new = "".join(own.get(c, c) for c in unicodedata.normalize("NFKC", own.get(character, character)))
            new = "".join(" " if unicodedata.category(c) == "Zs" else c for c in new)
        if new != character:
            rules[character] = new
        parts = unicodedata.decomposition(character)
        once = "".join(chr(int(part, 16)) for part in parts.split()) if parts and not parts.startswith("<") else ""
        rules |= {form: new for form in (once, unicodedata.normalize("NFD", character)) if len(form) > 1}
    for space in _SPACES:
        rules |= {f"«{space}": '"', f"{space}»": '"'}
    return "".join(f"{_hexadecimal(old)}\t{_hexadecimal(new)}\n" for old, new in sorted(rules.items()) if old != new)


def make_vocabulary(folder: Path, texts: Iterable[str], *, pieces: int, threads: int) -> Vocabulary:
    """Make a joint vocabulary of both sides and write it to `folder`.

    Unigram pieces (Kudo 2018), digits apart, and a piece for each byte, so that nothing is unknown.

    :param pieces: how many, with the special ones; fewer where the texts do not give so many.
    :raises TrainingError: where the texts are too few for any vocabulary.
    """
    make_folder(folder)
    made = io.BytesIO()
    with tempfile.TemporaryDirectory() as work:
        rules, sample = Path(work) / "rules.tsv", Path(work) / "sample.txt"
        rules.write_text(normalisation_rules(), encoding="utf-8", newline="")
        letters = _write_sample(texts, sample)
        try:
            sentencepiece.SentencePieceTrainer.train(
                sentence_iterator=_lines(sample),
                model_writer=made,
                vocab_size=pieces,
                hard_vocab_limit=False,
                byte_fallback=True,
                split_digits=True,
                character_coverage=0.9998,
                required_chars=letters,
                normalization_rule_tsv=str(rules),
                num_threads=threads,
                minloglevel=2,
            )
        except (RuntimeError, OSError) as exc:
            reason = str(exc).strip().splitlines()[-1] if str(exc).strip() else type(exc).__name__
            raise TrainingError(
                f"cannot make a vocabulary of {pieces} pieces from this data: {reason}. Give more data, fewer pieces "
                "([vocabulary] pieces), or use the vocabulary of a model."
            ) from exc
    for name in FILES[:2]:
        with replace_file(folder / name) as file:
            file.write(made.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_proto=made.getvalue())
    control = {"<unk>", "<s>", "</s>"}
    rest = [p for n in range(processor.get_piece_size()) if (p := processor.id_to_piece(n)) not in control]
    numbers = {piece: number for number, piece in enumerate([END, UNKNOWN, *rest, PAD])}
    write_text(folder / "vocab.json", json.dumps(numbers, ensure_ascii=False, indent=1) + "\n")
    log.info("made a vocabulary of %d pieces", len(numbers))
    return Vocabulary(folder)


def _write_sample(texts: Iterable[str], path: Path) -> str:
    """Write texts to a file, a line each; return the letters that they use, each in both cases where it has two.

    Capitals with accents are so rare that they would be written in bytes, which no model learns to read.
    """
    counts: Counter[str] = Counter()
    with path.open("w", encoding="utf-8", newline="") as file:
        for text in texts:
            counts.update(text)
            file.write(" ".join(text.split()) + "\n")
    least = max(2, LEAST_LETTER_SHARE * counts.total())
    used = {character for character, count in counts.items() if count >= least and character.isalpha()}
    used |= {case for letter in used for case in (letter.lower(), letter.upper()) if len(case) == 1}
    return "".join(sorted(letter for letter in used if unicodedata.normalize("NFKC", letter) == letter))


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def _hexadecimal(text: str) -> str:
    return " ".join(f"{ord(character):X}" for character in text)
