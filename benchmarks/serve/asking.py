"""Clients of a server that a benchmark starts: it is asked over HTTP by so many at once, as programs do."""

from __future__ import annotations

import http.client
import json
import selectors
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import cast
from urllib.parse import urlsplit

SECONDS = 120
_END = b"\r\n\r\n"


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

    All clients are one thread that does as little as it can, so that a server on the same processor is not measured
    with caches that its clients emptied.

    :raises RuntimeError: where an answer is none.
    """
    host, port = urlsplit(address).hostname or "", urlsplit(address).port
    parts = [texts[start : start + array] for start in range(0, len(texts), array)]
    requests = deque((number, _request(some, f"{host}:{port}")) for number, some in enumerate(parts))
    answers = [b""] * len(parts)
    with ExitStack() as stack:
        selector = stack.enter_context(selectors.DefaultSelector())
        for _ in range(min(clients, len(parts))):
            connection: socket.socket = stack.enter_context(socket.create_connection((host, port), SECONDS))
            number, request = requests.popleft()
            connection.sendall(request)
            selector.register(connection, selectors.EVENT_READ, number)
        while selector.get_map():
            for key, _ in selector.select():
                connection = cast("socket.socket", key.fileobj)
                received = connection.recv(1 << 16)
                answers[key.data] += received
                if received and not _is_whole(answers[key.data]):
                    continue
                if received and requests:
                    number, request = requests.popleft()
                    connection.sendall(request)
                    selector.modify(connection, selectors.EVENT_READ, number)
                else:
                    selector.unregister(connection)
    found = [json.loads(answer.partition(_END)[2] or b"{}") for answer in answers]
    failed = [one for one in found if "translatedText" not in one]
    if failed:
        raise RuntimeError(f"{len(failed)} of {len(found)} requests were not answered with translations: {failed[0]}")
    return [text for one in found for text in one["translatedText"]]


def _request(texts: Sequence[str], host: str) -> bytes:
    body = json.dumps({"q": texts, "source": "fr", "target": "en"}).encode()
    lines = ("POST /translate HTTP/1.1", f"Host: {host}", "Content-Type: application/json")
    return "\r\n".join((*lines, f"Content-Length: {len(body)}")).encode() + _END + body


def _is_whole(answer: bytes) -> bool:
    head, end, body = answer.partition(_END)
    return bool(end) and len(body) == int(head.lower().partition(b"content-length:")[2].split()[0])


def seconds_of(address: str) -> float:
    """Return the processor time that a server with `--metrics` has used."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=SECONDS)
    connection.request("GET", "/metrics")
    lines = connection.getresponse().read().decode().splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("process_cpu_seconds_total"))
