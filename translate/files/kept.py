"""Plain values of Python in the cache folder: what takes long to make, and can be made anew."""

from __future__ import annotations

import hashlib
import marshal
import sys
from base64 import b64decode, b64encode
from typing import Any

from translate.files.places import read_cached, write_cached

_DIGEST_CHARACTERS = 64


def read_kept(place: str) -> Any:
    """Return what :func:`write_kept` put at `place`; None where there is nothing, or not all of it.

    A digest stands before what is kept: it is read only where it is what was written.
    """
    text = read_cached(_own(place))
    body = text[_DIGEST_CHARACTERS:]
    if not body or hashlib.sha256(body.encode()).hexdigest() != text[:_DIGEST_CHARACTERS]:
        return None
    return marshal.loads(b64decode(body))


def write_kept(place: str, value: Any) -> None:
    """Put a value at `place` in the cache folder: numbers, texts, None, and tuples, lists, sets and dicts of these.

    A cache that cannot be written costs time alone.
    """
    body = b64encode(marshal.dumps(value)).decode()
    write_cached(_own(place), hashlib.sha256(body.encode()).hexdigest() + body)


def _own(place: str) -> str:
    """Return the place for this release of Python: another may write such values otherwise."""
    return f"{place}-{sys.version_info.major}.{sys.version_info.minor}"
