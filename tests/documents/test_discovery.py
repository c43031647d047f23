"""Names on the command line become documents."""

from __future__ import annotations

import io
import os
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from translate.documents import READERS, find_sources, from_standard_input
from translate.documents.discovery import kind_of, name_below
from translate.documents.kinds import KINDS_BY_SUFFIX
from translate.errors import DocumentError, UnknownNameError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.TXT", "sub/d.xcf", ".hidden.txt", ".git/e.txt", "SOURCES.md", "~$b.txt"):
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
    assert [path.name for path in find_sources([str(folder)]).left_aside] == ["d.xcf"]


def test_a_pattern_gives_what_it_matches(folder: Path) -> None:
    assert [s.name for s in find_sources([str(folder / "**" / "*.txt")]).sources] == ["b.txt"]


def test_a_document_that_is_named_twice_comes_once(folder: Path) -> None:
    assert len(find_sources([str(folder / "b.txt"), str(folder)]).sources) == 3


def test_a_kind_that_is_given_reads_any_ending(folder: Path) -> None:
    assert find_sources([str(folder / "sub/d.xcf")], kind="segments").sources[0].kind == "segments"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere.txt", "no such file"),
        ("*.xcf", "no file matches"),
        ("sub/d.xcf", "unsupported file type '.xcf'; supported: .*.markdown, .*.md,"),
    ],
)
def test_a_name_that_leads_nowhere_is_an_error(folder: Path, name: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        find_sources([str(folder / name)])


def test_a_folder_with_no_document_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.xcf").write_text("")
    with pytest.raises(DocumentError, match="no documents in this folder"):
        find_sources([str(tmp_path)])


def test_standard_input_becomes_a_document(tmp_path: Path) -> None:
    source = from_standard_input(io.BytesIO(b"Bonjour."), tmp_path)
    assert (source.path.read_bytes(), source.name) == (b"Bonjour.", "stdin.txt")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", "text"),
        ("a.TEXT", "text"),
        ("a.md", "markdown"),
        ("a.b.Markdown", "markdown"),
        ("a.txt.md", "markdown"),
    ],
)
def test_the_ending_tells_the_kind(name: str, kind: str) -> None:
    assert kind_of(Path(name)) == kind


@pytest.mark.parametrize("name", ["a", ".txt", "a.", "a.txt.bak", "a.xcf"])
def test_another_ending_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(
        DocumentError, match=r"unsupported file type '.*'; supported: .*\.markdown, .*\.md, .*\.text, .*\.txt"
    ):
        kind_of(Path(name))


@pytest.mark.parametrize(("name", "newer"), [("a.pages", ".docx"), ("b.Numbers", ".xlsx"), ("c.key", ".pptx")])
def test_another_format_is_refused_with_the_one_to_save_it_as(name: str, newer: str) -> None:
    with pytest.raises(DocumentError, match=rf"nobody reads here; save it as \{newer} and name that file"):
        kind_of(Path(name))


def test_arguments_come_in_their_order_and_folders_by_name(folder: Path) -> None:
    found = find_sources([str(folder / "sub"), str(folder / "b.txt"), str(folder)])
    assert [source.name for source in found.sources] == ["c.TXT", "b.txt", "a.md"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_to_a_document_that_came_already_is_the_same(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "b.txt")
    assert [source.name for source in find_sources([str(folder / "link.txt"), str(folder / "b.txt")]).sources] == [
        "link.txt"
    ]


def test_a_name_with_the_signs_of_a_pattern_is_a_file_where_it_exists(tmp_path: Path) -> None:
    for name in ("a[1].txt", "a1.txt"):
        (tmp_path / name).write_text("Oui.")
    assert [source.name for source in find_sources([str(tmp_path / "a[1].txt")]).sources] == ["a[1].txt"]
    assert [source.name for source in find_sources([str(tmp_path / "a[12].txt")]).sources] == ["a1.txt"]


def test_a_pattern_takes_files_and_no_folders(folder: Path) -> None:
    assert [source.name for source in find_sources([str(folder / "[bs]*")]).sources] == ["b.txt"]
    with pytest.raises(DocumentError, match="no file matches this pattern"):
        find_sources([str(folder / "su?")])


def test_a_pattern_that_meets_an_ending_nobody_reads_is_an_error(folder: Path) -> None:
    with pytest.raises(DocumentError, match=r"unsupported file type '\.xcf'"):
        find_sources([str(folder / "sub" / "*")])
    assert {source.kind for source in find_sources([str(folder / "sub" / "*")], kind="text").sources} == {"text"}


@pytest.mark.parametrize("path", [PureWindowsPath(r"C:\in\sub\a.txt"), PurePosixPath("C:/in/sub/a.txt")])
def test_a_document_has_the_same_name_on_every_system(path: PurePath) -> None:
    folder = type(path)("C:/in")
    assert name_below(folder, path) == "sub/a.txt"


def test_standard_input_is_of_the_kind_asked_for(tmp_path: Path) -> None:
    assert from_standard_input(io.BytesIO(b""), tmp_path).kind == "text"
    source = from_standard_input(io.BytesIO(b"# a"), tmp_path, kind="markdown")
    assert (source.kind, source.name, source.path.read_bytes()) == ("markdown", "stdin.md", b"# a")
    assert from_standard_input(io.BytesIO(b"a"), tmp_path, kind="segments").name == "stdin.txt"


def test_standard_input_of_a_kind_that_nobody_reads_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"Unknown document kind 'runes'\. Known: .*markdown.*text"):
        from_standard_input(io.BytesIO(b""), tmp_path, kind="runes")
    assert not list(tmp_path.iterdir())


def test_every_ending_is_of_a_kind_that_is_read() -> None:
    assert set(KINDS_BY_SUFFIX.values()) <= set(READERS)
    assert all(ending == ending.lower() and ending.startswith(".") for ending in KINDS_BY_SUFFIX)
