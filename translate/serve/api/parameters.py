"""The parameters of a request, from wherever clients put them: JSON, a form, the address."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from translate.serve.api.errors import ApiError

_MOST_FIELDS = 1000


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a request."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a request asks for. A name that came more than once has a list."""

    values: Mapping[str, Any]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str | None = None) -> str:
        """Return a parameter that is one text.

        :raises ApiError: where it is missing or something else.
        """
        value = self.values.get(name, default)
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
        if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit():
            return int(value)
        if type(value) is int and value >= 0:
            return value
        raise ApiError(400, f"Invalid request: {name} is not a whole number")

    def key(self) -> str:
        """Return the key of the client; empty where it has none."""
        value = self.values.get("api_key")
        return value if isinstance(value, str) else ""


async def read_parameters(request: Request, *, most_file: int) -> Parameters:
    """Read a request.

    :raises ApiError: where it is malformed.
    """
    values: dict[str, Any] = _joined(request.query_params.multi_items())
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method not in ("POST", "PUT"):
        return Parameters(values)
    if kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        try:
            async with request.form(max_files=4, max_fields=_MOST_FIELDS, max_part_size=most_file) as form:
                texts = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
                files = {
                    name: Upload(value.filename or "", await value.read())
                    for name, value in form.multi_items()
                    if isinstance(value, UploadFile)
                }
        except (MultiPartException, ValueError) as exc:
            raise ApiError(400, f"Invalid request: the form cannot be read: {exc}") from exc
        return Parameters(values | _joined(texts), files)
    body = await request.body()
    if not body.strip():
        return Parameters(values)
    if kind not in ("application/json", "") and not kind.endswith("+json"):
        raise ApiError(415, f"Unsupported content type {kind!r:.60}; send JSON or a form")
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as exc:
        raise ApiError(400, f"Invalid request: the body is no JSON: {exc}") from exc
    if not isinstance(found, dict):
        raise ApiError(400, "Invalid request: the body is no object of JSON")
    return Parameters(values | found)


def _joined(items: list[tuple[str, str]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in items:
        held = values.get(name)
        values[name] = value if held is None else [*held, value] if isinstance(held, list) else [held, value]
    return values
