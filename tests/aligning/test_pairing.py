"""Documents find their translations: by name, by pattern, by list, by content; and those without a partner are told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH
from translate.aligning import Pairs, pair_documents, read_list
from translate.config import Config
from translate.errors import DocumentError, UsageError


def make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Texte de {name}.\n", encoding="utf-8")
    return folder


def pair(source: Path, target: Path, pattern: str | None = None) -> Pairs:
    return pair_documents(source, target, Config(), pattern=pattern, kind=None)


def names_of(pairs: Pairs) -> list[tuple[str, str, str]]:
    return [(found.name, found.source.name, found.target.name) for found in pairs.pairs]


def test_two_files_are_a_pair_whatever_their_names(tmp_path: Path) -> None:
    make(tmp_path, "lettre.fr.txt", "answer.txt")
    assert names_of(pair(tmp_path / "lettre.fr.txt", tmp_path / "answer.txt")) == [
        ("lettre", "lettre.fr.txt", "answer.txt")
    ]


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("a.fr.txt", "a.en.txt", "a"),
        ("a_fr.txt", "a-en.md", "a"),
        ("my_own-letter.fr.txt", "en_my_own-letter.txt", "my_own-letter"),
        ("2024/a.txt", "2024/a.txt", "2024/a"),
        ("fr/a.txt", "en/a.txt", "a"),
        ("French/a.FR.txt", "english/a.EN.txt", "a"),
        ("fr.txt", "fr.txt", "fr"),
    ],
)
def test_names_that_differ_in_the_language_alone_pair(tmp_path: Path, source: str, target: str, name: str) -> None:
    pairs = pair(make(tmp_path / "one", source), make(tmp_path / "two", target))
    assert names_of(pairs) == [(name, source, target)]


def test_one_folder_may_hold_both_languages(tmp_path: Path) -> None:
    make(tmp_path, "a.fr.txt", "a.en.txt", "b.fr.txt", "b.en.txt", "notes.txt")
    assert [found.name for found in pair(tmp_path, tmp_path).pairs] == ["a", "b"]


def test_a_pattern_says_how_names_pair(tmp_path: Path) -> None:
    one, two = make(tmp_path / "one", "x_VO.txt", "y_VO.txt", "z.txt"), make(tmp_path / "two", "x_VA.txt", "y_VA.txt")
    pairs = pair(one, two, "*_VO.txt=*_VA.txt")
    assert names_of(pairs) == [("x", "x_VO.txt", "x_VA.txt"), ("y", "y_VO.txt", "y_VA.txt")]
    assert [path.name for path in pairs.unpaired] == ["z.txt"]


@pytest.mark.parametrize("pattern", ["*", "*=", "a*b*=c*", "x=y"])
def test_a_wrong_pattern_is_an_error_that_shows_a_right_one(tmp_path: Path, pattern: str) -> None:
    make(tmp_path, "a.txt")
    with pytest.raises(UsageError, match=r"\*_VO.txt=\*_VA.txt"):
        pair(tmp_path, tmp_path, pattern)


def test_where_names_differ_the_content_decides(tmp_path: Path) -> None:
    texts = {
        "one/maison.txt": FRENCH[:6],
        "one/voyage.txt": FRENCH[6:],
        "two/aaa.txt": ENGLISH[6:],
        "two/bbb.txt": ENGLISH[:6],
        "two/ccc.txt": ("An unrelated page about compilers and parsers, with much to say of syntax.",),
    }
    for name, lines in texts.items():
        make(tmp_path, name).joinpath(name).write_text("\n".join(lines * 3), encoding="utf-8")
    pairs = pair(tmp_path / "one", tmp_path / "two")
    assert names_of(pairs) == [("maison", "maison.txt", "bbb.txt"), ("voyage", "voyage.txt", "aaa.txt")]
    assert pairs.by_content == pairs.pairs
    assert [path.name for path in pairs.unpaired] == ["ccc.txt"]


def test_folders_without_any_pair_are_an_error(tmp_path: Path) -> None:
    make(tmp_path / "two", "b.txt").joinpath("b.txt").write_text("Nothing alike at all.\n" * 9, encoding="utf-8")
    with pytest.raises(DocumentError, match="no document of this folder matches one in"):
        pair(make(tmp_path / "one", "a.txt"), tmp_path / "two")


def test_a_file_and_a_folder_are_no_pair(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    with pytest.raises(UsageError, match="one is a folder"):
        pair(tmp_path / "a.txt", tmp_path)


def test_two_documents_with_one_name_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="both called 'a'"):
        pair(make(tmp_path / "one", "a.fr.txt", "a_fr.txt"), make(tmp_path / "two", "a.en.txt"))


def test_a_list_names_pairs_below_its_own_folder(tmp_path: Path) -> None:
    make(tmp_path, "d/a.txt", "d/b.txt", "d/c.txt")
    (tmp_path / "pairs.tsv").write_text("# comment\nd/a.txt\td/b.txt\n\nd/a.txt\td/c.txt\n", encoding="utf-8")
    pairs = read_list(tmp_path / "pairs.tsv", Config(), kind=None)
    assert names_of(pairs) == [("d/a", "d/a.txt", "d/b.txt"), ("d/a-4", "d/a.txt", "d/c.txt")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a.txt b.txt\n", r"pairs.tsv:1: expected a source, a tab and a target, not 1 fields"),
        ("a.txt\ta.txt\na.txt\tnone.txt\n", r"pairs.tsv:2: no such file"),
        ("# nothing\n", "the list is empty"),
    ],
)
def test_what_is_wrong_with_a_list_is_said_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "pairs.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=message):
        read_list(tmp_path / "pairs.tsv", Config(), kind=None)


def test_a_list_names_documents_with_slashes_on_every_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("fr\\a.txt", "en\\a.txt"):
        (tmp_path / name).write_text("Un.", encoding="utf-8")
    (tmp_path / "pairs.tsv").write_text("fr\\a.txt\ten\\a.txt\n", encoding="utf-8")
    monkeypatch.setattr(os, "sep", "\\")
    (found,) = read_list(tmp_path / "pairs.tsv", Config(), kind=None).pairs
    assert (found.source.name, found.target.name, found.name) == ("fr/a.txt", "en/a.txt", "a")


def test_a_list_of_documents_elsewhere_names_nothing_outside_of_the_output_folder(tmp_path: Path) -> None:
    for name in ("fr/sub/a.txt", "en/sub/a.txt", "lists/pairs.tsv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Un.", encoding="utf-8")
    lines = f"../fr/sub/a.txt\t../en/sub/a.txt\n{tmp_path}/fr/sub/a.txt\t{tmp_path}/en/sub/a.txt\n"
    (tmp_path / "lists" / "pairs.tsv").write_text(lines, encoding="utf-8")
    names = [pair.name for pair in read_list(tmp_path / "lists" / "pairs.tsv", Config(), kind=None).pairs]
    assert names == ["sub/a", f"{tmp_path}/sub/a".removeprefix("/")]


def test_every_pair_of_a_list_has_a_name_of_its_own(tmp_path: Path) -> None:
    """The third line would be called after its number, as the first one is already."""
    make(tmp_path, "a-3.txt", "a.txt", "b.txt", "c.txt")
    (tmp_path / "pairs.tsv").write_text("a-3.txt\tb.txt\na.txt\tb.txt\na.txt\tc.txt\n", encoding="utf-8")
    names = [found.name for found in read_list(tmp_path / "pairs.tsv", Config(), kind=None).pairs]
    assert names[:2] == ["a-3", "a"]
    assert len(set(names)) == 3


def test_a_list_may_bear_a_byte_order_mark_and_a_kind_for_all(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    (tmp_path / "pairs.tsv").write_bytes(b"\xef\xbb\xbfa.txt\tb.txt\r\n")
    (found,) = read_list(tmp_path / "pairs.tsv", Config(), kind="segments").pairs
    assert (found.name, found.source.kind, found.target.kind) == ("a", "segments", "segments")


@pytest.mark.parametrize("content", [b"a\tb\xff\n", None])
def test_a_list_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content:
        (tmp_path / "pairs.tsv").write_bytes(content)
    with pytest.raises(DocumentError, match=r"pairs\.tsv: the list cannot be read"):
        read_list(tmp_path / "pairs.tsv", Config(), kind=None)


def test_a_file_that_does_not_exist_is_named(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    with pytest.raises(DocumentError, match=r"b\.txt: no such file or folder"):
        pair(tmp_path / "a.txt", tmp_path / "b.txt")
