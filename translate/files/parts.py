"""Temporary files beside what they are to replace, held by their process, so that those of a dead one are known.

The process that writes a temporary file keeps it locked. The system lets go of the lock when the process ends, however
it ends; what nobody holds is a leftover.
"""

from __future__ import annotations

import errno
import io
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from translate.errors import OutputError

if TYPE_CHECKING:
    from typing_extensions import Buffer

PREFIX, _SUFFIX = ".bitexte-", ".part"
_NAME = re.compile(rf"{re.escape(PREFIX)}(?P<group>[0-9a-f]+)(?:-[0-9]+)?{re.escape(_SUFFIX)}")
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
    errno.EMFILE: "too many files are open; allow more of them (ulimit -n)",
    errno.ENFILE: "too many files are open on this machine",
}
_LACKS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.EIO})
"""What a machine may refuse at any moment, whatever the file."""
_swept: set[Path] = set()


class Part(io.FileIO):
    """The temporary file of one path; it speaks of the path, not of itself, when the disk refuses."""

    def __init__(self, target: Path, part: Path) -> None:
        self.target, self.part, self.discarded = target, part, False
        super().__init__(part, "xb")

    @classmethod
    def beside(cls, path: Path, group: str, number: int) -> Part:
        """Make the temporary file number `number` of a group, of which the first is held for all.

        Leftovers in the folder are removed the first time that a process writes there.

        :raises OutputError: where the disk refuses, or `path` is no file.
        """
        # A link is followed, so that it stays a link; a device must never be renamed over.
        target = Path(os.path.realpath(path))
        make_folder(target.parent)
        if target.parent not in _swept:
            _swept.add(target.parent)
            _remove_unheld(target.parent.glob(f"{PREFIX}*{_SUFFIX}"))
        try:
            if target.is_dir():
                raise OutputError(f"{path}: cannot be written: it is a folder.")
            if target.exists() and not target.is_file():
                raise OutputError(f"{path}: cannot be written: it is not a regular file.")
            while True:
                made = cls(target, target.with_name(f"{PREFIX}{group}-{number}{_SUFFIX}"))
                if number or made._is_held():
                    return made
                made.close()  # taken for a leftover in the moment before it was locked
        except OSError as exc:
            raise refusal(path, exc) from exc

    def _is_held(self) -> bool:
        """Lock the file, and tell whether it is still there."""
        _lock(self.fileno(), waiting=True)
        return self.part.exists()

    def write(self, data: Buffer, /) -> int:
        if self.discarded:  # A buffer that is closed after a failure flushes once more.
            return memoryview(data).nbytes
        try:
            return super().write(data)
        except OSError as exc:
            raise refusal(self.target, exc) from exc

    def finish(self) -> None:
        """Bring all that was written to the disk."""
        try:
            if self.target.exists():
                self.part.chmod(self.target.stat().st_mode & 0o777)
            os.fsync(self.fileno())
        except OSError as exc:
            raise refusal(self.target, exc) from exc

    def rename(self) -> None:
        """Put the file, which is closed, in its place."""
        try:
            self.part.replace(self.target)
        except OSError as exc:
            raise refusal(self.target, exc) from exc
        _flush_folder(self.target.parent)

    def discard(self) -> None:
        """Remove the file, where it was not renamed."""
        self.discarded = True
        self.close()
        with suppress(OSError):
            self.part.unlink(missing_ok=True)


def new_group() -> str:
    """Return the name of a group of temporary files, which nobody else has."""
    return os.urandom(8).hex()


def remove_leftovers(folder: Path) -> list[tuple[Path, int]]:
    """Remove what a killed process left in `folder` and below; what a living one writes stays.

    :return: what was removed, with its bytes.
    """
    return _remove_unheld(folder.rglob(f"{PREFIX}*{_SUFFIX}"))


def _remove_unheld(paths: Iterable[Path]) -> list[tuple[Path, int]]:
    groups: defaultdict[tuple[Path, str], list[Path]] = defaultdict(list)
    with suppress(OSError):
        for path in paths:
            if name := _NAME.fullmatch(path.name):
                groups[path.parent, name["group"]].append(path)
    held = {group for (_, group), parts in groups.items() if any(map(_is_in_use, parts))}
    removed = []
    for (_, group), parts in groups.items():
        for path in parts if group not in held else ():
            with suppress(OSError):  # such as one that has gone meanwhile
                size = path.stat().st_size
                path.unlink()
                removed.append((path, size))
    return removed


def _is_in_use(path: Path) -> bool:
    """Tell whether a process holds a temporary file; yes where the file system knows no locks."""
    try:
        with path.open("rb") as file:
            return not _lock(file.fileno(), waiting=False)
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _lock(number: int, *, waiting: bool) -> bool:
    """Lock an open file until it is closed, and tell whether that went well."""
    try:
        import fcntl
    except ImportError:  # Windows removes no file that is open, so that trying to is enough.
        return True
    try:
        fcntl.flock(number, fcntl.LOCK_EX | (0 if waiting else fcntl.LOCK_NB))
    except OSError:
        return False
    return True


def remove_file(path: Path) -> int:
    """Remove a file; return how many bytes it had.

    :raises OutputError: where the disk refuses.
    """
    size = path.stat().st_size
    try:
        path.unlink()
    except OSError as exc:
        raise OutputError(f"{path}: cannot be removed: {exc.strerror}.") from exc
    return size


def make_folder(folder: Path) -> None:
    """Create `folder` and those above it, where they do not exist.

    :raises OutputError: where the disk refuses.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as exc:
        raise OutputError(f"{folder}: cannot be created: there is a file with this name.") from exc
    except OSError as exc:
        raise refusal(folder, exc) from exc


def _flush_folder(folder: Path) -> None:
    """Bring a rename to the disk, where that can be asked for: Windows opens no folder, and some disks flush none."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def refusal(path: Path, exc: OSError) -> OutputError:
    """Return what to say of a path that the disk refuses."""
    reason = _REASONS.get(exc.errno or 0, exc.strerror or str(exc))
    return OutputError(f"{path}: cannot be written: {reason}. Earlier output is untouched.")


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Say of a file what the disk refuses.

    :raises OutputError: in the place of `OSError`.
    """
    try:
        yield
    except OSError as exc:
        raise refusal(path, exc) from exc


def lack_of(exc: OSError) -> OutputError | None:
    """Return what to say of an error that any file may meet, such as a full disk; None for every other error."""
    if exc.errno not in _LACKS:
        return None
    return refusal(Path(exc.filename) if exc.filename else Path("standard output, or a temporary file"), exc)
