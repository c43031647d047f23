"""What a conversion rejects is kept for a person to look at, as lines of JSON; a clean run leaves no such file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate.errors import OutputError
from translate.formats import Remark, Verdict
from translate.formats.rejects import keep_rejects

SOURCE = Path("in.tmx")
BAD = Remark(Verdict.REJECTED, SOURCE, 7, "the source is empty.", "u1", "<tu>\n</tu>")


def test_rejected_units_are_lines_and_the_rest_is_counted(tmp_path: Path) -> None:
    shown: list[Remark] = []
    other = Remark(Verdict.REJECTED, SOURCE, None, "not read.", None, None)
    lost = Remark(Verdict.LOST, SOURCE, 1, "a note is left out.")
    with keep_rejects(tmp_path / "r.jsonl", shown.append) as rejects:
        for remark in (lost, BAD, other, lost):
            rejects.report(remark)
    assert shown == [lost, BAD, other, lost]
    assert rejects.counts == {Verdict.REJECTED: 2, Verdict.LOST: 2}
    lines = (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        {"file": "in.tmx", "line": 7, "unit": "u1", "reason": "the source is empty.", "content": "<tu>\n</tu>"},
        {"file": "in.tmx", "line": None, "unit": None, "reason": "not read.", "content": None},
    ]


def test_bytes_of_another_encoding_are_shown_as_escapes(tmp_path: Path) -> None:
    with keep_rejects(tmp_path / "r.jsonl", lambda _: None) as rejects:
        rejects.report(Remark(Verdict.REJECTED, SOURCE, 1, "a\udce9", "\ud800", "é\udcff\0"))
    (line,) = (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()
    value = json.loads(line)
    assert (value["reason"], value["unit"], value["content"]) == ("a\\udce9", "\\ud800", "é\\udcff\0")


def test_nothing_rejected_leaves_no_file_and_removes_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    with keep_rejects(path, lambda _: None):
        pass
    assert not path.exists()
    path.write_text("of an earlier run")
    with keep_rejects(path, lambda _: None) as rejects:
        rejects.report(Remark(Verdict.LOST, SOURCE, 1, "x"))
    assert not path.exists()


def test_a_conversion_that_fails_leaves_the_rejects_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text("of an earlier run")
    with pytest.raises(KeyboardInterrupt), keep_rejects(path, lambda _: None) as rejects:
        rejects.report(BAD)
        raise KeyboardInterrupt
    assert {found.name: found.read_text() for found in tmp_path.iterdir()} == {"r.jsonl": "of an earlier run"}


def test_a_place_that_cannot_be_written_is_said_when_something_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with keep_rejects(tmp_path / "file2.jsonl", lambda _: None):
        pass
    with (
        pytest.raises(OutputError, match="file"),
        keep_rejects(tmp_path / "file" / "r.jsonl", lambda _: None) as rejects,
    ):
        rejects.report(BAD)
