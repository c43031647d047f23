"""What stands before the API answers for it where it is stopped."""

from __future__ import annotations

import asyncio
import json

from starlette.types import Message, Receive, Scope, Send

from translate.serve.api.gate import Gate
from translate.serve.api.settings import ServerSettings

PORT = 5123
SCOPE = {
    "type": "http",
    "method": "GET",
    "path": "/",
    "query_string": b"",
    "headers": [(b"host", b"127.0.0.1:%d" % PORT)],
}


async def cancelled(*, begins: bool) -> tuple[list[Message], bool]:
    """Return what a client gets whose request is cancelled, and whether its task ended as cancelled."""
    sent: list[Message] = []
    waiting = asyncio.Event()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if begins:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        waiting.set()
        await asyncio.sleep(3600)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    task = asyncio.create_task(Gate(app, ServerSettings(port=PORT), PORT)(dict(SCOPE), receive, send))
    await waiting.wait()
    task.cancel()
    await asyncio.wait([task])
    return sent, task.cancelled()


def test_a_request_that_is_not_answered_when_the_server_ends_is_told_to_come_again_in_json() -> None:
    (start, body), was_cancelled = asyncio.run(cancelled(begins=False))
    assert (start["status"], was_cancelled) == (503, False)
    headers = dict(start["headers"])
    assert (headers[b"retry-after"], headers[b"content-type"]) == (b"5", b"application/json")
    assert "being stopped" in json.loads(body["body"])["error"]


def test_an_answer_that_has_begun_is_not_begun_again() -> None:
    sent, was_cancelled = asyncio.run(cancelled(begins=True))
    assert ([one["type"] for one in sent], was_cancelled) == (["http.response.start"], True)
