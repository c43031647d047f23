"""Files that appear whole or not at all: written beside their place, flushed to the disk, then renamed.

with replace_text(Path("aligned/letter.tsv")) as file:
    file.write("…")
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from translate.errors import ModelError, OutputError

if TYPE_CHECKING:
    from typing_extensions import Buffer

PREFIX, _SUFFIX = ".bitexte-", ".part"
PARTS_SUFFIX = ".parts"
"""Ending of a folder where parts of one corpus wait to be renamed together."""

_REASONS = {
    errno.ENOSPC: "the disk is full; free some space or choose another folder",
    errno.EDQUOT: "the disk quota is used up; free some space or choose another folder",
    errno.EFBIG: "the file is larger than the file system allows; choose another folder",
    errno.EROFS: "the file system is read-only; choose another folder",
    errno.EACCES: "permission denied; choose a folder you may write to",
    errno.EPERM: "permission denied; choose a folder you may write to",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "the name is too long for this file system",
}


@contextmanager
def replace_file(path: Path) -> Iterator[BinaryIO]:
    """Open a new content for `path`, in bytes. The file is replaced when the context ends without an error.

    :raises OutputError: where the disk refuses; what was at `path` before is untouched then.
    """
    with replace_files(path) as (file,):
        yield file


@contextmanager
def replace_text(path: Path) -> Iterator[TextIO]:
    """Like :func:`replace_file`, for UTF-8 text whose line ends are written as they are."""
    with replace_files(path) as (file,), text_layer(file) as text:
        yield text


@contextmanager
def text_layer(file: BinaryIO) -> Iterator[TextIO]:
    """Write UTF-8 text, line ends as they are, to a file of :func:`replace_files`, which stays open."""
    text = io.TextIOWrapper(cast("io.BufferedWriter", file), encoding="utf-8", newline="")
    try:
        yield text
        text.flush()
    finally:
        with suppress(OutputError):  # Only a failure that is on its way up already can end here.
            text.detach()


@contextmanager
def replace_files(*paths: Path) -> Iterator[tuple[BinaryIO, ...]]:
    """Open new contents for several files, which are renamed together when the context ends without an error.

    :raises OutputError: where the disk refuses; nothing is left behind then.
    """
    raws: list[_Part] = []
    files: list[io.BufferedWriter] = []
    try:
        for path in paths:
            raws.append(_Part.beside(path))
            files.append(io.BufferedWriter(raws[-1], 1 << 16))
        yield tuple(cast(BinaryIO, file) for file in files)
        for file, raw in zip(files, raws, strict=True):
            file.flush()
            raw.finish()
        for file, raw in zip(files, raws, strict=True):
            file.close()  # Windows renames no file that is open
            raw.rename()
    finally:
        for raw in raws:
            raw.discarded = True
        for file in files:
            file.close()
        for raw in raws:
            raw.close()
            with suppress(OSError):
                raw.part.unlink(missing_ok=True)


def cache_folder() -> Path:
    """Return where to keep what can be made anew: `$BITEXTE_CACHE`, or `bitexte` in the user's cache folder.

    :raises OutputError: where there is none, as for a user whom the system does not know.
    """
    if own := os.environ.get("BITEXTE_CACHE"):
        return Path(own)
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "bitexte"
    except RuntimeError as exc:
        raise OutputError("This user has no home folder; set BITEXTE_CACHE to a folder for caches.") from exc


def read_cached(place: str) -> str:
    """Return what :func:`write_cached` put at `place`; nothing where there is nothing, or nothing can be read."""
    with suppress(OSError, OutputError, UnicodeDecodeError):
        return (cache_folder() / place).read_text(encoding="utf-8")
    return ""


def write_cached(place: str, text: str) -> None:
    """Put a text at `place` in the cache folder; a cache that cannot be written costs time alone."""
    with suppress(OSError, OutputError):
        path = cache_folder() / place
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, text)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stamp_of(path: Path | os.DirEntry[str]) -> list[int]:
    """Return what changes whenever a file does, though not what it holds: size, times of change, place on the disk.

    The time of change of an archive's file may be that of its packing, the same from release to release; that of the
    entry on the disk, and its number, are not.
    """
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def read_model_lines(path: Path) -> list[str] | None:
    """Return the lines of a file beside a model's weights; None where the model has none.

    :raises ModelError: where the file is no text.
    """
    if not path.is_file():
        return None
    try:
        return path.read_text(encoding="utf-8").split("\n")[:-1]
    except UnicodeDecodeError as exc:
        raise ModelError(f"{path}: cannot be read as UTF-8 ({exc}); download or copy the model again.") from exc


def write_text(path: Path, text: str) -> None:
    """Replace the content of `path` by `text` in UTF-8, whole or not at all.

    :raises OutputError: where the disk refuses.
    """
    with replace_text(path) as file:
        file.write(text)


def remove_leftovers(folder: Path) -> None:
    """Remove what a killed process left in `folder` and below. Only for a folder that no other process writes to."""
    for part in folder.rglob(f"{PREFIX}*{_SUFFIX}"):
        part.unlink(missing_ok=True)
    for parts in list(folder.rglob(f"{PREFIX}*{PARTS_SUFFIX}")):
        shutil.rmtree(parts, ignore_errors=True)


def make_folder(folder: Path) -> None:
    """Create `folder` and those above it, where they do not exist.

    :raises OutputError: where the disk refuses.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as exc:
        raise OutputError(f"{folder}: cannot be created: there is a file with this name.") from exc
    except OSError as exc:
        raise _refusal(folder, exc) from exc


def ignores_case(folder: Path) -> bool:
    """Tell whether `Letter.tmx` and `letter.tmx` are one file in `folder`, be it there yet or not."""
    place = Path(os.path.abspath(folder))  # noqa: PTH100
    for here in (place, *place.parents):
        turned = here.with_name(here.name.swapcase()) if here.name else here
        if turned.name != here.name and here.exists():
            return turned.exists() and turned.samefile(here)
    return False


class _Part(io.FileIO):
    """The temporary file of one path; it speaks of the path, not of itself, when the disk refuses."""

    def __init__(self, target: Path, part: Path) -> None:
        self.target, self.part, self.discarded = target, part, False
        super().__init__(part, "xb")

    @classmethod
    def beside(cls, path: Path) -> _Part:
        # A link is followed, so that it stays a link; a device must never be renamed over.
        target = Path(os.path.realpath(path))
        make_folder(target.parent)
        try:
            if target.is_dir():
                raise OutputError(f"{path}: cannot be written: it is a folder.")
            if target.exists() and not target.is_file():
                raise OutputError(f"{path}: cannot be written: it is not a regular file.")
            return cls(target, target.with_name(f"{PREFIX}{secrets.token_hex(8)}{_SUFFIX}"))
        except OSError as exc:
            raise _refusal(path, exc) from exc

    def write(self, data: Buffer, /) -> int:
        if self.discarded:  # A buffer that is closed after a failure flushes once more.
            return memoryview(data).nbytes
        try:
            return super().write(data)
        except OSError as exc:
            raise _refusal(self.target, exc) from exc

    def finish(self) -> None:
        try:
            if self.target.exists():
                self.part.chmod(self.target.stat().st_mode & 0o777)
            os.fsync(self.fileno())
        except OSError as exc:
            raise _refusal(self.target, exc) from exc

    def rename(self) -> None:
        try:
            self.part.replace(self.target)
        except OSError as exc:
            raise _refusal(self.target, exc) from exc
        _flush_folder(self.target.parent)


def _flush_folder(folder: Path) -> None:
    """Bring a rename to the disk, where that can be asked for: Windows opens no folder, and some disks flush none."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _refusal(path: Path, exc: OSError) -> OutputError:
    reason = _REASONS.get(exc.errno or 0, exc.strerror or str(exc))
    return OutputError(f"{path}: cannot be written: {reason}. Earlier output is untouched.")
