"""Documents that are one file of XML, read and written as packages are: the file is their only part, of no name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from translate.config import DocumentConfig
from translate.documents.archives.package import Package

PART = ""
"""Name of the only part."""
_ARCHIVE = b"PK"
_MEGABYTE = 1_000_000


class FlatFile(Package):
    """A file of XML that is open for reading.

    :raises DocumentError: where it cannot be read, is larger than the limits of `config` allow, or is an archive.
    """

    def __init__(self, path: Path, config: DocumentConfig) -> None:
        self.path = path
        most = config.max_member_mb * _MEGABYTE
        try:
            with path.open("rb") as file:
                self._data = file.read(most + 1)
        except OSError as exc:
            raise self._refuse(f"cannot be read: {exc.strerror or exc}.") from exc
        if len(self._data) > most:
            raise self._refuse(f"is larger than {config.max_member_mb} MB; if it is right, raise max_member_mb.")
        if self._data.startswith(_ARCHIVE):
            raise self._refuse("is a ZIP package; expected one file of XML. Give it the ending of what it is.")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return

    @property
    def names(self) -> tuple[str, ...]:
        return (PART,)

    def __contains__(self, name: object) -> bool:
        return name == PART

    def read(self, name: str) -> bytes:
        return self._data

    def write(self, file: BinaryIO, changed: Mapping[str, bytes]) -> None:
        file.write(changed.get(PART, self._data))
