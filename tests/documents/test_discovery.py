"""Names on the command line become documents."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from translate.documents import find_sources, from_standard_input
from translate.errors import DocumentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.TXT", "sub/d.docx", ".hidden.txt", ".git/e.txt", "SOURCES.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Bonjour.")
    return tmp_path


def test_a_folder_gives_its_documents_sorted_with_their_paths_as_names(folder: Path) -> None:
    assert [(s.name, s.kind) for s in find_sources([str(folder)]).sources] == [
        ("a.md", "markdown"),
        ("b.txt", "text"),
        ("sub/c.TXT", "text"),
    ]


def test_files_that_nobody_reads_are_told(folder: Path) -> None:
    assert [path.name for path in find_sources([str(folder)]).left_aside] == ["d.docx"]


def test_a_pattern_gives_what_it_matches(folder: Path) -> None:
    assert [s.name for s in find_sources([str(folder / "**" / "*.txt")]).sources] == ["b.txt"]


def test_a_document_that_is_named_twice_comes_once(folder: Path) -> None:
    assert len(find_sources([str(folder / "b.txt"), str(folder)]).sources) == 3


def test_a_kind_that_is_given_reads_any_ending(folder: Path) -> None:
    assert find_sources([str(folder / "sub/d.docx")], kind="segments").sources[0].kind == "segments"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere.txt", "no such file"),
        ("*.odt", "no file matches"),
        ("sub/d.docx", "unknown ending '.docx'; documents end in .markdown, .md"),
    ],
)
def test_a_name_that_leads_nowhere_is_an_error(folder: Path, name: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        find_sources([str(folder / name)])


def test_a_folder_with_no_document_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_text("")
    with pytest.raises(DocumentError, match="holds no document"):
        find_sources([str(tmp_path)])


def test_standard_input_becomes_a_document(tmp_path: Path) -> None:
    source = from_standard_input(io.BytesIO(b"Bonjour."), tmp_path)
    assert (source.path.read_bytes(), source.name) == (b"Bonjour.", "stdin.txt")
