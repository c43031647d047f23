"""Clients that send too slowly, or nothing, are let go; those that only take their time are answered."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import uvicorn
from starlette.responses import Response

from translate.serve import guard, listening
from translate.serve.guard import Limited, RefusedError

PIECE = {"type": "http.request", "body": b"x" * 10, "more_body": True}
LAST = {"type": "http.request", "body": b"x" * 10, "more_body": False}


def read(messages: Sequence[tuple[float, dict[str, Any]]], limit: int = 1000) -> int:
    """Read a body whose pieces come after so many seconds each; return its length."""
    waiting = iter(messages)

    async def receive() -> dict[str, Any]:
        seconds, message = next(waiting)
        await asyncio.sleep(seconds)
        return message

    async def whole() -> int:
        limited, length = Limited(receive, limit), 0
        for _ in messages:
            length += len((await limited.receive()).get("body", b""))
        return length

    return asyncio.run(whole())


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "SLOWEST_SECONDS", 0.1)
    monkeypatch.setattr(guard, "SLOWEST_BYTES", 100)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "messages",
    [
        [(0, PIECE), (30, LAST)],
        [(30, LAST)],
        [(0.06, PIECE | {"body": b"x"})] * 40,
    ],
    ids=["stops", "never begins", "drips"],
)
def test_a_body_that_does_not_come_to_its_end_is_refused(messages: list[tuple[float, dict[str, Any]]]) -> None:
    started = time.monotonic()
    with pytest.raises(RefusedError) as refused:
        read(messages)
    assert refused.value.status == 408
    assert time.monotonic() - started < 10


@pytest.mark.usefixtures("impatient")
def test_a_body_that_takes_its_time_is_read_whole_and_its_client_waited_for() -> None:
    gone = {"type": "http.disconnect"}
    assert read([*[(0.02, PIECE)] * 9, (0, LAST), (0.3, gone)]) == 100


def test_a_body_is_read_no_further_than_it_may_be_long() -> None:
    with pytest.raises(RefusedError) as refused:
        read([(0, PIECE)] * 5, limit=45)
    assert refused.value.status == 413


async def answer(scope: Any, receive: Any, send: Any) -> None:
    while (await receive()).get("more_body"):
        pass
    await asyncio.sleep(0.5)
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server that looks for stalled connections twice a second."""
    monkeypatch.setattr(listening, "STALLED_TICKS", 2)
    with socket.create_server(("127.0.0.1", 0)) as held:
        server = listening._Server(uvicorn.Config(answer, log_level="error", lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, args=([held],), daemon=True)
        thread.start()
        try:
            yield held.getsockname()[1]
        finally:
            server.should_exit = server.force_exit = True
            thread.join()


def connect(port: int, *pieces: bytes) -> socket.socket:
    client = socket.create_connection(("127.0.0.1", port), timeout=20)
    for piece in pieces:
        client.sendall(piece)
    return client


HEAD = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"


def test_connections_that_stop_before_a_request_are_closed_and_one_that_is_answered_is_not(port: int) -> None:
    stalled = [connect(port), connect(port, HEAD), connect(port, HEAD + b"\r\nbody")]
    assert stalled[2].recv(1000).startswith(b"HTTP/1.1 204")
    stalled[2].sendall(HEAD)  # and goes no further with its second request
    for client in stalled:
        assert client.recv(1000) == b""
        client.close()


def test_no_answer_waits_until_its_client_has_confirmed_the_first_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []

    async def accept_one(held: socket.socket) -> None:
        accepted: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def connected(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            own = writer.get_extra_info("socket")
            accepted.set_result(own.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        async with await asyncio.start_server(connected, sock=held):
            with connect(held.getsockname()[1]):
                found.append(await accepted)

    monkeypatch.setattr(listening._Server, "run", lambda _, sockets: asyncio.run(accept_one(*sockets)))
    with listening.listening("127.0.0.1", 0) as (serve, _):
        serve(answer, Response())
    assert found == [1]


def test_a_head_in_pieces_within_the_time_is_a_request(port: int) -> None:
    with connect(port, b"POST / HT") as client:
        client.sendall(HEAD[len(b"POST / HT") :] + b"\r\n")
        time.sleep(0.5)  # longer than a connection may say nothing: what comes now is the body
        client.sendall(b"body")
        assert client.recv(1000).startswith(b"HTTP/1.1 204")
