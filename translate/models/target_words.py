"""The words that a model has read in its target language: a file beside its weights, which training makes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from translate.files import read_model_lines

TARGET_WORDS = "target_words.txt"


def format_target_words(words: Iterable[str]) -> str:
    """Return the content of `target_words.txt`: folded words, a line each, in order."""
    return "".join(f"{word}\n" for word in sorted(words))


def read_target_words(folder: Path) -> frozenset[str] | None:
    """Return the words that the model has read, folded; None where nobody wrote them down.

    The file changes nothing in what a model says, so it is no part of the model's digest.

    :raises ModelError: where the file is no text.
    """
    lines = read_model_lines(folder / TARGET_WORDS)
    return None if lines is None else frozenset(lines)
