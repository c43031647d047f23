"""`bitexte models`: a model is fetched from a hub once, checked, made the default and removed; faults are one line."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from translate.cli import main
from translate.data import Model

COMMIT = "0123456789abcdef0123456789abcdef01234567"
CUT = 11_000_000  # more than one of the pieces that the hub's library writes


class Hub(ThreadingHTTPServer):
    """Speaks the hub's protocol for one repository, `someone/opus-mt-fr-en`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files = {path.name: path.read_bytes() for path in folder.iterdir()}
        self.status = 200
        self.is_cut = self.is_wrong = False
        self.is_lost_after = 0
        """Bytes of a file after which nothing more comes, however often it is asked for."""
        self.is_stalled, self.is_stalling = False, threading.Event()
        self.ranges: list[str] = []


class Handler(BaseHTTPRequestHandler):
    server: Hub

    def log_message(self, *arguments: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def _answer(self, *, with_body: bool) -> None:
        hub = self.server
        name = self.path.rsplit("/", 1)[1]
        if hub.status != 200 or not (self.path.startswith("/api/models/someone/") or name in hub.files):
            self.send_error(hub.status if hub.status != 200 else 404)
        elif self.path.startswith("/api/models/"):
            self._send(self._listing(), "", with_body=with_body)
        else:
            content = hub.files[name]
            self._send(content, hashlib.sha256(content).hexdigest(), with_body=with_body)

    def _listing(self) -> bytes:
        wrong = {"model.bin"} if self.server.is_wrong else set()
        about = [(n, len(c), "0" * 64 if n in wrong else hashlib.sha256(c).hexdigest()) for n, c in self._files()]
        if "/tree/" in self.path:
            tree = [{"type": "file", "path": name, "size": size, "oid": digest} for name, size, digest in about]
            return json.dumps(tree).encode()
        siblings = [
            {"rfilename": name, "size": size, "lfs": {"size": size, "sha256": digest, "pointerSize": 1}}
            for name, size, digest in about
        ]
        said = {"id": "someone/opus-mt-fr-en", "sha": COMMIT, "siblings": siblings, "tags": ["license:cc-by-4.0"]}
        return json.dumps(said).encode()

    def _files(self) -> list[tuple[str, bytes]]:
        return sorted(self.server.files.items())

    def _send(self, content: bytes, digest: str, *, with_body: bool) -> None:
        wanted = self.headers.get("Range", "")
        start = int(wanted.removeprefix("bytes=").partition("-")[0]) if wanted else 0
        if start:
            self.server.ranges.append(wanted)
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.send_header("ETag", f'"{digest}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.end_headers()
        lost = self.server.is_lost_after
        if with_body and self.server.is_stalled and len(content) > CUT:
            self.wfile.write(content[start:CUT])
            self.server.is_stalling.set()
            self.connection.recv(1)  # until the other side has gone
            self.close_connection = True
        elif with_body and lost and len(content) > lost:
            self.wfile.write(content[start:lost])
            self.close_connection = True
        elif with_body and self.server.is_cut and len(content) > CUT:
            self.wfile.write(content[start : start + CUT])
            self.close_connection = True
        elif with_body:
            self.wfile.write(content[start:])


@pytest.fixture
def hub(embedded: Model, tmp_path: Path) -> Iterator[Hub]:
    assert embedded.converted is not None
    folder = tmp_path / "repository"
    folder.mkdir()
    for name in ("config.json", "model.bin", "source_vocabulary.json", "target_vocabulary.json"):
        shutil.copyfile(embedded.converted / name, folder / name)
    for name in ("source.spm", "target.spm"):
        shutil.copyfile(embedded.folder / name, folder / name)
    server = Hub(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "cache"))
    return tmp_path


def started(hub: Hub, home: Path, *words: str) -> subprocess.Popen[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("HF_")}
    environment |= {"HF_ENDPOINT": f"http://127.0.0.1:{hub.server_address[1]}", "HF_HOME": str(home / "hf")}
    environment |= {"HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}
    command = [sys.executable, "-m", "translate", "models", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def bitexte(hub: Hub, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    with started(hub, home, *words) as run:
        out, err = run.communicate()
    return subprocess.CompletedProcess(words, run.returncode, out, err)


def failure(run: subprocess.CompletedProcess[str]) -> str:
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    return run.stderr.strip().splitlines()[-1]


def test_a_model_is_fetched_made_the_default_and_removed(
    hub: Hub, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = bitexte(hub, home, "install", "someone/opus-mt-fr-en")
    assert run.returncode == 0, run.stderr
    assert "licence cc-by-4.0" in run.stderr
    assert "Installed opus-mt-fr-en:" in run.stdout
    assert main(["models", "use", "someone/opus-mt-fr-en"]) == 1
    assert "it is 'opus-mt-fr-en' here" in capsys.readouterr().err
    assert main(["models", "use", "opus-mt-fr-en"]) == 0
    (home / "letter.txt").write_text("Une page.\n", encoding="utf-8")
    hub.status = 500  # nobody asks it any more
    assert main(["translate", str(home / "letter.txt"), "--out", str(home / "out")]) == 0
    assert "model:opus-mt-fr-en@" in (home / "out" / "letter.json").read_text(encoding="utf-8")
    assert main(["models", "info", "opus-mt-fr-en"]) == 0
    assert f"someone/opus-mt-fr-en@{COMMIT}" in capsys.readouterr().out
    assert main(["models", "remove", "opus-mt-fr-en"]) == 0
    capsys.readouterr()
    assert main(["models"]) == 0
    assert "built-in, default" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("status", "advice"), [(404, "Check the name and the revision."), (401, "HF_TOKEN"), (500, "Try again later")]
)
def test_an_answer_that_refuses_is_one_line_with_what_to_do(status: int, advice: str, hub: Hub, home: Path) -> None:
    hub.status = status
    message = failure(bitexte(hub, home, "install", "someone/opus-mt-fr-en"))
    assert "Model 'someone/opus-mt-fr-en' cannot be downloaded" in message
    assert advice in message


def test_without_a_network_a_folder_is_recommended(hub: Hub, home: Path) -> None:
    hub.shutdown()
    hub.server_close()
    assert "copy the model's folder" in failure(bitexte(hub, home, "install", "someone/opus-mt-fr-en"))


def test_a_download_that_is_cut_continues_where_it_stopped(hub: Hub, home: Path) -> None:
    hub.is_cut = True
    run = bitexte(hub, home, "install", "someone/opus-mt-fr-en")
    assert run.returncode == 0, run.stderr
    assert hub.ranges, "what had arrived was not fetched again"


def test_a_file_that_arrives_damaged_is_deleted_and_nothing_is_installed(hub: Hub, home: Path) -> None:
    hub.is_wrong = True
    message = failure(bitexte(hub, home, "install", "someone/opus-mt-fr-en"))
    assert "model.bin of 'someone/opus-mt-fr-en' arrived damaged" in message
    assert not list(home.rglob("downloads/*/model.bin"))
    assert not (home / "cache" / "models").exists()
    hub.is_wrong = False
    assert bitexte(hub, home, "install", "someone/opus-mt-fr-en").returncode == 0
    assert not list(home.rglob("downloads/*"))


def test_the_next_command_continues_what_was_given_up(hub: Hub, home: Path) -> None:
    hub.is_lost_after = CUT
    message = failure(bitexte(hub, home, "install", "someone/opus-mt-fr-en"))
    assert "run the same command again" in message
    kept = next(home.rglob("downloads/*/model.bin.unfinished")).stat().st_size
    assert kept >= CUT
    hub.is_lost_after, hub.ranges[:] = 0, []
    run = bitexte(hub, home, "install", "someone/opus-mt-fr-en")
    assert run.returncode == 0, run.stderr
    assert hub.ranges == [f"bytes={kept}-"]


def test_an_interrupted_command_says_how_to_continue_and_does(hub: Hub, home: Path) -> None:
    hub.is_stalled = True
    with started(hub, home, "install", "someone/opus-mt-fr-en") as run:
        assert hub.is_stalling.wait(60)
        run.send_signal(signal.SIGINT)
        said = run.communicate(timeout=60)[1]
    assert run.returncode == 130
    assert "Traceback" not in said and "run the same command again" in said.strip().splitlines()[-1]
    assert not (home / "cache" / "models").exists()
    hub.is_stalled = False
    assert bitexte(hub, home, "install", "someone/opus-mt-fr-en").returncode == 0
    assert [int(one.removeprefix("bytes=").removesuffix("-")) > 0 for one in hub.ranges] == [True]


def code_of(*words: str) -> int:
    try:
        return main(words)
    except SystemExit as exc:  # of the parser
        return int(str(exc.code))


@pytest.mark.parametrize(
    ("action", "options", "code"),
    [
        ("list", (), "  0    listed"),
        ("install", ("--as", "--revision", "--target-token", "--offline"), "goes on where it stopped"),
        ("use", (), "the default is what it was"),
        ("info", ("--revision", "--offline"), "  1    error: no such model on this machine"),
        ("remove", (), "  0    removed"),
        ("convert", ("--revision", "--offline"), "  0    converted, or it was so before"),
    ],
)
def test_each_action_has_a_page_of_its_own_with_its_options_and_exit_codes(
    action: str, options: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert code_of("models", action, "--help") == 0
    page = capsys.readouterr().out
    own = {"--as", "--revision", "--target-token", "--offline"}
    assert page.startswith(f"usage: bitexte models {action} ")
    assert {one for one in own if one in page} == set(options)
    assert code in page
    assert max(map(len, page.splitlines())) <= 120


@pytest.mark.usefixtures("home")
def test_without_an_action_models_are_listed_whatever_options_there_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["models", "--out", str(tmp_path / "models.txt")]) == 0
    assert main(["models", "list"]) == 0
    assert (tmp_path / "models.txt").read_text(encoding="utf-8") == capsys.readouterr().out
    assert code_of("models", "--help") == 0
    assert "actions:" in capsys.readouterr().out


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("install opus-mt-fr-en --offline", 1, "--offline or HF_HUB_OFFLINE forbids it"),
        ("install nothing", 1, "no folder, no file and no known model"),
        ("install fr-en", 2, "built in"),
        ("use opus-mt-fr-en", 1, "run 'bitexte models install opus-mt-fr-en' first"),
        ("use nothing", 1, "Installed: none; 'bitexte models' lists"),
        ("use someone/opus-mt-fr-en", 1, "run 'bitexte models install someone/opus-mt-fr-en' first"),
        ("remove opus-mt-fr-en", 1, "Installed: none"),
        ("remove fr-en", 2, "built in"),
        ("install", 2, "required: NAME"),
        ("list fr-en", 2, "unrecognized arguments: fr-en"),
        ("instal opus-mt-fr-en", 2, "Did you mean 'install'?"),
    ],
)
def test_what_cannot_be_done_is_one_line(words: str, code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert code_of("models", *words.split()) == code
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


@pytest.mark.usefixtures("home")
def test_a_model_that_is_not_here_says_what_it_would_cost_and_score(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "info", "opus-mt-fr-en"]) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in ("MB to fetch", "Apache-2.0", "newstest2013 33.9", "model card"))
