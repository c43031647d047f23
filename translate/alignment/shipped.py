"""Where the lexicons and dictionaries lie that ship, and for which languages there are some."""

from __future__ import annotations

from pathlib import Path

from translate.languages.codes import base_code

FOLDER = Path(__file__).parent / "lexicons"


def lexicon_path(source_language: str, target_language: str) -> Path:
    """Return where the lexicon of two languages is, if there is one."""
    return FOLDER / f"{base_code(source_language)}-{base_code(target_language)}.npz"


def has_lexicon(source_language: str, target_language: str) -> bool:
    """Tell whether a lexicon ships for two languages."""
    return lexicon_path(source_language, target_language).is_file()
