"""What a caller gives by keyword goes over a configuration, and out comes the configuration of one call."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from translate.config import Config
from translate.errors import UsageError
from translate.languages import check_code

StrPath = str | os.PathLike[str]
"""A path, as Python's own functions take it."""


def settle(config: Config | None, source_language: str | None = None, target_language: str | None = None) -> Config:
    """Return `config`, or the defaults, with the languages that are given.

    :raises UsageError: for what is no language code.
    """
    base = config or Config()
    return replace(
        base,
        source_language=check_code(source_language or base.source_language),
        target_language=check_code(target_language or base.target_language),
    )


def paths_of(paths: StrPath | Iterable[StrPath]) -> list[str]:
    """Return one path, or several, as a list."""
    several = (paths,) if isinstance(paths, str | os.PathLike) else paths
    return [os.fspath(path) for path in several]


def require_texts(texts: Any, what: str) -> list[str]:
    """Return `texts`, when each of them can be a text: whoever runs no type checker shall have an error that helps.

    :param what: what the error shall call one of them.
    :raises UsageError: with the place, counted from 0, of the first that is none.
    """
    if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
        raise UsageError(f"{what}: expected several str, not one {type(texts).__name__}; write [{what}] for one.")
    found = list(texts)
    for number, text in enumerate(found):
        if not isinstance(text, str):
            raise UsageError(f"{what} {number}: expected a str, not {type(text).__name__}.")
        try:
            text.encode()
        except UnicodeEncodeError as exc:
            raise UsageError(
                f"{what} {number}: character {exc.start} is half a surrogate pair, which no file can hold; decode the "
                "text by its own encoding, without surrogateescape."
            ) from exc
    return found
