"""A file appears whole or not at all."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
from pathlib import Path

import pytest

from translate.errors import OutputError
from translate.files import remove_leftovers, replace_file, replace_files, replace_text, write_text


def test_text_is_written_as_it_is(tmp_path: Path) -> None:
    write_text(tmp_path / "new" / "a.txt", "é\r\n\u2028x\n")
    assert (tmp_path / "new" / "a.txt").read_bytes() == "é\r\n\u2028x\n".encode()


def test_nothing_appears_before_the_end(tmp_path: Path) -> None:
    with replace_text(tmp_path / "a.txt") as file:
        file.write("x" * 1_000_000)
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").stat().st_size == 1_000_000


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, OutputError])
def test_a_crash_leaves_the_previous_file_and_no_other(tmp_path: Path, error: type[BaseException]) -> None:
    (tmp_path / "a.txt").write_text("before")
    with pytest.raises(error), replace_text(tmp_path / "a.txt") as file:
        file.write("x" * 1_000_000)
        raise error("crash")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


def test_files_are_replaced_together(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), replace_files(tmp_path / "a", tmp_path / "b") as (one, two):
        one.write(b"1")
        two.write(b"2")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    with replace_files(tmp_path / "a", tmp_path / "b") as (one, two):
        one.write(b"1")
        two.write(b"2")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"1", "b": b"2"}


@pytest.mark.parametrize("written", [100, 300_000], ids=["at the flush", "at a write"])
def test_a_disk_that_takes_no_more_is_said(tmp_path: Path, written: int) -> None:
    (tmp_path / "a.txt").write_text("before")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
        with pytest.raises(OutputError, match=r"a\.txt: cannot be written: .*Earlier output is untouched\."):
            write_text(tmp_path / "a.txt", "x" * written)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "the disk is full"), (errno.EDQUOT, "quota"), (errno.EIO, "Input/output error")],
)
def test_the_reason_is_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str) -> None:
    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputError, match=words):
        write_text(tmp_path / "a.txt", "x")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr("translate.files._Part.__init__", refuse)
    with pytest.raises(OutputError, match="permission denied; choose a folder you may write to"):
        write_text(tmp_path / "a.txt", "x")


def test_a_folder_a_device_and_a_long_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a folder"):
        write_text(tmp_path, "x")
    with pytest.raises(OutputError, match="not a regular file"):
        write_text(Path("/dev/null"), "x")
    with pytest.raises(OutputError, match="name is too long"):
        write_text(tmp_path / ("x" * 300), "x")


def test_a_link_stays_a_link_and_a_mode_a_mode(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before")
    (tmp_path / "a").chmod(0o640)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    write_text(tmp_path / "link", "after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_text() == "after"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_text(tmp_path / "a", "")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_leftovers_of_a_killed_process_can_be_removed(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    if (child := os.fork()) == 0:
        with replace_file(tmp_path / "below" / "a"):
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert len(list((tmp_path / "below").iterdir())) == 1
    remove_leftovers(tmp_path)
    assert list((tmp_path / "below").iterdir()) == []
