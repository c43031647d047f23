"""HTTP/1.1 of one connection: bytes come in, requests go to the application; what is no request is refused.

llhttp, the parser of Node.js, reads them, which is less work than in Python. It sets no bounds, so they are set here.
"""

from __future__ import annotations

import httptools
from starlette.responses import Response
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_HEAD_BYTES = 1 << 16
"""How long a head may be; trailers and what stands between the chunks of a body likewise."""
_BYTES_A_CHUNK = 8
"""What stands around a chunk of a body, so that one that comes byte by byte is read too."""
_VERSIONS = ("1.0", "1.1")


class Protocol(HttpToolsProtocol):
    """A connection whose malformed requests are answered as all others that are refused."""

    malformed: Response
    """The answer to what is no request."""

    _beside = 0
    """Bytes that came since the last request and are no body."""
    _is_head_read = _is_held = False

    def data_received(self, data: bytes) -> None:
        self._beside += len(data)
        self._unset_keepalive_if_required()
        while data:
            try:
                self.parser.feed_data(data)
            except httptools.HttpParserUpgrade as upgrade:  # llhttp stops behind the head, whatever follows it
                data = self._head_of_held() + data[upgrade.args[0] :]
                self.parser = httptools.HttpRequestParser(self)
            except httptools.HttpParserError:
                self.send_400_response("malformed")
                return
            else:
                break
        if self._beside > MOST_HEAD_BYTES and not self.transport.is_closing():
            self.send_400_response("too long")

    def _head_of_held(self) -> bytes:
        """Return the head of the request that was held, without its wish for another protocol: it goes on in HTTP/1.1.

        Clients that would rather speak HTTP/2, as Java's does, send it with the body of their first request.
        """
        lines = [b"%b %b HTTP/1.1" % (self.parser.get_method(), self.url)]
        lines += [name + b": " + value for name, value in self.headers if name != b"upgrade"]
        return b"\r\n".join(lines) + b"\r\n\r\n"

    def on_message_begin(self) -> None:
        self._is_head_read = self._is_held = False
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self._is_head_read:  # a trailer has no say: the request was judged by its head
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._is_head_read = True
        version, hosts = self.parser.get_http_version(), sum(name == b"host" for name, _ in self.headers)
        if version not in _VERSIONS or hosts > 1 or (not hosts and version == "1.1"):
            raise ValueError(f"HTTP/{version} with {hosts} hosts")  # the parser fails with it; the request is refused
        codings = [value.lower() for name, value in self.headers if name == b"transfer-encoding"]
        if codings and (codings != [b"chunked"] or version == "1.0"):
            raise ValueError(f"HTTP/{version} with a body in {codings}")
        if self.parser.get_method() == b"CONNECT":
            raise ValueError("CONNECT")
        self._is_held = self.parser.should_upgrade()
        if not self._is_held:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._beside = max(0, self._beside - (_BYTES_A_CHUNK + 1) * len(body))
        super().on_body(body)

    def on_message_complete(self) -> None:
        if not self._is_held:
            self._beside = 0
            super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no request, and close the connection; requests before it are answered first."""
        cycle = self.cycle
        if cycle is not None and not (cycle.more_body or cycle.response_complete):
            cycle.keep_alive = False  # which closes the connection behind its answer
            self.flow.pause_reading()
            return
        if not self.pipeline and (cycle is None or cycle.response_complete or not cycle.response_started):
            head = [*self.malformed.raw_headers, (b"connection", b"close")]
            lines = [b"HTTP/1.1 400 Bad Request", *(name + b": " + value for name, value in head)]
            self.transport.write(b"\r\n".join(lines) + b"\r\n\r\n" + bytes(self.malformed.body))
        self.transport.close()
