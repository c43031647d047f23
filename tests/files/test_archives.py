"""Whatever a damaged archive makes the library raise is one kind of error; what the disk says stays."""

from __future__ import annotations

import errno
import io
import lzma
import struct
import zipfile
import zlib

import pytest

from translate.files import zip_faults


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (zlib.error("Error -3"), "Error -3"),
        (lzma.LZMAError("Corrupt"), "Corrupt"),
        (struct.error("unpack requires"), "unpack requires"),
        (EOFError(), "EOFError"),
        (NotImplementedError("zip file version 22.4"), "zip file version 22.4"),
        (RuntimeError("encrypted"), "encrypted"),
        (KeyError("There is no item"), "'There is no item'"),
        (IndexError("list index"), "list index"),
        (ValueError("negative seek"), "negative seek"),
        (UnicodeDecodeError("utf-8", b"\xa3", 0, 1, "invalid"), "a name in it is no text"),
        (OSError(errno.EINVAL, "Invalid argument"), "a place in it is before its beginning"),
        (zipfile.BadZipFile("Bad magic"), "Bad magic"),
        (zipfile.BadZipFile("a" * 999), "a{99}…"),
    ],
)
def test_every_damage_is_a_bad_archive(fault: Exception, said: str) -> None:
    with pytest.raises(zipfile.BadZipFile, match=f"^{said}$"), zip_faults():
        raise fault


def test_what_the_disk_says_stays_what_it_is() -> None:
    with pytest.raises(OSError, match="Input/output") as caught, zip_faults():
        raise OSError(errno.EIO, "Input/output error")
    assert caught.value.errno == errno.EIO


def test_each_byte_of_an_archive_may_be_another() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("é", "un mot " * 9)
    content, refused = made.getvalue(), 0
    for place in range(len(content)):
        for byte in (0, 0xA3, 0xFF):
            data = io.BytesIO(content[:place] + bytes([byte]) + content[place + 1 :])
            try:
                with zip_faults(), zipfile.ZipFile(data) as archive:
                    archive.read(archive.namelist()[0])
            except zipfile.BadZipFile:
                refused += 1
    assert refused > 100
