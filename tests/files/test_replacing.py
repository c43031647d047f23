"""A file appears whole or not at all."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
from pathlib import Path

import pytest

from translate.errors import ModelError, OutputError
from translate.files import (
    digest_of,
    make_folder,
    read_model_lines,
    remove_leftovers,
    replace_file,
    replace_files,
    replace_text,
    write_text,
)


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

    monkeypatch.setattr("translate.files.parts.Part.__init__", refuse)
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


def test_text_that_utf_8_cannot_write_leaves_the_previous_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("before")
    with pytest.raises(UnicodeEncodeError):
        write_text(tmp_path / "a.txt", "a\ud800")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


def test_a_folder_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OutputError, match="a: cannot be written: it is a folder"):
        write_text(tmp_path / "a", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
def test_a_device_is_never_written_over() -> None:
    with pytest.raises(OutputError, match="/dev/null: cannot be written: it is not a regular file"):
        write_text(Path("/dev/null"), "x")


def test_folders_above_are_made_and_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="file: cannot be created: there is a file with this name"):
        make_folder(tmp_path / "file")
    with pytest.raises(OutputError, match="a part of the path is a file, not a folder"):
        make_folder(tmp_path / "file" / "below")


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="the name is too long for this file system"):
        write_text(tmp_path / ("x" * 300), "x")
    assert list(tmp_path.iterdir()) == []


def test_the_second_of_two_files_that_cannot_be_opened_takes_the_first_along(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(OutputError, match="it is a folder"), replace_files(tmp_path / "a", tmp_path / "b"):
        raise AssertionError("never reached")
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_a_digest_is_that_of_the_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert digest_of(tmp_path / "a") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("content", "lines"),
    [(None, None), (b"", []), (b"a\n", ["a"]), (b"a\n\nb\n", ["a", "", "b"]), ("é\u2028à\n".encode(), ["é\u2028à"])],
)
def test_lines_beside_the_weights_end_at_line_feeds(
    content: bytes | None, lines: list[str] | None, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "list.txt").write_bytes(content)
    assert read_model_lines(tmp_path / "list.txt") == lines


def test_lines_beside_the_weights_that_are_no_text_are_said(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_bytes(b"\xe9")
    with pytest.raises(ModelError, match=r"list\.txt: cannot be read as UTF-8 .*; download or copy the model again"):
        read_model_lines(tmp_path / "list.txt")


def test_only_what_we_left_is_removed(tmp_path: Path) -> None:
    ours = [tmp_path / ".bitexte-1.part", tmp_path / "below" / ".bitexte-2.part"]
    theirs = [tmp_path / "a.part", tmp_path / ".bitexte-notes", tmp_path / "below" / "b.parts"]
    (tmp_path / "below").mkdir()
    for path in [*ours, *theirs]:
        path.write_text("")
    remove_leftovers(tmp_path)
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == set(theirs)
