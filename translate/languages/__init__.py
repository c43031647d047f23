"""Languages: a code gives a :class:`Language`; nothing outside of this folder knows what is true of one only."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from translate.languages.codes import base_code, check_code
from translate.registry import late_names

if TYPE_CHECKING:
    from translate.languages.base import UNDETERMINED, Language

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
]

DEFAULT_SOURCE = "fr"
DEFAULT_TARGET = "en"
"""The pair that the embedded model translates, and that is meant where nobody names another."""
DEFAULT_MODEL = f"{DEFAULT_SOURCE}-{DEFAULT_TARGET}"
ADMINISTRATION = "en"
"""Language of this package's own messages and notes."""


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder here, in order."""
    found = (path.parent.name for folder in __path__ for path in Path(folder).glob("*/__init__.py"))
    return tuple(sorted(found))


@cache
def find_language(code: str) -> Language:
    """Return what is known of the language of a BCP 47 code, whatever its script and region: one object a language.

    Of a language without a folder that is hardly more than its code.
    """
    return _load(base_code(code))


@cache
def _load(base: str) -> Language:
    if base not in known_languages():
        from translate.languages.others import describe

        return describe(base)
    language: Language = import_module(f"{__name__}.{base}").LANGUAGE
    return language


# The names of the usual pair need none of what a language is.
__getattr__ = late_names(__name__, {"Language": "base", "UNDETERMINED": "base"})
