"""What is wrong with a request: a status and a sentence for people; clients show it."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response

from translate.errors import BitexteError

MALFORMED = "Invalid request: this is no HTTP/1.1 that can be read; look at its first line, headers and length"


class ApiError(BitexteError):
    """A request that is not answered as it wants. `headers` go with the answer."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.headers = status, dict(headers or {})


def refusal(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return the answer to a request that is refused, whatever of it the sentence quotes."""
    quoted = sentence.encode("utf-8", "replace").decode()
    return JSONResponse({"error": quoted}, status, headers=dict(headers or {}))


def stopped() -> Response:
    """Return the answer to a request that a server which ends cannot answer any more."""
    return refusal(503, "The server is being stopped; ask again later", {"Retry-After": "5"})


def busy(seconds: float) -> ApiError:
    """Return what is said where too much waits already.

    :param seconds: after how long asking again makes sense.
    """
    retry = {"Retry-After": str(max(1, round(seconds)))}
    return ApiError(503, f"Too many texts are waiting; ask again in {retry['Retry-After']} s.", retry)
