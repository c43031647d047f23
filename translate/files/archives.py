"""ZIP archives that anybody made: whatever the library raises at a damaged one becomes its own error."""

from __future__ import annotations

import errno
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from translate.errors import reason_of

_DAMAGES = (
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,  # a version or a method that no archive of today has
    RuntimeError,  # a password
    LookupError,  # no such member
    ValueError,  # names that are no text, and places before the beginning
    OverflowError,
)


@contextmanager
def zip_faults() -> Iterator[None]:
    """Read an archive, or a member of it.

    :raises zipfile.BadZipFile: where it is damaged, in whatever way; errors of the disk stay what they are.
    """
    try:
        yield
    except OSError as exc:
        if exc.errno != errno.EINVAL:
            raise
        raise zipfile.BadZipFile("a place in it is before its beginning") from exc
    except UnicodeDecodeError as exc:
        raise zipfile.BadZipFile("a name in it is no text") from exc
    except (zipfile.BadZipFile, *_DAMAGES) as exc:
        raise zipfile.BadZipFile(reason_of(exc)) from exc
