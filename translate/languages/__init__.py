"""Languages: a code gives a :class:`Language`; nothing outside of this folder knows what is true of one only."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from translate.errors import UnknownNameError
from translate.languages.base import UNDETERMINED, Language
from translate.languages.codes import base_code, check_code
from translate.languages.others import describe

__all__ = [
    "ADMINISTRATION",
    "DEFAULT_MODEL",
    "DEFAULT_SOURCE",
    "DEFAULT_TARGET",
    "UNDETERMINED",
    "Language",
    "base_code",
    "check_code",
    "find_language",
    "known_languages",
    "load_language",
]

DEFAULT_SOURCE = "fr"
DEFAULT_TARGET = "en"
"""The pair that the embedded model translates, and that is meant where nobody names another."""
DEFAULT_MODEL = f"{DEFAULT_SOURCE}-{DEFAULT_TARGET}"
ADMINISTRATION = "en"
"""Language of this package's own messages and notes."""
_FOLDER = Path(__file__).parent


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder here, in order."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob("*/__init__.py")))


def load_language(code: str) -> Language:
    """Return what is known of the language of a BCP 47 code; script and region are not looked at.

    :raises UnknownNameError: where there is no folder for it; the message lists those that there are.
    """
    if base_code(code) not in known_languages():
        raise UnknownNameError("language", code, known_languages())
    return find_language(code)


@cache
def find_language(code: str) -> Language:
    """Return what is known of the language of a BCP 47 code: of one without a folder, hardly more than its code."""
    return _load(base_code(code))


@cache
def _load(base: str) -> Language:
    if base not in known_languages():
        return describe(base)
    language: Language = import_module(f"{__name__}.{base}").LANGUAGE
    return language
