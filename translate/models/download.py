"""Files of a repository on the hub come into a folder; what an earlier command left unfinished is continued."""

from __future__ import annotations

from collections.abc import Iterable
from http.client import HTTPException
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.request import Request, urlopen

_BLOCK_BYTES = 1 << 20
_SECONDS = 30
"""Without any answer."""
_TRIES = 3
"""That bring nothing new, one after another."""
_FROM_HERE = 206
_PAST_THE_END = 416
_UNFINISHED = ".unfinished"


class RemoteFile(NamedTuple):
    """A file of a repository, and its size in bytes where the hub states it."""

    name: str
    size: int | None


def download(repository: str, revision: str, files: Iterable[RemoteFile], into: Path) -> None:
    """Fetch files into a folder, with a bar for each; those that are there whole are not fetched again.

    :raises OSError: where the hub cannot be reached, refuses (`HTTPError`), or is cut off again and again.
    """
    from huggingface_hub import hf_hub_url

    headers = {str(key): str(value) for key, value in _utilities().build_hf_headers().items()}
    for file in files:
        path = into / file.name
        if path.is_file():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + _UNFINISHED)
        _fetch(hf_hub_url(repository, file.name, revision=revision), headers, file, part)
        part.replace(path)


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
            except (HTTPException, OSError) as exc:
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
    with response, part.open("ab" if response.status == _FROM_HERE else "wb") as out:
        stated = response.headers.get("Content-Length")
        expected = file.size if file.size is not None else out.tell() + int(stated) if stated else None
        while block := response.read(_BLOCK_BYTES):
            out.write(block)
            bar.update(len(block))
        have = out.tell()
    return have, expected is None or have >= expected


def _utilities() -> Any:
    """Return what the hub's library has for its own downloads: the login, and bars that its variables switch off."""
    from huggingface_hub import utils

    return utils
