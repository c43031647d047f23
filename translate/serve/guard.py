"""Who may ask a server on this machine: requests come in, and only those of its own page and user go on.

It stands before a server that is bound to the loopback address, against pages of other sites (rebound names, cross-site
requests) and against other users of the machine.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SAFE_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TOKEN_HEADER = "X-Token"
SLOWEST_SECONDS, SLOWEST_BYTES = 30.0, 1024
"""How long a body may take: so many seconds, and one more for so many bytes; else a few clients hold all sockets."""
_LONGEST_LENGTH = 18
"""Digits of a length that are read: more are no length of anything, and from some thousand on no number to Python."""
_READING = ("GET", "HEAD")
_CODE = "code"
_LEFT = 499
"""What servers note of a client that closed its connection before it was answered."""

Refuse = Callable[[int, str, str], Response]
"""Makes the answer to a request that is refused: of its status, a word for it, and a sentence."""


def hosts_of(port: int) -> frozenset[str]:
    """Return what a request to this machine may call it."""
    return frozenset(f"{name}:{port}" for name in LOOPBACK) | (frozenset(LOOPBACK) if port == 80 else frozenset())


class Secrets:
    """What one start of a server knows alone: the token of its page, the cookie of its user, and the code for it."""

    def __init__(self) -> None:
        self.token, self._cookie = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self._code: str | None = secrets.token_urlsafe(24)

    @property
    def code(self) -> str:
        """The one-time code of the address that is opened first."""
        return self._code or ""

    def renew(self) -> str:
        """Return a new code, for another window."""
        self._code = secrets.token_urlsafe(24)
        return self._code

    def exchange(self, code: str) -> str | None:
        """Return the cookie for a code, which counts once; None for any other."""
        if self._code is None or not hmac.compare_digest(code.encode(), self._code.encode()):
            return None
        self._code = None
        return self._cookie

    def has_cookie(self, value: str) -> bool:
        return hmac.compare_digest(value.encode(), self._cookie.encode())

    def has_token(self, value: str) -> bool:
        return hmac.compare_digest(value.encode(), self.token.encode())


class Guard:
    """Lets only requests through that the page of this start sent, from the browser that opened it.

    :param hosts: what requests may call this machine.
    :param own: the secrets of this start; None for an API, whose clients are programs.
    :param most: bytes of a body, by path; the empty path is for all others.
    """

    def __init__(
        self, app: ASGIApp, *, hosts: frozenset[str], refuse: Refuse, own: Secrets, most: Mapping[str, int], name: str
    ) -> None:
        self._app, self._hosts, self._refuse, self._own, self._most, self._name = app, hosts, refuse, own, most, name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # there are no web sockets here; the server closes them

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for key, value in SAFE_HEADERS.items():
                    headers[key] = value
            await send(message)

        limit = self._most.get(scope["path"], self._most[""])
        try:
            answer = self._judge(scope, limit)
            if answer is not None:
                await answer(scope, receive, guarded)
            else:
                await self._app(scope, Limited(receive, limit).receive, guarded)
        except RefusedError as refused:
            await self._refuse(refused.status, refused.code, refused.sentence)(scope, receive, guarded)

    def _judge(self, scope: Scope, limit: int) -> Response | None:
        """Return the answer that opens the page; None where a request goes on.

        :raises RefusedError: where it does not.
        """
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if host not in self._hosts or len(headers.getlist("host")) != 1:
            raise RefusedError(421, "misdirected", "this server answers to the name of this machine alone.")
        site = headers.get("sec-fetch-site", "same-origin")
        is_opening = scope["path"] == "/" and scope["method"] == "GET"
        if headers.get("origin", f"http://{host}").lower() != f"http://{host}" or not (
            site == "same-origin" or (is_opening and site == "none")
        ):
            raise RefusedError(403, "forbidden", "requests of other pages are not answered.")
        if is_opening and (code := dict(parse_qsl(scope["query_string"].decode("latin-1"))).get(_CODE)):
            return self._open(code, scope)
        if not self._has_cookie(headers):
            raise RefusedError(403, "forbidden", "open the address that bitexte printed; it counts once.")
        if scope["method"] not in _READING and not self._own.has_token(headers.get(TOKEN_HEADER, "")):
            raise RefusedError(403, "forbidden", "the page is of an earlier start; load it again.")
        if is_longer(headers, limit):
            raise too_large(limit)
        return None

    def _open(self, code: str, scope: Scope) -> Response:
        cookie = self._own.exchange(code)
        if cookie is None:
            raise RefusedError(403, "forbidden", "this address was opened already; start bitexte review again.")
        rest = [(key, value) for key, value in parse_qsl(scope["query_string"].decode("latin-1")) if key != _CODE]
        answer = RedirectResponse("/" + (f"?{urlencode(rest)}" if rest else ""), 303)
        answer.set_cookie(self._name, cookie, httponly=True, samesite="strict", path="/")
        return answer

    def _has_cookie(self, headers: Headers) -> bool:
        """Tell whether one cookie is ours, whatever those of other servers of this machine look like beside it."""
        named = (part.partition("=") for line in headers.getlist("cookie") for part in line.split(";"))
        return any(name.strip() == self._name and self._own.has_cookie(value.strip()) for name, _, value in named)


class RefusedError(Exception):
    """A request that is not answered: with which status, word and sentence."""

    def __init__(self, status: int, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.code, self.sentence = status, code, sentence


def headers_of(scope: Scope) -> dict[str, str]:
    """Return the headers of a request by their names in small letters; of several of one name the last."""
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def is_longer(headers: Mapping[str, str], limit: int) -> bool:
    """Tell whether a request says that its body is longer than it may be, or says no length that can be read."""
    length = headers.get("content-length", "0")
    return not length.isdecimal() or len(length) > _LONGEST_LENGTH or int(length) > limit


def too_large(limit: int) -> RefusedError:
    return RefusedError(413, "too_large", f"the request is larger than {limit:,} bytes.")


def left(request: Request, exc: Exception) -> Response:
    """Answer a client that left before its request was whole: nobody reads it, and it is no failure for the log."""
    return Response(status_code=_LEFT)


class Limited:
    """A body that is read no further than it may be long, whatever its header says, and no longer than it may last."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive, self._left, self.limit = receive, limit, limit
        self._seconds = SLOWEST_SECONDS
        self._is_whole = False

    async def receive(self) -> Message:
        """Return the next piece, or wait until the client has gone.

        :raises RefusedError: where the body is too long, or comes too slowly.
        """
        if self._is_whole:
            return await self._receive()
        started = time.monotonic()
        try:
            async with asyncio.timeout(self._seconds):
                message = await self._receive()
        except TimeoutError:
            raise RefusedError(408, "too_slow", "the request did not come to its end.") from None
        body = message.get("body", b"")
        self._seconds += started - time.monotonic() + len(body) / SLOWEST_BYTES
        self._is_whole = not message.get("more_body", False)
        self._left -= len(body)
        if self._left < 0:
            raise too_large(self.limit)
        return message
