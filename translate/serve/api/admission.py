"""Requests are read and counted, and those of clients who may not ask are refused."""

from __future__ import annotations

from starlette.requests import Request

from translate.serve.api.clients import Clients
from translate.serve.api.parameters import Parameters, read_parameters
from translate.serve.api.settings import ServerSettings


class Admission:
    """Lets requests in."""

    def __init__(self, settings: ServerSettings) -> None:
        self._settings = settings
        self._clients = Clients(settings)
        self.requests = 0

    async def admit(self, request: Request) -> Parameters:
        """Read a request that costs something, and refuse it where its client may not ask, or not now.

        :raises ApiError: where it is refused.
        """
        self.requests += 1
        self._clients.count(request)
        parameters = await read_parameters(request, most_file=self._settings.file_limit)
        self._clients.check_key(parameters.key())
        return parameters

    async def check(self, request: Request) -> None:
        """Refuse a request that costs nothing where its client has no key.

        :raises ApiError: where it is refused.
        """
        self._clients.check_key((await read_parameters(request, most_file=0)).key())

    def address(self, request: Request) -> str:
        """Return the address that the client used."""
        scheme, host = request.url.scheme, request.headers.get("host", "")
        if self._settings.trust_proxy:
            scheme = request.headers.get("x-forwarded-proto", scheme).partition(",")[0].strip()
            host = request.headers.get("x-forwarded-host", host).partition(",")[0].strip()
        return f"{scheme}://{host}"
