"""The server as a process: clients of others work unchanged, a signal lets it finish, a kill loses no document."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import httpx
import pytest

TURNED = "Yr cbeg rfg pnyzr."
BODY = {"q": "Le port est calme.", "source": "fr", "target": "en"}


@dataclass
class Server:
    process: subprocess.Popen[bytes]
    url: str


Start = Callable[..., Server]


@contextmanager
def running(data: Path, *options: str, log: int = subprocess.DEVNULL) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [sys.executable, "-m", "translate", "serve", "--engine", "rotate", "--port", str(port)]
    with subprocess.Popen([*words, "--data", str(data), *options], stderr=log) as process:
        try:
            wait_until_there(process, f"http://127.0.0.1:{port}/health")
            yield Server(process, f"http://127.0.0.1:{port}")
        finally:
            process.kill()


def wait_until_there(process: subprocess.Popen[bytes], url: str) -> None:
    for _ in range(1200):
        try:
            urllib.request.urlopen(url, timeout=5).read()
            return
        except OSError:
            assert process.poll() is None
            time.sleep(0.05)
    raise TimeoutError(url)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start servers of the test's own."""
    with ExitStack() as stack:
        yield lambda *options: stack.enter_context(running(tmp_path / "jobs", *options))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that lasts."""
    with running(tmp_path_factory.mktemp("server") / "jobs") as server:
        yield server


def upload(server: Server, name: str, text: str, **fields: str) -> Any:
    files = {"file": (name, text.encode())}
    answer = httpx.post(f"{server.url}/v1/documents", files=files, data=fields, timeout=60)
    assert answer.status_code == 202, answer.text
    assert answer.headers["location"] == f"/v1/documents/{answer.json()['id']}"
    return answer.json()


def wait_for(server: Server, number: str) -> Any:
    for _ in range(1200):
        found = httpx.get(f"{server.url}/v1/documents/{number}", timeout=60).json()
        if found["state"] in ("done", "failed"):
            return found
        time.sleep(0.1)
    raise TimeoutError(number)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes otherwise")
def test_documents_are_jobs_that_survive_a_kill_and_are_found_again(start: Start, tmp_path: Path) -> None:
    server = start()
    job = upload(server, "Le port été.txt", "Le port est calme.\n" * 50, formats="tmx,json")
    server.process.kill()
    server.process.wait()
    again = start()
    done = wait_for(again, job["id"])
    assert done["state"] == "done", done.get("message")
    assert done["segments"]["done"] == done["segments"]["all"] > 0
    names = [httpx.URL(one).path.rpartition("/")[2] for one in done["files"]]
    assert {"Le port été.en.txt", "Le port été.tmx", "Le port été.json"} <= set(names)
    text = httpx.get(f"{again.url}/v1/documents/{job['id']}/files/Le port été.en.txt", timeout=60)
    assert text.text == f"{TURNED}\n" * 50
    assert upload(again, "Le port été.txt", "Le port est calme.\n" * 50, formats="tmx,json")["state"] == "done"
    assert upload(again, "other.txt", "Le port est calme.\n")["id"] != job["id"]
    assert httpx.get(f"{again.url}/v1/documents/{job['id']}/files/..%2Fjob.json", timeout=60).status_code == 404
    assert httpx.get(f"{again.url}/v1/documents/..%2F..%2Fjobs", timeout=60).status_code == 404
    assert httpx.delete(f"{again.url}/v1/documents/{job['id']}", timeout=60).status_code == 204
    assert httpx.get(f"{again.url}/v1/documents/{job['id']}", timeout=60).status_code == 404
    assert not (tmp_path / "jobs" / job["id"]).exists()


def test_what_cannot_be_translated_fails_and_says_why_without_a_path(server: Server) -> None:
    found = wait_for(server, upload(server, "x.docx", "no document")["id"])
    assert found["state"] == "failed"
    assert "jobs" not in json.dumps(found)
    assert httpx.post(f"{server.url}/v1/documents", files={"file": ("x.exe", b"")}, timeout=60).status_code == 400
    fields = {"formats": "rtf"}
    answer = httpx.post(f"{server.url}/v1/documents", files={"file": ("x.txt", b"a")}, data=fields, timeout=60)
    assert (answer.status_code, "rtf" in answer.json()["error"]) == (400, True)


def test_a_page_comes_back_translated_by_a_link_that_can_be_followed(server: Server) -> None:
    files = {"file": ("page.html", b"<p>Le port <b>est</b> calme.</p>")}
    fields = {"source": "fr", "target": "en"}
    found = httpx.post(f"{server.url}/translate_file", files=files, data=fields, timeout=60).json()
    answer = httpx.get(found["translatedFileUrl"], timeout=60)
    assert "Yr cbeg" in answer.text
    assert 'filename="page.en.html"' in answer.headers["content-disposition"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
def test_a_signal_lets_what_runs_finish_and_a_fresh_request_is_not_taken(start: Start) -> None:
    server = start("--metrics")
    found: list[Any] = []

    def ask() -> None:
        body = BODY | {"q": [f"Le port est calme {number}." for number in range(100)]}
        found.append(httpx.post(f"{server.url}/translate", json=body, timeout=60).status_code)

    asking = threading.Thread(target=ask)
    asking.start()
    while "bitexte_requests_total 0" in httpx.get(f"{server.url}/metrics", timeout=60).text:
        time.sleep(0.01)
    os.kill(server.process.pid, signal.SIGTERM)
    asking.join()
    assert server.process.wait(60) == 0
    assert found == [200]
    with pytest.raises(httpx.TransportError):
        httpx.get(f"{server.url}/health", timeout=5)


@pytest.mark.parametrize("part", [b"", b'{"q": "Le', json.dumps(BODY).encode()], ids=["no body", "a part", "all"])
def test_clients_that_leave_are_no_failures_and_hold_nobody_up(tmp_path: Path, part: bytes) -> None:
    with (tmp_path / "log").open("wb") as log, running(tmp_path, log=log.fileno()) as server:
        host, _, port = server.url.removeprefix("http://").partition(":")
        head = f"POST /translate HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Type: application/json\r\n"
        head += f"Content-Length: {len(json.dumps(BODY))}\r\n\r\n"
        for _ in range(20):
            with socket.create_connection((host, int(port))) as client:
                client.sendall(head.encode() + part)
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # a reset, not an end
        answer = httpx.post(f"{server.url}/translate", json=BODY, timeout=30)
        assert answer.json()["translatedText"] == TURNED
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")


def test_another_address_needs_a_key_or_leave_to_be_open() -> None:
    words = [sys.executable, "-m", "translate", "serve", "--engine", "rotate", "--host", "0.0.0.0", "--port", "0"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2
    assert "--api-key" in done.stderr


@pytest.mark.skipif(find_spec("libretranslatepy") is None, reason="needs libretranslatepy")
def test_libretranslatepy_works_unchanged(server: Server) -> None:
    from libretranslatepy import LibreTranslateAPI

    api = LibreTranslateAPI(server.url + "/")
    assert api.translate(BODY["q"], "fr", "en") == TURNED
    assert api.detect("Le port est calme et la mer est belle.")[0]["language"] == "fr"
    assert {one["code"] for one in api.languages()} == {"fr", "en"}


@pytest.mark.skipif(find_spec("deep_translator") is None, reason="needs deep-translator")
def test_deep_translator_works_unchanged(server: Server) -> None:
    from deep_translator import LibreTranslator

    api = LibreTranslator(source="fr", target="en", custom_url=f"{server.url}/", api_key="none")
    assert api.translate(BODY["q"]) == TURNED
    assert api.translate_batch([BODY["q"]] * 2) == [TURNED] * 2


@pytest.mark.skipif(find_spec("libretranslate_aio") is None, reason="needs libretranslate-aio")
def test_libretranslate_aio_works_unchanged(server: Server) -> None:
    from libretranslate_aio import LibreTranslate

    with LibreTranslate(server.url) as api:
        assert TURNED in str(api.translate(BODY["q"], source="fr", target="en"))
        assert "fr" in str(api.detect("Le port est calme et la mer est belle."))
        assert "5000" in str(api.frontend_settings())


CLIENTS = Path(__file__).parents[3] / ".clients" / "node_modules"


@pytest.mark.skipif(
    shutil.which("node") is None or not (CLIENTS / "libretranslate").is_dir(),
    reason="needs node, and: npm install --no-save --prefix .clients libretranslate@1.0.1",
)
def test_the_client_of_npm_works_unchanged(server: Server) -> None:
    script = (
        "const [client, query, apiurl] = process.argv.slice(1);"
        "require(client).translate({query, source: 'fr', target: 'en', apiurl}).then(console.log)"
    )
    words = ["node", "-e", script, str(CLIENTS / "libretranslate"), BODY["q"], server.url]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.strip() == TURNED, done.stderr
