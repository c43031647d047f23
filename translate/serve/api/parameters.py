"""The parameters of a request, from wherever clients put them: JSON, a form, the address."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import field
from email.message import Message
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from translate.records import dataclass
from translate.serve.api.errors import ApiError
from translate.serve.guard import headers_of

_MOST_FIELDS, _MOST_FILES = 1000, 4
_EVERY_BYTE = "latin-1"
"""An encoding in which any bytes are a text, and come back."""
_NUMBER = re.compile("[0-9]{1,9}")
_ENCODINGS = ("utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a request."""

    name: str
    data: bytes

    @property
    def ending(self) -> str:
        """What follows the last full stop of its name, with it, in small letters."""
        return "." + self.name.rpartition(".")[2].lower() if "." in self.name else ""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a request asks for. A name that came more than once has a list."""

    values: Mapping[str, Any]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str | None = None) -> str:
        """Return a parameter that is one text.

        :param default: stands for one that is missing, null or empty.
        :raises ApiError: where it is missing or something else.
        """
        value = default if self.values.get(name) in (None, "") else self.values[name]
        if value is None:
            raise ApiError(400, f"Invalid request: missing {name} parameter")
        if not isinstance(value, str):
            raise ApiError(400, f"Invalid request: {name} is not a text")
        return value

    def number(self, name: str, default: int) -> int:
        """Return a parameter that is a whole number, written as one or in letters.

        :raises ApiError: where it is something else.
        """
        value = self.values.get(name)
        if value is None or value == "":
            return default
        if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
            return int(value)
        if (type(value) is int or (isinstance(value, float) and value.is_integer())) and value >= 0:
            return int(value)
        raise ApiError(400, f"Invalid request: {name} is not a whole number")

    def key(self) -> str:
        """Return the key of the client; empty where it has none."""
        value = self.values.get("api_key")
        return value if isinstance(value, str) else ""


async def read_parameters(request: Request, *, most_file: int) -> Parameters:
    """Read a request.

    :raises ApiError: where it is malformed.
    """
    query, headers = request.scope["query_string"], headers_of(request.scope)
    values = _fields(query, "utf-8") if query else {}
    if request.method not in ("POST", "PUT"):
        return Parameters(values)
    packed = headers.get("content-encoding", "identity").strip().lower()
    if packed not in ("identity", ""):
        raise ApiError(415, f"Unsupported content encoding {packed!r:.60}; send the body as it is")
    header = headers.get("content-type", "")
    kind = header.partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        texts, files = await _parts(request, header, most_file)
        return Parameters(values | _joined(texts), files)
    body = await _body_of(request)
    if not body or body.isspace():
        return Parameters(values)
    if kind == "application/x-www-form-urlencoded":
        return Parameters(values | _fields(body, _encoding_of(header)))
    if kind not in ("application/json", "") and not kind.endswith("+json"):
        raise ApiError(415, f"Unsupported content type {kind!r:.60}; send JSON or a form")
    try:
        encoding = _encoding_of(header)
        found = json.loads(body if encoding == "utf-8" else body.decode(encoding))
    except (ValueError, RecursionError) as exc:
        raise ApiError(400, f"Invalid request: the body is no JSON: {exc}") from exc
    if not isinstance(found, dict):
        raise ApiError(400, "Invalid request: the body is no object of JSON")
    return Parameters(values | found)


async def _body_of(request: Request) -> bytes:
    """Return the whole body.

    :raises ClientDisconnect: where the client has gone before.
    """
    pieces, is_whole = list[bytes](), False
    while not is_whole:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        pieces.append(message.get("body", b""))
        is_whole = not message.get("more_body", False)
    return b"".join(pieces)


async def _parts(request: Request, header: str, most_file: int) -> tuple[list[tuple[str, str]], dict[str, Upload]]:
    """Return the texts and files of a form in parts.

    :raises ApiError: where it is malformed, or in another encoding than it says.
    """
    encoding = _encoding_of(header)

    def read(text: str) -> str:
        return text.encode(_EVERY_BYTE).decode(encoding)

    # Starlette takes what is in another encoding for Latin-1, silently; so all is, and is decoded here.
    headers = Headers({"content-type": f"{header}; charset={_EVERY_BYTE}"})
    parser = MultiPartParser(
        headers, request.stream(), max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=most_file
    )
    texts: list[tuple[str, str]] = []
    files: dict[str, Upload] = {}
    try:
        form = await parser.parse()
        try:
            for name, value in ((read(name), value) for name, value in form.multi_items()):
                if isinstance(value, str):
                    texts.append((name, read(value)))
                elif name in files:
                    raise ApiError(400, f"Invalid request: {name} came twice; send one at a time")
                else:
                    files[name] = Upload(read(value.filename or ""), await value.read())
        finally:
            await form.close()
    except (MultiPartException, ValueError) as exc:
        said = exc.message if isinstance(exc, MultiPartException) else exc
        raise ApiError(400, f"Invalid request: the form cannot be read: {said}") from exc
    return texts, files


@lru_cache(maxsize=64)
def _encoding_of(header: str) -> str:
    """Return the encoding that a content type names; UTF-8 where it names none.

    :raises ApiError: where it names one that clients do not write in.
    """
    parts = Message()
    parts["Content-Type"] = header
    encoding = str(parts.get_content_charset() or "utf-8")
    if encoding.replace("utf8", "utf-8") not in _ENCODINGS:
        raise ApiError(415, f"Unsupported encoding {encoding!r:.60}; send UTF-8")
    return encoding.replace("utf8", "utf-8")


def _fields(body: bytes, encoding: str) -> dict[str, Any]:
    """Return the fields of a form, or of the part of an address that is like one.

    :raises ApiError: for bytes that are not in that encoding: what would stand for them would be translated.
    """
    try:
        text = body.decode(encoding)
        items = parse_qsl(text, keep_blank_values=True, encoding=encoding, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as exc:
        raise ApiError(400, f"Invalid request: the form cannot be read: {exc}") from exc
    return _joined(items)


def _joined(items: list[tuple[str, str]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in items:
        held = values.get(name)
        values[name] = value if held is None else [*held, value] if isinstance(held, list) else [held, value]
    return values
