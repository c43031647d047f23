"""A file that was damaged anywhere is read as far as it goes, or refused in one line: nothing else ever happens."""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from tests.formats.samples import CODED, FULL, HEADER, PLAIN, bitext
from translate.errors import FormatError
from translate.formats import FORMATS, Remark, read_bitext, write_bitext

NAMES = [name for name in FORMATS if name != "parquet"]
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}
# What a careless hand, another tool or a bad disk leaves in a file.
BITS = [
    b"", b"\0", b"\xff", b"\xe9", b"\xed\xa0\x80", b"<", b">", b"&", b'"', b"'", b"\n", b"\r", b"\t", b",", b"]", b"}",
    b"{", b"[", b"\\", b"\\u", b"\\ud800", b"NaN", b"1e999", b"-", b"null", b"<!--", b"]]>", b"<![CDATA[", b"&#0;",
    b"&#xD800;", b"&#99999999;", b'<cp hex="zz"/>', b'<cp hex="110000"/>', b'<cp hex="-1"/>', b"<seg>", b"</seg>",
    b"<tu>", b"</body>", b"</file>", b'<ph id="1" dataRef="d9"/>', b'<mrk mid="1" mtype="seg">', b"</mrk>", b"<?x?>",
    b'<!DOCTYPE x [<!ENTITY y "z">]>', b"\xef\xbb\xbf", b"\xff\xfe", b"\xc2\x85", b"\xe2\x80\xa8", "é\u0301".encode(),
]  # fmt: skip
Damage = tuple[bytes, float, int]
DAMAGE = st.lists(
    st.tuples(st.sampled_from(BITS) | st.binary(max_size=3), st.floats(0, 1), st.integers(0, 8)), min_size=1, max_size=3
)
PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def damage(content: bytes, places: list[Damage]) -> bytes:
    """Write each bit over some bytes at its place, which is a share of the file."""
    for bit, place, cut in places:
        at = round(place * len(content))
        content = content[:at] + bit + content[at + cut :]
    return content


def read(path: Path) -> list[Remark]:
    """Read a file to its end or to its fault, and return the remarks."""
    remarks: list[Remark] = []
    try:
        units = list(read_bitext(path, HEADER, report=remarks.append).units)
    except FormatError as exc:
        assert "\n" not in str(exc).replace(str(path), "")
        assert path.name.split(".")[0] in str(exc)
    else:
        assert all(unit.source.language and unit.target.language for unit in units)
    return remarks


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A file of each format."""
    folder = tmp_path_factory.mktemp("whole")
    return {
        name: write_bitext(bitext([FULL, PLAIN, CODED]), folder / "x", name, report=lambda _: None)[0]
        for name in FORMATS
    }


@PROPERTY
@given(places=DAMAGE)
def test_a_damaged_file_is_read_or_refused(places: list[Damage], whole: dict[str, Path], tmp_path: Path) -> None:
    """All formats in one test, for to make up damage takes longer than to read it."""
    (tmp_path / "x.en").write_bytes(whole["moses"].with_name("x.en").read_bytes())
    for name in NAMES:
        note(f"as {name}")
        path = tmp_path / whole[name].name
        path.write_bytes(damage(whole[name].read_bytes(), places))
        for remark in read(path):
            assert remark.message.endswith(".")
            assert remark.line is None or remark.line >= 1


@PROPERTY
@given(places=DAMAGE)
def test_a_damaged_packed_file_is_read_or_refused(places: list[Damage], whole: dict[str, Path], tmp_path: Path) -> None:
    for ending, pack in PACKERS.items():
        note(f"as {ending}")
        path = tmp_path / f"x.tmx{ending}"
        path.write_bytes(damage(pack(whole["tmx"].read_bytes()), places))
        read(path)


@PROPERTY
@given(places=DAMAGE)
def test_a_damaged_table_is_read_or_refused(places: list[Damage], whole: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    path.write_bytes(damage(whole["parquet"].read_bytes(), places))
    read(path)


@PROPERTY
@given(content=st.lists(st.sampled_from(BITS), max_size=12).map(b"".join))
def test_what_was_never_such_a_file_is_refused(content: bytes, whole: dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / "x.en").write_bytes(b"")
    for name in FORMATS:
        note(f"as {name}")
        path = tmp_path / whole[name].name
        path.write_bytes(content)
        read(path)
