"""What stands before the API: names of this machine, paths as clients write them, sizes, and other pages' origins."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from translate.serve.api.errors import refusal, stopped
from translate.serve.api.settings import ServerSettings
from translate.serve.guard import Limited, RefusedError, headers_of, hosts_of, is_longer

_SLASHES = re.compile("/{2,}")
_UPLOADS = ("/translate_file", "/v1/documents")
_READING = ("GET", "HEAD", "OPTIONS")
_FORM_BYTES = 1 << 16
"""What a form needs beside its file."""
_SAFE_HEADERS = ((b"x-content-type-options", b"nosniff"), (b"cache-control", b"no-store"))
_ALLOWED = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type, Authorization",
    "Access-Control-Max-Age": "600",
}


class Gate:
    """Lets requests on that may be answered, and puts headers on what goes back."""

    def __init__(self, app: ASGIApp, settings: ServerSettings, port: int) -> None:
        self._app, self._settings = app, settings
        self._hosts = hosts_of(port) if settings.is_local and not settings.trust_proxy else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = headers_of(scope)
        origin = self._allowed(headers.get("origin"))

        has_begun = False

        async def marked(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                message["headers"] = [*message["headers"], *_SAFE_HEADERS]
                if origin:
                    message["headers"] += ((b"access-control-allow-origin", origin.encode()), (b"vary", b"Origin"))
            await send(message)

        if origin and scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=_ALLOWED)(scope, receive, marked)
            return
        path = scope["path"]
        if "//" in path or path.endswith("/"):
            path = _SLASHES.sub("/", path).rstrip("/") or "/"
            scope = {**scope, "path": path, "raw_path": path.encode()}
        try:
            limit = self._limit(path)
            self._check(headers, limit)
            if scope["method"] not in _READING and not origin and self._is_of_another_page(headers):
                raise RefusedError(403, "forbidden", "Web pages are answered where --allow-origin names them.")
            await self._app(scope, Limited(receive, limit).receive, marked)
        except RefusedError as refused:
            await refusal(refused.status, refused.sentence)(scope, receive, marked)
        except asyncio.CancelledError:  # the server is stopped, and has waited long enough
            if has_begun:
                raise
            await stopped()(scope, receive, marked)

    def _allowed(self, origin: str | None) -> str:
        """Return the origin that may read the answer; nothing where none may."""
        if origin is None or not self._settings.allow_origins:
            return ""
        if "*" in self._settings.allow_origins:
            return "*"
        return origin if origin in self._settings.allow_origins else ""

    def _is_of_another_page(self, headers: Mapping[str, str]) -> bool:
        """Tell whether a page of another site asks, which could not read the answer but make the machine work.

        Extensions and programs have other schemes, which no page can take on.
        """
        scheme, _, host = headers.get("origin", "").lower().partition("://")
        name = headers.get("x-forwarded-host", "") if self._settings.trust_proxy else ""
        own = (name.partition(",")[0].strip() or headers.get("host", "")).lower()
        return scheme == "null" or (scheme in ("http", "https") and host != own)

    def _limit(self, path: str) -> int:
        settings = self._settings
        return settings.file_limit + _FORM_BYTES if path in _UPLOADS else settings.body_limit

    def _check(self, headers: Mapping[str, str], limit: int) -> None:
        """Refuse a request before it is read.

        :raises RefusedError: where it is refused.
        """
        if self._hosts is not None and headers.get("host", "").lower() not in self._hosts:
            raise RefusedError(421, "misdirected", "This server answers to the name of this machine alone.")
        if is_longer(headers, limit):
            raise RefusedError(413, "too_large", f"The request is larger than {limit:,} bytes.")
