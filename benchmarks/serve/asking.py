"""Clients of a server that a benchmark starts: it is asked over HTTP by so many threads, as programs do."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

SECONDS = 120


@contextmanager
def served(*options: str) -> Iterator[tuple[int, str]]:
    """Start a server; give its process and its address."""
    words = [sys.executable, "-m", "translate", "serve", "--port", "0", *options]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    try:
        yield process.pid, process.stderr.readline().split()[-1] if process.stderr else ""
    finally:
        process.terminate()
        process.wait()


def ask(address: str, texts: Sequence[str], clients: int, array: int = 1) -> list[str]:
    """Have texts translated, so many a request, by so many clients at once; return their translations.

    :raises RuntimeError: where an answer is none.
    """
    starts, found, failed = iter(range(0, len(texts), array)), dict[int, str](), list[str]()
    taking = threading.Lock()

    def client() -> None:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=SECONDS)
        while True:
            with taking:
                start = next(starts, None)
            if start is None:
                return
            body = json.dumps({"q": texts[start : start + array], "source": "fr", "target": "en"})
            connection.request("POST", "/translate", body, {"Content-Type": "application/json"})
            answer = json.loads(connection.getresponse().read())
            if "translatedText" not in answer:
                failed.append(answer["error"])
                return
            found.update(enumerate(answer["translatedText"], start))

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed or len(found) < len(texts):
        raise RuntimeError(f"{len(texts) - len(found)} texts were not translated: {failed[:1]}")
    return [found[place] for place in range(len(texts))]


def seconds_of(address: str) -> float:
    """Return the processor time that a server with `--metrics` has used."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=SECONDS)
    connection.request("GET", "/metrics")
    lines = connection.getresponse().read().decode().splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("process_cpu_seconds_total"))
