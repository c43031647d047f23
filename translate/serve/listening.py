"""A socket and uvicorn on it: an address comes in, and a function that serves an application there goes out."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType, MappingProxyType
from typing import Any

import uvicorn
from starlette.responses import Response
from starlette.types import ASGIApp

from translate.errors import UsageError
from translate.serve.protocol import Protocol

STALLED_TICKS = 100
"""How often it is looked for connections whose clients ask nothing, in tenths of a second."""
GRACE_SECONDS = 30
"""How long requests that are being answered may take after a signal."""


class _Server(uvicorn.Server):
    """A server that has done what it should when a signal ended it; a second signal ends it at once."""

    _idle: Mapping[Any, object] = MappingProxyType({})
    """Connections that waited for a request when it was looked last, each with the request before it."""

    async def on_tick(self, counter: int) -> bool:
        if counter % STALLED_TICKS == 0:
            self._close_stalled()
        return await super().on_tick(counter)

    def _close_stalled(self) -> None:
        """Close what has waited for the same request since the last look: a client that stops within its head."""
        idle = {}
        for connection in self.server_state.connections:
            cycle = getattr(connection, "cycle", None)
            if cycle is None or cycle.response_complete:
                idle[connection] = cycle
        for connection, cycle in idle.items():
            if self._idle.get(connection, self) is cycle:
                connection.transport.close()
        self._idle = idle

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.force_exit = self.should_exit
        self.should_exit = True


@contextmanager
def listening(host: str, port: int) -> Iterator[tuple[Callable[[ASGIApp, Response], None], int]]:
    """Bind an address; yield what serves an application there, with its answer to what is no HTTP, and the port.

    :param port: 0 takes any that is free.
    :raises UsageError: where the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends without delay only where the protocol is named; else answers wait 40 ms for the client's receipt.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as held:
        if sys.platform != "win32":  # where it would let another program take our port
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            held.bind((host, port))
            held.listen()  # so that whoever opens the address at once waits instead of being refused
        except (OSError, OverflowError) as exc:
            raise UsageError(f"{host}:{port}: cannot be served at: {exc}. Choose another --port.") from exc
        taken = held.getsockname()[1]

        def serve(app: ASGIApp, malformed: Response) -> None:
            config = uvicorn.Config(
                app,
                http=type("_Protocol", (Protocol,), {"malformed": malformed}),
                log_level="error",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                ws="none",
                timeout_graceful_shutdown=GRACE_SECONDS,
                lifespan="auto",
            )
            _Server(config).run(sockets=[held])

        yield serve, taken
