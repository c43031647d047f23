"""What is to be looked up, read from a file: a segment a line, JSON Lines, or a bilingual file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from translate.errors import FormatError, UsageError, reason_of, shown
from translate.files import from_json
from translate.formats import format_to_read, read_bitext
from translate.formats.base import Header
from translate.formats.packing import plain_name
from translate.formats.sources import is_wordfast, read_lines
from translate.memory.matches import Query
from translate.records import dataclass

_MAX_LINE_BYTES = 1 << 24
_LINES = ".jsonl"
_TEXT = ".txt"
"""No bilingual format but one is called so; to load them all takes longer than a look-up."""


@dataclass(frozen=True, slots=True)
class Request:
    """A query, and the name by which its answer is known."""

    id: str
    query: Query


def read_requests(path: Path, header: Header) -> Iterator[Request]:
    """Yield what a file asks for, in order.

    A file whose name tells no bilingual format is plain text, a segment a line.

    :param header: the languages of a bilingual file that names none.
    :raises FormatError: with the line, where it cannot be read.
    """
    if plain_name(path.name).endswith(_LINES) and _is_of_requests(path):
        yield from requests_of(read_lines(path, _MAX_LINE_BYTES), path)
        return
    if not _is_bilingual(path):
        yield from requests_of(read_lines(path, _MAX_LINE_BYTES), path)
        return
    for unit in read_bitext(path, default=header).units:
        source = unit.source
        query = Query(source.text, source.codes, unit.context_before, unit.context_after, unit.name, has_context=True)
        yield Request(unit.name, query)


def _is_bilingual(path: Path) -> bool:
    if plain_name(path.name).endswith(_TEXT):
        return path.is_file() and is_wordfast(path)
    try:
        format_to_read(path)
    except UsageError:
        return False
    return True


def requests_of(lines: Iterable[tuple[int, bytes]], path: Path) -> Iterator[Request]:
    """Yield the requests of lines: objects of JSON where the first one is such, else segments.

    An object has `source`, and may have `id`, `before`, `after` and `name`.
    """
    is_json: bool | None = None
    for number, line in lines:
        if is_json is None and not line.isspace():
            is_json = line.lstrip().startswith(b"{")
        if is_json:
            if not line.isspace():
                yield _request(line, number, path)
            continue
        try:
            text = line.decode().rstrip("\r\n")
        except UnicodeDecodeError as exc:
            message = f"byte 0x{line[exc.start]:02x} is not UTF-8; save the file as UTF-8."
            raise FormatError(message, path=path, line=number) from exc
        yield Request(str(number), Query(text))


def _is_of_requests(path: Path) -> bool:
    """Tell whether the first object of a file asks for a text; that of a bitext holds two."""
    for _, line in read_lines(path, _MAX_LINE_BYTES):
        if not line.isspace():
            try:
                value = from_json(line)
            except ValueError:
                return True
            is_bitext = isinstance(value, dict) and (
                "source_language" in value or isinstance(value.get("source"), dict)
            )
            return not is_bitext
    return True


def _request(line: bytes, number: int, path: Path) -> Request:
    try:
        value = from_json(line.decode())
    except ValueError as exc:
        raise FormatError(
            f"not JSON: {reason_of(exc)}; expected an object on each line.", path=path, line=number
        ) from exc
    if not isinstance(value, dict) or not isinstance(value.get("source"), str):
        message = f"begins with {shown(value)}; expected an object with a text called 'source'."
        raise FormatError(message, path=path, line=number)
    texts: dict[str, Any] = {key: value.get(key) for key in ("before", "after", "name")}
    for key, text in texts.items():
        if text is not None and not isinstance(text, str):
            raise FormatError(f"'{key}' is {shown(text)}; expected a text or null.", path=path, line=number)
    known = "before" in value or "after" in value
    query = Query(value["source"], (), texts["before"], texts["after"], texts["name"] or "", known)
    return Request(str(value.get("id", number)), query)
