"""Packages are read within limits, and written again with nothing changed but what was to change."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.packages import DATE, write_package
from translate.config import DocumentConfig
from translate.documents.archives.package import Package
from translate.documents.archives.repackage import write_package as rewrite_package
from translate.errors import DocumentError

_NAMES = st.text(st.sampled_from("abé./_"), min_size=1, max_size=8).filter(
    lambda name: ".." not in name and not name.startswith("/")
)


def rewritten(path: Path, changed: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    rewrite_package(path, file, changed)
    return file.getvalue()


def described(data: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [(i.filename, i.compress_type, i.date_time, i.external_attr, i.comment) for i in archive.infolist()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    members=st.dictionaries(_NAMES, st.tuples(st.binary(max_size=300), st.booleans()), min_size=1, max_size=6),
    comment=st.binary(max_size=20).filter(lambda comment: b"PK" not in comment),  # Not what ends an archive.
    chosen=st.sets(st.integers(0, 5)),
    streamed=st.booleans(),
)
def test_only_changed_members_differ(
    tmp_path: Path, members: dict[str, tuple[bytes, bool]], comment: bytes, chosen: set[int], *, streamed: bool
) -> None:
    path = tmp_path / "a.zip"
    with path.open("wb") as file, zipfile.ZipFile(_Stream(file) if streamed else file, "w") as archive:  # type: ignore[call-overload]
        archive.comment = comment
        for name, (content, is_stored) in members.items():
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
            info.comment = b"one"
            archive.writestr(info, content)
    changed = {name: content[::-1] + b"new" for n, (name, (content, _)) in enumerate(members.items()) if n in chosen}
    data = rewritten(path, changed)
    assert described(data) == described(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.comment == comment
        for name, (content, _) in members.items():
            assert archive.read(name) == changed.get(name, content)
    if not changed:
        assert data == path.read_bytes()


class _Stream:
    """A file that cannot go back, so that sizes stand behind the members."""

    def __init__(self, file: io.BufferedWriter) -> None:
        self._file = file

    def write(self, data: bytes) -> int:
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


def test_sizes_in_the_manner_of_huge_archives_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with (
        zipfile.ZipFile(path, "w") as archive,
        archive.open(zipfile.ZipInfo("a", DATE), "w", force_zip64=True) as member,
    ):
        member.write(b"one")
    assert rewritten(path, {}) == path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(rewritten(path, {"a": b"another"}))) as archive:
        assert archive.read("a") == b"another"


def test_an_unchanged_member_keeps_its_packed_bytes(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.zip", {"a": "un" * 50, "b": "deux" * 50})
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("b")
    packed = path.read_bytes()[info.header_offset : info.header_offset + 31 + info.compress_size]
    assert packed in rewritten(path, {"a": b"x"})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty, a file of 0 bytes"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password-protected or an old Office file"),
        (b"%PDF-1.7", "is a PDF"),
        (b"PK\x03\x04" + b"\0" * 30, "damaged or truncated"),
    ],
)
def test_what_is_no_package_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=message):
        Package(path, DocumentConfig())


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/passwd", "C:/a", "C:\\a", "..\\a", "a\\..\\b"])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    path = write_package(tmp_path / "a.docx", {name: "x"})
    with pytest.raises(DocumentError, match="leads out of the package"):
        Package(path, DocumentConfig())


def test_a_name_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", "2")
    with pytest.raises(DocumentError, match="2 members called a"):
        Package(path, DocumentConfig())


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"a": "x"})
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(mark) + offset
        data[place : place + 2] = struct.pack("<H", 1)
    path.write_bytes(data)
    with pytest.raises(DocumentError, match="is encrypted"):
        Package(path, DocumentConfig())


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"max_members": 1}, "2 members, more than 1"),
        ({"max_ratio": 10_000, "max_member_mb": 11}, "more than 11 MB, from"),
        ({}, r"member a unpacks to more than \d+ MB, from \d+ bytes"),
        ({"max_ratio": 10_000, "max_package_mb": 11}, "unpacks to more than 11 MB"),
    ],
)
def test_what_is_beyond_the_limits_is_refused(tmp_path: Path, config: dict[str, int], message: str) -> None:
    path = write_package(tmp_path / "a.docx", {"a": b" " * 12_000_000, "b": "x"})
    with pytest.raises(DocumentError, match=message), Package(path, DocumentConfig(**config)) as package:  # type: ignore[arg-type]
        package.read("a")


def test_a_damaged_member_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"a": "une phrase " * 40})
    data = bytearray(path.read_bytes())
    data[45] ^= 0xFF
    path.write_bytes(data)
    with Package(path, DocumentConfig()) as package, pytest.raises(DocumentError, match="member a is damaged"):
        package.read("a")


def test_a_member_whose_two_names_differ_in_bytes_that_are_no_text_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"été": "une phrase"})
    path.write_bytes(path.read_bytes().replace("été".encode(), b"\xa3t\xc3\xa9 ", 1))
    with Package(path, DocumentConfig()) as package, pytest.raises(DocumentError, match="member été is damaged"):
        package.read("été")


def test_a_long_name_of_a_member_is_shown_in_part(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"../" + "b" * 3000: "a"})
    with pytest.raises(DocumentError, match=r"a\.docx: has a member \.\./b{96}…, a name"):
        Package(path, DocumentConfig())
