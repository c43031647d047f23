"""What a machine does to a run ends in one line, and in the same bytes once it is over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audit import faults as module
from audit.faults import FAULTS, Scene, bring_about, mounted

NEEDS_MOUNT = {
    "full": ("1", "the disk is full"),
    "full-temporary": ("1", "nothing written"),
    "read-only": ("1", "the file system is read-only"),
}


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("clock", "0", ""),
        ("dates", "0", ""),
        ("truncated", "1", "2 of 2 named"),
        ("cache", "0", "are made anew"),
        ("cache-removed", "0", ""),
        ("journal", "1", "journal"),
    ],
)
def test_a_fault_is_told_in_a_line_and_costs_no_byte(name: str, code: str, said: str) -> None:
    ((_, found, line, then),) = bring_about([name], "rotate")
    assert (found, then) == (code, "the same bytes")
    assert said in line
    assert "TRACEBACK" not in line


def test_locks_that_a_network_share_lacks_are_told_or_done_without() -> None:
    ((_, code, line, then),) = bring_about(["share"], "rotate")
    assert (code, then) in (("0", "the same bytes"), ("1", "the same bytes"))
    assert "TRACEBACK" not in line


def test_of_two_runs_on_one_folder_the_second_is_refused_or_finds_all_done() -> None:
    ((_, codes, line, then),) = bring_about(["two"], "rotate")
    assert (codes, then) in (("0, 1", "the same bytes"), ("0, 0", "the same bytes"))
    assert "TRACEBACK" not in line


@pytest.mark.parametrize("name", sorted(NEEDS_MOUNT))
def test_disks_that_are_full_or_read_only_are_told(name: str) -> None:
    ((_, code, line, then),) = bring_about([name], "rotate")
    if "not tried" in line:
        pytest.skip(line)
    expected, said = NEEDS_MOUNT[name]
    assert code == expected
    assert said in line
    assert "the same bytes" in line + then


def test_bytes_that_differ_and_traces_are_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_a_source(scene: Scene) -> tuple[str, str]:
        (scene.documents / "notice.md").write_text("# Autre\n", encoding="utf-8")
        return "0", ""

    monkeypatch.setitem(FAULTS, "other", ("another text", break_a_source))
    ((_, _, _, then),) = bring_about(["other"], "echo")
    assert then.startswith("OTHER BYTES, code 0")


def test_where_nobody_may_mount_a_disk_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    with mounted(tmp_path / "disk", "ro") as is_mounted:
        assert not is_mounted
    assert os.access(tmp_path / "disk", os.W_OK)
