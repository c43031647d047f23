"""Files to read: their encoding is told by mark, declaration or default, and each fault has line and column."""

from __future__ import annotations

import codecs
import gzip
from pathlib import Path

import pytest

from translate.errors import FormatError
from translate.formats import sources as module
from translate.formats.sources import open_bytes, open_text, open_xml, read_lines

TEXT = "Été\r\nÀ 5 €\n\U0001d54f"


def write(folder: Path, content: bytes) -> Path:
    path = folder / "x"
    path.write_bytes(content)
    return path


def text_of(path: Path, newline: str | None = "\n") -> str:
    with open_text(path, newline=newline) as text:
        return "".join(iter(text.read, ""))


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_a_mark_tells_the_encoding_and_is_no_text(encoding: str, mark: bytes, tmp_path: Path) -> None:
    path = write(tmp_path, mark + TEXT.encode(encoding))
    assert text_of(path) == TEXT
    assert text_of(path, None) == TEXT.replace("\r\n", "\n")
    with open_xml(path) as xml:
        assert xml.read() == TEXT.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ("<?xml version='1.0' encoding='ISO-8859-1'?>", "latin-1"),
        ('<?xml version="1.0" encoding = "windows-1252"?>', "cp1252"),
        ('\n<?xml version="1.0" encoding="koi8-r"?>', "koi8-r"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-8"),  # It was read byte by byte, so that it lies.
        ('<?xml version="1.0" encoding="ISO-10646-UCS-2"?>', "utf-16-le"),
        ('<?xml version="1.0" encoding="utf_16"?>', "utf-16-be"),
        ("<tmx>", "utf-16-le"),
        ("<tmx>", "utf-8"),
    ],
)
def test_xml_declares_its_encoding(declaration: str, encoding: str, tmp_path: Path) -> None:
    letter = "é" if encoding != "koi8-r" else "ж"
    path = write(tmp_path, f"{declaration}<a>{letter}</a>".encode(encoding))
    with open_xml(path) as xml:
        assert xml.read().endswith(f"<a>{letter}</a>")


@pytest.mark.parametrize("name", ["klingon", "base64", "idna", "undefined"])
def test_an_encoding_that_nobody_knows_is_said(name: str, tmp_path: Path) -> None:
    path = write(tmp_path, f'<?xml version="1.0" encoding="{name}"?><a/>'.encode())
    with pytest.raises(FormatError, match=rf"x:1:1: the encoding '{name}' is unknown; expected one such as UTF-8"):
        open_xml(path).__enter__()


@pytest.mark.parametrize(
    ("content", "place", "fault"),
    [
        (b"\xff", "1:1", "0xff is not utf-8"),
        (b"ab\n\xc3\xa9\xe9 x", "2:2", "0xe9 is not utf-8"),
        (b"a\nb\nc\xc3", "3:2", "0xc3 is not utf-8"),
        (b"\r\n\r\n\xed\xa0\x80", "3:1", "0xed is not utf-8"),
        (codecs.BOM_UTF8 + b"a\n\xa9", "2:1", "0xa9 is not utf-8-sig"),
        (codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"\x00\xdc", "2:2", "0x00 is not utf-16"),
    ],
)
def test_a_byte_that_is_not_of_the_encoding_has_line_and_column(
    content: bytes, place: str, fault: str, tmp_path: Path
) -> None:
    path = write(tmp_path, content)
    for read in (text_of, lambda path: list(_lines(path))):
        with pytest.raises(FormatError) as caught:
            read(path)
        assert str(caught.value) == f"{path}:{place}: byte {fault}; save the file as UTF-8."


def _lines(path: Path) -> list[tuple[int, str]]:
    with open_text(path) as text:
        return list(text.lines())


def test_a_fault_far_within_the_file_has_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, "é\n".encode() * 50_000 + b"abc\xe9\n")
    with pytest.raises(FormatError, match=r"x:50001:4: byte 0xe9"):
        text_of(path)


def test_xml_takes_such_a_byte_for_half_a_surrogate_pair(tmp_path: Path) -> None:
    with open_xml(write(tmp_path, b"<a>\xe9</a>")) as xml:
        assert xml.read() == "<a>\udce9</a>"


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", []),
        (b"a", ["a"]),
        (b"a\r\nb\n\nc\r", ["a", "b", "", "c"]),
        ("a\u2028b\x85c\x0bd\re".encode(), ["a\u2028b\x85c\x0bd\re"]),
        (b"\xef\xbb\xbfa\n\xef\xbb\xbfb", ["a", "\ufeffb"]),
    ],
)
def test_lines_end_at_line_feeds_alone(content: bytes, lines: list[str], tmp_path: Path) -> None:
    assert _lines(write(tmp_path, content)) == list(enumerate(lines, 1))


@pytest.mark.parametrize(("length", "is_read"), [(20, True), (21, False)])
def test_a_line_is_read_up_to_the_limit(
    length: int, is_read: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_LINE_CHARACTERS", 21)  # With its end.
    path = write(tmp_path, b"first\n" + "é".encode() * length + b"\nlast\n")
    if is_read:
        assert len(_lines(path)) == 3
    else:
        with pytest.raises(FormatError, match=r"x:2:22: the line is longer than 21 characters; is this a text file\?"):
            _lines(path)


@pytest.mark.parametrize(("length", "is_read"), [(20, True), (21, False)])
def test_a_line_of_bytes_is_read_up_to_the_limit(length: int, is_read: bool, tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbffirst\n" + b"x" * length + b"\nlast")
    if is_read:
        assert list(read_lines(path, 21)) == [(1, b"first\n"), (2, b"x" * 20 + b"\n"), (3, b"last")]
    else:
        with pytest.raises(FormatError, match="x:2:22: the line is longer than 21 bytes"):
            list(read_lines(path, 21))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_bytes_of_a_wide_encoding_are_no_lines(encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path, TEXT.encode(encoding))
    with pytest.raises(FormatError, match=rf"x:1:1: is in {encoding}; save it as UTF-8\."):
        list(read_lines(path, 100))


def test_a_folder_and_a_missing_file_are_said(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"nowhere: cannot be read: No such file or directory\."):
        open_bytes(tmp_path / "nowhere").__enter__()
    with pytest.raises(FormatError, match=r"cannot be read: Is a directory\."):
        open_bytes(tmp_path).__enter__()


@pytest.mark.parametrize(
    ("packed", "message"),
    [
        (gzip.compress(b"a\n" * 9, mtime=0)[:5], "the compressed file is truncated; copy or download it again."),
        (gzip.compress(b"a\n" * 9, mtime=0)[:-8] + b"\0" * 8, "the compressed file is damaged (CRC check failed"),
        (b"\x1f\x8b\x07" + b"\0" * 20, "the compressed file is damaged (Unknown compression method)"),
        (b"\xfd7zXZ\x00garbage", "the compressed file is damaged"),
        (b"\x28\xb5\x2f\xfd" + b"\xff" * 20, "the compressed file is damaged"),
        (b"\x28\xb5\x2f\xfd", "the compressed file is truncated"),
    ],
)
def test_a_damaged_packed_file_is_said_however_it_is_read(packed: bytes, message: str, tmp_path: Path) -> None:
    path = write(tmp_path, packed)
    for read in (text_of, _lines, lambda path: list(read_lines(path, 1000))):
        with pytest.raises(FormatError) as caught:
            read(path)
        assert message in str(caught.value)
        assert str(caught.value).startswith(f"{path}:")


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_line_and_column_are_where_the_last_chunk_ends(size: int, tmp_path: Path) -> None:
    with open_text(write(tmp_path, "ab\ncdé\nf".encode())) as text:
        while text.read(size):
            pass
        assert (text.line, text.column) == (3, 2)


def test_lines_that_reach_over_chunks_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK_CHARACTERS", 3)
    path = write(tmp_path, "a\nbcdéfgh\r\n\nij\r\nkl".encode())
    assert _lines(path) == list(enumerate(["a", "bcdéfgh", "", "ij", "kl"], 1))
    with open_text(path) as text:
        assert "".join(line for _, line in text.lines(keep_ends=True)) == path.read_bytes().decode()
