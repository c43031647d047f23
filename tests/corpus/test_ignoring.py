"""An ignore list lets issues stand by unit and check, and says which entries nothing needs any more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.samples import PLAIN
from translate.corpus.findings import Finding
from translate.corpus.ignoring import read_ignore_list
from translate.data import Issue, Severity
from translate.errors import UsageError


def finding(unit: str, check: str) -> Finding:
    return Finding(Path("a.tmx"), 1, Issue(check, Severity.ERROR, "It is so."), replace(PLAIN, name=unit))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ignore.tsv"


def test_entries_name_a_unit_and_a_check(path: Path) -> None:
    path.write_text("# seen by LR\nletter-1\tnumbers\tas the client wants it\n\nletter-2\t*\n", encoding="utf-8")
    found = read_ignore_list(path)
    assert found.ignores(finding("letter-1", "numbers"))
    assert not found.ignores(finding("letter-1", "quotes"))
    assert found.ignores(finding("letter-2", "quotes"))
    assert not found.ignores(finding("letter-3", "numbers"))
    assert found.unused() == []


def test_a_unit_may_be_a_pattern(path: Path) -> None:
    path.write_text("letter-*\tnumbers\n*\tquotes\n", encoding="utf-8")
    found = read_ignore_list(path)
    assert found.ignores(finding("letter-7", "numbers"))
    assert not found.ignores(finding("note-7", "numbers"))
    assert found.ignores(finding("note-7", "quotes"))


def test_an_entry_that_no_issue_needs_is_told_with_its_line(path: Path) -> None:
    path.write_text("letter-1\tnumbers\nletter-2\tquotes\n", encoding="utf-8")
    found = read_ignore_list(path)
    assert found.ignores(finding("letter-1", "numbers"))
    assert found.unused() == [f"{path}:2: no such issue any more: letter-2\tquotes"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("letter-1 numbers\n", ":1: expected the name of a unit, a tab and the name of a check"),
        ("# x\nletter-1\t\n", ":2: expected the name of a unit"),
        ("letter-1\tnumber\n", ":1: Unknown check 'number'"),
    ],
)
def test_a_line_that_is_no_entry_is_an_error_with_its_place(path: Path, text: str, message: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        read_ignore_list(path)


def test_a_list_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read the ignore list"):
        read_ignore_list(tmp_path / "none.tsv")
