"""Lines of a text, of a file or of a stream: none is lost, each fault has its line, and memory stays bounded."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.config import DocumentConfig
from translate.data import Block
from translate.documents import READERS
from translate.documents.encoding import Encoding, find_encoding
from translate.documents.lines import Lines, StreamLines
from translate.documents.plain.reader import read_stream
from translate.errors import DocumentError

PATH = Path("-")
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0") | st.sampled_from("\n\r\u2028é\ufeff"))


def stream(content: bytes, encoding: str = "utf-8", limit: int = 1000) -> Iterator[str]:
    return iter(StreamLines(io.BytesIO(content), PATH, encoding, limit))


@given(TEXT)
def test_a_stream_is_its_lines(text: str) -> None:
    lines = list(stream(text.encode()))
    assert "".join(lines) == text.removeprefix("\ufeff")
    assert all(line.rstrip("\r\n").count("\n") == 0 for line in lines)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TEXT)
def test_a_file_is_its_lines_in_normal_form(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    lines = Lines(path, Encoding("utf-8"), 1000)
    assert list(lines) == list(lines)
    assert [unicodedata.is_normalized("NFC", line) for line in lines] == [True] * len(list(lines))
    assert "".join(lines) == "".join(unicodedata.normalize("NFC", line) for line in io.StringIO(text, newline=""))


@pytest.mark.parametrize(
    ("content", "encoding", "lines"),
    [
        (b"", "utf-8", []),
        (b"\xef\xbb\xbfa\n\xef\xbb\xbfb", "utf-8", ["a\n", "\ufeffb"]),
        (b"a\r\nb\rc\n\n", "utf-8", ["a\r\n", "b\r", "c\n", "\n"]),
        ("é\nà".encode("cp1252"), "windows-1252", ["é\n", "à"]),
        ("é\n".encode("utf-16"), "utf-16", ["é\n"]),
        ("\x85\u2028\x0b\x0c\x1e".encode(), "utf-8", ["\x85\u2028\x0b\x0c\x1e"]),
    ],
)
def test_lines_of_a_stream_end_where_files_end_them(content: bytes, encoding: str, lines: list[str]) -> None:
    assert list(stream(content, encoding)) == lines


@pytest.mark.parametrize(
    ("content", "encoding", "line"),
    [
        (b"\xe9", "utf-8", 1),
        (b"a\nb\n\xe9t\xe9\n", "utf-8", 3),
        (b"a\n\xed\xa0\x80", "utf-8", 2),
        (b"a\nb\xc3", "utf-8", 2),
        (b"a\n\x81", "cp1252", 2),
    ],
)
def test_bytes_of_another_encoding_have_the_line_they_stand_on(content: bytes, encoding: str, line: int) -> None:
    with pytest.raises(DocumentError) as caught:
        list(stream(content, encoding))
    assert str(caught.value) == f"-:{line}: not valid {encoding}; give the right encoding with --encoding."


def test_lines_before_a_fault_have_been_given() -> None:
    lines = stream(b"un\ndeux\n\xff\n")
    assert [next(lines), next(lines)] == ["un\n", "deux\n"]
    with pytest.raises(DocumentError, match="-:3: "):
        next(lines)


def test_an_encoding_of_a_stream_that_nobody_knows_is_said() -> None:
    with pytest.raises(DocumentError, match="unknown encoding 'klingon'; use a name such as utf-8 or windows-1252"):
        next(stream(b"oui", "klingon"))


@pytest.mark.parametrize("end", ["", "\n", "\r", "\r\n"])
@pytest.mark.parametrize(("length", "is_read"), [(99, True), (100, True), (101, False), (102, False), (5000, False)])
def test_a_line_is_read_up_to_the_limit_whatever_ends_it(length: int, is_read: bool, end: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"oui\n{'é' * length}{end}".encode())
    for lines in (Lines(path, Encoding("utf-8"), 100), StreamLines(path.open("rb"), path, "utf-8", 100)):
        if is_read:
            assert [len(line.rstrip("\r\n")) for line in lines] == [3, length]
        else:
            with pytest.raises(DocumentError, match=r"a\.txt:2: the line is longer than 100 characters, which is"):
                list(lines)
        if isinstance(lines, StreamLines):
            lines.stream.close()


def test_a_nul_has_its_line(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="-:2: has a NUL character, which is not allowed in text"):
        list(stream(b"a\nb\0\n"))
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\nb\nc\0")
    with pytest.raises(DocumentError, match=r"a\.txt:3: has a NUL character"):
        list(Lines(path, Encoding("utf-8"), 100))


def test_a_stream_stays_open_for_who_opened_it() -> None:
    source = io.BytesIO(b"a\nb\n")
    assert len(list(StreamLines(source, PATH, "utf-8", 10))) == 2
    assert not source.closed


def test_a_file_that_went_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"gone\.txt: cannot be read: No such file or directory"):
        list(Lines(tmp_path / "gone.txt", Encoding("utf-8"), 100))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_is_no_text(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffÉté.\r\nFin\ufeff".encode(encoding))
    assert list(Lines(path, find_encoding(path), 100)) == ["Été.\r\n", "Fin\ufeff"]


def test_a_stream_of_text_gives_blocks_a_line_each() -> None:
    blocks = read_stream(io.BytesIO("  Un.\t\r\n\n\u00a0Deux".encode()), PATH, DocumentConfig())
    assert list(blocks) == [
        Block("  ", "Un.", "\t\r\n"),
        Block("\n", "", ""),
        Block("\u00a0", "Deux", ""),
    ]


def test_a_stream_of_wrapped_text_gives_blocks_a_paragraph_each() -> None:
    text = "Le conseil municipal s'est réuni jeudi soir\npour examiner le projet.\n\nFin.\n"
    blocks = read_stream(io.BytesIO(text.encode()), PATH, DocumentConfig(join_lines=True))
    assert [block.text for block in blocks if block.text] == [
        "Le conseil municipal s'est réuni jeudi soir pour examiner le projet.", "Fin.",
    ]  # fmt: skip


def test_a_stream_has_the_encoding_and_the_limit_of_the_settings() -> None:
    config = DocumentConfig(encoding="cp1252", max_paragraph_characters=5)
    assert [block.text for block in read_stream(io.BytesIO(b"\xe9t\xe9\n12345\n"), PATH, config)] == ["été", "12345"]
    with pytest.raises(DocumentError, match="-:1: the line is longer than 5 characters"):
        list(read_stream(io.BytesIO(b"123456\n"), PATH, config))


@pytest.mark.parametrize("kind", ["text", "markdown", "segments"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_document_keeps_its_byte_order_mark(tmp_path: Path, kind: str, mark: bytes) -> None:
    path, out = tmp_path / "a", tmp_path / "b"
    path.write_bytes(mark + "Été\r\n".encode())
    reader = READERS.load(kind)
    document = reader.read(path, name="a", language="fr", config=DocumentConfig())
    with reader.rebuild(document, out, language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, block.text.replace("Été", "Summer"))
    assert out.read_bytes() == mark + b"Summer\r\n"
