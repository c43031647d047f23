"""Texts whose terms somebody asks for: JSON Lines, or a segment a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TextIO

from translate.errors import FormatError
from translate.files import from_json
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """A source text; `name` is its `id`, or the number of its line."""

    name: str | int
    source: str


def read_requests(path: Path, standard: TextIO) -> Iterator[Request]:
    """Yield what is asked, line by line: objects with `source` and maybe `id`, or plain texts.

    :param standard: what is read for `-`.
    :raises FormatError: with the line, where it cannot be read.
    """
    try:
        with nullcontext(standard) if str(path) == "-" else path.open(encoding="utf-8-sig") as file:
            is_json: bool | None = None
            for number, line in enumerate(file, 1):
                text = line.rstrip("\r\n")
                if not text.strip():
                    continue
                is_json = text.lstrip().startswith("{") if is_json is None else is_json
                yield _parse(path, number, text) if is_json else Request(number, text)
    except (OSError, UnicodeDecodeError) as exc:
        raise FormatError(f"cannot be read: {exc}. Save it as UTF-8.", path=path) from exc


def _parse(path: Path, number: int, line: str) -> Request:
    try:
        found = from_json(line)
    except json.JSONDecodeError as exc:
        raise FormatError(f"is not JSON: {exc.msg}; expected one object a line.", path=path, line=number) from exc
    source = found.get("source") if isinstance(found, dict) else None
    if not isinstance(source, str):
        raise FormatError('has no text \'source\'; expected {"id": …, "source": …}.', path=path, line=number)
    return Request(found.get("id", number), source)
