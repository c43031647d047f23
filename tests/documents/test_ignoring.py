"""Patterns of names match as those of `.gitignore` do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.ignoring import Ignored, Patterns

RIGHT = [
    ("*.bak", "a.bak"),
    ("*.bak", "lettres/mai/a.bak"),
    ("brouillons", "brouillons/a.txt"),
    ("brouillons/", "lettres/brouillons/mai/a.txt"),
    ("/a.txt", "a.txt"),
    ("lettres/*.md", "lettres/a.md"),
    ("**/mai/*.md", "lettres/2024/mai/a.md"),
    ("lettres/**/a.md", "lettres/a.md"),
    ("lettres/**/a.md", "lettres/x/y/a.md"),
    ("lettres/**", "lettres/x/a.md"),
    ("a?.txt", "a1.txt"),
    ("a[0-9].txt", "a1.txt"),
    ("a[!0-9].txt", "ax.txt"),
    (r"\#a.txt", "#a.txt"),
    (r"a\*.txt", "a*.txt"),
    ("a b.txt  ", "a b.txt"),
    ("été/", "été/a.md"),
]
WRONG = [
    ("*.bak", "a.bak.txt"),
    ("brouillons/", "brouillons"),
    ("/a.txt", "x/a.txt"),
    ("lettres/*.md", "lettres/mai/a.md"),
    ("lettres/*.md", "x/lettres/a.md"),
    ("a?.txt", "a/.txt"),
    ("a[0-9].txt", "ax.txt"),
    ("# a.txt", "# a.txt"),
    ("[z-a]", "z"),
    ("", "a"),
    ("   ", " "),
]


@pytest.mark.parametrize(("pattern", "name"), RIGHT)
def test_a_pattern_matches(pattern: str, name: str) -> None:
    assert Patterns([pattern]).match(name)


@pytest.mark.parametrize(("pattern", "name"), WRONG)
def test_a_pattern_does_not_match(pattern: str, name: str) -> None:
    assert not Patterns([pattern]).match(name)


def test_the_last_pattern_that_matches_decides() -> None:
    patterns = Patterns(["*.md", "!notice.md", "/vieux/notice.md"])
    assert [patterns.decide(name) for name in ("a.md", "x/notice.md", "vieux/notice.md", "a.txt")] == [
        True,
        False,
        True,
        None,
    ]


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_pattern_says_something_of_any_name(pattern: str, name: str) -> None:
    assert Patterns([pattern]).match(name) in (True, False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with patterns at its top and in a folder, which is what is named."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("build/\n*.tmp\n/docs/seul.md\n")
    docs = tmp_path / "docs"
    (docs / "build").mkdir(parents=True)
    (docs / ".gitignore").write_text("!garder.tmp\nprive/\n")
    (docs / "prive" / "x").mkdir(parents=True)
    return docs


@pytest.mark.parametrize(
    ("name", "is_left_out"),
    [
        ("a.md", False),
        ("a.tmp", True),
        ("garder.tmp", False),
        ("seul.md", True),
        ("x/seul.md", False),
        ("build/a.md", True),
        ("prive/x/a.md", True),
        ("prive/x/garder.tmp", True),
    ],
)
def test_patterns_of_the_folders_above_count_too(name: str, is_left_out: bool, repository: Path) -> None:
    path = repository / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    assert Ignored(repository).leave_out(path) is is_left_out


def test_outside_of_a_repository_the_folder_is_the_top(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.md\n")
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "b.md").write_text("x")
    assert not Ignored(folder).leave_out(folder / "b.md")
