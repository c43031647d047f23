"""Files come into a folder once; a part of one is continued, and one that is another file now is fetched anew."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest

from translate.errors import ModelError
from translate.models.download import RemoteFile, download
from translate.models.hub import fetch_any

CONTENT = bytes(range(256)) * 8


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        wanted = self.headers.get("Range", "")
        self.server.asked.append(wanted)  # type: ignore[attr-defined]
        start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted else 0
        if start >= len(CONTENT):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(CONTENT) - start))
        self.end_headers()
        self.wfile.write(CONTENT[start:])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []  # type: ignore[attr-defined]
    address = f"http://127.0.0.1:{server.server_address[1]}/file"
    monkeypatch.setattr("huggingface_hub.hf_hub_url", lambda *parts, **options: address)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.asked  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("part", "ranges"),
    [
        (b"", [""]),
        (CONTENT[:100], ["bytes=100-"]),
        (CONTENT, []),  # whole, but for its name
        (CONTENT * 2, [f"bytes={len(CONTENT) * 2}-", ""]),  # of another file
    ],
)
def test_what_is_there_is_not_fetched_again(part: bytes, ranges: list[str], asked: list[str], tmp_path: Path) -> None:
    if part:
        (tmp_path / "a.bin.unfinished").write_bytes(part)
    file = RemoteFile("a.bin", len(CONTENT))
    download("someone/model", "main", [file], tmp_path)
    assert (tmp_path / "a.bin").read_bytes() == CONTENT
    assert asked == ranges
    download("someone/model", "main", [file], tmp_path)
    assert asked == ranges
    assert [path.name for path in tmp_path.iterdir()] == ["a.bin"]


def test_a_disk_without_room_is_said_before_anything_is_asked(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda place: SimpleNamespace(free=len(CONTENT) - 100))
    files = [RemoteFile("a.bin", len(CONTENT))]
    with pytest.raises(ModelError, match="BITEXTE_CACHE"):
        download("someone/model", "main", files, tmp_path)
    assert asked == []
    (tmp_path / "a.bin.unfinished").write_bytes(CONTENT[:100])  # the rest of it has room
    download("someone/model", "main", files, tmp_path)
    assert (tmp_path / "a.bin").read_bytes() == CONTENT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_a_disk_that_fills_up_is_no_fault_of_the_network(asked: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.bin.unfinished").symlink_to("/dev/full")
    with pytest.raises(ModelError, match=r"No space left.*Free some space.*run the same command again"):
        download("someone/model", "main", [RemoteFile("a.bin", len(CONTENT))], tmp_path)
    assert len(asked) == 1  # not tried again


def test_a_file_of_unknown_size_is_as_long_as_the_answer_says(asked: list[str], tmp_path: Path) -> None:
    download("someone/model", "main", [RemoteFile("b/a.bin", None)], tmp_path)
    assert (tmp_path / "b" / "a.bin").read_bytes() == CONTENT
    assert asked == [""]


def test_a_full_disk_is_told_from_a_network_that_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    for number, advice in ((errno.ENOSPC, "Free some space"), (errno.ECONNREFUSED, "Check the network")):
        error = OSError(number, os.strerror(number))
        monkeypatch.setattr("huggingface_hub.HfApi.model_info", Mock(side_effect=error))
        with pytest.raises(ModelError, match=f"{os.strerror(number)}.*{advice}"):
            fetch_any("someone/model", revision=None)
