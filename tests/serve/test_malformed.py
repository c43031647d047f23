"""What is no HTTP is answered in the words of the application, and harms nobody beside it."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from translate.serve import listening
from translate.serve.api.errors import MALFORMED, refusal

ERROR = {"error": MALFORMED}
HEAD = b"POST / HTTP/1.1\r\nHost: a\r\n"


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    answer: Response = JSONResponse({"status": "ok"})
    if scope["path"] == "/early":  # answers before it has read
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"half", "more_body": True})
    count = 0
    while (message := await receive()).get("more_body"):
        count += len(message["body"])
    if scope["path"] == "/headers":
        answer = JSONResponse([name.decode() for name, _ in scope["headers"]])
    if scope["path"] == "/length":
        answer = JSONResponse(count + len(message.get("body", b"")))
    if message["type"] != "http.disconnect":
        await answer(scope, receive, send)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """One server for all that is sent here: whatever came before, it answers as it should."""
    servers: list[listening._Server] = []
    run = listening._Server.run

    def known(self: listening._Server, sockets: list[socket.socket] | None = None) -> None:
        servers.append(self)
        run(self, sockets)

    with pytest.MonkeyPatch.context() as patch, listening.listening("127.0.0.1", 0) as (serve, port):
        patch.setattr(listening._Server, "run", known)
        thread = threading.Thread(target=serve, args=(application, refusal(400, MALFORMED)), daemon=True)
        thread.start()
        try:
            assert is_well(port)
            yield port
            assert is_well(port)
        finally:
            for server in servers:
                server.should_exit = server.force_exit = True
            thread.join()


def is_well(port: int) -> bool:
    return bool(ask(port, b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")[0] == 200)


def ask(port: int, *pieces: bytes) -> Sequence[Any]:
    """Return status, headers and body of what a server answers before it closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        for piece in pieces:
            client.sendall(piece)
        told = b""
        while part := client.recv(65536):
            told += part
    head, _, body = told.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    return int(first.split()[1]), dict(line.lower().split(": ") for line in lines), body


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 TLS\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /\xe9 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 65_536,
        HEAD + b"Content-Length: -3\r\n\r\nabc",
        HEAD + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
        HEAD + b"Transfer-Encoding: gzip\r\n\r\nabc",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n3;" + b"a" * 65_536,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX: " + b"a" * 65_536,
        HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        HEAD + b"Transfer-Encoding: \x0bchunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        HEAD + b"Content-Length: 3, 3\r\n\r\nabc",
        HEAD + b"Content-Length: +3\r\n\r\nabc",
        HEAD + b"Content-Length: 99999999999999999999999\r\n\r\nabc",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n10000000000000003\r\nabc\r\n0\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n3;a\nb\r\nabc\r\n0\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
        HEAD + b"X: a\r\n Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc",
        b"GET / HTTP/1.1\nHost: a\n\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: b\rY: c\r\n\r\n",
        b"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/3.7\r\nHost: a\r\n\r\n",
    ],
    ids=[
        "encrypted", "no path", "no version", "no host", "space in a header", "two hosts", "letter in a path",
        "NUL", "long head", "negative length", "two lengths", "packed", "no chunk",
        "a length and chunks", "long chunk line", "long trailers", "packed chunks",
        "chunks twice", "white space before chunks", "chunks in the first version", "a list of lengths", "a sign",
        "a length beyond numbers", "a chunk in letters", "a chunk beyond numbers", "a line feed in a chunk line",
        "more than a chunk", "a header on two lines", "line feeds alone", "carriage return alone", "tunnel",
        "second version", "a version yet to come",
    ],
)  # fmt: skip
def test_what_is_no_request_is_refused_like_any_other_and_the_connection_closed(port: int, sent: bytes) -> None:
    status, headers, body = ask(port, sent)
    assert (status, json.loads(body)) == (400, ERROR)
    assert headers["content-type"] == "application/json"
    assert headers["connection"] == "close"
    assert headers["content-length"] == str(len(body))


def test_a_body_that_breaks_off_behind_half_an_answer_ends_the_connection_and_no_more(
    port: int, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(b"POST /early HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        told = client.recv(65536)
        while b"half" not in told:
            told += client.recv(65536)
        client.sendall(b"zz\r\n")
        rest = b""
        while part := client.recv(65536):
            rest += part
    assert rest == b""
    assert not caplog.records
    assert is_well(port)


def test_a_head_that_comes_in_pieces_is_refused_where_it_gets_too_long(port: int) -> None:
    assert ask(port, b"GET / HTTP/1.1\r\nHost: a\r\n", *[b"X: " + b"a" * 1000 + b"\r\n"] * 66)[0] == 400


def test_a_body_that_comes_byte_by_byte_is_read_whole(port: int) -> None:
    head = HEAD + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert ask(port, head, b"1\r\na\r\n" * 30_000, b"0\r\n\r\n")[0] == 200


def test_trailers_are_no_headers(port: int) -> None:
    head = b"POST /headers HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert json.loads(ask(port, head, b"1\r\na\r\n0\r\nX-Token: b\r\n\r\n")[2]) == [
        "host", "connection", "transfer-encoding"
    ]  # fmt: skip


@pytest.mark.parametrize("end", [b"", b", close"], ids=["kept open", "to be closed"])
@pytest.mark.parametrize("cut", [False, True], ids=["whole", "in pieces"])
def test_who_wishes_for_another_version_is_answered_in_this_one_with_the_body_and_what_follows(
    port: int, end: bytes, cut: bool
) -> None:
    wish = b"Connection: Upgrade, HTTP2-Settings" + end + b"\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
    one = b"POST /length HTTP/1.1\r\nHost: a\r\n" + wish + b"Content-Length: 3\r\n\r\nabc"
    sent = (
        one if end else one + b"POST /length HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 4\r\n\r\nabcd"
    )
    status, _, body = ask(port, *(sent[place : place + 1] for place in range(len(sent)))) if cut else ask(port, sent)
    assert (status, body[:1]) == (200, b"3")
    assert body[1:] == b"" if end else body.endswith(b"\r\n\r\n4")


def test_requests_that_are_sent_together_are_answered_in_turn_and_what_follows_ends_the_connection(port: int) -> None:
    one = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    status, _, body = ask(port, one * 3 + b"rubbish\r\n\r\n")
    assert (status, body.count(b"HTTP/1.1 200"), body.count(b"HTTP/1.1 400")) == (200, 2, 0)
