"""Packed files: gzip, xz, zstandard and archives of one file are told by their first bytes."""

from __future__ import annotations

import gzip
import io
import lzma
import zipfile
import zlib
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

from translate.errors import shortened, shown
from translate.files import zip_faults

if TYPE_CHECKING:
    from typing_extensions import Buffer

ENDINGS = (".gz", ".xz", ".zst")
FAULTS = (EOFError, OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What reading a packed file may raise."""

MAX_MEMBERS = 10_000
MAX_MEMBER_BYTES = 1 << 32
_GZIP, _XZ, _ZSTD, _ZIP = b"\x1f\x8b", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"PK\x03\x04"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_BILINGUAL = (
    ".tmx", ".xlf", ".xlif", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf", ".txml", ".json", ".jsonl", ".tsv",
    ".csv",
)  # fmt: skip
"""Endings of the files that an archive is opened for; what else lies in it, such as a skeleton, is passed over."""
_XLIFF = (".xlf", ".xlif", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf")
_CHUNK_BYTES = 1 << 17


def plain_name(name: str) -> str:
    """Return a file's name in lower case, without the ending of a packed one: `memory.tmx` for `Memory.TMX.gz`."""
    lower = name.lower()
    return next((lower.removesuffix(ending) for ending in ENDINGS if lower.endswith(ending)), lower)


def packed_ending(name: str) -> str:
    """Return `.gz`, `.xz`, `.zst`, or an empty string for a file that is not packed."""
    return next((ending for ending in ENDINGS if name.endswith(ending)), "")


def unpack(file: io.BufferedReader) -> io.BufferedReader:
    """Return a reader of what `file` holds: `file` itself, where it is not packed.

    :raises OSError: where the package that unpacks zstandard is not installed, or an archive does not hold one file.
    :raises zipfile.BadZipFile: where an archive is damaged.
    """
    head = file.peek(8)
    if head.startswith(_ZIP):
        archive = _opened(file)
        return io.BufferedReader(cast(io.RawIOBase, _opened_member(archive, _only_member(archive))), _CHUNK_BYTES)
    if head.startswith(_GZIP):
        # It has peek() and read1(), which give what a cut file still holds.
        return cast(io.BufferedReader, gzip.GzipFile(fileobj=file, mode="rb"))
    if head.startswith(_XZ):
        return cast(io.BufferedReader, lzma.LZMAFile(file))
    if head.startswith(_ZSTD):
        return io.BufferedReader(_Zstandard(file), _CHUNK_BYTES)
    return file


def name_within(file: io.BufferedReader) -> str:
    """Return the name of the bilingual file in an archive.

    :raises OSError: like :func:`unpack`.
    :raises zipfile.BadZipFile: where it is damaged, or no archive.
    """
    return PurePosixPath(_only_member(_opened(file)).filename).name


def _only_member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """Return the one bilingual file in an archive; the second copies that macOS adds are no files.

    :raises OSError: where there is none, there are several, or it is encrypted, or too large to be one.
    """
    found = _members(archive, _BILINGUAL)
    if not found:
        raise OSError("the archive has no bilingual file in it, such as .tmx or .xlf")
    if len(found) > 1:
        names = ", ".join(shortened(member.filename) for member in found[:3])
        raise OSError(f"the archive has {len(found):,} bilingual files ({names}); unpack it, and give one of them")
    return _verified(found[0])


def names_within(file: BinaryIO) -> list[str]:
    """Return the names of the XLIFF files in a package, in order.

    :raises OSError: where there are none.
    :raises zipfile.BadZipFile: where it is damaged, or no archive.
    """
    found = [member.filename for member in _members(_opened(file), _XLIFF)]
    if not found:
        raise OSError("the package has no XLIFF file in it")
    return found


def open_member(file: BinaryIO, name: str) -> io.BufferedReader:
    """Open a file in an archive by its name.

    :raises OSError: where there is none, or it is encrypted, or too large.
    :raises zipfile.BadZipFile: where the archive is damaged.
    """
    archive = _opened(file)
    member = next((member for member in archive.infolist() if member.filename == name), None)
    if member is None:
        raise OSError(f"the archive has no file {shown(name)}")
    return io.BufferedReader(cast(io.RawIOBase, _opened_member(archive, _verified(member))), _CHUNK_BYTES)


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    with zip_faults():
        return zipfile.ZipFile(file)


def _opened_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    with zip_faults():
        return archive.open(member)


def _members(archive: zipfile.ZipFile, endings: tuple[str, ...]) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise OSError(f"the archive has more than {MAX_MEMBERS:,} files; unpack it, and give one of them")
    return [
        member
        for member in members
        if member.filename.lower().endswith(endings) and not member.filename.startswith("__MACOSX/")
    ]


def _verified(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Refuse a file of an archive that cannot be read, or not as a whole."""
    if member.flag_bits & 1:
        raise OSError("the archive is encrypted; unpack it first")
    if member.compress_type not in _METHODS:
        raise OSError(f"the archive is packed in a way that is not known ({member.compress_type}); unpack it first")
    if member.file_size > MAX_MEMBER_BYTES:
        raise OSError(
            f"{shown(member.filename)} in the archive has more than {MAX_MEMBER_BYTES:,} bytes; unpack it first"
        )
    return member


def trouble(exc: BaseException) -> str:
    """Say what one of :data:`FAULTS` means, and what to do."""
    if isinstance(exc, EOFError):
        return "the compressed file is truncated; copy or download it again."
    if isinstance(exc, gzip.BadGzipFile | zlib.error | lzma.LZMAError | zipfile.BadZipFile):
        return f"the compressed file is damaged ({exc}); copy or download it again."
    reason = exc.strerror if isinstance(exc, OSError) else None
    return f"cannot be read: {reason or exc}."


class _Zstandard(io.RawIOBase):
    """Frames of zstandard; unlike the library's own reader it knows a file that was cut short."""

    def __init__(self, file: BinaryIO) -> None:
        if find_spec("zstandard") is None:
            raise OSError("it is compressed with zstandard; install the package 'zstandard', or decompress it")
        self._library: Any = import_module("zstandard")
        self._file, self._held = file, b""
        self._frame: Any = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer).cast("B")
        while not self._held and self._fill():
            pass
        count = min(len(view), len(self._held))
        view[:count], self._held = self._held[:count], self._held[count:]
        return count

    def _fill(self) -> bool:
        """Unpack one chunk more; False at the end of the file."""
        rest = self._frame.unused_data if self._frame is not None and self._frame.eof else b""
        chunk = rest or self._file.read(_CHUNK_BYTES)
        if not chunk:
            if self._frame is not None and not self._frame.eof:
                raise EOFError
            return False
        if self._frame is None or self._frame.eof:
            self._frame = self._library.ZstdDecompressor().decompressobj()
        try:
            self._held = self._frame.decompress(chunk)
        except self._library.ZstdError as exc:
            raise lzma.LZMAError(str(exc)) from exc
        return True
