"""A hub model is fetched when named, pinned to the revision that was found, and never asked for again.

A small server on the loopback interface plays the hub, in a process of its own environment.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from translate.data import Model

COMMIT = "0123456789abcdef0123456789abcdef01234567"
FETCH = "import sys; from translate.models import resolve_model; print(resolve_model(sys.argv[1]).folder)"


class Hub(ThreadingHTTPServer):
    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.asked: list[str] = []


class Handler(BaseHTTPRequestHandler):
    server: Hub

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def log_message(self, *arguments: object) -> None:
        pass

    def _answer(self, *, with_body: bool) -> None:
        self.server.asked.append(self.path)
        files = {path.name: path for path in self.server.folder.iterdir() if path.is_file()}
        if "/tree/" in self.path:
            tree = [{"type": "file", "path": n, "size": p.stat().st_size, "oid": n} for n, p in sorted(files.items())]
            content = json.dumps(tree).encode()
        elif self.path.startswith("/api/models/someone/opus"):
            names = [{"rfilename": name} for name in sorted(files)]
            content = json.dumps({"id": "someone/opus", "sha": COMMIT, "siblings": names}).encode()
        elif self.path.startswith(f"/someone/opus/resolve/{COMMIT}/"):
            content = files[self.path.rsplit("/", 1)[1]].read_bytes()
        else:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("ETag", f'"{len(content)}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.end_headers()
        if with_body:
            self.wfile.write(content)


@contextmanager
def served(folder: Path) -> Iterator[Hub]:
    server = Hub(folder)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def hub(embedded: Model) -> Iterator[Hub]:
    with served(embedded.folder) as server:
        yield server


def ask(hub: Hub, home: Path, name: str = "someone/opus") -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("HF_")}
    environment |= {"HF_ENDPOINT": f"http://127.0.0.1:{hub.server_address[1]}", "HF_HOME": str(home)}
    environment |= {"HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
    command = [sys.executable, "-c", FETCH, name]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def fetch(hub: Hub, home: Path) -> str:
    run = ask(hub, home)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_a_named_model_is_fetched_once_at_the_revision_that_was_found(hub: Hub, tmp_path: Path) -> None:
    assert fetch(hub, tmp_path).endswith(COMMIT)
    assert any("model.safetensors" in path for path in hub.asked)
    hub.asked.clear()
    assert fetch(hub, tmp_path).endswith(COMMIT)
    assert hub.asked == []


def failure(hub: Hub, home: Path, name: str = "someone/opus") -> str:
    """Return what is said of a model that cannot be fetched."""
    run = ask(hub, home, name)
    assert run.returncode == 1
    return run.stderr.strip().splitlines()[-1]


def test_a_repository_that_holds_no_marian_model_is_refused_before_its_weights_are_fetched(
    embedded: Model, tmp_path: Path
) -> None:
    (tmp_path / "repository").mkdir()
    shutil.copy(embedded.folder / "config.json", tmp_path / "repository")
    with served(tmp_path / "repository") as hub:
        message = failure(hub, tmp_path / "home")
    assert (
        "Model 'someone/opus' is not a Marian model: its repository lacks source.spm, target.spm, vocab.json, "
        in message
    )
    assert not any("resolve" in path for path in hub.asked)


def test_a_repository_that_is_not_there_is_said_in_one_line(hub: Hub, tmp_path: Path) -> None:
    message = failure(hub, tmp_path, "nobody/nothing")
    assert "Model 'nobody/nothing' cannot be " in message
    assert "404" in message
