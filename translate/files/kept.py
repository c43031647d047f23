"""Plain values of Python in the cache folder: what takes long to make, and can be made anew."""

from __future__ import annotations

import atexit
import hashlib
import marshal
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, Generic, TypeVar

from translate.files.places import read_cached, write_cached

_DIGEST_CHARACTERS = 64
_PLACE_CHARACTERS = 16
"""Of the digest of what a value is made of, in the name of its file."""
_Plain = TypeVar("_Plain")
_Key = TypeVar("_Key", bound=Hashable)


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


def kept_or_made(folder: str, facts: bytes, make: Callable[[], _Plain]) -> _Plain:
    """Return what `make` returns, which an earlier process may have kept.

    :param folder: of the cache folder.
    :param facts: whatever the value depends on, code included.
    :param make: returns a value that :func:`write_kept` takes, and not None.
    """
    place = f"{folder}/{hashlib.sha256(facts).hexdigest()[:_PLACE_CHARACTERS]}"
    kept: _Plain | None = read_kept(place)
    if kept is None:
        kept = make()
        write_kept(place, kept)
    return kept


def _own(place: str) -> str:
    """Return the place for this release of Python: another may write such values otherwise."""
    return f"{place}-{sys.version_info.major}.{sys.version_info.minor}"


class Remembered(Generic[_Key]):
    """What a function makes of texts or other plain values, remembered from one process to the next.

    :param place: gives where in the cache folder; another for another function.
    :param most: values that are remembered; a file that grew beyond that begins anew.
    """

    def __init__(self, place: Callable[[], str], most: int) -> None:
        self._place, self._most = place, most
        self._made: dict[_Key, Any] = {}
        """What this process made."""

    @cached_property
    def _known(self) -> dict[_Key, Any]:
        """What earlier processes made, read once."""
        return self._read()

    def find(self, key: _Key, make: Callable[[_Key], Any]) -> Any:
        """Return what is known of a text, or else what `make` returns: a plain value, and not None."""
        found = self._known.get(key)
        if found is None:
            found = self._made.get(key)
        if found is None:
            found = make(key)
            if len(self._made) < self._most:
                if not self._made:
                    atexit.register(self.write)
                self._made[key] = found
        return found

    def write(self) -> None:
        """Write down what this process made, beside what was known before."""
        if self._made:
            all_of_it = {**self._read(), **self._made}
            write_kept(self._place(), all_of_it if len(all_of_it) <= self._most else self._made)
            self._made = {}

    def _read(self) -> dict[_Key, Any]:
        return read_kept(self._place()) or {}
