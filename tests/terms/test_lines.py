"""Termbases of text come in several encodings; what is none of them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import GlossaryError
from translate.terms.lines import read_lines
from translate.terms.termbases import read_termbase

TEXT = "clé\tkey\nœil\teye\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_a_mark_or_without(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read_lines(path) == ["clé\tkey", "œil\teye", ""]
    assert [entry.source for entry in read_termbase(path, "fr", "en").entries] == ["clé", "œil"]


def test_windows_1252_is_read_and_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "terms.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    assert read_lines(path)[0] == "clé\tkey"
    assert "Windows-1252" in caplog.text


@pytest.mark.parametrize("data", [b"cl\x81\tkey\n", b"cl\xe9\0\tkey\n"])
def test_other_bytes_are_refused_with_their_place(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_bytes(data)
    with pytest.raises(GlossaryError, match=r"is not UTF-8 \(byte 2\); save it as UTF-8"):
        read_lines(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("terms.tsv", b"clou\tnail\r\nvis\tscrew\r\n"),
        ("terms.csv", b"fr;en\r\nclou;nail\r\nvis;screw\r\n"),
        ("terms.csv", b'"clou","nail"\n"vis","screw"\n'),
        ("terms.txt", b"\n\nclou\tnail\n\nvis\tscrew"),
    ],
)
def test_line_ends_of_any_kind_part_entries(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = read_termbase(path, "fr", "en").entries
    assert [(entry.source, entry.target) for entry in found] == [("clou", "nail"), ("vis", "screw")]


def test_a_file_without_terms_in_these_languages_says_so(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="has no terms from 'fr' to 'en'"):
        read_termbase(path, "fr", "en")
    with pytest.raises(GlossaryError, match=r"none\.tsv: cannot be read: No such file"):
        read_termbase(tmp_path / "none.tsv", "fr", "en")
