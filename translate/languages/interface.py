"""Strings of the review page: `interface.json` of a language's folder comes in, a text a key goes out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from translate.files import from_json
from translate.languages import ADMINISTRATION, base_code

NAME = "interface.json"


@cache
def interface_languages() -> tuple[str, ...]:
    """Return the codes of the languages that the page speaks, in order."""
    return tuple(sorted(path.parent.name for path in Path(__file__).parent.glob(f"*/{NAME}")))


@cache
def interface_strings(language: str) -> Mapping[str, str]:
    """Return the texts of the page in a language; what it lacks, and a language without any, is as in our messages."""
    strings = _read(ADMINISTRATION)
    code = base_code(language)
    return {**strings, **_read(code)} if code in interface_languages() else strings


def _read(code: str) -> dict[str, str]:
    strings: dict[str, str] = from_json((Path(__file__).parent / code / NAME).read_text(encoding="utf-8"))
    return strings
