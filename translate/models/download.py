"""Files of a repository on the hub come into a folder; what an earlier command left unfinished is continued."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from translate.errors import ModelError

_BLOCK_BYTES = 1 << 20
_SECONDS = 30
"""Without any answer."""
_TRIES = 3
"""That bring nothing new, one after another."""
_FROM_HERE = 206
_PAST_THE_END = 416
_UNFINISHED = ".unfinished"


class _CutError(Exception):
    """The other side, or the network, gave up."""


class RemoteFile(NamedTuple):
    """A file of a repository, and its size in bytes where the hub states it."""

    name: str
    size: int | None


def download(repository: str, revision: str, files: Sequence[RemoteFile], into: Path) -> None:
    """Fetch files into a folder, with a bar for each; those that are there whole are not fetched again.

    :raises OSError: where the hub cannot be reached, refuses (`HTTPError`), or is cut off again and again.
    :raises ModelError: where the disk has no room for them, or the folder cannot be written.
    """
    from huggingface_hub import hf_hub_url

    with _to_disk(into):
        into.mkdir(parents=True, exist_ok=True)
    check_room(files, into)
    headers = {str(key): str(value) for key, value in _utilities().build_hf_headers().items()}
    for file in files:
        path = into / file.name
        if path.is_file():
            continue
        with _to_disk(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + _UNFINISHED)
        _fetch(hf_hub_url(repository, file.name, revision=revision), headers, file, part)
        part.replace(path)


def check_room(files: Iterable[RemoteFile], into: Path) -> None:
    """Refuse to fetch files into a folder whose disk has no room for what is not there yet.

    :raises ModelError: with what is needed, and what is free.
    """
    needed = 0
    for file in files:
        places = (into / file.name, into / (file.name + _UNFINISHED))
        have = next((place.stat().st_size for place in places if place.is_file()), 0)
        needed += max((file.size or 0) - have, 0)
    free = shutil.disk_usage(into).free
    if needed > free:
        raise ModelError(
            f"{into}: the disk has {free / 1e6:,.0f} MB free, the model needs {needed / 1e6:,.0f} MB. Free some space, "
            f"or set BITEXTE_CACHE to a folder on another disk."
        )


@contextmanager
def _to_disk(place: Path) -> Iterator[None]:
    """Turn what this disk refuses into one line, apart from what the network does."""
    try:
        yield
    except OSError as exc:
        raise ModelError(
            f"{place}: cannot be written ({exc.strerror or exc}). Free some space or check its permissions, or set "
            f"BITEXTE_CACHE to another folder; then run the same command again, which keeps what arrived."
        ) from exc


def _fetch(url: str, headers: dict[str, str], file: RemoteFile, part: Path) -> None:
    """Append to `part` what it lacks of a file."""
    have = part.stat().st_size if part.is_file() else 0
    with _utilities().tqdm(total=file.size, initial=have, unit="B", unit_scale=True, desc=file.name) as bar:
        idle = 0
        while True:
            before = have
            try:
                have, is_done = _continue(url, headers, file, part, have, bar)
                if is_done:
                    return
            except HTTPError:
                raise
            except (_CutError, HTTPException, OSError) as exc:
                have = part.stat().st_size if part.is_file() else 0
                error: Exception = exc
            else:
                error = OSError(f"{file.name} was cut at {have:,} bytes")
            idle = 0 if have > before else idle + 1
            if idle == _TRIES:
                raise OSError(str(error)) from error


def _continue(url: str, headers: dict[str, str], file: RemoteFile, part: Path, have: int, bar: Any) -> tuple[int, bool]:
    """Ask for a file from byte `have` on; return what is there then, and whether that is all."""
    if have and have == file.size:
        return have, True
    request = Request(url, headers={key: value for key, value in headers.items() if key.lower() != "authorization"})
    for key, value in headers.items():  # the server that holds the file is another, and must not see the login
        if key.lower() == "authorization":
            request.add_unredirected_header(key, value)
    if have:
        request.add_header("Range", f"bytes={have}-")
    try:
        response = urlopen(request, timeout=_SECONDS)
    except HTTPError as exc:
        if exc.code != _PAST_THE_END:
            raise
        part.unlink(missing_ok=True)  # more than the file has: it is another one
        return 0, False
    with response, _to_disk(part), part.open("ab" if response.status == _FROM_HERE else "wb") as out:
        stated = response.headers.get("Content-Length")
        expected = file.size if file.size is not None else out.tell() + int(stated) if stated else None
        while block := _read(response):
            out.write(block)
            bar.update(len(block))
        have = out.tell()
    return have, expected is None or have >= expected


def _read(response: Any) -> bytes:
    """Return the next bytes of an answer.

    :raises _CutError: where it breaks off, which is no fault of the disk.
    """
    try:
        return bytes(response.read(_BLOCK_BYTES))
    except (HTTPException, OSError) as exc:
        raise _CutError(str(exc)) from exc


def _utilities() -> Any:
    """Return what the hub's library has for its own downloads: the login, and bars that its variables switch off."""
    from huggingface_hub import utils

    return utils
