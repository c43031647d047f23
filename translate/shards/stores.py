"""Stores: where shards come from and go to, a folder or an address of fsspec. Whatever is written appears whole."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Protocol, cast

from translate.errors import DocumentError, OutputError, UsageError
from translate.files import apart, replace_file
from translate.records import dataclass

_SCHEME = "://"
_CHUNK_BYTES = 1 << 20


class Store(Protocol):
    """Files by their names, which are paths below the store with `/` in them."""

    @property
    def address(self) -> str:
        """Return what a user calls the store by."""
        ...

    def names(self, below: str = "") -> list[str]:
        """Return the names of all files in a folder and below it, in order, but for those that begin with a dot.

        Links to folders are not followed; they are among the names.
        """
        ...

    def open(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a file to read.

        :raises DocumentError: where it cannot be read.
        """
        ...

    def write(self, name: str, *, private: bool = False) -> AbstractContextManager[BinaryIO]:
        """Open a new content for a file, which takes its place when the context ends without an error.

        :param private: whether its owner alone may read it, where the store knows such a thing.
        :raises OutputError: where the store refuses.
        """
        ...

    def size(self, name: str) -> int | None:
        """Return the bytes of a file; None where there is none."""
        ...

    def remove(self, name: str) -> None:
        """Remove a file, where it is there."""
        ...


def open_store(address: str) -> Store:
    """Return the store at an address: a folder, or what fsspec knows (`s3://bucket/corpus`).

    :raises UsageError: where the package that reads such addresses is not installed.
    """
    if _SCHEME not in address:
        return Folder(address)
    protocol = address.partition(_SCHEME)[0]
    if find_spec("fsspec") is None:
        raise UsageError(f"{address}: addresses need the package fsspec: pip install 'bitexte[fsspec]'.")
    library: Any = import_module("fsspec")
    try:
        system, root = library.core.url_to_fs(address)
    except (ImportError, ValueError) as exc:
        raise UsageError(f"{address}: {protocol}{_SCHEME} cannot be used: {exc}.") from exc
    return Remote(address, system, root.rstrip("/"))


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of this machine, or one that several machines share."""

    address: str

    def names(self, below: str = "") -> list[str]:
        root = Path(self.address)
        found = []
        for folder, folders, files in os.walk(root / below):
            folders[:] = [one for one in folders if not one.startswith(".")]
            files += [one for one in folders if Path(folder, one).is_symlink()]  # not followed, so not passed over
            found += [Path(folder, file).relative_to(root).as_posix() for file in files if not file.startswith(".")]
        return sorted(found)

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        path = Path(self.address, name)
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            raise DocumentError("cannot be read: it is no regular file.", path=path)
        try:
            file = path.open("rb")
        except OSError as exc:
            raise DocumentError(f"cannot be read: {exc.strerror}.", path=path) from exc
        with file:
            yield file

    @contextmanager
    def write(self, name: str, *, private: bool = False) -> Iterator[BinaryIO]:
        with apart(), replace_file(Path(self.address, name)) as file:  # what is ours says so itself: by its digest
            if private and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), 0o600)
            yield file

    def size(self, name: str) -> int | None:
        try:
            return Path(self.address, name).stat().st_size
        except OSError:
            return None

    def remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            Path(self.address, name).unlink()


@dataclass(frozen=True, slots=True)
class Remote:
    """A store that fsspec reaches. A file is made on this machine, and put there in one piece: nothing is renamed."""

    address: str
    system: Any
    root: str

    def names(self, below: str = "") -> list[str]:
        top = f"{self.root}/{below}".rstrip("/")
        self.system.invalidate_cache()  # others write there too
        try:
            found = [str(path) for path in self.system.find(top)]
        except FileNotFoundError:
            return []
        names = [PurePosixPath(path).relative_to(self.root).as_posix() for path in found]
        inner = len(PurePosixPath(below).parts)
        return sorted(n for n in names if not any(p.startswith(".") for p in PurePosixPath(n).parts[inner:]))

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        try:
            file = self.system.open(f"{self.root}/{name}", "rb")
        except OSError as exc:
            raise DocumentError(f"cannot be read: {exc}.", path=f"{self.address}/{name}") from exc
        with file:
            yield cast(BinaryIO, file)

    @contextmanager
    def write(self, name: str, *, private: bool = False) -> Iterator[BinaryIO]:
        with tempfile.TemporaryDirectory(prefix="bitexte-") as folder:
            made = Path(folder, "made")
            with made.open("wb") as file:
                yield file
            try:
                self.system.makedirs(str(PurePosixPath(f"{self.root}/{name}").parent), exist_ok=True)
                self.system.put_file(str(made), f"{self.root}/{name}")
            except OSError as exc:
                raise OutputError(f"{self.address}/{name}: cannot be written: {exc}.") from exc

    def size(self, name: str) -> int | None:
        self.system.invalidate_cache()
        try:
            return int(self.system.size(f"{self.root}/{name}"))
        except FileNotFoundError:
            return None

    def remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            self.system.rm_file(f"{self.root}/{name}")


def digest_within(store: Store, name: str) -> str:
    """Return the SHA-256 of a file.

    :raises DocumentError: where it cannot be read.
    """
    whole = hashlib.sha256()
    with store.open(name) as file:
        while chunk := file.read(_CHUNK_BYTES):
            whole.update(chunk)
    return whole.hexdigest()


def is_within(inner: str, outer: str) -> bool:
    """Tell whether one address is another, or lies below it."""
    if _SCHEME in inner or _SCHEME in outer:
        return f"{inner.rstrip('/')}/".startswith(f"{outer.rstrip('/')}/")
    return Path(inner).resolve().is_relative_to(Path(outer).resolve())
