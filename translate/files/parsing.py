"""JSON and TOML that anybody wrote: what is nested without end is as wrong as any other text that is neither."""

from __future__ import annotations

import json
from typing import Any

_TOO_DEEP = "values are nested too deeply"


def from_json(content: str | bytes) -> Any:
    """Return the value that a text in JSON is.

    :raises json.JSONDecodeError: where it is none.
    :raises UnicodeDecodeError: where it is no text.
    """
    try:
        return json.loads(content)
    except RecursionError as exc:
        raise json.JSONDecodeError(_TOO_DEEP, "", 0) from exc


def from_toml(content: str) -> dict[str, Any]:
    """Return the table that a text in TOML is.

    :raises tomllib.TOMLDecodeError: where it is none.
    """
    import tomllib  # which few commands need, and none at its start

    try:
        return tomllib.loads(content)
    except RecursionError as exc:
        raise tomllib.TOMLDecodeError(_TOO_DEEP) from exc
