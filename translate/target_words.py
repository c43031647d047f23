"""The words that a model has read in its target language: a file beside its weights, which training makes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from translate.errors import ModelError

TARGET_WORDS = "target_words.txt"
_WORD = re.compile(r"[^\W\d_]+")


def iter_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of `text`: its runs of letters. `don't` is two."""
    return _WORD.finditer(text)


def split_lowered(text: str) -> list[str]:
    """Return the words of `text` in small letters."""
    return _WORD.findall(text.lower())


def fold(word: str) -> str:
    """Return a word in small letters and without accents: `Nébouy` and `NEBOUY` are the same word as `nebouy`."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def format_target_words(words: Iterable[str]) -> str:
    """Return the content of `target_words.txt`: folded words, a line each, in order."""
    return "".join(f"{word}\n" for word in sorted(words))


def read_target_words(folder: Path) -> frozenset[str] | None:
    """Return the words that the model has read, folded; None where nobody wrote them down.

    The file changes nothing in what a model says, so it is no part of the model's digest.

    :raises ModelError: where the file is no text.
    """
    path = folder / TARGET_WORDS
    if not path.is_file():
        return None
    try:
        return frozenset(path.read_text(encoding="utf-8").split("\n")[:-1])
    except UnicodeDecodeError as exc:
        raise ModelError(f"{path}: it cannot be read as UTF-8 ({exc}); fetch or copy the model again.") from exc
