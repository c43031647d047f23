"""Documents that are ZIP archives: a file comes in, its members go out, within limits that are counted, not believed.

Nothing is ever unpacked to the disk.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from translate.config import DocumentConfig
from translate.documents.archives.repackage import write_package
from translate.errors import DocumentError, shortened
from translate.files import zip_faults

_ARCHIVE = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_MEGABYTE = 1_000_000
_UNPACKED_AT_ONCE = 10 * _MEGABYTE
"""Bytes that may be packed at any ratio."""
_BAD_NAME = re.compile(r"(?:\A|[/\\])\.\.(?:[/\\]|\Z)|\A[/\\]|\A[A-Za-z]:|[\0\\]")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_IS_ENCRYPTED = 1
_MOST_NAMED = 100


class Package:
    """A ZIP archive that is open for reading.

    :raises DocumentError: where it is none, is truncated, encrypted, or more than the limits of `config` allow.
    """

    def __init__(self, path: Path, config: DocumentConfig) -> None:
        self.path, self._config = path, config
        self._read: dict[str, int] = {}
        try:
            with path.open("rb") as file:
                start = file.read(len(_ARCHIVE))
            if start != _ARCHIVE:
                raise self._refuse(_no_archive(start))
            with zip_faults():
                self._archive = zipfile.ZipFile(path)
        except zipfile.BadZipFile as exc:
            raise self._refuse(f"is a damaged or truncated archive ({exc}); save it again.") from exc
        except OSError as exc:
            raise self._refuse(f"cannot be read: {exc.strerror or exc}.") from exc
        try:
            self._check_members()
        except BaseException:
            self._archive.close()
            raise

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members, in the order of the archive's directory."""
        return tuple(info.filename for info in self._archive.infolist())

    def __contains__(self, name: object) -> bool:
        return name in self._archive.NameToInfo

    def read(self, name: str) -> bytes:
        """Return a member, unpacked.

        :raises DocumentError: where it is missing or damaged, or larger than the limits allow.
        """
        info = self._archive.NameToInfo.get(name)
        if info is None:
            raise self._refuse(f"has no member {_called(name)}, which a document of this kind needs.")
        most = self._config.max_member_mb * _MEGABYTE
        most = min(most, max(_UNPACKED_AT_ONCE, self._config.max_ratio * info.compress_size))
        try:
            with zip_faults(), self._archive.open(info) as member:
                data = member.read(most + 1)
        except (zipfile.BadZipFile, OSError) as exc:
            raise self._refuse(f"member {_called(name)} is damaged ({exc}); save the document again.") from exc
        if len(data) > most:
            raise self._refuse(
                f"member {_called(name)} unpacks to more than {most // _MEGABYTE} MB, from {info.compress_size} bytes, "
                "as in an archive that is made to fill the memory; if it is right, raise max_ratio or max_member_mb."
            )
        self._read[name] = len(data)
        if sum(self._read.values()) > self._config.max_package_mb * _MEGABYTE:
            raise self._refuse(
                f"unpacks to more than {self._config.max_package_mb} MB; if it is right, raise max_package_mb."
            )
        return data

    def write(self, file: BinaryIO, changed: Mapping[str, bytes]) -> None:
        """Write the archive to `file`, with `changed` contents by member name.

        :raises DocumentError: where it is no longer what it was.
        """
        write_package(self.path, file, changed)

    def _refuse(self, message: str) -> DocumentError:
        return DocumentError(message, path=self.path)

    def _check_members(self) -> None:
        infos = self._archive.infolist()
        if len(infos) > self._config.max_members:
            raise self._refuse(
                f"has {len(infos):,} members, more than {self._config.max_members:,}; if right, raise max_members."
            )
        for name, count in Counter(info.filename for info in infos).items():
            if count > 1:
                raise self._refuse(
                    f"has {count} members called {_called(name)}; expected one. Save the document again."
                )
        for info in infos:
            name = _called(info.orig_filename)
            if _BAD_NAME.search(info.orig_filename):
                raise self._refuse(f"has a member {name}, a name that leads out of the package; it is not opened.")
            if info.flag_bits & _IS_ENCRYPTED:
                raise self._refuse(f"member {name} is encrypted; save the document without a password.")
            if info.compress_type not in _METHODS:
                raise self._refuse(
                    f"member {name} is packed by method {info.compress_type}; expected stored or deflated."
                )


def _called(name: str) -> str:
    """Return the name of a member for a message."""
    return shortened(name, _MOST_NAMED)


def _no_archive(start: bytes) -> str:
    if not start:
        return "is empty, a file of 0 bytes; expected a ZIP package. Fetch or save it again."
    if start == _OLE:
        return (
            "is password-protected or an old Office file (an OLE container); expected a ZIP package. "
            "Save it without a password, in the format of its ending."
        )
    if start.startswith(b"%PDF"):
        return "is a PDF; expected a ZIP package. Give it the ending of what it is."
    return f"is no ZIP package (it begins with {start!r}); expected one. Save it again, or rename it to what it is."
