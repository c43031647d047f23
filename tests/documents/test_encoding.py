"""Encodings are found out and reported; what cannot be decoded is an error with its byte offset."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate.documents.encoding import Encoding, find_encoding
from translate.errors import DocumentError

FRENCH = "L’été dernier, à Évian, nous avons mangé des crêpes « bretonnes » près du lac – où ça ? 12 €.\n" * 3


def write(folder: Path, content: bytes) -> Path:
    path = folder / "document.txt"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("python_name", "mark", "found", "skip"),
    [
        ("utf-8", b"", "utf-8", 0),
        ("utf-8", b"\xef\xbb\xbf", "utf-8", 3),
        ("utf-16-le", b"\xff\xfe", "utf-16-le", 2),
        ("utf-16-be", b"\xfe\xff", "utf-16-be", 2),
        ("utf-32-le", b"\xff\xfe\0\0", "utf-32-le", 4),
        ("cp1252", b"", "cp1252", 0),
        ("mac_roman", b"", "mac_roman", 0),
        ("cp850", b"", "cp850", 0),
    ],
)
def test_an_encoding_is_found(tmp_path: Path, python_name: str, mark: bytes, found: str, skip: int) -> None:
    text = FRENCH if python_name != "cp850" else FRENCH.translate({0x2019: "'", 0x2013: "-", 0x20AC: "E"})
    encoding = find_encoding(write(tmp_path, mark + text.encode(python_name)))
    assert (encoding.name, encoding.skip) == (found, skip)


def test_windows_1252_is_reported(tmp_path: Path) -> None:
    notice = find_encoding(write(tmp_path, FRENCH.encode("cp1252"))).notice
    assert notice is not None
    assert "Windows-1252" in notice
    assert "byte 1" in notice


def test_utf_8_is_not_worth_a_word(tmp_path: Path) -> None:
    assert find_encoding(write(tmp_path, FRENCH.encode())).notice is None


def test_a_damaged_byte_in_utf_8_is_an_error_with_its_offset(tmp_path: Path) -> None:
    content = FRENCH.encode()
    with pytest.raises(DocumentError, match=f"not valid UTF-8 at byte {len(content)}"):
        find_encoding(write(tmp_path, content + b"\xff\n"))


def test_the_offset_counts_over_many_chunks(tmp_path: Path) -> None:
    content = "é".encode() * 1_500_001
    with pytest.raises(DocumentError, match=f"at byte {len(content)}"):
        find_encoding(write(tmp_path, content + b"\xc3(" + "é".encode()))


def test_utf_8_cut_in_a_character_at_the_end_is_an_error(tmp_path: Path) -> None:
    content = FRENCH.encode()
    with pytest.raises(DocumentError, match=f"at byte {len(content)}"):
        find_encoding(write(tmp_path, content + b"\xc3"))


def test_a_character_over_the_border_of_two_chunks_is_no_error(tmp_path: Path) -> None:
    assert find_encoding(write(tmp_path, b"a" + "é".encode() * (1 << 20))).name == "utf-8"


def test_half_a_surrogate_pair_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="half a surrogate pair at byte 4"):
        find_encoding(write(tmp_path, b"oui \xed\xa0\x80 non"))


def test_a_byte_order_mark_that_lies_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="not valid UTF-16-LE at byte"):
        find_encoding(write(tmp_path, b"\xff\xfe" + b"\x00\xd8a\x00"))


def test_a_nul_is_an_error_with_its_offset(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="NUL character at byte 7"):
        find_encoding(write(tmp_path, b"Bonjour\0 tout le monde"))


def test_utf_16_without_a_mark_is_explained(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="--encoding utf-16-le"):
        find_encoding(write(tmp_path, FRENCH.encode("utf-16-le")))


@pytest.mark.parametrize(("start", "what"), [(b"%PDF-1.7\n", "PDF"), (b"PK\x03\x04", "ZIP"), (b"\x89PNG\r\n", "PNG")])
def test_a_known_binary_is_named(tmp_path: Path, start: bytes, what: str) -> None:
    with pytest.raises(DocumentError, match=what):
        find_encoding(write(tmp_path, start + bytes(range(256))))


def test_control_characters_make_a_binary(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="is binary"):
        find_encoding(write(tmp_path, bytes(range(1, 256)) * 9))


def test_a_declared_encoding_is_taken(tmp_path: Path) -> None:
    assert find_encoding(write(tmp_path, FRENCH.encode("utf-16-le")), "UTF-16LE").name == "utf-16-le"


def test_a_declared_encoding_that_does_not_fit_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="not valid ascii at byte 1"):
        find_encoding(write(tmp_path, FRENCH.encode()), "ascii")


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        find_encoding(tmp_path / "nowhere.txt")


@pytest.mark.parametrize(
    ("start", "what"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive (docx, odt, epub …)"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"{\\rtf1", "an RTF document"),
    ],
)
@pytest.mark.parametrize("declared", [None, "utf-8", "latin-1"])
def test_no_declaration_makes_a_text_of_a_binary(tmp_path: Path, start: bytes, what: str, declared: str | None) -> None:
    with pytest.raises(
        DocumentError, match=re.escape(f"is {what}; expected a text. Give it the ending of what it is.")
    ):
        find_encoding(write(tmp_path, start), declared)


@pytest.mark.parametrize(
    ("content", "declared", "found"),
    [
        (b"\xef\xbb\xbfoui", "utf-8", ("utf-8", 3)),
        (b"oui", "utf8", ("utf-8", 0)),
        (b"\xff\xfeo\0", "utf-16-le", ("utf-16-le", 2)),
        (b"\xff\xfeo\0", "utf-16", ("utf-16-le", 2)),
        (b"\xfe\xff\0o", "UTF16", ("utf-16-be", 2)),
        (b"\xff\xfe\0\0o\0\0\0", "utf-32", ("utf-32-le", 4)),
        (b"\xef\xbb\xbfoui", "utf-8-sig", ("utf-8", 3)),
        (b"\xff\xfeo\0", "latin-1", ("iso8859-1", 0)),
        (b"", "ascii", ("ascii", 0)),
    ],
)
def test_a_declared_encoding_decides_and_its_mark_is_skipped(
    tmp_path: Path, content: bytes, declared: str, found: tuple[str, int]
) -> None:
    encoding = find_encoding(write(tmp_path, content), declared)
    assert (encoding.name, encoding.skip, encoding.notice) == (*found, None)


def test_an_empty_file_is_a_text(tmp_path: Path) -> None:
    assert find_encoding(write(tmp_path, b"")) == Encoding("utf-8")
    assert find_encoding(write(tmp_path, b"\xef\xbb\xbf")) == Encoding("utf-8", 3)


@pytest.mark.parametrize("python_name", ["utf-8", "utf-16", "utf-32", "cp1252", "mac_roman"])
@pytest.mark.parametrize("size", [3, 200_000])
def test_what_was_found_decodes_the_file(tmp_path: Path, python_name: str, size: int) -> None:
    text = (FRENCH * (size // len(FRENCH) + 1)) + "à"
    encoding = find_encoding(write(tmp_path, text.encode(python_name)))
    assert (tmp_path / "document.txt").read_bytes()[encoding.skip :].decode(encoding.name) == text


@pytest.mark.parametrize("gap", [0, 1_048_575, 1_048_576, 1_048_577, 2_000_000])
def test_a_nul_is_found_wherever_a_chunk_ends(tmp_path: Path, gap: int) -> None:
    with pytest.raises(DocumentError, match=f"has a NUL character at byte {gap}: binary or damaged\\."):
        find_encoding(write(tmp_path, b"a" * gap + b"\0" + b"a" * 100))


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read: Is a directory"):
        find_encoding(tmp_path)


def test_what_no_encoding_explains_names_both_places(tmp_path: Path) -> None:
    # 0x81 is nothing in Windows-1252; a text of these letters is taken for that and then found not to be.
    content = "L’été à Évian, près du château. ".encode("cp1252") * 20
    with pytest.raises(
        DocumentError, match=r"neither UTF-8 \(byte 1\) nor [\w -]+ \(byte \d+\); give its encoding"
    ) as caught:
        find_encoding(write(tmp_path, content + b"x" * (1 << 20) + b"\x81\x8d\x8f\x90\x9d"))
    assert "--encoding" in str(caught.value)


@pytest.mark.parametrize("declared", ["utf-16", "UTF-32"])
def test_an_encoding_that_needs_its_mark_says_which_do_not(tmp_path: Path, declared: str) -> None:
    with pytest.raises(
        DocumentError, match=rf"has no byte-order mark, which {declared} needs; give --encoding .*-le or"
    ):
        find_encoding(write(tmp_path, "oui".encode("utf-32-le")), declared)


@pytest.mark.parametrize("declared", ["klingon", "base64", "rot13", "hex", "undefined", "a\0b"])
def test_what_is_no_encoding_of_texts_is_refused(tmp_path: Path, declared: str) -> None:
    with pytest.raises(DocumentError, match="unknown encoding"):
        find_encoding(write(tmp_path, b"oui"), declared)


def test_a_text_too_short_for_a_guess_is_windows_1252_where_it_reads_well(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes("1\n00:00:01,000 --> 00:00:02,000\nL’été\n".encode("cp1252"))
    assert find_encoding(path).name == "cp1252"
